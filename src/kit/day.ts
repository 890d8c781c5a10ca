/**
 * Calendar days without time: text 'YYYY-MM-DD', always in the zone of Việt Nam (+07:00, no summer time since
 * 1975, so the offset is a constant and no time zone table is needed). Days compare as text.
 */

/** A calendar day 'YYYY-MM-DD', years 1900 to 2199. */
export type Day = string;

const MS_PER_DAY = 86_400_000;
const ZONE_MS = 7 * 3_600_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

const pad = (value: number, length: number) => String(value).padStart(length, '0');

/** True for a text of the form 'YYYY-MM-DD' that names a day that exists. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string') return false;
  const match = SHAPE.exec(text);
  return !!match && dayFrom(Number(match[1]), Number(match[2]), Number(match[3])) !== undefined;
}

/** The day of year, month (1–12) and day of month; undefined when there is no such day (30/02, 31/04…). */
export function dayFrom(year: number, month: number, date: number): Day | undefined {
  if (![year, month, date].every(Number.isInteger)) return undefined;
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || date < 1) return undefined;
  if (date > daysInMonth(year, month)) return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

/** How many days the month (1–12) of the year has. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Year, month (1–12) and day of month. @throws RangeError when the text is not a day. */
export function partsOf(day: Day): { year: number; month: number; date: number } {
  if (!isDay(day)) throw new RangeError(`not a calendar day: ${String(day)}`);
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) };
}

function serial(day: Day): number {
  const { year, month, date } = partsOf(day);
  return Date.UTC(year, month - 1, date) / MS_PER_DAY;
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return new Date((serial(day) + count) * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Days from `from` to `to`: positive when `to` is later, 0 for the same day. */
export function diffDays(from: Day, to: Day): number {
  return serial(to) - serial(from);
}

/** The same day of month `count` months later, clamped to the end of a shorter month (31/01 + 1 → 28/02). */
export function addMonths(day: Day, count: number): Day {
  const { year, month, date } = partsOf(day);
  const index = year * 12 + (month - 1) + count;
  const y = Math.floor(index / 12);
  const m = (index % 12) + 1;
  return `${pad(y, 4)}-${pad(m, 2)}-${pad(Math.min(date, daysInMonth(y, m)), 2)}`;
}

/** First day of the block of `months` months (1, 3, 6, 12) that holds the day. */
function startOfBlock(day: Day, months: number): Day {
  const { year, month } = partsOf(day);
  return `${pad(year, 4)}-${pad(Math.floor((month - 1) / months) * months + 1, 2)}-01`;
}

const endOfBlock = (day: Day, months: number) => addDays(addMonths(startOfBlock(day, months), months), -1);

/** First day of the month, quarter, half-year or year of the day. */
export const startOfMonth = (day: Day): Day => startOfBlock(day, 1);
export const startOfQuarter = (day: Day): Day => startOfBlock(day, 3);
export const startOfHalfYear = (day: Day): Day => startOfBlock(day, 6);
export const startOfYear = (day: Day): Day => startOfBlock(day, 12);

/** Last day of the month, quarter, half-year or year of the day. */
export const endOfMonth = (day: Day): Day => endOfBlock(day, 1);
export const endOfQuarter = (day: Day): Day => endOfBlock(day, 3);
export const endOfHalfYear = (day: Day): Day => endOfBlock(day, 6);
export const endOfYear = (day: Day): Day => endOfBlock(day, 12);

/** The earlier or later of the days given; undefined when none is. */
export function minDay(...days: (Day | undefined)[]): Day | undefined {
  return days.filter((d) => d !== undefined).toSorted()[0];
}
export function maxDay(...days: (Day | undefined)[]): Day | undefined {
  return days
    .filter((d) => d !== undefined)
    .toSorted()
    .at(-1);
}

/** The calendar day in Việt Nam at an instant (Date or ISO text). @throws RangeError when it is no instant. */
export function dayOf(instant: Date | string): Day {
  const time = (typeof instant === 'string' ? new Date(instant) : instant).getTime();
  if (Number.isNaN(time)) throw new RangeError(`not an instant: ${String(instant)}`);
  return new Date(time + ZONE_MS).toISOString().slice(0, 10);
}

/** The instant of a clock time 'HH:MM' (00:00–23:59) on a day in Việt Nam. @throws RangeError on a bad clock time. */
export function instantOf(day: Day, clock = '00:00'): Date {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock);
  if (!match) throw new RangeError(`not a clock time HH:MM: ${clock}`);
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return new Date(serial(day) * MS_PER_DAY + minutes * 60_000 - ZONE_MS);
}

/** 'dd/mm/yyyy', the way days are printed in Việt Nam. */
export function formatDay(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${pad(date, 2)}/${pad(month, 2)}/${year}`;
}

/**
 * Reads one day in the five printed styles: 5/3/2025, 5-3-2025, 5.3.2025, 2025-03-05, "ngày 5 tháng 3 năm 2025".
 * Day before month always (Decree 30/2020/NĐ-CP on papers of state bodies); years have four digits.
 * Undefined for anything else and for days that do not exist.
 */
export function parseDay(text: string): Day | undefined {
  const t = text.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ');
  const iso = SHAPE.exec(t);
  if (iso) return dayFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const match =
    /^(?:ngày )?(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4})$/.exec(t) ??
    /^(?:ngày )?(\d{1,2})( )tháng (\d{1,2})(?: năm |\/)(\d{4})$/.exec(t);
  return match ? dayFrom(Number(match[4]), Number(match[3]), Number(match[1])) : undefined;
}
