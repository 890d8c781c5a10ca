/** The periods that reports are about, and their last days. */
import {
  addDays,
  addMonths,
  type Day,
  isDay,
  startOfHalfYear,
  startOfMonth,
  startOfQuarter,
  startOfYear,
} from '../../../../kit/day.ts';
import type { Text } from '../../../../kit/i18n.ts';

export const paperKinds = ['session', 'month', 'quarter', 'half', 'nineMonths', 'year'] as const;
export type PaperKind = (typeof paperKinds)[number];

export interface Period {
  code: string;
  from: Day;
  /** The last day; figures are as of it, or of today while it is still to come. */
  to: Day;
  words: Text;
  /** The day with which the figures are compared: the last of the period before. */
  before: Day;
  /** The first day of the period before. */
  beforeFrom: Day;
}

const pad = (n: number): string => String(n).padStart(2, '0');
const roman = ['I', 'II', 'III', 'IV'];
const dayWords = (day: Day): string => day.split('-').toReversed().join('/');

function months(code: string, year: string, first: number, count: number, words: Text): Period {
  const from = `${year}-${pad(first)}-01`;
  const to = addDays(addMonths(from, count), -1);
  return { code, from, to, words, before: addDays(from, -1), beforeFrom: addMonths(from, -count) };
}

/** Reads the code of a period: '2025-11-15' (a session), '2025-10', '2025-Q3', '2025-H1', '2025-9M', '2025'. */
export function periodOf(kind: PaperKind, code: string): Period | undefined {
  if (kind === 'session') {
    if (!isDay(code)) return undefined;
    const words = { vi: `phiên họp ngày ${dayWords(code)}`, en: `session of ${dayWords(code)}` };
    const before = addDays(startOfMonth(code), -1);
    return { code, from: startOfMonth(code), to: code, words, before, beforeFrom: startOfMonth(before) };
  }
  const year = code.slice(0, 4);
  if (!/^\d{4}$/.test(year)) return undefined;
  const rest = code.slice(4);
  if (kind === 'year' && rest === '')
    return months(code, year, 1, 12, { vi: `năm ${year}`, en: `year ${year}` });
  if (kind === 'nineMonths' && rest === '-9M')
    return months(code, year, 1, 9, { vi: `9 tháng năm ${year}`, en: `nine months of ${year}` });
  const half = /^-H([12])$/.exec(rest)?.[1];
  if (kind === 'half' && half)
    return months(code, year, half === '1' ? 1 : 7, 6, {
      vi: `6 tháng ${half === '1' ? 'đầu' : 'cuối'} năm ${year}`,
      en: `${half === '1' ? 'first' : 'second'} half of ${year}`,
    });
  const quarter = /^-Q([1-4])$/.exec(rest)?.[1];
  if (kind === 'quarter' && quarter) {
    const words = { vi: `quý ${roman[Number(quarter) - 1]}/${year}`, en: `quarter ${quarter} of ${year}` };
    return months(code, year, Number(quarter) * 3 - 2, 3, words);
  }
  const month = /^-(0[1-9]|1[0-2])$/.exec(rest)?.[1];
  if (kind !== 'month' || !month) return undefined;
  const words = { vi: `tháng ${Number(month)}/${year}`, en: `month ${Number(month)} of ${year}` };
  return months(code, year, Number(month), 1, words);
}

const codeAt: Record<PaperKind, (day: Day) => string> = {
  session: (day) => day,
  month: (day) => day.slice(0, 7),
  quarter: (day) => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`,
  half: (day) => `${day.slice(0, 4)}-H${Number(day.slice(5, 7)) <= 6 ? 1 : 2}`,
  nineMonths: (day) => `${day.slice(0, 4)}-9M`,
  year: (day) => day.slice(0, 4),
};
const starts: Record<PaperKind, (day: Day) => Day> = {
  session: (day) => day,
  month: startOfMonth,
  quarter: startOfQuarter,
  half: startOfHalfYear,
  nineMonths: startOfYear,
  year: startOfYear,
};

/** The periods to choose from on a day, newest first: the one that runs, and some before it. */
export function periodsUpTo(kind: PaperKind, today: Day, count = 8): Period[] {
  const found: Period[] = [];
  let day = today;
  for (let i = 0; i < (kind === 'session' ? 1 : count); i += 1) {
    const one = periodOf(kind, codeAt[kind](day));
    if (one) found.push(one);
    day = addDays(starts[kind](day), -1);
  }
  return found;
}

/** The day as of which a report of a period counts. */
export const countingDay = (period: Period, today: Day): Day => (period.to < today ? period.to : today);
