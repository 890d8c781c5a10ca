import { addDays, addMonths, type Day } from '../../../../kit/day.ts';
import type { Text } from '../../../../kit/i18n.ts';

/** A month 'YYYY-MM', a quarter 'YYYY-Qn' or a year 'YYYY'. */
export type Period = string;
export const PERIOD = /^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$/;

const two = (n: number): string => String(n).padStart(2, '0');

/** First and last month of a period. */
export function monthsOf(period: Period): { from: string; to: string } {
  const year = period.slice(0, 4);
  const quarter = /Q(\d)$/.exec(period);
  if (quarter) {
    const last = Number(quarter[1]) * 3;
    return { from: `${year}-${two(last - 2)}`, to: `${year}-${two(last)}` };
  }
  return period.length === 7 ? { from: period, to: period } : { from: `${year}-01`, to: `${year}-12` };
}

/** The last day of a period. */
export const lastDayOf = (period: Period): Day => addDays(addMonths(`${monthsOf(period).to}-01`, 1), -1);

/** How many months of a year a period stands for: a year before divided by it gives the expected denominator. */
export const shareOfYear = (period: Period): number =>
  period.length === 4 ? 1 : period.includes('Q') ? 4 : 12;

/** The whole year before a period. */
export const yearBefore = (period: Period): Period => String(Number(period.slice(0, 4)) - 1);

/** The months up to and with the last one of a period, oldest first. */
export function monthsUpTo(period: Period, count: number): Period[] {
  const last = `${monthsOf(period).to}-01`;
  return Array.from({ length: count }, (_, i) => addMonths(last, i - count + 1).slice(0, 7));
}

/** `tháng 11/2025`, `quý IV/2025`, `năm 2025`. */
export function periodWords(period: Period): Text {
  const year = period.slice(0, 4);
  const quarter = /Q(\d)$/.exec(period);
  if (quarter) {
    const roman = ['I', 'II', 'III', 'IV'][Number(quarter[1]) - 1]!;
    return { vi: `quý ${roman}/${year}`, en: `quarter ${roman}/${year}` };
  }
  if (period.length === 4) return { vi: `năm ${year}`, en: `year ${year}` };
  return { vi: `tháng ${period.slice(5)}/${year}`, en: `month ${period.slice(5)}/${year}` };
}
