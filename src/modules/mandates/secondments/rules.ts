import { addMonths } from '../../../kit/day.ts';
import type { Day, Paper, StepRole } from '../rules/model.ts';

/** A person of one unit works in another for a time; a `to` day is the first on which he does not. */
export interface Secondment {
  id: string;
  personId: string;
  fromUnitId: string;
  toUnitId: string;
  roles: readonly StepRole[];
  from: Day;
  to: Day;
  paper: Paper;
  /** By what he acts there: an appointment to a position and an assignment, as everybody else. */
  positionId: string;
  appointmentId: string;
  assignmentId: string;
  /** The paper that ended it before its time. */
  endPaper?: Paper;
}

export type SecondmentEvent =
  | { what: 'stated'; secondment: Secondment }
  | { what: 'ended'; on: Day; paper: Paper };

/** The secondment after an event. */
export function evolveSecondment(
  state: Secondment | undefined,
  event: SecondmentEvent,
): Secondment | undefined {
  if (event.what === 'stated') return event.secondment;
  return state && { ...state, to: event.on, endPaper: event.paper };
}

/** A period is at least one and at most three years. */
export const leastMonths = 12;
export const mostMonths = 36;

/** Whether from a day to the first day without lies a period of 12 to 36 months. */
export function isPeriod(from: Day, to: Day): boolean {
  return to >= addMonths(from, leastMonths) && to <= addMonths(from, mostMonths);
}

/** Whether two periods share a day. */
export const meet = (a: { from: Day; to: Day }, b: { from: Day; to: Day }): boolean =>
  a.from < b.to && b.from < a.to;
