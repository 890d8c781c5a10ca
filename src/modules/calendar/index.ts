/** The door: what later modules may use. Calendars come from `loadCalendar`; everything else on them is pure. */
export { loadCalendar, loadCalendarFinder, loadCalendars, loadCommonCalendar } from './current.ts';
/** Names the state of all calendars; equal tokens, equal calendars. */
export { getToken as calendarToken } from './store/facts.ts';
export { namedDays } from './rules/days.ts';
export {
  addLimit,
  dueOf,
  dueTimes,
  isWorkingDay,
  nextWorkingMoment,
  workingDayAfter,
  workingDayFrom,
  workingMinutesBetween,
} from './rules/due.ts';
export type { DueTimes } from './rules/due.ts';
export { leftText, limitText } from './rules/words.ts';
export type * from './rules/model.ts';
