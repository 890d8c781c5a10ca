import { expect, test } from 'vitest';

import type { Book } from './actions/book.ts';
import { changeWords, typedIn } from './actions/texts.ts';
import type { PaperFigure } from './contract/paper.ts';

const rule = { unit: 'percent', rounding: { mode: 'halfUp', decimals: 2 } };
const day = '2025-10-31';
const book = (figures: PaperFigure[] = []) =>
  ({
    rules: new Map([['766.2.1@1', rule]]),
    figures,
    frame: { aboutUnitId: 'province-46', day },
  }) as unknown as Book;
const rate = (numerator: number, denominator: number, value?: number): PaperFigure => ({
  key: 'f1',
  code: '766.2.1',
  version: '1',
  scope: `province-46@${day}/facts`,
  numerator,
  denominator,
  ...(value === undefined ? {} : { value, rounded: value.toFixed(2) }),
  status: value === undefined ? 'noRecords' : 'ok',
});
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('A change says from what to what; without a period before it says so and compares nothing', () => {
  const now = rate(176, 197, 89.34);
  expect(plain(changeWords(book(), now, rate(0, 0), 'vi'))).toBe(
    '89,34 % (176/197); kỳ trước chưa có bản ghi để so',
  );
  expect(changeWords(book(), now, undefined, 'en')).toContain('nothing in the period before');
  expect(plain(changeWords(book(), now, rate(8, 10, 80), 'vi'))).toContain('9,34');
});

test('A typed number that a figure over cases shows is pointed out with its token', () => {
  const part = { id: 'a', kind: 'text' as const, heading: '', text: 'Đạt 89,34 % trong tháng.' };
  const [typed] = typedIn(book([rate(176, 197, 89.34)]), part);
  expect(typed?.tokens).toEqual(['{{figure:766.2.1}}']);
});
