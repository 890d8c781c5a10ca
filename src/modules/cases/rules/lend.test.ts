import { expect, test } from 'vitest';

import { lendings, medianOf } from './lend.ts';

const unit = (unitId: string, minutes: number, officials: number) => ({ unitId, minutes, officials });

test.each([
  [[], undefined],
  [[5], 5],
  [[9, 1, 5], 5],
  [[1, 2, 4, 9], 3],
])('the median of %j is %j', (values, expected) => {
  expect(medianOf(values)).toBe(expected);
});

test('a unit with more than twice the median per official is helped by the one with the least', () => {
  const { median, lend } = lendings([
    unit('a', 900, 1),
    unit('b', 400, 2),
    unit('c', 100, 2),
    unit('d', 300, 1),
  ]);
  expect(median).toBe(250);
  expect(lend).toEqual([{ toUnitId: 'a', fromUnitId: 'c', toMinutes: 900, fromMinutes: 50 }]);
});

test('exactly twice the median is no overload, and a unit with one official lends nobody', () => {
  expect(lendings([unit('a', 200, 1), unit('b', 100, 1), unit('c', 10, 2)]).lend).toEqual([]);
  expect(lendings([unit('a', 900, 1), unit('b', 100, 1), unit('c', 10, 1)]).lend).toEqual([]);
});

test('a lender lends once, and two units are too few to compare', () => {
  const many = [
    unit('a', 900, 1),
    unit('b', 800, 1),
    unit('c', 100, 2),
    unit('d', 100, 1),
    unit('e', 100, 1),
  ];
  expect(lendings(many).lend.map((one) => one.toUnitId)).toEqual(['a']);
  expect(lendings([unit('a', 900, 1), unit('b', 10, 2)]).lend).toEqual([]);
});
