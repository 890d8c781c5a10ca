import fc from 'fast-check';
import { expect, test } from 'vitest';

import { ninetieth, sumStays, timesOf } from './rules.ts';

test.each([
  [[], undefined],
  [[7], 7],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 9],
  [[10, 1], 10],
])('nine of ten of %j are within %s', (values, within) => {
  expect(ninetieth(values)).toBe(within);
});

test('at least nine of ten are within, and the median is not above it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 60 }), (minutes) => {
      const sums = minutes.map((one) => sumStays([{ phase: 'step', key: 'sign', minutes: one }]));
      const [row] = timesOf(sums);
      expect(row).toMatchObject({ phase: 'step', key: 'sign', cases: minutes.length });
      expect(minutes.filter((one) => one <= row!.p90).length / minutes.length).toBeGreaterThanOrEqual(0.9);
      expect(row!.median).toBeLessThanOrEqual(row!.p90);
    }),
  );
});

test('a step that a case came back to counts once, with all its time', () => {
  const stays = [
    { phase: 'step', key: 'appraise', minutes: 60 },
    { phase: 'waiting', key: 'supplement', minutes: 480 },
    { phase: 'step', key: 'appraise', minutes: 30 },
  ] as const;
  expect(timesOf([sumStays(stays)])).toEqual([
    { phase: 'step', key: 'appraise', cases: 1, median: 90, p90: 90 },
    { phase: 'waiting', key: 'supplement', cases: 1, median: 480, p90: 480 },
  ]);
});
