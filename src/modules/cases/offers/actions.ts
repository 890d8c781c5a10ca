import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { instantOf } from '../../../kit/day.ts';
import { missing, Problem, tooMany } from '../../../kit/problems.ts';
import { pinnedVersion } from '../actions/grounds.ts';
import { asApplicant } from '../actions/prove.ts';
import { allowTry, isOwner } from '../secrets.ts';
import { findById, getCaseRow } from '../store/caseFile.ts';
import type * as contract from './contract.ts';
import { offerNotOpen } from './contract.ts';
import { applyToOffer } from './make.ts';
import { type OfferStep, openOfferSteps, takenAs, undoUntil } from './rules.ts';
import { filledOf, shownOffer } from './show.ts';
import {
  countOffers,
  findConsent,
  findOffer,
  listAround,
  listByAccount,
  lockOffer,
  type OfferRow,
} from './store.ts';
import { draftPrepared, submitPrepared } from './submit.ts';
import { takeBack } from './undo.ts';

type In<E extends keyof typeof contract> = ParsedOf<(typeof contract)[E]>;
type Out<E extends keyof typeof contract> = ReplyOf<(typeof contract)[E]>;

/** The offer, where it is the caller's own; 404 for anybody else. */
async function ownOffer(
  ctx: Context,
  { id, secret }: { id: string; secret?: string | undefined },
  take: typeof findOffer,
): Promise<OfferRow> {
  if (secret && !allowTry(ctx)) throw new Problem(tooMany);
  const row = await take(ctx.tx, id);
  if (!row || !isOwner(ctx, row, secret)) missing();
  return row;
}

async function holdOffer(ctx: Context, input: { id: string; secret?: string | undefined }, step: OfferStep) {
  const row = await ownOffer(ctx, input, lockOffer);
  if (!openOfferSteps(row.state, ctx.today).includes(step)) throw new Problem(offerNotOpen);
  return row;
}

export async function openOfferAction(ctx: Context, input: In<'openOffer'>): Promise<Out<'openOffer'>> {
  const row = await ownOffer(ctx, input, findOffer);
  const version = await pinnedVersion(ctx.tx, row.state);
  const { accountId, sourceCaseId: caseId, prepared, state } = row;
  const consent =
    state.level === 4
      ? await findConsent(ctx.tx, { accountId, caseId, procedureCode: state.procedureCode })
      : undefined;
  return {
    ...(await shownOffer(ctx, row)),
    applicantName: prepared.applicant.fullName,
    ...(await filledOf(ctx, row, version)),
    missing: [...prepared.missing],
    ...(consent && { consentId: consent.id }),
  };
}

export async function listMyOffersAction(
  ctx: Context,
  _input: In<'listMyOffers'>,
): Promise<Out<'listMyOffers'>> {
  const rows = await listByAccount(ctx.tx, ctx.actor.id);
  return { items: await Promise.all(rows.map((row) => shownOffer(ctx, row))) };
}

/** By secret or account for the applicant; by the right to see the case for officials. */
export async function listOffersOfCaseAction(
  ctx: Context,
  input: In<'listOffersOfCase'>,
): Promise<Out<'listOffersOfCase'>> {
  if (input.secret && !allowTry(ctx)) throw new Problem(tooMany);
  const found = await findById(ctx.tx, input.id);
  if (!found) missing();
  if (!isOwner(ctx, found, input.secret)) {
    if (!may(ctx.actor, 'case.view')) missing();
    await getCaseRow(ctx.tx, ctx.actor, input.id);
  }
  const rows = await listAround(ctx.tx, input.id);
  return { items: await Promise.all(rows.map((row) => shownOffer(ctx, row))) };
}

export async function acceptOfferAction(ctx: Context, input: In<'acceptOffer'>): Promise<Out<'acceptOffer'>> {
  const row = await holdOffer(ctx, input, 'accept');
  const as = takenAs(row.state, input.how);
  const caseId = as === 'case' ? await submitPrepared(ctx, row, asApplicant) : await draftPrepared(ctx, row);
  const until = undoUntil(ctx.today, row.state);
  await applyToOffer(ctx, row, { type: 'offer.accepted', by: 'applicant', caseId, as, undoUntil: until });
  return { id: row.id, caseId, as, undoUntil: until };
}

export async function refuseOfferAction(ctx: Context, input: In<'refuseOffer'>): Promise<Out<'refuseOffer'>> {
  const row = await holdOffer(ctx, input, 'refuse');
  const reason = input.reason ? { reason: input.reason } : {};
  const next = await applyToOffer(ctx, row, { type: 'offer.refused', by: 'applicant', ...reason });
  return { id: row.id, status: next.state.status };
}

/** What came of the offer is gone: the draft, the running case, or the result that was already out. */
export async function undoOfferAction(ctx: Context, input: In<'undoOffer'>): Promise<Out<'undoOffer'>> {
  const row = await holdOffer(ctx, input, 'undo');
  const what = await takeBack(ctx, row, input.reason);
  const reason = input.reason ? { reason: input.reason } : {};
  const next = await applyToOffer(ctx, row, { type: 'offer.undone', by: 'applicant', what, ...reason });
  return { id: row.id, status: next.state.status, undone: what };
}

export async function countUnitOffersAction(
  ctx: Context,
  { unitId }: In<'countUnitOffers'>,
): Promise<Out<'countUnitOffers'>> {
  if (!may(ctx.actor, 'case.view', unitId)) missing();
  const rows = await countOffers(ctx.tx, [unitId], instantOf(ctx.today));
  const of = (status: string) => rows.find((row) => row.status === status);
  const n = (status: string): number => of(status)?.n ?? 0;
  return {
    open: n('open'),
    accepted: n('accepted'),
    started: n('started'),
    refused: n('refused'),
    undone: n('undone'),
    lapsed: n('lapsed'),
    startedToday: of('started')?.today ?? 0,
  };
}
