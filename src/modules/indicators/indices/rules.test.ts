import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { rows766 } from './facts/moreRows766.ts';
import { builtInTrees } from './facts/trees.ts';
import { type IndexNode, isGroup, type ZeroRule } from './rules/model.ts';
import { monthsOf, monthsUpTo, PERIOD, periodWords, shareOfYear } from './rules/period.ts';
import { type Given, scoreNode, scoreTree } from './rules/points.ts';
import { whatIf } from './rules/whatIf.ts';

const tree766 = builtInTrees.find((t) => t.code === '766' && t.version === '2025')!;
const nodeOf = (code: string): IndexNode => tree766.nodes.find((n) => n.code === code)!;
const counts = (numerator: number, denominator: number): Given => ({ numerator, denominator, status: 'ok' });
const pointsOf = (code: string, given: Given, level: 'province' | 'commune' = 'province') =>
  scoreNode(tree766, nodeOf(code), level, given).points;

describe('points of an indicator', () => {
  // Worked by hand from the formulas of the list of indicators.
  test.each([
    ['1.3', 30, 40, 1.5],
    ['2.1', 97, 100, 19.4],
    ['3.1', 60, 100, 1.5],
    ['3.1', 80, 100, 2],
    ['3.1', 95, 100, 2],
    ['3.3', 25, 100, 3],
    ['3.3', 50, 100, 6],
    ['3.3', 51, 100, 6],
    ['3.5', 40, 100, 1],
    ['3.6', 50, 100, 3],
    ['4.2', 80, 100, 3.2],
    ['4.3', 40, 100, 1],
    ['5.4', 90, 100, 6],
    ['5.4', 45, 100, 3],
  ])('%s with %i of %i gives %f points', (code, n, d, points) => {
    expect(pointsOf(code, counts(n, d))).toBeCloseTo(points, 9);
  });

  test('without a denominator the rule of each indicator holds, and null is not 0', () => {
    const none = (code: string) => scoreNode(tree766, nodeOf(code), 'province', counts(0, 0));
    expect([none('5.2'), none('5.3')].map((s) => [s.points, s.status])).toEqual([
      [6, 'zeroRule'],
      [6, 'zeroRule'],
    ]);
    expect(none('5.4')).toMatchObject({ points: 0, status: 'zeroRule' });
    expect([none('3.5'), none('3.6')].map((s) => [s.points, s.ratio])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(none('2.1')).toMatchObject({ points: null, status: 'noRecords' });
  });

  test('the year before stands in for a missing denominator, and there are 0 points without it', () => {
    const monthly = { ...counts(90, 0), previousYear: 100 };
    expect(pointsOf('1.4', monthly)).toBeCloseTo(5.4, 9);
    expect(pointsOf('1.4', { ...monthly, numerator: 200 })).toBe(6);
    expect(pointsOf('1.4', counts(90, 0))).toBe(0);
  });

  test('a commune gets full points for what does not apply to it', () => {
    expect(scoreNode(tree766, nodeOf('4.5a'), 'commune', undefined)).toMatchObject({
      points: 2,
      status: 'outOfScope',
    });
    expect(
      scoreNode({ ...tree766, outOfScope: 'leftOut' }, nodeOf('4.5a'), 'commune', undefined),
    ).toMatchObject({
      points: 0,
      max: 0,
      status: 'leftOut',
    });
  });

  test('a missing source leaves the points open, and the total says from where to where', () => {
    const score = scoreTree(tree766, 'province', (node) =>
      node.code === '2.1' ? counts(9, 10) : { numerator: null, denominator: null, status: 'sourceMissing' },
    );
    expect([score.points, score.max, score.unknown]).toEqual([18, 100, 80]);
    expect(score.nodes.get('progress')).toMatchObject({ points: 18, max: 20, unknown: 0 });
    expect(score.nodes.get('satisfaction')).toMatchObject({ points: 0, max: 18, unknown: 18 });
    expect(score.nodes.get('3.F')).toMatchObject({ points: null, max: 0 });
  });

  test('of what a unit states itself only the verified counts, and the claimed is shown', () => {
    const dti = builtInTrees.find((t) => t.code === 'dti-province')!;
    const node = dti.nodes.find((n) => n.code === 'awareness')!;
    const said = (claim: Given['claim']) => scoreNode(dti, node, 'province', { ...counts(80, 100), claim });
    expect(said('verified')).toMatchObject({ points: 80, status: 'ok' });
    expect(said('claimed')).toMatchObject({ points: null, claimedPoints: 80, status: 'claimed' });
    expect(said('returned')).toMatchObject({ points: null, status: 'returned' });
    expect(scoreNode(dti, node, 'province', undefined)).toMatchObject({
      points: null,
      status: 'notReported',
    });
  });

  const anyGiven = fc.record({
    numerator: fc.nat(50),
    denominator: fc.nat(50),
    status: fc.constantFrom('ok' as const, 'noRecords' as const, 'sourceMissing' as const),
    previousYear: fc.option(fc.nat(60)),
  });
  test('whatever is given, points lie within 0 and the maximum, groups are the sum of their parts, and what is open adds up', () => {
    fc.assert(
      fc.property(
        fc.array(anyGiven, { minLength: 24, maxLength: 24 }),
        fc.constantFrom('province' as const, 'commune' as const),
        (all, level) => {
          const given = new Map(rows766.map((row, i) => [row.id, all[i]!]));
          const score = scoreTree(tree766, level, (node) => {
            const one = given.get(node.code)!;
            return { ...one, numerator: Math.min(one.numerator, one.denominator) };
          });
          for (const own of score.nodes.values()) {
            expect(own.points ?? 0).toBeGreaterThanOrEqual(0);
            expect(own.points ?? 0).toBeLessThanOrEqual(own.max + 1e-9);
          }
          const groups = tree766.nodes.filter(isGroup).map((n) => score.nodes.get(n.code)!);
          expect(groups.reduce((a, g) => a + (g.points ?? 0), 0)).toBeCloseTo(score.points, 9);
          expect(score.points + score.unknown).toBeLessThanOrEqual(100 + 1e-9);
          expect(score.max).toBe(100);
          expect(score.range.low).toBeLessThanOrEqual(score.points + 1e-9);
          expect(score.range.high).toBeGreaterThanOrEqual(score.points - 1e-9);
        },
      ),
    );
  });

  test('one more success never lowers the points', () => {
    const leaves = tree766.nodes.filter((n) => !isGroup(n) && n.max > 0).map((n) => n.code);
    fc.assert(
      fc.property(fc.constantFrom(...leaves), fc.nat(99), fc.integer({ min: 1, max: 100 }), (code, a, d) => {
        const n = Math.min(a, d - 1);
        expect(pointsOf(code, counts(n + 1, d))!).toBeGreaterThanOrEqual(pointsOf(code, counts(n, d))!);
      }),
    );
  });
});

describe('what more points take', () => {
  const scoreOf = (given: Record<string, Given>) =>
    scoreTree(
      tree766,
      'province',
      (node) => given[node.code] ?? { numerator: null, denominator: null, status: 'sourceMissing' },
    );

  test('two more points: the cheapest indicators first, with the number of records of each', () => {
    // 2.1: 20 points over 1000 records = 0.02 each; 3.6: 6 over 200 = 0.03; 4.3: 2/0.8 over 100 = 0.025, at most 0.5 left.
    const score = scoreOf({ '2.1': counts(900, 1000), '3.6': counts(150, 200), '4.3': counts(60, 100) });
    const answer = whatIf(tree766, score, 2);
    expect(answer.plan.map((g) => [g.code, g.records, Math.round(g.gain * 100) / 100])).toEqual([
      ['3.6', 50, 1.5],
      ['4.3', 20, 0.5],
    ]);
    expect([answer.reached, answer.records]).toEqual([true, 70]);
    expect(answer.alone.map((g) => [g.code, g.records, g.enough])).toEqual([
      ['2.1', 100, true],
      ['3.6', 50, false],
      ['4.3', 20, false],
    ]);
  });

  test('what cannot be reached is said', () => {
    const answer = whatIf(tree766, scoreOf({ '2.1': counts(99, 100) }), 5);
    expect(answer).toMatchObject({ reached: false, records: 1 });
    expect(answer.gained).toBeCloseTo(0.2, 9);
  });

  test('the plan reaches what it promises, and one record fewer in its last step does not', () => {
    const given = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 60 })), {
      minLength: 6,
      maxLength: 6,
    });
    fc.assert(
      fc.property(given, fc.integer({ min: 1, max: 6 }), (pairs, wanted) => {
        const codes = ['2.1', '3.3', '3.6', '4.1', '4.2', '4.3'];
        const facts = Object.fromEntries(
          codes.map((c, i) => [c, counts(Math.min(...pairs[i]!), pairs[i]![1])]),
        );
        const before = scoreOf(facts);
        const { plan, reached, gained } = whatIf(tree766, before, wanted);
        const apply = (less: number) =>
          scoreOf({
            ...facts,
            ...Object.fromEntries(
              plan.map((g, i) => [
                g.code,
                counts(facts[g.code]!.numerator! + g.records - (i === plan.length - 1 ? less : 0), g.of),
              ]),
            ),
          }).points - before.points;
        expect(apply(0)).toBeCloseTo(gained, 6);
        if (reached && plan.length > 0) {
          expect(apply(0)).toBeGreaterThanOrEqual(wanted - 1e-6);
          expect(apply(1)).toBeLessThan(wanted);
        }
      }),
    );
  });
});

const zeroRules: ZeroRule[] = [{ rule: 'unknown' }, { rule: 'notApplicable' }, { rule: 'previousYear' }];
test.each(zeroRules)('without records the rule $rule never invents points', (zero) => {
  const score = scoreNode(tree766, { ...nodeOf('2.1'), zero }, 'province', counts(0, 0));
  expect(score.points ?? 0).toBe(0);
});

describe('periods', () => {
  test.each([
    ['2025-11', '2025-11', '2025-11', 12],
    ['2025-Q4', '2025-10', '2025-12', 4],
    ['2025-H1', '2025-01', '2025-06', 2],
    ['2025-H2', '2025-07', '2025-12', 2],
    ['2025-9M', '2025-01', '2025-09', 12 / 9],
    ['2025', '2025-01', '2025-12', 1],
  ])('%s reaches from %s to %s', (period, from, to, share) => {
    expect(PERIOD.test(period)).toBe(true);
    expect(monthsOf(period)).toEqual({ from, to });
    expect(shareOfYear(period)).toBe(share);
    expect(Object.values(periodWords(period)).every((text) => text.includes('2025'))).toBe(true);
  });
});

test.each([
  ['2025-02', 3, ['2024-12', '2025-01', '2025-02']],
  ['2000-02', 12, ['2000-01', '2000-02']],
  ['1900-01', 12, []],
])('Months up to %s, at most %i, begin with this century', (period, count, months) => {
  expect(monthsUpTo(period, count)).toEqual(months);
});
