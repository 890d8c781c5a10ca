import { addDays, type Day, dayOf, instantOf } from '../../../kit/day.ts';
import type { StepRole } from './events.ts';
import type { CaseState, Instant } from './model.ts';
import { nationalOnTime, provincialOnTime } from './onTime.ts';

/** A time of reporting by days, both ends counted. */
export interface Period {
  from: Day;
  to: Day;
}

/** What one line of form 06a counts; `received` is the sum of the first four, `handled` and `open` of the others. */
export const bookKeys = [
  'carried',
  'online',
  'direct',
  'post',
  'early',
  'onTime',
  'late',
  'inTime',
  'overdue',
  'nationalOnTime',
  'nationalOverdue',
] as const;
export type BookKey = (typeof bookKeys)[number];
export type BookCounts = Record<BookKey, number>;
export const noCounts = (): BookCounts => Object.fromEntries(bookKeys.map((key) => [key, 0])) as BookCounts;

export const receivedOf = (c: BookCounts): number => c.carried + c.online + c.direct + c.post;
export const handledOf = (c: BookCounts): number => c.early + c.onTime + c.late;
export const openOf = (c: BookCounts): number => c.inTime + c.overdue;

/** The case as it stood when the period ended: what was decided afterwards had not been decided. */
function asOf(state: CaseState, to: Day): CaseState {
  const end = state.decision?.approvedAt ?? state.ended?.at;
  if (!end || dayOf(end) <= to) return state;
  const { decision: _, ended: __, returnedAt: ___, ...open } = state;
  return open;
}

const arrival = { online: 'online', post: 'post', desk: 'direct', helper: 'direct' } as const;

/**
 * Where one case stands in a period: how it came in, how it ended or stands by the province's definition, and what the
 * national index says. Nothing for one that was not received by the end of the period or had ended before it.
 * Source: procedures.md section 4: received = carried over + new by channel; handled = early + on time + late;
 * open = in time + overdue. A case helped at a desk but filed by the citizen is online: its channel says so.
 * @param until the moment at which open cases are looked at: the end of the period, or now within it
 */
export function bookKeysOf(
  state: CaseState,
  { from, to }: Period,
  until: Instant = instantOf(addDays(to, 1)).toISOString(),
): BookKey[] {
  if (!state.receivedAt || dayOf(state.receivedAt) > to) return [];
  const then = asOf(state, to);
  const end = then.decision?.approvedAt ?? then.ended?.at;
  if (end && dayOf(end) < from) return [];
  const verdict = provincialOnTime(then, to);
  const national = nationalOnTime(then, until);
  return [
    dayOf(state.receivedAt) < from ? 'carried' : arrival[state.channel],
    ...(verdict === 'notCounted' ? [] : [verdict]),
    ...(national === 'notCounted'
      ? []
      : [national === 'onTime' ? ('nationalOnTime' as const) : ('nationalOverdue' as const)]),
  ];
}

/** Why a case is late, as forms 07a and 07b ask. */
export const lateCauses = [
  'otherAgency',
  'receive',
  'appraise',
  'decide',
  'issue',
  'waiting',
  'unknown',
] as const;
export type LateCause = (typeof lateCauses)[number];

const causeOfRole: Record<StepRole, LateCause> = {
  receive: 'receive',
  collect: 'receive',
  appraise: 'appraise',
  assign: 'decide',
  check: 'decide',
  sign: 'decide',
  issue: 'issue',
  return: 'issue',
  consult: 'otherAgency',
};

/**
 * The cause follows from the events: an answer of another agency that came late or not at all; else the step at which the
 * case stood when its time ran out.
 * @param roleAtDue the role of that step, where the control slips tell it
 */
export function lateCause(state: CaseState, roleAtDue: StepRole | undefined, to: Day): LateCause {
  const until = instantOf(addDays(to, 1)).toISOString();
  if (state.consultations.some((one) => (one.answeredAt ?? until) > one.dueAt)) return 'otherAgency';
  if (state.handling === 'awaitingDuty') return 'waiting';
  const role = roleAtDue ?? (state.ended ? undefined : state.step?.role);
  return role ? causeOfRole[role] : 'unknown';
}
