import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { checkExpression } from '../language/index.ts';
import { factKinds } from '../measures/index.ts';
import { definitions766 } from './facts/definitions766.ts';
import { rows766 } from './facts/moreRows766.ts';
import { published766, sumOfParts } from './facts/published766.ts';
import { builtInTrees } from './facts/trees.ts';
import { bandFaults, bandOf, bandsWithin } from './rules/bands.ts';
import { treeFaults } from './rules/check.ts';
import { type Band, type IndexNode, type IndexTree, isGroup, type ZeroRule } from './rules/model.ts';
import { type Given, meanGiven, scoreNode, scoreTree } from './rules/points.ts';
import { whatIf } from './rules/whatIf.ts';

const text = { vi: 'x', en: 'x' };
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

describe('classes', () => {
  const band = (code: string, from: number, to?: number): Band => ({
    code,
    name: text,
    from,
    ...(to === undefined ? {} : { to }),
  });

  test('89.5 has exactly one class, and so have both ends', () => {
    const found = (value: number) =>
      tree766.bands.filter((b) => value >= b.from && (b.to === undefined || value < b.to));
    for (const value of [0, 49.99, 50, 89.5, 89.999_999, 90, 100]) expect(found(value).length).toBe(1);
    expect([89.5, 90].map((v) => bandOf(tree766.bands, v)?.code)).toEqual(['good', 'excellent']);
    expect(bandsWithin(tree766.bands, 88, 91).map((b) => b.code)).toEqual(['good', 'excellent']);
  });

  test('whole-number ends leave a gap, which is refused and says what falls into it', () => {
    const faults = bandFaults(
      [band('E', 0, 49), band('D', 50, 69), band('C', 70, 79), band('B', 80, 89), band('A', 90)],
      100,
    );
    expect(faults.map((f) => [f.field, f.text.en])).toContainEqual([
      'bands.3.to',
      'Gap from 89 to 90: 89.5 has no class. A class ends where the next begins.',
    ]);
    expect(faults.length).toBe(4);
  });

  test('an overlap, a start above 0, a closed top and a class above the maximum are refused', () => {
    expect(bandFaults([band('D', 50, 49), band('A', 0, 60)], 100).length).toBeGreaterThan(0);
    expect(bandFaults([band('a', 0, 60), band('b', 50)], 100).map((f) => f.field)).toEqual(['bands.0.to']);
    expect(bandFaults([band('a', 10)], 100).map((f) => f.field)).toEqual(['bands.0.from']);
    expect(bandFaults([band('a', 0, 100)], 100).map((f) => f.field)).toEqual(['bands.0.to']);
    expect(bandFaults([band('a', 0, 120), band('b', 120)], 100).map((f) => f.field)).toEqual([
      'bands.1.from',
    ]);
  });

  test('classes without fault give each value exactly one', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 6 }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (cuts, value) => {
          const edges = [0, ...cuts.toSorted((a, b) => a - b)];
          const bands = edges.map((from, i) => band(String(i), from, edges[i + 1]));
          expect(bandFaults(bands, 100)).toEqual([]);
          expect(
            bands.filter((b) => bandsWithin([b], value, value).length > 0 && bandOf([b], value)).length,
          ).toBe(1);
        },
      ),
    );
  });
});

describe('trees', () => {
  test.each(builtInTrees.map((t) => [`${t.code} ${t.version}`, t] as const))('%s has no fault', (_, tree) => {
    expect(treeFaults(tree)).toEqual([]);
  });

  test('all 24 indicators of the list stand in the index with its maxima, and the groups are 18, 20, 12, 10, 22 and 18', () => {
    expect(rows766.map((r) => [r.id, r.max])).toEqual([
      ['1.1', 6], ['1.2', 4], ['1.3', 2], ['1.4', 6], ['2.1', 20], ['2.2', 0],
      ['3.1', 2], ['3.2', 4], ['3.3', 6], ['3.F', 12], ['3.5', 2], ['3.5b', 2], ['3.6', 6],
      ['4.1', 6], ['4.2', 4], ['4.3', 2], ['4.4', 4], ['4.5a', 2], ['4.5b', 2], ['4.6', 2],
      ['5.1', 0], ['5.2', 6], ['5.3', 6], ['5.4', 6],
    ]); // prettier-ignore
    expect(tree766.nodes.filter(isGroup).map((g) => g.max)).toEqual([18, 20, 12, 10, 22, 18]);
  });

  const broken = (change: (nodes: IndexNode[]) => IndexNode[], over: Partial<IndexTree> = {}) =>
    treeFaults({ ...tree766, ...over, nodes: change([...tree766.nodes]) }).map((f) => f.field);
  test('weights that do not add up, codes used twice, groups in a circle and formulas that cannot be used are refused by place', () => {
    const at = (code: string) => tree766.nodes.findIndex((n) => n.code === code);
    const change = (code: string, over: Partial<IndexNode>) => (nodes: IndexNode[]) =>
      nodes.with(at(code), { ...nodeOf(code), ...over });
    expect(broken(change('1.1', { max: 5 }))).toEqual([`nodes.${at('transparency')}.max`]);
    expect(broken((n) => n, { maximum: 99 })).toContain('maximum');
    expect(broken(change('1.2', { code: '1.1' }))).toContain(`nodes.${at('1.2')}.code`);
    expect(broken(change('progress', { parent: 'progress' }))).toContain(`nodes.${at('progress')}.parent`);
    expect(broken(change('2.1', { points: 'max * ratoi' }))).toEqual([`nodes.${at('2.1')}.points`]);
    expect(broken(change('2.1', { points: 'max * ratio / 2' }))).toEqual([`nodes.${at('2.1')}.points`]);
    expect(broken((n) => n, { ranking: { basis: 'progress', floor: 1 } })).toEqual(['ranking.basis']);
  });

  test('the difference of a sum is said in both languages', () => {
    const [fault] = treeFaults({ ...tree766, maximum: 99 });
    expect(fault!.text).toEqual({
      vi: 'Toàn bộ chỉ số ghi 99 điểm, nhưng các phần cộng lại là 100 (lệch 1).',
      en: 'The whole index states 99 points, but its parts add up to 100 (difference 1).',
    });
  });

  test('published totals are checked against their own parts: those of Sơn La do not agree', () => {
    expect(published766.map((p) => [p.unit, sumOfParts(p).difference])).toEqual([
      ['Bắc Ninh', 0],
      ['Hà Nội', 0],
      ['Sơn La', 3.31],
    ]);
  });

  test('a merged unit may be the mean of those before it, once all of them are verified', () => {
    const verified = (n: number, d: number): Given => ({ ...counts(n, d), claim: 'verified' });
    const dti = builtInTrees.find((t) => t.code === 'dti-province')!;
    const node = dti.nodes.find((n) => n.code === 'people')!;
    const mean = meanGiven([verified(60, 100), verified(8, 10)]);
    expect(scoreNode(dti, node, 'province', mean)).toMatchObject({
      points: 70,
      status: 'mean',
      numerator: null,
    });
    expect(meanGiven([verified(60, 100), undefined])).toBeUndefined();
    expect(meanGiven([verified(60, 100), { ...counts(8, 10), claim: 'claimed' }])).toBeUndefined();
    expect(meanGiven([])).toBeUndefined();
  });
});

describe('definitions of the index', () => {
  test('every count over facts that are known can be read, and the others name a kind without a source', () => {
    const kinds = new Set<string>();
    for (const { code, body } of definitions766)
      for (const count of [body.numerator, body.denominator]) {
        const kind = factKinds.get(count.fact);
        if (!kind) {
          kinds.add(count.fact);
          continue;
        }
        expect([code, checkExpression(count.where, kind, 'boolean')]).toMatchObject([code, { ok: true }]);
        if (count.sum) expect(checkExpression(count.sum, kind, 'number')).toMatchObject({ ok: true });
        if (count.period) expect(kind.periods).toContain(count.period);
      }
    expect([...kinds].toSorted()).toEqual(['announcement', 'feedback', 'nationalReport', 'syncMessage']);
  });

  test('each has both texts, a source and days that do not overlap; four have a wording of 2026', () => {
    const codes = new Set(definitions766.map((d) => d.code));
    expect(codes.size).toBe(29);
    expect(definitions766.filter((d) => d.version === 2).map((d) => d.code)).toEqual([
      '766.1.4',
      '766.4.1',
      '766.4.3',
      '766.4.4',
    ]);
    for (const d of definitions766) {
      expect(
        d.body.name.vi && d.body.name.en && d.body.numeratorText?.vi && d.body.denominatorText?.en,
      ).toBeTruthy();
      const later = definitions766.find((o) => o.code === d.code && o.validFrom > d.validFrom);
      expect(d.validTo).toBe(later?.validFrom);
    }
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
