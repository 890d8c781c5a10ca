/**
 * Time inside the rules: whole minutes since 1970-01-01 00:00 in Việt Nam, and whole days since then. The zone is +07:00
 * without summer time, so both are plain arithmetic and the machine's own zone is never asked. Seconds are cut off: a
 * slip prints minutes, and what is printed is what counts.
 */
import type { ClockTime, Day } from './model.ts';

export const MINUTES_PER_DAY = 1440;
const OFFSET = 7 * 60;
const MS_PER_MINUTE = 60_000;

export const minuteOf = (at: Date): number => Math.floor(at.getTime() / MS_PER_MINUTE) + OFFSET;
export const instantAt = (minute: number): Date => new Date((minute - OFFSET) * MS_PER_MINUTE);

export const dayNumberOf = (minute: number): number => Math.floor(minute / MINUTES_PER_DAY);
export const clockOf = (minute: number): number => minute - dayNumberOf(minute) * MINUTES_PER_DAY;

/** Days since 1970-01-01. */
export const dayNumber = (day: Day): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000;
export const dayText = (number: number): Day => new Date(number * 86_400_000).toISOString().slice(0, 10);

/** 0 for Monday to 6 for Sunday; day 0 was a Thursday. */
export const weekdayOf = (number: number): number => (((number + 3) % 7) + 7) % 7;

export const clockMinutes = (clock: ClockTime): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
const two = (value: number): string => (value < 10 ? `0${value}` : String(value));
export const clockText = (minutes: number): ClockTime =>
  `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** The day `count` months later; the last day of a shorter month (Civil Code 2015, article 148 clauses 2 and 3). */
export function addMonthsTo(number: number, count: number): number {
  const from = new Date(number * 86_400_000);
  const index = from.getUTCFullYear() * 12 + from.getUTCMonth() + count;
  const lastOfMonth = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  return Date.UTC(Math.floor(index / 12), index % 12, Math.min(from.getUTCDate(), lastOfMonth)) / 86_400_000;
}
