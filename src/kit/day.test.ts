import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  addDays,
  addMonths,
  dayFrom,
  dayOf,
  diffDays,
  endOfHalfYear,
  endOfMonth,
  endOfQuarter,
  endOfYear,
  formatDay,
  instantOf,
  isDay,
  maxDay,
  minDay,
  parseDay,
  startOfQuarter,
} from './day.ts';

const anyDay = fc
  .integer({ min: 0, max: 100_000 })
  .map((n) => new Date(Date.UTC(1901, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));

describe('calendar days', () => {
  test.each([
    ['2024-02-29', true],
    ['2025-02-29', false],
    ['2025-04-31', false],
    ['2025-13-01', false],
    ['2025-00-10', false],
    ['2025-6-30', false],
    ['0000-01-01', false],
    ['2025-06-30T00:00', false],
  ])('%s is a day: %s', (text, is) => expect(isDay(text)).toBe(is));

  test.each([
    ['5/3/2025', '2025-03-05'],
    ['05/03/2025', '2025-03-05'],
    ['5-3-2025', '2025-03-05'],
    ['2025-03-05', '2025-03-05'],
    ['5.3.2025', '2025-03-05'],
    ['ngày 5 tháng 3 năm 2025', '2025-03-05'],
    ['Ngày 05/3/2025', '2025-03-05'],
    ['5 tháng 3/2025', '2025-03-05'],
    ['30/02/2025', undefined],
    ['31/4/2025', undefined],
    ['06/30/2025', undefined],
    ['5/3/25', undefined],
    ['5/3-2025', undefined],
    ['2025/03/05', undefined],
    ['', undefined],
    ['29/2/2024', '2024-02-29'],
  ])('reads "%s" as %s', (text, day) => expect(parseDay(text)).toBe(day));

  test('reads the decomposed form of Vietnamese letters too', () => {
    expect(parseDay('ngày 5 tháng 3 năm 2025'.normalize('NFD'))).toBe('2025-03-05');
  });

  test('ends of periods', () => {
    expect(endOfMonth('2024-02-10')).toBe('2024-02-29');
    expect(endOfQuarter('2025-08-01')).toBe('2025-09-30');
    expect(startOfQuarter('2025-08-31')).toBe('2025-07-01');
    expect(endOfHalfYear('2025-06-30')).toBe('2025-06-30');
    expect(endOfYear('2025-01-01')).toBe('2025-12-31');
  });

  test('adding months clamps to the end of a shorter month and crosses the year', () => {
    expect(addMonths('2025-01-31', 1)).toBe('2025-02-28');
    expect(addMonths('2025-12-31', 1)).toBe('2026-01-31');
    expect(addMonths('2025-01-31', -2)).toBe('2024-11-30');
  });

  test('the day of an instant is the day in Việt Nam', () => {
    expect(dayOf('2025-06-30T16:59:59Z')).toBe('2025-06-30');
    expect(dayOf('2025-06-30T17:00:00Z')).toBe('2025-07-01');
    expect(instantOf('2025-07-01', '23:30').toISOString()).toBe('2025-07-01T16:30:00.000Z');
    expect(() => instantOf('2025-07-01', '24:00')).toThrow(RangeError);
    expect(() => dayOf('soon')).toThrow(RangeError);
  });

  test('min, max and printing', () => {
    expect(minDay('2025-02-01', undefined, '2024-02-01')).toBe('2024-02-01');
    expect(maxDay('2025-02-01', '2024-02-01')).toBe('2025-02-01');
    expect(minDay()).toBeUndefined();
    expect(formatDay('2025-03-05')).toBe('05/03/2025');
  });

  test('adding and differing are inverse, and what is printed reads back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (day, n) => {
        expect(parseDay(formatDay(day))).toBe(day);
        expect(dayOf(instantOf(day, '23:59'))).toBe(day);
        const moved = addDays(day, n);
        if (isDay(moved)) expect(diffDays(day, moved)).toBe(n);
      }),
    );
  });

  test('every year, month and date either make a day or are refused', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1890, max: 2210 }),
        fc.integer({ min: -1, max: 14 }),
        fc.integer({ min: -1, max: 33 }),
        (y, m, d) => {
          const day = dayFrom(y, m, d);
          expect(day === undefined || isDay(day)).toBe(true);
        },
      ),
    );
  });
});
