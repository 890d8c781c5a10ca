import { createHash } from 'node:crypto';

import type { Context } from '../../../kit/context.ts';
import { addDays } from '../../../kit/day.ts';
import { newId } from '../../../kit/ids.ts';
import { loadSnapshot, provinceOf } from '../../organisations/index.ts';
import type { EffectiveVersion, OfferOccasion, OfferRule } from '../../procedures/contract.ts';
import { listOffering, loadEffective } from '../../procedures/index.ts';
import { servingFor } from '../actions/placing.ts';
import { canonical } from '../rules/content.ts';
import { applicantKey } from '../secrets.ts';
import { findById } from '../store/caseFile.ts';
import { listTwins } from '../store/content.ts';
import { knownOf, prepareFor } from './prepare.ts';
import { dueOccasion, evolveOffer, type OfferEvent, type OfferPayloads, type OfferSource } from './rules.ts';
import {
  type FactRow,
  findConsent,
  insertOffer,
  type OfferRow,
  type Prepared,
  updateOffer,
} from './store.ts';

export const hashOfPrepared = (prepared: Prepared): string =>
  createHash('sha256').update(canonical(prepared)).digest('base64url');

/** The record of an offer's stream. */
function recordOf(row: { unitId: string; id: string }, { type, at: _at, ...payload }: OfferEvent) {
  return { unitId: row.unitId, stream: `offer:${row.id}`, kind: type, payload };
}

/** Saves what an event makes of a locked offer and emits it. */
export async function applyToOffer<T extends OfferEvent['type']>(
  ctx: Context,
  row: OfferRow,
  of: { type: T; by: OfferEvent['by'] } & OfferPayloads[T],
): Promise<OfferRow> {
  const event = { at: ctx.now.toISOString(), ...of } as unknown as OfferEvent;
  const next = { ...row, state: evolveOffer(row.state, event), version: row.version + 1 };
  await updateOffer(ctx.tx, next, ctx.now);
  ctx.emit(recordOf(row, event));
  return next;
}

async function sourceOf(ctx: Context, fact: FactRow): Promise<OfferSource> {
  if (!fact.caseId) return { kind: 'authority', name: fact.authority ?? '' };
  const code = (await findById(ctx.tx, fact.caseId))?.state.code ?? '';
  return { kind: 'case', caseId: fact.caseId, code };
}

/** What holds of a service today where the fact happened. */
async function effectiveFor(ctx: Context, unitId: string, code: string) {
  const snapshot = await loadSnapshot(ctx.tx);
  const at = servingFor(snapshot, unitId, ctx.today);
  const provinceId = provinceOf(snapshot, at, ctx.today)?.id;
  return loadEffective(ctx.tx, { code, day: ctx.today, ...(provinceId && { provinceId }) });
}

/** Whether the person has the same service running already: then nothing is offered. */
async function hasOpen(ctx: Context, prepared: Prepared, code: string): Promise<boolean> {
  const key = applicantKey(ctx, prepared.applicant.personalId);
  return key !== null && (await listTwins(ctx.tx, key, code)).length > 0;
}

/** By which consent a ready offer of level 4 begins by itself, and when. */
async function beginning(ctx: Context, fact: FactRow, of: { code: string; startDays: number | undefined }) {
  const { accountId, caseId } = fact;
  if (of.startDays === undefined) return {};
  const consent = await findConsent(ctx.tx, { accountId, caseId, procedureCode: of.code });
  return consent ? { startsOn: addDays(ctx.today, of.startDays), consentId: consent.id } : {};
}

/** What is said of an offer when it is made. */
async function madeEvent(
  ctx: Context,
  fact: FactRow,
  of: {
    version: EffectiveVersion;
    level: 1 | 2 | 3 | 4;
    rule: OfferRule;
    occasion: OfferOccasion;
    prepared: Prepared;
  },
): Promise<Extract<OfferEvent, { type: 'offer.made' }>> {
  const { version, level, rule, occasion, prepared } = of;
  const ready = prepared.missing.length === 0;
  const startDays = level === 4 && ready ? rule.startDays : undefined;
  return {
    type: 'offer.made',
    at: ctx.now.toISOString(),
    by: 'system',
    procedureCode: version.code,
    versionId: version.id,
    ...(version.overlayId && { overlayId: version.overlayId }),
    level,
    occasion,
    factDay: fact.day,
    source: await sourceOf(ctx, fact),
    legalBasis: rule.legalBasis,
    until: addDays(ctx.today, rule.openDays),
    undoDays: rule.undoDays,
    ready,
    ...(await beginning(ctx, fact, { code: version.code, startDays })),
    hash: hashOfPrepared(prepared),
  };
}

/** Offers a service for a fact where its rule calls for it today, and nothing was offered for it before. */
export async function makeOffer(ctx: Context, fact: FactRow, code: string): Promise<OfferRow | undefined> {
  const version = await effectiveFor(ctx, fact.unitId, code);
  const { offer: rule, proactive: level } = version?.content.rules ?? {};
  const occasion = rule && dueOccasion(rule, fact, ctx.today);
  if (!version || !rule || !level || !occasion) return undefined;
  const known = await knownOf(ctx, fact);
  if (!known) return undefined;
  const prepared = prepareFor(ctx, version, rule, known);
  if (await hasOpen(ctx, prepared, code)) return undefined;
  const event = await madeEvent(ctx, fact, { version, level, rule, occasion, prepared });
  const row: OfferRow = {
    unitId: fact.unitId,
    id: newId(ctx.now),
    factId: fact.id,
    sourceCaseId: fact.caseId,
    accountId: fact.accountId,
    secretHash: fact.secretHash,
    madeAt: ctx.now,
    state: evolveOffer(undefined, event),
    prepared,
    version: 1,
  };
  if (!(await insertOffer(ctx.tx, row))) return undefined;
  ctx.emit(recordOf(row, event));
  return row;
}

/** Makes every offer that facts just learnt call for at once. */
export async function offerFor(ctx: Context, facts: readonly FactRow[]): Promise<OfferRow[]> {
  if (facts.length === 0) return [];
  const made: OfferRow[] = [];
  const codes = new Set((await listOffering(ctx.tx, ctx.today)).map(({ code }) => code));
  for (const code of codes)
    for (const fact of facts) {
      const offer = await makeOffer(ctx, fact, code);
      if (offer) made.push(offer);
    }
  return made;
}
