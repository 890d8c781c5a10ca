import { type Course, partsOf } from './course.ts';
import { dayNumber, dayNumberOf, dayText, instantAt, MINUTES_PER_DAY, weekdayOf } from './minutes.ts';
import type { AgencyCalendar, DayException, DueLine, TimeFacts, TimeRule } from './model.ts';
import { weekdays } from './model.ts';
import { sentences as say } from './sentences.ts';
import { isOpen, standingExceptions, type Table, tableOf } from './table.ts';
import { weekdayNames } from './words.ts';

/** Days in a row that differ by one decision. */
interface Group {
  first: number;
  last: number;
  exception: DayException;
}

const standingOf = new WeakMap<AgencyCalendar, Map<number, DayException>>();
function standing(calendar: AgencyCalendar): Map<number, DayException> {
  let map = standingOf.get(calendar);
  if (!map) standingOf.set(calendar, (map = standingExceptions(calendar)));
  return map;
}

/** The named days between two days that changed what the week alone would have given. */
function groupsIn(calendar: AgencyCalendar, table: Table, from: number, to: number): Group[] {
  const groups: Group[] = [];
  for (let day = from; day <= to; day += 1) {
    const exception = standing(calendar).get(day);
    if (!exception || (exception.kind === 'working') !== isOpen(table, day)) continue;
    const last = groups.at(-1);
    const same =
      last?.exception.nameVi === exception.nameVi && last.exception.decision === exception.decision;
    if (last && same && last.last === day - 1 && exception.kind === last.exception.kind) last.last = day;
    else groups.push({ first: day, last: day, exception });
  }
  return groups;
}

/** Days of rest of the week itself: those that are off without a name. */
function restDays(calendar: AgencyCalendar, table: Table, from: number, to: number): number[] {
  const days: number[] = [];
  for (let day = from; day <= to; day += 1)
    if (!isOpen(table, day) && !standing(calendar).has(day)) days.push(day);
  return days;
}

function linesOf(calendar: AgencyCalendar, from: number, to: number): DueLine[] {
  const table = tableOf(calendar);
  const at = (day: number) => instantAt(day * MINUTES_PER_DAY);
  const named = groupsIn(calendar, table, from, to).map(({ first, last, exception }): DueLine => {
    const days = last - first + 1;
    const text =
      exception.kind === 'off'
        ? say.dayOff(exception, dayText(first), dayText(last), days)
        : say.makeUp(exception, dayText(first));
    return { kind: exception.kind === 'off' ? 'dayOff' : 'makeUp', at: at(first), ...text };
  });
  const rest = restDays(calendar, table, from, to);
  if (rest.length === 0) return named;
  const names = [...new Set(rest.map((day) => weekdays[weekdayOf(day)]!))].map((w) => weekdayNames[w]);
  return [{ kind: 'dayOff', at: at(rest[0]!), ...say.restDays(rest.length, names) }, ...named];
}

/**
 * The days off and make-up days that bear on a due date. Working time: all days from the start to the end. Calendar
 * days run through them; there only those count from which the end moved away.
 */
export function daysBetween(
  calendar: AgencyCalendar,
  rule: TimeRule,
  facts: TimeFacts,
  course: Course,
): DueLine[] {
  const { end, start, restartedBy } = course.runs.at(-1)!;
  const due = dayNumberOf(end.at);
  const parts = partsOf(rule.limit, facts.additions);
  if (parts.some(({ unit }) => unit.startsWith('working')))
    return linesOf(calendar, dayNumberOf(restartedBy ? start.at : start.received), due);
  const waited = dayNumberOf(start.received);
  const atStart = dayNumberOf(start.at) > waited ? linesOf(calendar, waited, dayNumberOf(start.at)) : [];
  if (end.lastDay === undefined || end.lastDay >= due) return atStart;
  const moved: DueLine = {
    kind: 'dayOff',
    at: instantAt(end.lastDay * MINUTES_PER_DAY),
    ...say.endsOnDayOff(dayText(end.lastDay)),
  };
  return [...atStart, moved, ...linesOf(calendar, end.lastDay, due)];
}

/** Whether an exception of the calendar stands on the day, and which. */
export const exceptionOn = (calendar: AgencyCalendar, day: string): DayException | undefined =>
  standing(calendar).get(dayNumber(day));
