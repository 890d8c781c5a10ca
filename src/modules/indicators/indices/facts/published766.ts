import type { Text } from '../../../../kit/i18n.ts';
import { both } from './shape.ts';

/** Scores as printed; parts by group of the index. */
export interface PublishedScore {
  unit: string;
  period: Text;
  total: number;
  parts: Record<string, number>;
  /** A part that was not printed but is what is left. */
  derived?: string;
  rank?: Text;
  /** What the printed parts add up to, where the parts themselves were not all printed. */
  printedSum?: number;
}

/** Published totals of the index, each checked against its own parts. */
export const published766: readonly PublishedScore[] = [
  {
    unit: 'Bắc Ninh',
    period: both('một tuần năm 2026', 'a week in 2026'),
    total: 92.83,
    parts: {
      transparency: 15.82,
      progress: 19.45,
      onlineServices: 8.53,
      onlinePayment: 10,
      digitisation: 21.17,
      satisfaction: 17.86,
    },
  },
  {
    unit: 'Hà Nội',
    period: both('tháng 3/2025', 'March 2025'),
    total: 58.3,
    parts: {
      transparency: 8.3,
      progress: 15.2,
      onlineServices: 3.1,
      onlinePayment: 4.7,
      digitisation: 10.1,
      satisfaction: 16.9,
    },
    derived: 'digitisation',
    rank: both('60/63', '60 of 63'),
  },
  {
    unit: 'Sơn La',
    period: both('năm 2025', '2025'),
    total: 86.94,
    parts: {},
    printedSum: 83.63,
    rank: both('29/34', '29 of 34'),
  },
];

/** Do the printed parts add up to the printed total? To a hundredth, as they are printed. */
export function sumOfParts({ parts, printedSum, total }: PublishedScore): {
  sum: number;
  difference: number;
  ok: boolean;
} {
  const sum = printedSum ?? Object.values(parts).reduce((a, b) => a + b, 0);
  const difference = Math.round((total - sum) * 100) / 100;
  return { sum: Math.round(sum * 100) / 100, difference, ok: difference === 0 };
}
