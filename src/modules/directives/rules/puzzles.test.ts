import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { countsBehind, readings, totalCheck } from './puzzles.ts';
import { divide, multiply, ratio, roundText } from './ratio.ts';

const named = (printed: string, counts: Parameters<typeof readings>[1]) =>
  readings(printed, counts).map(({ definition, mode, numerator, denominator, exact }) => [
    definition.code,
    mode,
    `${numerator}/${denominator}`,
    exact,
  ]);

describe('which definition gives a printed percentage', () => {
  test('944 tasks, 370 done, 176 in term, "67 %": only 370/(370+176), cut', () => {
    expect(named('67 %', { total: 944, done: 370, inTerm: 176 })).toEqual([
      ['doneOfDoneAndInTerm', 'cut', '370/546', '67.76'],
    ]);
    expect(named('39,2 %', { total: 944, done: 370, inTerm: 176 })).toEqual([
      ['completionOfAll', 'halfUp', '370/944', '39.194'],
    ]);
    expect(named('57.8', { total: 944, done: 370, inTerm: 176 })).toEqual([
      ['doneAndInTermOfAll', 'halfUp', '546/944', '57.838'],
    ]);
    expect(named('47.6', { total: 944, done: 370, inTerm: 176 })).toEqual([
      ['inTermOfDone', 'halfUp', '176/370', '47.567'],
    ]);
  });

  test('Huế: 81.2 is cut, 81.29 either way; 90.3 and 73.4 have other denominators', () => {
    const hue = { total: 139, done: 113, doneOnTime: 102, doneLate: 11 };
    expect(named('81.2', hue)).toEqual([['completionOfAll', 'cut', '113/139', '81.294']]);
    expect(named('81,29 %', hue)).toEqual([['completionOfAll', 'halfUp', '113/139', '81.2949']]);
    expect(named('90.3', hue)).toEqual([['onTimeOfClosed', 'halfUp', '102/113', '90.265']]);
    expect(named('73.4', hue)).toEqual([['onTimeOfAll', 'halfUp', '102/139', '73.381']]);
  });

  test('Government Office 2017: 98.62 % is done / (done + overdue), cut; 1.38 is what is left to 100, no share', () => {
    const counts = {
      total: 21_914,
      done: 16_051,
      overdue: 223,
      inTerm: 5640,
      doneOnTime: 14_068,
      doneLate: 1983,
    };
    expect(named('98.62', counts)).toEqual([['completionOfDue', 'cut', '16051/16274', '98.6297']]);
    expect(named('1.38', counts)).toEqual([]);
    expect(named('1.37', counts)).toEqual([['overdueOfDue', 'halfUp', '223/16274', '1.3702']]);
  });

  test('Government Office October 2025: 80.3 rounded and 16.47 cut in the same report; 3.23 is the rest to 100', () => {
    const counts = { total: 9831, done: 7892, inTerm: 1620, overdue: 319 };
    expect(named('80.3', counts)).toEqual([['completionOfAll', 'halfUp', '7892/9831', '80.276']]);
    expect(named('16.47', counts)).toEqual([['inTermShare', 'cut', '1620/9831', '16.4784']]);
    expect(named('3.23', counts)).toEqual([]);
    expect(named('0.62', { total: 9831, overdue: 61 })).toEqual([
      ['overdueShare', 'halfUp', '61/9831', '0.6204'],
    ]);
  });

  test('a percentage that nothing gives has no reading, and what is no percentage is refused', () => {
    expect(named('12', { total: 944, done: 370, inTerm: 176 })).toEqual([]);
    expect(() => readings('two thirds', {})).toThrow(RangeError);
  });
});

describe('which counts stand behind a printed percentage', () => {
  test('53 % of 1,133 is 595 to 606 tasks rounded, 601 to 611 cut: 189 tasks more than 944 a month later', () => {
    expect(countsBehind('53 %', 1133)).toEqual({
      halfUp: { from: 595, to: 606 },
      cut: { from: 601, to: 611 },
    });
  });

  test('Hanoi: 97.39 % of 413,036 handled, not of 523,292 received', () => {
    expect(countsBehind('97,39 %', 413_036).halfUp).toEqual({ from: 402_236, to: 402_276 });
    const received = countsBehind('97.39', 523_292).halfUp!;
    expect(received.from).toBeGreaterThan(413_036);
  });

  test('no count gives 50.5 % of 3', () =>
    expect(countsBehind('50.5', 3)).toEqual({ halfUp: undefined, cut: undefined }));

  test('agrees with trying every count', () => {
    const place = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.nat(400), fc.constantFrom(0, 1, 2));
    fc.assert(
      fc.property(place, ([denominator, n, decimals]) => {
        const printed = (((n % (denominator + 1)) / denominator) * 100).toFixed(decimals);
        const all = Array.from({ length: denominator + 1 }, (_, numerator) => numerator);
        for (const mode of ['halfUp', 'cut'] as const) {
          const hits = all.filter((numerator) => {
            const share = multiply(divide(ratio(numerator), ratio(denominator)), ratio(100));
            return roundText(share, decimals, mode) === printed;
          });
          const expected = hits.length === 0 ? undefined : { from: hits[0], to: hits.at(-1) };
          expect(countsBehind(printed, denominator)[mode]).toEqual(expected);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('total check', () => {
  test('9,831 fails by 18, and in term 1,602 should read 1,620: digits swapped, as its 16.47 % says', () => {
    const check = totalCheck(
      [
        { name: 'done', count: 7892, printedPercent: '80.3' },
        { name: 'inTerm', count: 1602, printedPercent: '16.47 %' },
        { name: 'overdue', count: 319, printedPercent: '3.23' },
      ],
      9831,
    );
    expect(check).toEqual({
      ok: false,
      sum: 9813,
      missing: 18,
      suggestions: [
        { name: 'inTerm', from: 1602, to: 1620, why: 'adjacentDigitsSwapped', supportedByPercent: true },
      ],
    });
  });

  test('four days later it adds up', () => {
    expect(
      totalCheck(
        [
          { name: 'done', count: 8150 },
          { name: 'inTerm', count: 1620 },
          { name: 'overdue', count: 61 },
        ],
        9831,
      ),
    ).toEqual({
      ok: true,
      sum: 9831,
      missing: 0,
      suggestions: [],
    });
  });

  test('15 November 2025: 398 of 944 are named by no part', () => {
    expect(
      totalCheck(
        [
          { name: 'done', count: 370 },
          { name: 'inTerm', count: 176 },
        ],
        944,
      ),
    ).toMatchObject({ missing: 398, suggestions: [] });
  });

  test('parts that exceed the total are negative, and a part is never mended below zero', () => {
    expect(
      totalCheck(
        [
          { name: 'a', count: 3 },
          { name: 'b', count: 20 },
        ],
        10,
      ),
    ).toMatchObject({ missing: -13, suggestions: [] });
  });
});
