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
import { type Band, type IndexNode, type IndexTree, isGroup } from './rules/model.ts';
import { type Given, meanGiven, scoreNode } from './rules/points.ts';

const text = { vi: 'x', en: 'x' };
const tree766 = builtInTrees.find((t) => t.code === '766' && t.version === '2025')!;
const nodeOf = (code: string): IndexNode => tree766.nodes.find((n) => n.code === code)!;
const counts = (numerator: number, denominator: number): Given => ({ numerator, denominator, status: 'ok' });

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

  test('each has both texts, a source and days that do not overlap; four have a wording of 2026, three are counted since July 2025', () => {
    const codes = new Set(definitions766.map((d) => d.code));
    expect(codes.size).toBe(31);
    expect(definitions766.filter((d) => d.version === 2).map((d) => d.code)).toEqual([
      '766.1.1',
      '766.1.2',
      '766.1.4',
      '766.4.1',
      '766.4.3',
      '766.4.4',
      '766.5.4',
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
