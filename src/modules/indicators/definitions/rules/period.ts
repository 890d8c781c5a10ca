import { addMonths, type Day } from '../../../../kit/day.ts';
import type { Text } from '../../../../kit/i18n.ts';

/** A month, quarter, half-year, nine months or year of this century: `2025-11`, `2025-Q4`, `2025-H2`, `2025-9M`, `2025`. */
export const periodShape = /^20\d{2}(-(0[1-9]|1[0-2]|Q[1-4]|H[12]|9M))?$/;

/** First and last month, 'YYYY-MM'. */
export interface Months {
  from: string;
  to: string;
}

const month = (year: string, number: number): string => `${year}-${String(number).padStart(2, '0')}`;

/** The months of a period. @throws RangeError for any other text */
export function monthsOf(period: string): Months {
  if (!periodShape.test(period)) throw new RangeError(`not a period: ${period}`);
  const [year, part] = [period.slice(0, 4), period.slice(5)];
  if (part === '') return { from: month(year, 1), to: month(year, 12) };
  if (part === '9M') return { from: month(year, 1), to: month(year, 9) };
  const size = { Q: 3, H: 6 }[part[0]!];
  if (size === undefined) return { from: period, to: period };
  const last = Number(part[1]) * size;
  return { from: month(year, last - size + 1), to: month(year, last) };
}

/** The smallest period that begins with the first month and reaches the last. */
export function periodAround({ from, to }: Months): string {
  const [year, first] = [from.slice(0, 4), Number(from.slice(5))];
  const wider = [`-Q${Math.ceil(first / 3)}`, `-H${Math.ceil(first / 6)}`, '-9M', ''].map(
    (part) => year + part,
  );
  const fits = (period: string): boolean => monthsOf(period).from === from && to <= monthsOf(period).to;
  return [from, ...wider].find(fits) ?? year;
}

export type Step = 'month' | 'quarter' | 'year';

/** The periods of one size that lie within the months, and have begun by the day. */
export function stepsOf({ from, to }: Months, step: Step, until: Day): string[] {
  const found = new Set<string>();
  for (let at = from; at <= to && at <= until.slice(0, 7); at = addMonths(`${at}-01`, 1).slice(0, 7)) {
    const [year, number] = [at.slice(0, 4), Number(at.slice(5))];
    found.add(step === 'month' ? at : step === 'year' ? year : `${year}-Q${Math.ceil(number / 3)}`);
  }
  return [...found];
}

/** The period in words. */
export function periodWords(period: string): Text {
  const [year, part] = [period.slice(0, 4), period.slice(5)];
  if (part === '') return { vi: `năm ${year}`, en: `year ${year}` };
  if (part === '9M') return { vi: `9 tháng năm ${year}`, en: `nine months of ${year}` };
  const number = part.slice(1);
  if (part.startsWith('Q')) return { vi: `quý ${number}/${year}`, en: `quarter ${number} of ${year}` };
  if (part.startsWith('H'))
    return { vi: `6 tháng ${number === '1' ? 'đầu' : 'cuối'} năm ${year}`, en: `half ${number} of ${year}` };
  return { vi: `tháng ${part}/${year}`, en: `${part}/${year}` };
}
