import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { listStream, type StoredEvent } from '../../../kit/events.ts';
import { type DueLine } from '../../calendar/contract.ts';
import { dueOf } from '../../calendar/index.ts';
import { nextSteps, stepOf, timeRuleFor } from '../../procedures/index.ts';
import type { getCase } from '../contract.ts';
import { statusCode, statusHistory } from '../rules/codes.ts';
import type { CaseContent } from '../rules/content.ts';
import { evolve } from '../rules/evolve.ts';
import type { CaseState } from '../rules/model.ts';
import { nationalOnTime, provincialOnTime } from '../rules/onTime.ts';
import { paidSum } from '../rules/pauses.ts';
import { timeFacts } from '../rules/time.ts';
import { checkCode } from '../slips/code.ts';
import { type CaseRow, getCaseRow } from '../store/caseFile.ts';
import { findContent } from '../store/content.ts';
import { eventOf } from './apply.ts';
import { calendarUnitOf, type CaseGround, groundOf, loadGround } from './grounds.ts';
import { minutesLeft } from './left.ts';
import { stepsFor } from './prove.ts';

/** Why a case is due when it is due: the same lines for citizen and official. */
export function dueLines(state: CaseState, ground: CaseGround): readonly DueLine[] {
  const { channel, caseKind } = state;
  const rule = timeRuleFor(ground.version, { channel, ...(caseKind && { caseKind }) });
  if (!rule || !state.receivedAt) return [];
  return dueOf(rule, timeFacts(state, state.receivedAt), ground.calendarOf(calendarUnitOf(state))).lines;
}

export const linesOf = (state: CaseState, ground: CaseGround) =>
  dueLines(state, ground).map(({ kind, at, vi, en }) => ({ kind, at: at.toISOString(), vi, en }));

export const stateOf = (state: CaseState) => {
  const code = statusCode(state);
  const { handling, payment, delivery, sync } = state;
  return { handling, payment, delivery, sync, ...(code && { statusCode: code }) };
};

export const placesOf = ({ help, reception, decision, returnTo }: CaseState['places']) => ({
  ...(help && { help }),
  reception,
  ...(decision && { decision }),
  returnTo,
});

const timelineOf = (events: readonly StoredEvent[]) =>
  events.map(({ seq, at, kind, payload }) => {
    const { by, ...rest } = payload as { by: { as: string } } & Record<string, unknown>;
    return { seq, at: at.toISOString(), kind, by, payload: rest };
  });

/** The step at which a case stands, with its names from the pinned version. */
export function stepNow(state: CaseState, ground: CaseGround) {
  if (!state.step) return undefined;
  const { key, role, unitId, since, dueAt } = state.step;
  const name = stepOf(ground.version, key)?.name;
  return {
    key,
    role,
    unitId,
    since,
    ...(dueAt && { dueAt }),
    vi: name?.vi ?? key,
    ...(name?.en && { en: name.en }),
  };
}

function following(state: CaseState, ground: CaseGround, values: CaseContent['values']) {
  if (!state.step) return [];
  return nextSteps(ground.version, state.step.key, values).map(({ key, role, at, name }) => ({
    key,
    role,
    at,
    vi: name.vi,
    ...(name.en && { en: name.en }),
  }));
}

function dueView(ctx: Context, state: CaseState, ground: CaseGround) {
  const { at, legalAt, first } = state.due;
  const calendar = ground.calendarOf(calendarUnitOf(state));
  const left = at && !state.ended ? minutesLeft(calendar, ctx.now, new Date(at)) : undefined;
  return {
    ...(at && { at }),
    ...(legalAt && { legalAt }),
    ...(first && { first }),
    ...(left !== undefined && { minutesLeft: left }),
    lines: linesOf(state, ground),
  };
}

/** What the page of a case shows beside its content: procedure, places, time, money, decision. */
function headOf(ctx: Context, row: CaseRow, ground: CaseGround) {
  const { state } = row;
  const { version } = ground;
  const longest = longestLimit(ground);
  return {
    id: row.id,
    ...(state.code && { code: state.code }),
    ...stateOf(state),
    procedure: {
      code: version.code,
      ...version.content.name,
      versionId: version.id,
      ...(version.overlayId && { overlayId: version.overlayId }),
      number: version.number,
    },
    channel: state.channel,
    ...(state.caseKind && { caseKind: state.caseKind }),
    ...(state.gap && { gap: state.gap }),
    places: placesOf(state.places),
    atUnitId: state.atUnitId,
    ...(state.personId && { personId: state.personId }),
    submittedAt: state.submittedAt!,
    ...(state.receivedAt && { receivedAt: state.receivedAt }),
    due: dueView(ctx, state, ground),
    onTime: {
      provincial: provincialOnTime(state, ctx.today),
      national: nationalOnTime(state, ctx.now.toISOString(), longest),
    },
    supplements: state.supplements.map((one) => ({ ...one })),
    consultations: state.consultations.map((one) => ({ ...one })),
    ...(state.duty && { duty: { ...state.duty, rest: state.duty.amount - paidSum(state) } }),
    receipts: state.receipts.map((one) => ({ ...one })),
    ...(state.decision && { decision: { ...state.decision } }),
    ...(state.code && state.decision?.number && { checkAddress: `/results/${checkCode(ctx, state.code)}` }),
    version: row.version,
  };
}

/** For cases without an appointment the national index takes the longest limit of the procedure: days of eight hours. */
function longestLimit(ground: CaseGround) {
  const minutes = ground.version.content.channels.flatMap(({ limit }) => {
    if (limit?.unit === 'workingHour') return [limit.value * 60];
    return limit?.unit === 'workingDay' ? [limit.value * 480] : [];
  });
  if (minutes.length === 0) return undefined;
  const between = (from: string, to: string) => ground.time.minutes(new Date(from), new Date(to));
  return { minutes: Math.max(...minutes), between };
}

/** One case with its form, time line, due date explained, and the steps open to this person. */
export async function getCaseAction(
  ctx: Context,
  { id }: ParsedOf<typeof getCase>,
): Promise<ReplyOf<typeof getCase>> {
  const [row, bare, events] = await Promise.all([
    getCaseRow(ctx.tx, ctx.actor, id),
    loadGround(ctx.tx),
    listStream(ctx.tx, `case:${id}`),
  ]);
  const { state } = row;
  const [ground, content] = await Promise.all([
    groundOf(ctx, bare, state),
    findContent(ctx.tx, id, state.content.version),
  ]);
  const mine = ctx.actor.kind === 'account' && row.accountId === ctx.actor.id;
  const step = stepNow(state, ground);
  const shown = mine ? events.filter((e) => e.kind !== 'case.noted') : events;
  return {
    ...headOf(ctx, row, ground),
    ...(step && { step }),
    next: following(state, ground, content?.values ?? {}),
    ...(content && {
      content: { ...content, version: state.content.version, ...mutable(content) },
    }),
    history: statusHistory(events.map(eventOf), evolve),
    timeline: timelineOf(shown),
    steps: stepsFor(ctx, ground, state, mine),
  };
}

const mutable = (content: CaseContent) => ({
  coApplicants: [...content.coApplicants],
  components: content.components.map((c) => ({ ...c, fileIds: [...c.fileIds] })),
  promised: content.promised ? [...content.promised] : undefined,
});
