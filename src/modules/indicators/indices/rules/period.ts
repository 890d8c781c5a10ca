import { addDays, addMonths, type Day } from '../../../../kit/day.ts';
import type { Text } from '../../../../kit/i18n.ts';

/** A month 'YYYY-MM', a quarter 'YYYY-Qn', a half-year 'YYYY-Hn', nine months 'YYYY-9M' or a year 'YYYY'. */
export type Period = string;
export const PERIOD = /^20\d{2}(-(0[1-9]|1[0-2])|-Q[1-4]|-H[12]|-9M)?$/;

/** Months in the longer parts of a year. */
const sizes: Readonly<Record<string, number>> = { Q: 3, H: 6 };

const two = (n: number): string => String(n).padStart(2, '0');

/** First and last month of a period. */
export function monthsOf(period: Period): { from: string; to: string } {
  const year = period.slice(0, 4);
  if (period.endsWith('-9M')) return { from: `${year}-01`, to: `${year}-09` };
  const [, kind, number] = /([QH])(\d)$/.exec(period) ?? [];
  if (kind) {
    const last = Number(number) * sizes[kind]!;
    return { from: `${year}-${two(last - sizes[kind]! + 1)}`, to: `${year}-${two(last)}` };
  }
  return period.length === 7 ? { from: period, to: period } : { from: `${year}-01`, to: `${year}-12` };
}

/** The last day of a period. */
export const lastDayOf = (period: Period): Day => addDays(addMonths(`${monthsOf(period).to}-01`, 1), -1);

/** What a whole year is divided by to give what a period of this length may expect. */
export function shareOfYear(period: Period): number {
  const { from, to } = monthsOf(period);
  return 12 / (Number(to.slice(5)) - Number(from.slice(5)) + 1);
}

/** The whole year before a period. */
export const yearBefore = (period: Period): Period => String(Number(period.slice(0, 4)) - 1);

/** The months of this century up to and with the last one of a period, oldest first. */
export function monthsUpTo(period: Period, count: number): Period[] {
  const { to } = monthsOf(period);
  const known = (Number(to.slice(0, 4)) - 2000) * 12 + Number(to.slice(5));
  const length = Math.max(0, Math.min(count, known));
  return Array.from({ length }, (_, i) => addMonths(`${to}-01`, i - length + 1).slice(0, 7));
}

/** `tháng 11/2025`, `quý IV/2025`, `năm 2025`. */
export function periodWords(period: Period): Text {
  const year = period.slice(0, 4);
  const quarter = /Q(\d)$/.exec(period);
  if (quarter) {
    const roman = ['I', 'II', 'III', 'IV'][Number(quarter[1]) - 1]!;
    return { vi: `quý ${roman}/${year}`, en: `quarter ${roman}/${year}` };
  }
  if (period.endsWith('-9M')) return { vi: `9 tháng năm ${year}`, en: `nine months of ${year}` };
  const half = /H(\d)$/.exec(period)?.[1];
  if (half)
    return {
      vi: `6 tháng ${half === '1' ? 'đầu' : 'cuối'} năm ${year}`,
      en: `${half === '1' ? 'first' : 'second'} half of ${year}`,
    };
  if (period.length === 4) return { vi: `năm ${year}`, en: `year ${year}` };
  return { vi: `tháng ${period.slice(5)}/${year}`, en: `month ${period.slice(5)}/${year}` };
}
