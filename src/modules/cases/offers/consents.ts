import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { newId } from '../../../kit/ids.ts';
import { missing, Problem, signInNeeded, tooMany } from '../../../kit/problems.ts';
import { listOffering, loadEffective } from '../../procedures/index.ts';
import { allowTry, isOwner } from '../secrets.ts';
import { type CaseRow, findById } from '../store/caseFile.ts';
import {
  consentUnfit,
  type giveConsent,
  type listConsents,
  type listConsentsOfCase,
  type withdrawConsent,
} from './contract.ts';
import { birthFields, isGranted } from './facts.ts';
import { mayFollow } from './rules.ts';
import {
  type ConsentRow,
  endConsent,
  findConsent,
  findConsentById,
  insertConsent,
  listConsentsAfter,
  listConsentsOf,
} from './store.ts';

/** Consents of accounts belong to no agency. */
const ACCOUNTS = 'identity';

const versionOf = (ctx: Context, code: string) => loadEffective(ctx.tx, { code, day: ctx.today });

/** The case of whoever asks, by secret or account; 404 for anybody else. */
async function ownCase(
  ctx: Context,
  { id, secret }: { id: string; secret?: string | undefined },
): Promise<CaseRow> {
  if (secret && !allowTry(ctx)) throw new Problem(tooMany);
  const row = await findById(ctx.tx, id);
  if (!row || !isOwner(ctx, row, secret)) missing();
  return row;
}

/** For what follows from one case, by its secret or account; else for the account that is signed in. */
async function subjectOf(
  ctx: Context,
  { caseId, secret }: Pick<ParsedOf<typeof giveConsent>, 'caseId' | 'secret'>,
): Promise<Pick<ConsentRow, 'unitId' | 'accountId' | 'caseId'>> {
  if (!caseId) {
    if (ctx.actor.kind !== 'account') throw new Problem(signInNeeded);
    return { unitId: ACCOUNTS, accountId: ctx.actor.id, caseId: null };
  }
  const { unitId } = await ownCase(ctx, { id: caseId, secret });
  return { unitId, accountId: null, caseId };
}

export async function giveConsentAction(
  ctx: Context,
  input: ParsedOf<typeof giveConsent>,
): Promise<ReplyOf<typeof giveConsent>> {
  const { procedureCode } = input;
  const rules = (await versionOf(ctx, procedureCode))?.content.rules;
  if (rules?.proactive !== 4 || !rules.offer) throw new Problem(consentUnfit);
  const subject = await subjectOf(ctx, input);
  const known = await findConsent(ctx.tx, { ...subject, procedureCode });
  if (known) return { id: known.id };
  const row = { ...subject, id: newId(ctx.now), procedureCode, givenAt: ctx.now };
  await insertConsent(ctx.tx, row);
  const { unitId, id, accountId, caseId } = row;
  const payload = { procedureCode, ...(accountId && { accountId }), ...(caseId && { caseId }) };
  ctx.emit({ unitId, stream: `consent:${id}`, kind: 'consent.given', payload });
  return { id };
}

export async function withdrawConsentAction(
  ctx: Context,
  { id, secret }: ParsedOf<typeof withdrawConsent>,
): Promise<ReplyOf<typeof withdrawConsent>> {
  const given = (await findConsentById(ctx.tx, id)) ?? missing();
  const isOfMe = ctx.actor.kind === 'account' && given.accountId === ctx.actor.id;
  if (!isOfMe) await ownCase(ctx, { id: given.caseId ?? missing(), secret });
  await endConsent(ctx.tx, id, ctx.now);
  ctx.emit({ unitId: given.unitId, stream: `consent:${id}`, kind: 'consent.withdrawn', payload: {} });
  return { id };
}

/** The procedures that can begin by themselves, with their names and what they are offered on. */
async function possible(ctx: Context) {
  const codes = new Set((await listOffering(ctx.tx, ctx.today)).map(({ code }) => code));
  const found = await Promise.all(
    [...codes].map(async (procedureCode) => {
      const content = (await versionOf(ctx, procedureCode))?.content;
      return content?.rules.proactive === 4 && content.rules.offer
        ? [{ procedureCode, procedure: content.name, rule: content.rules.offer }]
        : [];
    }),
  );
  return found.flat();
}

type Possible = Awaited<ReturnType<typeof possible>>;

/** Consents with the names of their procedures, and what else could be allowed. */
async function shown(ctx: Context, given: readonly ConsentRow[], all: Possible) {
  const items = await Promise.all(
    given.map(async ({ id, procedureCode, givenAt }) => {
      const procedure = (await versionOf(ctx, procedureCode))?.content.name ?? { vi: procedureCode };
      return { id, procedureCode, procedure, givenAt: givenAt.toISOString() };
    }),
  );
  const codes = new Set(given.map((one) => one.procedureCode));
  const others = all.filter(({ procedureCode }) => !codes.has(procedureCode));
  return { items, possible: others.map(({ procedureCode, procedure }) => ({ procedureCode, procedure })) };
}

export const listConsentsAction = async (
  ctx: Context,
  _input: ParsedOf<typeof listConsents>,
): Promise<ReplyOf<typeof listConsents>> =>
  shown(ctx, await listConsentsOf(ctx.tx, ctx.actor.id), await possible(ctx));

/** After a case that was refused, stopped or withdrawn nothing follows, so nothing is to be allowed. */
export async function listConsentsOfCaseAction(
  ctx: Context,
  { id, secret }: ParsedOf<typeof listConsentsOfCase>,
): Promise<ReplyOf<typeof listConsentsOfCase>> {
  const row = await ownCase(ctx, { id, secret });
  const given = await listConsentsAfter(ctx.tx, id);
  if (row.state.ended && !isGranted(row)) return shown(ctx, given, []);
  const births = new Set((await birthFields(ctx, row)).map(({ role }) => role));
  const source = { procedureCode: row.state.procedureCode, births };
  return shown(
    ctx,
    given,
    (await possible(ctx)).filter(({ rule }) => mayFollow(rule, source)),
  );
}
