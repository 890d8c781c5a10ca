import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { judge, type Comparator, type Observation, type Target } from './target.ts';
import { parseTarget, readNumber } from './targetText.ts';
import { againstTrajectory } from './trajectory.ts';

/** The 79 value cells of the real rows (68 targets, 11 tasks with a number): value, unit, comparator of each goal, count. */
const REAL: [string, string, Comparator[], number][] = [
  ['nhóm dẫn đầu nước thu nhập trung bình cao', 'thứ bậc (định tính)', ['qualitative'], 1],
  ['trên trung bình thế giới', 'thứ bậc (định tính)', ['qualitative'], 1],
  ['một số lĩnh vực', 'thứ bậc (định tính)', ['qualitative'], 1],
  ['<=3 ASEAN; <=50 thế giới', 'thứ hạng', ['rank', 'rank'], 2],
  ['<=3 ASEAN', 'thứ hạng', ['rank'], 1],
  ['<=10', 'thứ hạng', ['rank'], 1],
  ['<=30', 'thứ hạng', ['rank'], 1],
  ['>=5', 'doanh nghiệp', ['atLeast'], 1],
  ['>=10', 'doanh nghiệp', ['atLeast'], 1],
  ['>=10', 'cơ sở', ['atLeast'], 1],
  ['>=55', '%', ['atLeast'], 1],
  ['>=50', '%', ['atLeast'], 1],
  ['>=80', '%', ['atLeast'], 2],
  ['>=40', '%', ['atLeast'], 1],
  ['>=30', '%', ['atLeast'], 4],
  ['>=95', '%', ['atLeast'], 2],
  ['>=70', '%', ['atLeast'], 1],
  ['>=30', '% GDP', ['atLeast'], 1],
  ['>=50', '% GDP', ['atLeast'], 1],
  ['2', '% GDP', ['atLeast'], 1],
  ['>=15', '% chi sự nghiệp KH&CN', ['atLeast'], 1],
  ['>=3', '% tổng chi NSNN', ['atLeast'], 1],
  ['>=350', 'Tbps', ['atLeast'], 1],
  ['>=6', 'tỉnh, thành phố', ['atLeast'], 1],
  ['>=3', 'tổ chức, DN', ['atLeast'], 1],
  ['>=5', 'tổ chức, DN', ['atLeast'], 1],
  ['>=3', 'trung tâm', ['atLeast'], 1],
  ['>=100', 'chuyên gia', ['atLeast'], 1],
  ['>0.7', 'HDI', ['moreThan'], 1],
  ['>60', '%', ['moreThan'], 1],
  ['100', '%', ['atLeast'], 13],
  ['90', '%', ['atLeast'], 1],
  ['80', '%', ['atLeast'], 4],
  ['70', '%', ['atLeast'], 1],
  ['50', '%', ['atLeast'], 2],
  ['40', '%', ['atLeast'], 1],
  ['99', '% dân số', ['atLeast'], 1],
  ['90', '% dân số', ['atLeast'], 1],
  ['12', 'người/vạn dân', ['atLeast'], 1],
  ['40-50', 'tổ chức', ['range'], 1],
  ['8-10', '%', ['range'], 1],
  ['20-50', '%', ['range'], 1],
  ['1.5-2', 'lần', ['range'], 1],
  ['10', '%/năm', ['growthPerYear'], 1],
  ['16-18', '%/năm', ['growthPerYear'], 1],
  ['9', 'tuyến', ['atLeast'], 1],
  ['5', 'sàn', ['atLeast'], 1],
  ['1', 'cơ sở', ['atLeast'], 1],
  ['1', 'DN/1000 dân', ['atLeast'], 1],
  ['114', 'CSDL', ['atLeast'], 1],
  ['500000', 'thuê bao (phấn đấu)', ['atLeast'], 1],
  ['6', 'thành phố', ['atLeast'], 1],
  ['500000', 'tỷ đồng', ['atLeast'], 1],
  ['322', 'văn bản', ['atLeast'], 1],
  ['16', 'văn bản', ['atLeast'], 1],
  ['51', 'nhiệm vụ', ['atLeast'], 1],
  ['6', 'nghị quyết', ['atLeast'], 1],
];

describe('targets as printed', () => {
  test.each(REAL)('"%s" %s → %j', (value, unit, comparators) => {
    const targets = parseTarget(value, unit);
    expect(targets?.map((target) => target.comparator)).toEqual(comparators);
    for (const target of targets ?? []) {
      expect(target.unit).toBe(unit);
      expect(target.direction).toBe(target.comparator === 'rank' ? 'lower' : 'higher');
    }
  });

  test('the table holds every real cell', () => expect(REAL.reduce((sum, row) => sum + row[3], 0)).toBe(79));

  test('ranks know among whom they count', () => {
    expect(parseTarget('<=3 ASEAN; <=50 thế giới', 'thứ hạng')).toMatchObject([
      { value: '3', scope: 'ASEAN' },
      { value: '50', scope: 'thế giới' },
    ]);
    expect(parseTarget('top 3', '')).toMatchObject([{ comparator: 'rank', value: '3', direction: 'lower' }]);
  });

  test.each<[string, string, object | undefined]>([
    ['16-18/năm', '', { comparator: 'growthPerYear', value: '16', valueTo: '18', measure: 'inPeriod' }],
    ['tối thiểu 30', '%', { comparator: 'atLeast', value: '30', hasRatio: true }],
    ['trên 0,7', 'HDI', { comparator: 'moreThan', value: '0.7' }],
    ['500.000', 'tỷ đồng', { comparator: 'atLeast', value: '500000', implied: true }],
    ['≤ 50', 'ngày', { comparator: 'atMost', direction: 'lower' }],
    ['=100', '%', { comparator: 'equal' }],
    ['50-40', 'tổ chức', undefined],
    ['nhiều', 'tổ chức', undefined],
    ['', '%', undefined],
  ])('"%s" %s → %o', (value, unit, expected) => {
    if (expected === undefined) expect(parseTarget(value, unit)).toBeUndefined();
    else expect(parseTarget(value, unit)).toMatchObject([expected]);
  });

  test.each([
    ['0.750', '0.750'],
    ['1.234,5', '1234.5'],
    ['1.5', '1.5'],
    ['12.345.678', '12345678'],
    ['1,500', '1.500'],
    ['abc', undefined],
  ])('the number "%s" reads %s', (text, number) => expect(readNumber(text)).toBe(number));
});

const one = (value: string, unit: string): Target => parseTarget(value, unit)![0]!;
const AS_OF = '2025-11-16';
const seen = (value: string | number, more: Partial<Observation> = {}): Observation => ({
  on: '2025-11-15',
  value,
  ...more,
});

describe('judging an observation', () => {
  test.each<[string, string, Observation | undefined, object]>([
    [
      '90',
      '% dân số',
      seen('39.5'),
      { verdict: 'notReached', reason: 'short', actual: '39.50', gap: '-50.50' },
    ],
    ['>=80', '%', seen(80), { verdict: 'reached', reason: 'met' }],
    ['>60', '%', seen(60), { verdict: 'notReached', reason: 'short' }],
    ['>0.7', 'HDI', seen('0.701'), { verdict: 'reached' }],
    ['<=3 ASEAN', 'thứ hạng', seen(3), { verdict: 'reached' }],
    ['<=3 ASEAN', 'thứ hạng', seen(4), { verdict: 'notReached', reason: 'worseRank' }],
    ['40-50', 'tổ chức', seen(45), { verdict: 'reached', reason: 'met' }],
    ['40-50', 'tổ chức', seen(55), { verdict: 'reached', reason: 'aboveRange' }],
    ['40-50', 'tổ chức', seen(39), { verdict: 'notReached' }],
    ['16-18', '%/năm', seen(117, { previous: 100 }), { verdict: 'reached', actual: '17.00' }],
    ['16-18', '%/năm', seen(15), { verdict: 'notReached' }],
    ['16-18', '%/năm', seen(15, { previous: 0 }), { verdict: 'notMeasurable', reason: 'zeroDenominator' }],
    ['=100', '%', seen(101), { verdict: 'notReached', reason: 'notEqual' }],
    ['≤ 50', 'ngày', seen(51), { verdict: 'notReached', reason: 'exceeded' }],
    ['>=80', '%', { on: AS_OF, numerator: 113, denominator: 139 }, { verdict: 'reached', actual: '81.29' }],
    [
      '>=80',
      '%',
      { on: AS_OF, numerator: 0, denominator: 0 },
      { verdict: 'notMeasurable', reason: 'zeroDenominator' },
    ],
    [
      '>=80',
      '%',
      { on: '2025-12-01', value: 90 },
      { verdict: 'notMeasurable', reason: 'observationInFuture' },
    ],
    ['>=80', '%', seen('nhiều'), { verdict: 'notMeasurable', reason: 'notANumber' }],
    ['>=80', '%', { on: AS_OF }, { verdict: 'notMeasurable', reason: 'noValue' }],
    ['>=80', '%', undefined, { verdict: 'notMeasurable', reason: 'noObservation' }],
    [
      'một số lĩnh vực',
      'định tính',
      seen(1),
      { verdict: 'notMeasurable', reason: 'qualitativeNeedsVerdict' },
    ],
    [
      'một số lĩnh vực',
      'định tính',
      { on: AS_OF, verdict: 'reached' },
      { verdict: 'reached', reason: 'judgedByPerson' },
    ],
  ])('%s %s with %o', (value, unit, observation, expected) => {
    expect(judge(one(value, unit), observation, AS_OF)).toMatchObject(expected);
  });

  test('no rounding decides: 1/3 of 300 is exactly a third', () => {
    const third = { ...one('>=33.33', '%') };
    expect(judge(third, { on: AS_OF, numerator: 3333, denominator: 10000 }, AS_OF).verdict).toBe('reached');
    expect(judge(third, { on: AS_OF, numerator: 3332, denominator: 10000 }, AS_OF).verdict).toBe(
      'notReached',
    );
  });

  test('for "at least", more never turns reached into not reached', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), fc.nat(1000), (goal, value, more) => {
        const target = one(`>=${goal}`, 'cơ sở');
        if (judge(target, seen(value), AS_OF).verdict === 'reached')
          expect(judge(target, seen(value + more), AS_OF).verdict).toBe('reached');
      }),
    );
  });
});

describe('against the trajectory', () => {
  const cover: Target = { ...one('99', '% dân số'), due: '2030-12-31', base: { year: 2024, value: '24' } };
  test('a straight line between base and goal when nothing is printed', () => {
    expect(againstTrajectory(cover, { on: '2025-12-31', value: '39.5' }, '2026-01-01')).toEqual({
      standing: 'ahead',
      expected: '36.49',
      actual: '39.50',
      gap: '3.01',
      method: 'interpolated',
    });
  });
  test('printed points come first', () => {
    const printed: Target = { ...cover, trajectory: [{ period: '2025', expected: '90' }] };
    expect(againstTrajectory(printed, { on: '2025-12-31', value: '39.5' }, '2026-01-01')).toMatchObject({
      standing: 'behind',
      gap: '-50.50',
      method: 'printed',
    });
  });
  test('a rank is ahead when it is lower than expected', () => {
    const gii: Target = { ...one('<=30', 'thứ hạng'), due: '2045-12-31', base: { year: 2025, value: '44' } };
    expect(againstTrajectory(gii, { on: '2026-12-31', value: 40 }, '2027-01-01')).toMatchObject({
      standing: 'ahead',
    });
  });
  test('within the tolerance it is on course', () => {
    expect(againstTrajectory(cover, { on: '2025-12-31', value: '36' }, '2026-01-01', 1)).toMatchObject({
      standing: 'on',
    });
  });
  test('growth per year is held against the year, after the goal the goal stays, and nothing is invented', () => {
    expect(againstTrajectory(one('10', '%/năm'), seen(12), AS_OF)).toMatchObject({
      standing: 'ahead',
      method: 'goal',
    });
    expect(againstTrajectory(cover, { on: '2031-06-30', value: '99' }, '2031-07-01')).toMatchObject({
      standing: 'on',
      method: 'goal',
    });
    expect(againstTrajectory({ ...cover, base: undefined }, seen(40), AS_OF)).toEqual({
      standing: 'notMeasurable',
      reason: 'noTrajectory',
    });
    expect(againstTrajectory(cover, undefined, AS_OF)).toEqual({
      standing: 'notMeasurable',
      reason: 'noObservation',
    });
  });
});
