import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { judge, type Reading } from './decide.ts';
import { backTest, historyOf, type PastItem, predict, quantile } from './predict.ts';
import { ruleOn, type Silence, spanOf, type Threshold, type Trend } from './rule.ts';
import { whoMustAct } from './who.ts';

const reading = (value: number | null, more: Partial<Reading> = {}): Reading => ({
  subject: { kind: 'unit', id: 'u' },
  unitId: 'u',
  classification: 'internal',
  value,
  ...more,
});
const above: Threshold = {
  kind: 'threshold',
  figure: { of: 'tasks', code: 'overdueShare' },
  comparison: 'above',
  limit: 10,
  endAt: 5,
  minDenominator: 1,
};
const below: Threshold = { ...above, comparison: 'below', limit: 80, endAt: 90 };

describe('a threshold', () => {
  test.each<[string, Threshold, number | null, boolean, string]>([
    ['at the limit nothing begins', above, 10, false, 'none'],
    ['above it a warning begins', above, 10.01, false, 'raise'],
    ['back under the limit it goes on', above, 9, true, 'keep'],
    ['at the end mark it ends', above, 5, true, 'end'],
    ['between the two nothing begins', above, 9, false, 'none'],
    ['below the limit a warning begins', below, 79.9, false, 'raise'],
    ['between limit and end mark it goes on', below, 85, true, 'keep'],
    ['at the end mark it ends', below, 90, true, 'end'],
    ['where nothing can be said nothing begins', above, null, false, 'none'],
    ['where nothing can be said it goes on', above, null, true, 'keep'],
  ])('%s', (_, watch, value, isOpen, expected) => {
    expect(judge(watch, reading(value), isOpen)).toBe(expected);
  });

  test('Property: a value that wavers between the end mark and the limit never changes anything', () => {
    const wavering = fc.array(fc.double({ min: 5.001, max: 10, noNaN: true }), { maxLength: 30 });
    fc.assert(
      fc.property(wavering, fc.boolean(), (values, begins) => {
        let isOpen = begins;
        for (const value of values) {
          const verdict = judge(above, reading(value), isOpen);
          expect(verdict).toBe(isOpen ? 'keep' : 'none');
          if (verdict === 'raise') isOpen = true;
        }
      }),
    );
  });

  test('Property: whatever the limits, one value never both begins and ends a warning', () => {
    const percent = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(percent, percent, percent, fc.boolean(), (a, b, value, isAbove) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const watch: Threshold = isAbove
          ? { ...above, limit: high, endAt: low }
          : { ...below, limit: low, endAt: high };
        const begins = judge(watch, reading(value), false) === 'raise';
        const ends = judge(watch, reading(value), true) === 'end';
        expect(begins && ends).toBe(false);
      }),
    );
  });
});

const falling: Trend = {
  kind: 'trend',
  figure: { of: 'records', code: 'x' },
  direction: 'falling',
  steps: 3,
  stepDays: 7,
  by: 6,
  endBy: 2,
  minDenominator: 5,
};
const series = (...values: (number | null)[]): Reading =>
  reading(values.includes(null) ? null : values.at(-1)! - values[0]!, {
    steps: values.map((value) => ({ day: '2025-11-17', numerator: null, denominator: null, value })),
  });

describe('a trend', () => {
  test.each<[string, Reading, boolean, string]>([
    ['three falls of enough begin', series(95, 93, 91, 88), false, 'raise'],
    ['three falls of too little do not', series(95, 94, 93, 92), false, 'none'],
    ['a step that stands still is no fall', series(95, 90, 90, 85), false, 'none'],
    ['a small recovery does not end it', series(95, 90, 85, 86), true, 'keep'],
    ['a real one does', series(95, 90, 85, 88), true, 'end'],
    ['a week without records says nothing', series(95, null, 85, 80), true, 'keep'],
  ])('%s', (_, read, isOpen, expected) => expect(judge(falling, read, isOpen)).toBe(expected));

  test('Property: turned upside down, falling is rising', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 4 }),
        fc.boolean(),
        (values, isOpen) => {
          const upside = values.map((v) => 100 - v);
          expect(judge({ ...falling, direction: 'rising' }, series(...upside), isOpen)).toBe(
            judge(falling, series(...values), isOpen),
          );
        },
      ),
    );
  });
});

describe('silence', () => {
  const quiet: Silence = { kind: 'silence', of: 'unitReports', days: 30 };
  const soon: Silence = { kind: 'silence', of: 'reportingDay', days: 15 };
  test.each<[string, Silence, number, boolean, string]>([
    ['29 days are none', quiet, 29, false, 'none'],
    ['30 days are', quiet, 30, false, 'raise'],
    ['a report ends it', quiet, 0, true, 'end'],
    ['16 days before the reporting day it is early', soon, 16, false, 'none'],
    ['15 days before it is not', soon, 15, false, 'raise'],
  ])('%s', (_, watch, value, isOpen, expected) => {
    expect(judge(watch, reading(value), isOpen)).toBe(expected);
  });
});

const past = (delay: number, end = 0, key = 'k'): PastItem => ({
  keys: [key],
  delay,
  start: end - delay - 20,
  due: end - delay,
  end,
});

describe('prediction', () => {
  test('The 50th and the 80th of each hundred, by nearest rank', () => {
    const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect([quantile(values, 0.5), quantile(values, 0.8), quantile([7], 0.8)]).toEqual([5, 8, 7]);
  });

  test('Of similar items only those still open at the same distance from their term count', () => {
    const history = historyOf([-5, -4, -3, -2, -1, 0, 1, 2, 3, 4].map((d) => past(d)));
    expect(predict(history, { keys: ['k'], offset: -20 }, 5)).toMatchObject({ p50: -1, p80: 2, similar: 10 });
    expect(predict(history, { keys: ['k'], offset: 0 }, 5)).toMatchObject({ p50: 2, p80: 3, similar: 5 });
    expect(predict(history, { keys: ['k'], offset: 1 }, 5)).toBeUndefined();
  });

  test('The closest likeness with enough items is used, and too little history is said', () => {
    const history = historyOf(
      [...Array(3)].map(() => past(1, 0, 'near')).concat([...Array(9)].map(() => past(7, 0, 'far'))),
    );
    expect(predict(history, { keys: ['near', 'far'], offset: -9 }, 3)).toMatchObject({ p50: 1, tier: 0 });
    expect(predict(history, { keys: ['near', 'far'], offset: -9 }, 5)).toMatchObject({ p50: 7, tier: 1 });
    expect(predict(history, { keys: ['near', 'far'], offset: -9 }, 10)).toBeUndefined();
    expect(predict(history, { keys: ['other'], offset: -9 }, 1)).toBeUndefined();
  });

  const someDelays = fc.array(fc.integer({ min: -40, max: 60 }), { minLength: 1, maxLength: 60 });
  test('Property: the range is ordered, lies among past delays, and at least half (four fifths) do not exceed it', () => {
    fc.assert(
      fc.property(someDelays, fc.integer({ min: -50, max: 60 }), (delays, offset) => {
        const said = predict(historyOf(delays.map((d) => past(d))), { keys: ['k'], offset }, 1);
        const left = delays.filter((d) => d >= offset);
        if (!said) {
          expect(left).toEqual([]);
          return;
        }
        expect(said.p50).toBeLessThanOrEqual(said.p80);
        expect(left).toContain(said.p50);
        expect(left.filter((d) => d <= said.p50).length * 2).toBeGreaterThanOrEqual(left.length);
        expect(left.filter((d) => d <= said.p80).length * 5).toBeGreaterThanOrEqual(left.length * 4);
      }),
    );
  });

  test('Property: waiting longer never makes the predicted end earlier', () => {
    fc.assert(
      fc.property(someDelays, fc.integer({ min: -50, max: 50 }), fc.nat(20), (delays, offset, later) => {
        const history = historyOf(delays.map((d) => past(d)));
        const [now, then] = [offset, offset + later].map((o) =>
          predict(history, { keys: ['k'], offset: o }, 1),
        );
        if (now && then) expect(then.p50).toBeGreaterThanOrEqual(now.p50);
      }),
    );
  });

  test('Looking back uses only what had ended by then, and counts what came', () => {
    // Ten items end on days 1 to 10, each 2 days late; one of days 20 to 40 comes 2 late, one 9 late, one had ended before its half.
    const ten = Array.from({ length: 10 }, (_, i) => past(2, i + 1));
    const later = (delay: number): PastItem => ({ keys: ['k'], start: 20, due: 40, end: 40 + delay, delay });
    const { all } = backTest([...ten, later(2), later(9), later(-15)], 10, () => 'all');
    expect(all).toEqual({
      predicted: 2,
      withinP50: 1,
      withinP80: 1,
      inRange: 1,
      meanAbsoluteError: 3.5,
      tooLittleHistory: 10,
    });
  });
});

describe('who must act', () => {
  const person = (unitId: string, as: string) => ({ key: `account:${unitId}${as}`, name: as, unitId, as });
  test.each<[string, ReturnType<typeof person>[], string, string[], unknown]>([
    ['the role asked for', [person('a', 'coordinator'), person('a', 'head')], 'asked', [], 'a'],
    ['the head where the post is vacant', [person('a', 'rank:head')], 'head', [], 'a'],
    [
      'the head above where nobody is in the unit',
      [person('b', 'head'), person('c', 'head')],
      'above',
      ['a'],
      'b',
    ],
    ['the office above where there is no head', [person('c', 'office')], 'office', ['a', 'b'], 'c'],
    [
      'the office of the installation where nobody is in line',
      [person('*', 'administrator')],
      'office',
      ['a', 'b', 'c'],
      '*',
    ],
  ])('is %s', (_, holders, how, vacant, unitId) => {
    expect(whoMustAct(holders, 'coordinator', ['a', 'b', 'c'])).toMatchObject({ how, vacant, unitId });
  });

  test('is nobody where there is really nobody: then there is no warning', () => {
    expect(whoMustAct([person('*', 'head'), person('x', 'head')], 'head', ['a', 'b'])).toBeUndefined();
  });
});

test('The version in force is the latest whose first day has come; an ended rule has none', () => {
  const versions = [
    { code: 'r', version: 1, validFrom: '2025-01-01', active: true },
    { code: 'r', version: 2, validFrom: '2025-06-01', active: true },
    { code: 'r', version: 3, validFrom: '2025-12-01', active: false },
  ];
  const on = (day: string) => ruleOn(versions, day)?.version;
  expect([on('2024-12-31'), on('2025-05-31'), on('2025-06-01'), on('2025-12-01')]).toEqual([
    undefined,
    1,
    2,
    undefined,
  ]);
});

test.each([
  ['month', '2025-11', '2025-11', '2025-11'],
  ['quarter', '2025-10', '2025-12', '2025-Q4'],
  ['halfYear', '2025-07', '2025-12', '2025-H2'],
  ['year', '2025-01', '2025-12', '2025'],
] as const)('The %s that runs on 16 November 2025 is from %s to %s, called %s', (period, from, to, code) => {
  expect(spanOf('2025-11-16', period)).toEqual({ from, to, code });
});
