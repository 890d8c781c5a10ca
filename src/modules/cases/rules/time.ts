import type { Due, TimeFacts, TimeLimit } from '../../calendar/contract.ts';
import type { CaseEvent, DueCause, EventOf, HandOver } from './events.ts';
import { evolve } from './evolve.ts';
import type { By, CaseState, Instant } from './model.ts';
import { isPaused } from './pauses.ts';

/** Legal time of one case, bound to its calendar and its version's rule; without a rule nothing is ever due. */
export interface LegalTime {
  due(facts: TimeFacts): Pick<Due, 'startAt' | 'dueAt' | 'legalDueAt'> | undefined;
  /** Working minutes between two instants. */
  minutes(from: Date, to: Date): number;
  add(from: Date, limit: TimeLimit): Date;
}

/** What in a case bears on its time, as the calendar asks for it. */
export function timeFacts(
  state: Pick<CaseState, 'channel' | 'pauses' | 'additions'>,
  receivedAt: Instant,
): TimeFacts {
  return {
    receivedAt: new Date(receivedAt),
    channel: state.channel,
    pauses: state.pauses.map(({ from, to, reason, basis }) => ({
      from: new Date(from),
      ...(to && { to: new Date(to) }),
      reason,
      basis,
    })),
    additions: state.additions,
  };
}

const iso = (date: Date | undefined): Instant | undefined => date?.toISOString();

/** The promise at reception. */
export function dueAtReception(
  state: Pick<CaseState, 'channel' | 'pauses' | 'additions'>,
  receivedAt: Instant,
  time: LegalTime,
): { startAt: Instant; at?: Instant; legalAt?: Instant } {
  const due = time.due(timeFacts(state, receivedAt));
  const at = iso(due?.dueAt);
  const legalAt = iso(due?.legalDueAt);
  return { startAt: iso(due?.startAt) ?? receivedAt, ...(at && { at }), ...(legalAt && { legalAt }) };
}

/** Where a step's own time was cut off by a wait, it goes on with what was left. */
function stepDue(before: CaseState, after: CaseState, now: Instant, time: LegalTime): Instant | undefined {
  const { step } = after;
  if (!step?.dueAt || !isPaused(before) || isPaused(after)) return undefined;
  const since = before.pauses.filter((p) => !p.to).map((p) => p.from);
  const stood = since.toSorted()[0]!;
  if (stood >= step.dueAt) return undefined;
  const left = time.minutes(new Date(stood), new Date(step.dueAt));
  return time.add(new Date(now), { value: left / 60, unit: 'workingHour' }).toISOString();
}

export interface DueReason {
  cause: DueCause;
  reasonVi: string;
  reasonEn: string;
  basis: string;
}

/**
 * The events of a decision, and after them one that says what they did to the due date (R19): what it was, what it is,
 * why and on which place of the law. Nothing is added where the date stays, or before reception.
 */
export function withDue(
  state: CaseState,
  events: CaseEvent[],
  how: { now: Instant; by: By; time: LegalTime; reason: DueReason },
): CaseEvent[] {
  const after = events.reduce<CaseState>(evolve, state);
  if (!after.receivedAt || after.ended) return events;
  const changed = dueChange(state, after, how);
  return changed ? [...events, changed] : events;
}

/** The event of a changed due date, or nothing where it stays the same. */
export function dueChange(
  before: CaseState,
  after: CaseState,
  how: { now: Instant; by: By; time: LegalTime; reason: DueReason },
): EventOf<'case.dueRecomputed'> | undefined {
  const due = dueAtReception(after, after.receivedAt!, how.time);
  const stepDueAt = stepDue(before, after, how.now, how.time);
  if (due.at === after.due.at && due.legalAt === after.due.legalAt && due.startAt === after.due.startAt)
    return undefined;
  return {
    type: 'case.dueRecomputed',
    at: how.now,
    by: how.by,
    ...(after.due.at && { from: after.due.at }),
    ...(due.at && { to: due.at }),
    ...(due.legalAt && { legalTo: due.legalAt }),
    startAt: due.startAt,
    ...(stepDueAt && { stepDueAt }),
    ...how.reason,
  };
}

/** The facts of the control slip when a step is handed on: how its doer stood to the time of the step. */
export function handOver(
  state: CaseState,
  now: Instant,
  time: LegalTime,
  more: {
    giver?: string | undefined;
    taker?: string | undefined;
    takerUnitId?: string | undefined;
    remarks?: string | undefined;
  },
): HandOver {
  const { step } = state;
  const { giver, taker, takerUnitId, remarks } = more;
  const rest = {
    ...(giver && { giver }),
    ...(taker && { taker }),
    ...(takerUnitId && { takerUnitId }),
    ...(remarks && { remarks }),
  };
  if (!step) return { state: 'noLimit', minutes: 0, ...rest };
  const minutes = time.minutes(new Date(step.since), new Date(now));
  if (!step.dueAt) return { state: 'noLimit', minutes, ...rest };
  if (now > step.dueAt)
    return {
      state: 'late',
      minutes,
      lateMinutes: time.minutes(new Date(step.dueAt), new Date(now)),
      ...rest,
    };
  const left = time.minutes(new Date(now), new Date(step.dueAt));
  return { state: left > 0 ? 'early' : 'inTime', minutes, ...rest };
}
