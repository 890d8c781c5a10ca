import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { listStream, type StoredEvent } from '../../../kit/events.ts';
import { fieldProblem, missing, Problem, tooMany } from '../../../kit/problems.ts';
import type { trackCase } from '../contract.ts';
import { lookupCodeOf } from '../lookupCode.ts';
import { parseCaseCode, statusHistory } from '../rules/codes.ts';
import type { CasePayloads } from '../rules/events.ts';
import { evolve } from '../rules/evolve.ts';
import type { CaseState } from '../rules/model.ts';
import { paidSum } from '../rules/pauses.ts';
import { openSteps } from '../rules/steps.ts';
import { allowTry, isSecret } from '../secrets.ts';
import { slipsOf } from '../slips/occasion.ts';
import { type CaseRow, findByCode, findById } from '../store/caseFile.ts';
import { findContent } from '../store/content.ts';
import { eventOf } from './apply.ts';
import { dossierOf } from './dossier.ts';
import { linesOf, placesOf, stateOf, stepNow } from './get.ts';
import { type CaseGround, groundOf, loadGround } from './grounds.ts';
import { findLookup } from './lookup.ts';

const OWN_STEPS = ['answerSupplement', 'askStop', 'withdraw', 'message', 'rate'];

const messagesOf = (events: readonly StoredEvent[]) =>
  events
    .filter((e) => e.kind === 'case.message')
    .map((e) => ({ at: e.at.toISOString(), ...(e.payload as { from: string; text: string }) }))
    .map(({ at, from, text }) => ({ at, from, text }));

/** What is still to be brought, while a supplement is awaited. */
function openSupplement(state: CaseState, events: readonly StoredEvent[]) {
  const last = state.supplements.at(-1);
  if (state.handling !== 'supplementAsked' || !last) return undefined;
  const asked = events.findLast((e) => e.kind === 'case.supplementAsked');
  return {
    closesAt: last.closesAt,
    points: (asked?.payload as { points: never[] } | undefined)?.points ?? [],
    awaits: [...(last.awaits ?? [])],
  };
}

/** Until it is received a case has no code: it is followed by its id. */
const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type EndOfResult = Pick<CasePayloads['case.resultRevoked'], 'from' | 'number' | 'reason' | 'legalBasis'>;

/** What became of a result after it was out: revoked, or replaced by another. */
function endOfResult(stored: readonly StoredEvent[]) {
  const events = stored.map(eventOf);
  const said = ({ from, number, reason, legalBasis }: EndOfResult) => ({
    from,
    reason,
    legalBasis,
    ...(number && { number }),
  });
  const revoked = events.findLast((event) => event.type === 'case.resultRevoked');
  const replaced = events.findLast((event) => event.type === 'case.resultReplaced');
  return {
    ...(revoked && { revoked: said(revoked) }),
    ...(replaced && { replaced: { ...said(replaced), resultNumber: replaced.resultNumber } }),
  };
}

const mistyped = {
  vi: 'Mã tra cứu gõ chưa đúng: có ký tự sai, thiếu hoặc thừa. So lại từng nhóm với phiếu.',
  en: 'The tracking code is mistyped: a sign is wrong, missing or too many. Compare each group with your slip.',
};

/** Cases that a code may mean: a case code, an id, or the short code. @throws 422 where that one is mistyped */
async function named(ctx: Context, code: string): Promise<CaseRow[]> {
  const rows = (found: (CaseRow | undefined)[]): CaseRow[] => found.filter((row) => row !== undefined);
  if (isId.test(code)) return rows([await findById(ctx.tx, code)]);
  if (parseCaseCode(code)) return rows([await findByCode(ctx.tx, code.toUpperCase())]);
  const ids = await findLookup(ctx, code);
  if (ids === 'mistyped') throw fieldProblem('code', mistyped.vi, mistyped.en);
  if (ids === 'notOne') return rows([await findByCode(ctx.tx, code)]);
  return rows(await Promise.all(ids.map((id) => findById(ctx.tx, id))));
}

/** The case of a code whose secret is right, or that belongs to the account that asks. @throws 404 for anybody else */
async function trackedRow(ctx: Context, input: ParsedOf<typeof trackCase>): Promise<CaseRow> {
  if (!allowTry(ctx)) throw new Problem(tooMany);
  const mine = (row: CaseRow): boolean =>
    (ctx.actor.kind === 'account' && row.accountId === ctx.actor.id) ||
    isSecret(ctx, input.secret, row.secretHash);
  return (await named(ctx, input.code)).find(mine) ?? missing();
}

function dutyOf(state: CaseState) {
  const { duty } = state;
  if (!duty) return {};
  const { amount, payBy } = duty;
  return { duty: { amount, rest: amount - paidSum(state), ...(payBy && { payBy }) } };
}

const headOf = (state: CaseState, ground: CaseGround) => {
  const step = stepNow(state, ground);
  return {
    ...(state.code && { code: state.code }),
    procedure: { code: ground.version.code, ...ground.version.content.name },
    ...stateOf(state),
    submittedAt: state.submittedAt!,
    ...(state.receivedAt && { receivedAt: state.receivedAt }),
    ...(state.due.at && { dueAt: state.due.at }),
    due: linesOf(state, ground),
    places: placesOf(state.places),
    ...(step && { step: { vi: step.vi, ...(step.en && { en: step.en }) } }),
    ...dutyOf(state),
  };
};

/** Follows a case by code and secret, without an account; a wrong pair does not exist. */
export async function trackCaseAction(
  ctx: Context,
  input: ParsedOf<typeof trackCase>,
): Promise<ReplyOf<typeof trackCase>> {
  const { id, state } = await trackedRow(ctx, input);
  const ground = await groundOf(ctx, await loadGround(ctx.tx), state);
  const [events, content] = await Promise.all([
    listStream(ctx.tx, `case:${id}`),
    findContent(ctx.tx, id, state.content.version),
  ]);
  const supplement = openSupplement(state, events);
  const lookup = lookupCodeOf(id);
  return {
    id,
    ...(lookup && { lookupCode: lookup }),
    ...headOf(state, ground),
    ...(supplement && { supplement }),
    papers: content ? dossierOf(ground.version, content, ctx.today) : [],
    messages: messagesOf(events),
    history: statusHistory(events.map(eventOf), evolve),
    slips: slipsOf(events, state).map((slip) => ({ ...slip, at: slip.at.toISOString() })),
    mayDo: openSteps(state).filter((one) => OWN_STEPS.includes(one)),
    ...endOfResult(events),
  };
}
