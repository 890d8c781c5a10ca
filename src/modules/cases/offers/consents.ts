import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { newId } from '../../../kit/ids.ts';
import { missing, Problem, signInNeeded, tooMany } from '../../../kit/problems.ts';
import { listOffering, loadEffective } from '../../procedures/index.ts';
import { allowTry, isSecret } from '../secrets.ts';
import { findById } from '../store/caseFile.ts';
import { consentUnfit, type giveConsent, type listConsents, type withdrawConsent } from './contract.ts';
import { type ConsentRow, endConsent, findConsent, insertConsent, listConsentsOf } from './store.ts';

/** Consents of accounts belong to no agency. */
const ACCOUNTS = 'identity';

const versionOf = (ctx: Context, code: string) => loadEffective(ctx.tx, { code, day: ctx.today });

/** For what follows from one case, by its secret or account; else for the account that is signed in. */
async function subjectOf(
  ctx: Context,
  { caseId, secret }: Pick<ParsedOf<typeof giveConsent>, 'caseId' | 'secret'>,
): Promise<Pick<ConsentRow, 'unitId' | 'accountId' | 'caseId'>> {
  if (!caseId) {
    if (ctx.actor.kind !== 'account') throw new Problem(signInNeeded);
    return { unitId: ACCOUNTS, accountId: ctx.actor.id, caseId: null };
  }
  if (secret && !allowTry(ctx)) throw new Problem(tooMany);
  const row = await findById(ctx.tx, caseId);
  const isMine =
    row &&
    (isSecret(ctx, secret, row.secretHash) ||
      (ctx.actor.kind === 'account' && row.accountId === ctx.actor.id));
  if (!isMine) missing();
  return { unitId: row.unitId, accountId: null, caseId };
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
  { id }: ParsedOf<typeof withdrawConsent>,
): Promise<ReplyOf<typeof withdrawConsent>> {
  const mine = (await listConsentsOf(ctx.tx, ctx.actor.id)).find((one) => one.id === id);
  if (!mine) missing();
  await endConsent(ctx.tx, id, ctx.now);
  ctx.emit({ unitId: mine.unitId, stream: `consent:${id}`, kind: 'consent.withdrawn', payload: {} });
  return { id };
}

/** The procedures that can begin by themselves, with their names. */
async function possible(ctx: Context) {
  const codes = new Set((await listOffering(ctx.tx, ctx.today)).map(({ code }) => code));
  const found = await Promise.all(
    [...codes].map(async (procedureCode) => {
      const version = await versionOf(ctx, procedureCode);
      return version?.content.rules.proactive === 4
        ? [{ procedureCode, procedure: version.content.name }]
        : [];
    }),
  );
  return found.flat();
}

export async function listConsentsAction(
  ctx: Context,
  _input: ParsedOf<typeof listConsents>,
): Promise<ReplyOf<typeof listConsents>> {
  const given = await listConsentsOf(ctx.tx, ctx.actor.id);
  const all = await possible(ctx);
  const items = await Promise.all(
    given.map(async ({ id, procedureCode, givenAt }) => {
      const procedure = (await versionOf(ctx, procedureCode))?.content.name ?? { vi: procedureCode };
      return { id, procedureCode, procedure, givenAt: givenAt.toISOString() };
    }),
  );
  const codes = new Set(given.map((one) => one.procedureCode));
  return { items, possible: all.filter(({ procedureCode }) => !codes.has(procedureCode)) };
}
