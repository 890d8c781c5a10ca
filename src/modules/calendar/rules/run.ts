import { addMonthsTo, dayNumberOf } from './minutes.ts';
import type { TimeLimit } from './model.ts';
import {
  closeOf,
  fullDayAfter,
  fullDaysIn,
  isFull,
  isOpen,
  minuteAfterWork,
  nextWorkingMinute,
  type Table,
  workedBefore,
} from './table.ts';

/** Eight working hours are one working day. */
export const WORKING_DAY = 480;

/** A stretch in which the clock stands, in minutes; `to` is Infinity while it is open. Sorted and disjoint. */
export interface Standstill {
  from: number;
  to: number;
}

/** Where a limit ends; `lastDay` is the counted last day before it moved off a day off. */
export interface End {
  at: number;
  lastDay?: number;
}

export interface Running {
  limit: TimeLimit;
  sameHour: boolean;
}

/** Minutes of work a limit holds, for limits counted by the hour; undefined for those counted by the day. */
export function workOf({ limit, sameHour }: Running): number | undefined {
  if (limit.unit === 'workingHour') return Math.round(limit.value * 60);
  if (limit.unit === 'workingDay' && (sameHour || !Number.isInteger(limit.value)))
    return Math.round(limit.value * WORKING_DAY);
  return undefined;
}

function runWork(table: Table, start: number, work: number, pauses: readonly Standstill[]): End {
  let target = workedBefore(table, start) + work;
  let at = work === 0 ? start : minuteAfterWork(table, target);
  for (const { from, to } of pauses) {
    if (from >= at) break;
    if (to <= start) continue;
    target += workedBefore(table, to) - workedBefore(table, Math.max(from, start));
    at = work === 0 ? nextWorkingMinute(table, to) : minuteAfterWork(table, target);
  }
  return { at };
}

/** A moment itself while work goes on or just ends, else the next opening. */
function handOver(table: Table, minute: number): number {
  return nextWorkingMinute(table, minute - 1) === minute - 1 ? minute : nextWorkingMinute(table, minute);
}

/** Hours of the clock. An end outside working time moves to the next opening: nobody is there to hand anything over. */
function runHours(table: Table, start: number, minutes: number, pauses: readonly Standstill[]): End {
  let end = start + minutes;
  let at = minutes === 0 ? start : handOver(table, end);
  for (const { from, to } of pauses) {
    if (from >= at) break;
    if (to <= start) continue;
    end += to - Math.max(from, start);
    at = Math.max(handOver(table, end), nextWorkingMinute(table, to));
  }
  return dayNumberOf(at) === dayNumberOf(end) ? { at } : { at, lastDay: dayNumberOf(end) };
}

/**
 * The first and the last day lost to a pause: those at whose end the clock stands. A working day ends with its work, a
 * calendar day at midnight, whatever the calendar says of it.
 */
function daysLost(table: Table, { from, to }: Standstill, byWork: boolean): [first: number, last: number] {
  const first = dayNumberOf(from);
  const last = dayNumberOf(to);
  if (!byWork) return [first, last - 1];
  return [
    !isOpen(table, first) || closeOf(table, first) > from ? first : first + 1,
    isOpen(table, last) && closeOf(table, last) <= to ? last : last - 1,
  ];
}

/**
 * Limits counted by the day: the first day is left out (Civil Code 2015, article 147 clause 2), a last day that is a
 * day off moves to the next working day (article 148 clause 5), and the limit ends with that day's work, also where the
 * rule keeps the hour of reception: that is for working days, which are eight hours each.
 */
function runDays(
  table: Table,
  start: number,
  { unit, value }: TimeLimit,
  pauses: readonly Standstill[],
): End {
  const first = dayNumberOf(start);
  const whole = unit === 'workingDay';
  const base = unit === 'month' ? addMonthsTo(first, value) : unit === 'day' ? first + value : first;
  const counted = whole ? value : 0;
  const countedFrom = value === 0 ? first : first + 1;
  const lastAfter = (shift: number): number => {
    if (!whole) return base + shift;
    return counted + shift === 0 ? first : fullDayAfter(table, first, counted + shift);
  };
  const landing = (day: number): number =>
    isFull(table, day) || (day === first && isOpen(table, day)) ? day : fullDayAfter(table, day, 1);
  let shift = 0;
  let lastDay = lastAfter(0);
  for (const pause of pauses) {
    if (pause.from >= closeOf(table, landing(lastDay))) break;
    if (pause.to <= start) continue;
    const [from, to] = daysLost(table, pause, whole);
    const since = Math.max(from, countedFrom);
    shift += whole ? fullDaysIn(table, since, to) : Math.max(0, to - since + 1);
    lastDay = lastAfter(shift);
    while (closeOf(table, landing(lastDay)) <= pause.to) lastDay = lastAfter((shift += 1));
  }
  return { at: closeOf(table, landing(lastDay)), lastDay };
}

/** The end of one limit that starts at a working minute, leaving out the closed `pauses`. */
export function runLimit(table: Table, start: number, running: Running, pauses: readonly Standstill[]): End {
  const work = workOf(running);
  if (work !== undefined) return runWork(table, start, work, pauses);
  const { unit, value } = running.limit;
  if (unit === 'hour') return runHours(table, start, Math.round(value * 60), pauses);
  if (!Number.isInteger(value)) throw new RangeError(`${unit} limits are whole numbers`);
  return runDays(table, start, running.limit, pauses);
}
