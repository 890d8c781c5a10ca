import { coursesOf, startOf } from './course.ts';
import { explain } from './explain.ts';
import { dayNumber, dayNumberOf, dayText, instantAt, minuteOf } from './minutes.ts';
import type { AgencyCalendar, Day, Due, TimeFacts, TimeLimit, TimeRule } from './model.ts';
import { runLimit } from './run.ts';
import { fullDayAfter, closeOf, isFull, isOpen, nextWorkingMinute, tableOf, workedBefore } from './table.ts';

/** When something is due, without the words: what a re-computation of many cases compares. */
export type DueTimes = Omit<Due, 'lines'>;

/**
 * When a supplement is awaited too long: the last of `autoCloseAfter` working days after the request, at the close of
 * work (Decree 297/2025/NĐ-CP: 15 working days). Undefined when nothing is awaited from the applicant.
 */
function closesAt(rule: TimeRule, facts: TimeFacts, calendar: AgencyCalendar): Date | undefined {
  const open = facts.pauses.find(
    ({ to, reason }) => !to && (reason === 'supplement' || reason === 'applicantAnswer'),
  );
  if (!open || rule.autoCloseAfter === undefined) return undefined;
  const table = tableOf(calendar);
  const day = dayNumberOf(startOf(table, minuteOf(open.from), undefined).at);
  return instantAt(closeOf(table, fullDayAfter(table, day, rule.autoCloseAfter)));
}

function timesOf(
  { norm, legal }: ReturnType<typeof coursesOf>,
  rule: TimeRule,
  facts: TimeFacts,
  calendar: AgencyCalendar,
): DueTimes {
  const times: DueTimes = { startAt: instantAt(norm.runs.at(-1)!.start.at) };
  if (norm.due !== undefined) times.dueAt = instantAt(norm.due);
  if (legal?.due !== undefined) times.legalDueAt = instantAt(legal.due);
  const closes = closesAt(rule, facts, calendar);
  if (closes) times.closesAt = closes;
  return times;
}

/** `dueOf` without its lines. */
export function dueTimes(rule: TimeRule, facts: TimeFacts, calendar: AgencyCalendar): DueTimes {
  return timesOf(coursesOf(rule, facts, calendar), rule, facts, calendar);
}

/**
 * When a case is due and why, line by line. Absent `dueAt`: a pause is open and began before the time was over.
 * @throws RangeError outside 1990–2099, or for days and months that are no whole numbers
 */
export function dueOf(rule: TimeRule, facts: TimeFacts, calendar: AgencyCalendar): Due {
  const courses = coursesOf(rule, facts, calendar);
  const times = timesOf(courses, rule, facts, calendar);
  return { ...times, lines: explain(rule, facts, calendar, courses, times.closesAt) };
}

/** Minutes of work between two instants; negative when `to` is the earlier. */
export function workingMinutesBetween(calendar: AgencyCalendar, from: Date, to: Date): number {
  const table = tableOf(calendar);
  return workedBefore(table, minuteOf(to)) - workedBefore(table, minuteOf(from));
}

/** The end of a limit that begins at an instant, by the rules of reception without cut-off or pause. */
export function addLimit(calendar: AgencyCalendar, from: Date, limit: TimeLimit): Date {
  const table = tableOf(calendar);
  const start = startOf(table, minuteOf(from), undefined).at;
  return instantAt(runLimit(table, start, { limit, sameHour: false }, []).at);
}

/** The instant itself when the agency is at work, else the next moment it is. */
export function nextWorkingMoment(calendar: AgencyCalendar, at: Date): Date {
  const minute = minuteOf(at);
  const next = nextWorkingMinute(tableOf(calendar), minute);
  return next === minute ? at : instantAt(next);
}

/** Whether the day is a working day; the Saturday morning of a desk has working hours, but is none. */
export const isWorkingDay = (calendar: AgencyCalendar, day: Day): boolean =>
  isFull(tableOf(calendar), dayNumber(day));

/** Whether there is any work on the day. */
export const isOpenDay = (calendar: AgencyCalendar, day: Day): boolean =>
  isOpen(tableOf(calendar), dayNumber(day));

/** The `count`-th working day after a day: for deadlines counted from a day without an hour. */
export const workingDayAfter = (calendar: AgencyCalendar, day: Day, count: number): Day =>
  dayText(fullDayAfter(tableOf(calendar), dayNumber(day), count));

/** The day itself when it is a working day, else the next one (Civil Code 2015, article 148 clause 5). */
export const workingDayFrom = (calendar: AgencyCalendar, day: Day): Day =>
  isWorkingDay(calendar, day) ? day : workingDayAfter(calendar, day, 1);
