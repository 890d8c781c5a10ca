import { type Day, dayOf } from '../../../kit/day.ts';
import { waitedMs } from './evolve.ts';
import type { CaseState, Instant } from './model.ts';

/** A verdict with the definition it was reached by; `notCounted` says that the case is in neither count. */
export const provincialVerdicts = ['early', 'onTime', 'late', 'inTime', 'overdue', 'notCounted'] as const;
export type ProvincialVerdict = (typeof provincialVerdicts)[number];
export const nationalVerdicts = ['onTime', 'overdue', 'notCounted'] as const;
export type NationalVerdict = (typeof nationalVerdicts)[number];

/**
 * As provincial systems count: days are compared, the end is the approval of the result. A case that waits for a
 * supplement is not counted as overdue; after it the new due date holds. Source: procedures.md section 4, left column.
 * @param asOf the day for which is asked
 */
export function provincialOnTime(state: CaseState, asOf: Day): ProvincialVerdict {
  if (!state.receivedAt) return 'notCounted';
  const end = state.decision?.approvedAt ?? state.ended?.at;
  const due = state.due.at ?? (state.ended ? state.due.appointment : undefined);
  const dueDay = due && dayOf(due);
  if (end) {
    if (!dueDay) return 'early';
    const endDay = dayOf(end);
    if (endDay < dueDay) return 'early';
    return endDay === dueDay ? 'onTime' : 'late';
  }
  if (!dueDay || state.handling === 'supplementAsked') return 'inTime';
  return asOf <= dueDay ? 'inTime' : 'overdue';
}

/** The moment at which the national portal takes a case for ended: 9, else 10, else 3, 8, 7 of received cases. */
export function nationalEnd(state: CaseState): Instant | undefined {
  if (state.ended?.how === 'finished') return state.ended.at;
  return state.returnedAt ?? state.ended?.at;
}

/**
 * As the index behind the national portal counts: instants are compared, waiting for a supplement is taken out, more
 * than one request for a supplement is overdue by itself, and a case still waiting ends with the request.
 * Source: procedures.md section 4, right column.
 * @param asOf end of the period, for cases still open
 * @param longest working minutes of the longest limit and how to count them, for cases without an appointment
 */
export function nationalOnTime(
  state: CaseState,
  asOf: Instant,
  longest?: { minutes: number; between: (from: Instant, to: Instant) => number },
): NationalVerdict {
  if (!state.receivedAt) return 'notCounted';
  const within = state.supplements.filter((s) => s.askedAt >= state.receivedAt!);
  if (within.length > 1) return 'overdue';
  const waiting = within.find((s) => !s.answeredAt);
  const end = waiting ? waiting.askedAt : (nationalEnd(state) ?? asOf);
  const counted = new Date(Date.parse(end) - waitedMs({ ...state, supplements: within })).toISOString();
  const appointment = state.due.appointment;
  if (appointment) return counted <= appointment ? 'onTime' : 'overdue';
  if (!longest) return 'notCounted';
  return longest.between(state.receivedAt, counted) <= longest.minutes ? 'onTime' : 'overdue';
}
