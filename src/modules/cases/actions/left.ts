import { type AgencyCalendar, workingMinutesBetween } from '../../calendar/index.ts';

/** What is left when a case fell due as work ended and nobody has worked since: less than no minute. */
const JUST_OVERDUE = -0.5;

/** Working minutes until a due date; below zero from the moment it has passed, even before work begins again. */
export function minutesLeft(calendar: AgencyCalendar, now: Date, due: Date): number {
  const minutes = workingMinutesBetween(calendar, now, due);
  return minutes === 0 && now > due ? JUST_OVERDUE : minutes;
}
