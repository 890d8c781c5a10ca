import { clockMinutes, clockOf, dayNumber, dayNumberOf, MINUTES_PER_DAY, weekdayOf } from './minutes.ts';
import type { AgencyCalendar, CalendarVersion, DayException, WorkSpan } from './model.ts';
import { weekdays } from './model.ts';

/** What one day holds: its spans in minutes of the day. */
export interface Shape {
  spans: readonly (readonly [from: number, to: number])[];
  total: number;
  opens: number;
  closes: number;
  /**
   * Counts as a working day. A morning of four hours (the Saturday of a police desk) is working time, but no working
   * day: officials' working days are Monday to Friday (Decision 188/1999/QĐ-TTg).
   */
  full: boolean;
}

/** Everything the rules ask of a calendar, answered by looking up or by halving. */
export interface Table {
  shapes: readonly Shape[];
  /** Index into `shapes` of each day from `FIRST`. */
  kinds: Uint16Array;
  /** Working minutes before each day. */
  before: Int32Array;
  /** Full working days before each day, and these days in order. */
  rank: Int32Array;
  fullDays: Int32Array;
}

export const FIRST = dayNumber('1990-01-01');
export const LAST = dayNumber('2099-12-31');
const DAYS = LAST - FIRST + 1;
const HALF_DAY = 240;

function shapeOf(spans: readonly WorkSpan[]): Shape {
  const minutes = spans
    .map(({ from, to }) => [clockMinutes(from), clockMinutes(to)] as const)
    .toSorted(([a], [b]) => a - b);
  const total = minutes.reduce((sum, [from, to]) => sum + to - from, 0);
  return {
    spans: minutes,
    total,
    opens: minutes[0]?.[0] ?? 0,
    closes: minutes.at(-1)?.[1] ?? 0,
    full: total > HALF_DAY,
  };
}

/** The exception that stands for each day: of several the one issued last, and of these the one stated last. */
export function standingExceptions(calendar: AgencyCalendar): Map<number, DayException> {
  const standing = new Map<number, DayException>();
  for (const exception of calendar.exceptions) {
    const day = dayNumber(exception.day);
    const known = standing.get(day);
    if (!known || known.issuedOn <= exception.issuedOn) standing.set(day, exception);
  }
  return standing;
}

/** Which weekday's hours a day keeps; undefined on a day off. */
function weekdayKept(
  day: number,
  version: CalendarVersion,
  exception: DayException | undefined,
): number | undefined {
  const own = weekdayOf(day);
  if (!exception || (exception.kind === 'working' && !version.keepsMakeUpDays)) return own;
  if (exception.kind === 'off') return undefined;
  if (exception.insteadOf) return weekdayOf(dayNumber(exception.insteadOf));
  return version.week[weekdays[own]!].length > 0 ? own : 0;
}

function build(calendar: AgencyCalendar): Table {
  const versions = calendar.versions.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  if (versions.length === 0) throw new RangeError(`the calendar ${calendar.id} has no version`);
  const starts = versions.map((version) => dayNumber(version.validFrom));
  const exceptions = standingExceptions(calendar);
  const shapes: Shape[] = [shapeOf([])];
  const ofWeek = versions.map((version) =>
    weekdays.map((weekday) => shapes.push(shapeOf(version.week[weekday])) - 1),
  );
  const kinds = new Uint16Array(DAYS);
  const before = new Int32Array(DAYS + 1);
  const rank = new Int32Array(DAYS + 1);
  const fullDays: number[] = [];
  let at = 0;
  for (let i = 0; i < DAYS; i += 1) {
    const day = FIRST + i;
    while (at + 1 < starts.length && starts[at + 1]! <= day) at += 1;
    const weekday = weekdayKept(day, versions[at]!, exceptions.get(day));
    const kind = weekday === undefined ? 0 : ofWeek[at]![weekday]!;
    const shape = shapes[kind]!;
    kinds[i] = kind;
    before[i + 1] = before[i]! + shape.total;
    rank[i + 1] = rank[i]! + (shape.full ? 1 : 0);
    if (shape.full) fullDays.push(day);
  }
  return { shapes, kinds, before, rank, fullDays: Int32Array.from(fullDays) };
}

const tables = new WeakMap<AgencyCalendar, Table>();

/** The table of a calendar, made once per object. Days before the first version follow the first version. */
export function tableOf(calendar: AgencyCalendar): Table {
  let table = tables.get(calendar);
  if (!table) tables.set(calendar, (table = build(calendar)));
  return table;
}

const inside = (day: number): number => {
  if (day < FIRST || day > LAST) throw new RangeError('calendars reach from 1990 to 2099');
  return day - FIRST;
};

export const shapeOn = (table: Table, day: number): Shape => table.shapes[table.kinds[inside(day)]!]!;
export const isOpen = (table: Table, day: number): boolean => shapeOn(table, day).total > 0;
export const isFull = (table: Table, day: number): boolean => shapeOn(table, day).full;
export const closeOf = (table: Table, day: number): number =>
  day * MINUTES_PER_DAY + shapeOn(table, day).closes;

/** Working minutes from the table's first day to the minute. */
export function workedBefore(table: Table, minute: number): number {
  const day = dayNumberOf(minute);
  const clock = clockOf(minute);
  let worked = table.before[inside(day)]!;
  for (const [from, to] of shapeOn(table, day).spans)
    if (clock > from) worked += (clock < to ? clock : to) - from;
  return worked;
}

/** The first minute before which `worked` minutes of work lie: the reverse of `workedBefore`. */
export function minuteAfterWork(table: Table, worked: number): number {
  let low = 0;
  let high = DAYS;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (table.before[middle]! < worked) low = middle + 1;
    else high = middle;
  }
  const day = FIRST + low - 1;
  let left = worked - table.before[inside(day)]!;
  for (const [from, to] of shapeOn(table, day).spans) {
    if (left <= to - from) return day * MINUTES_PER_DAY + from + left;
    left -= to - from;
  }
  throw new RangeError('calendars reach from 1990 to 2099');
}

/** The minute itself when work is going on, else the start of the next span. */
export function nextWorkingMinute(table: Table, minute: number): number {
  let day = dayNumberOf(minute);
  const clock = clockOf(minute);
  for (const [from, to] of shapeOn(table, day).spans)
    if (clock < to) return day * MINUTES_PER_DAY + Math.max(from, clock);
  do day += 1;
  while (!isOpen(table, day));
  return day * MINUTES_PER_DAY + shapeOn(table, day).opens;
}

/** How many full working days lie in [from, to]; 0 when `to` is earlier. */
export const fullDaysIn = (table: Table, from: number, to: number): number =>
  to < from ? 0 : table.rank[inside(to) + 1]! - table.rank[inside(from)]!;

/** The `count`-th full working day after `day`; 1 is the next one. */
export function fullDayAfter(table: Table, day: number, count: number): number {
  const found = table.fullDays[table.rank[inside(day) + 1]! + count - 1];
  if (found === undefined) throw new RangeError('calendars reach from 1990 to 2099');
  return found;
}
