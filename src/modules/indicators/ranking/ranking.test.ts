import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { rangeOfSum, wilson } from './interval.ts';
import { type Counted, placeWords, rank, type RankOptions, rankScores, unrankedWords } from './rank.ts';
import { moveTo, moveWords, nextPlace } from './why.ts';

const unit = (id: string, numerator: number, denominator: number): Counted => ({
  id,
  name: id,
  numerator,
  denominator,
});
const options: RankOptions = { by: 'lowerBound', floor: 1 };

/** First morning in Huế, 1 July 2025: two communes with 11 of 12; the others here are worked examples. */
const morning = [
  unit('Hương An', 11, 12),
  unit('Phong Thái', 11, 12),
  unit('Quảng Điền', 60, 83),
  unit('Nhỏ', 2, 2),
  unit('Vắng', 0, 0),
];

describe("Wilson's interval", () => {
  // Worked by hand from the formula, to four decimals.
  test.each([
    [11, 12, 0.6461, 0.9851],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [1, 2, 0.0945, 0.9055],
    [370, 944, 0.3613, 0.4235],
  ])('%i of %i lies between %f and %f', (n, d, low, high) => {
    const interval = wilson(n, d)!;
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  test('there is none without records or where no share is given', () => {
    expect([wilson(0, 0), wilson(3, 2), wilson(-1, 2)]).toEqual([undefined, undefined, undefined]);
  });

  test('it holds the share, stays within 0 and 1, and narrows with more records of the same share', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 1000 }), (a, d) => {
        const n = Math.min(a, d);
        const { low, high } = wilson(n, d)!;
        const more = wilson(n * 4, d * 4)!;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(n / d + 1e-12);
        expect(high).toBeGreaterThanOrEqual(n / d - 1e-12);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });

  test('a sum is less uncertain than its parts laid end to end', () => {
    expect(
      rangeOfSum([
        { value: 5, low: 2, high: 6 },
        { value: 4, low: 0, high: 6 },
      ]),
    ).toEqual({ value: 9, low: 4, high: 9 + Math.sqrt(5) });
  });
});

describe('ranking', () => {
  test('11 of 12 twice is a tie, the next place stays empty, few records are listed and not ranked', () => {
    const { ranked, unranked } = rank(morning, { by: 'value', floor: 10 });
    expect(ranked.map((r) => [r.row.id, r.rank, r.tiedWith])).toEqual([
      ['Hương An', 1, ['Phong Thái']],
      ['Phong Thái', 1, ['Hương An']],
      ['Quảng Điền', 3, []],
    ]);
    expect(unranked.map((u) => [u.row.id, u.reason])).toEqual([
      ['Nhỏ', 'belowFloor'],
      ['Vắng', 'noRecords'],
    ]);
    expect(unrankedWords('belowFloor', 2, 10).vi).toBe(
      '2 hồ sơ, dưới mức tối thiểu 10: liệt kê, không xếp hạng',
    );
  });

  test('with a floor of 30 neither of the two has a place', () => {
    expect(rank(morning, { by: 'value', floor: 30 }).ranked.map((r) => r.row.id)).toEqual(['Quảng Điền']);
  });

  test('11/12 and 22/24 tie by value; by lower bound more records stand first', () => {
    const rows = [unit('a', 11, 12), unit('b', 22, 24)];
    expect(rank(rows, { by: 'value', floor: 1 }).ranked.map((r) => r.rank)).toEqual([1, 1]);
    expect(rank(rows, options).ranked.map((r) => [r.row.id, r.rank])).toEqual([
      ['b', 1],
      ['a', 2],
    ]);
  });

  test('overlap is said: the intervals of the first morning leave all three places open', () => {
    const { ranked } = rank(morning, { by: 'value', floor: 10 });
    expect(ranked.map((r) => r.places)).toEqual([
      { from: 1, to: 3 },
      { from: 1, to: 3 },
      { from: 1, to: 3 },
    ]);
    expect(placeWords(ranked[0]!.places, 3).en).toContain('overlaps with those of all others');
    const apart = rank([unit('a', 990, 1000), unit('b', 10, 1000)], options).ranked;
    expect(apart.map((r) => placeWords(r.places, 2).en)).toEqual([
      'Place 1 is certain at 95 %',
      'Place 2 is certain at 95 %',
    ]);
  });

  test('where less is better the order turns, and few records count as less sure', () => {
    const rows = [unit('a', 0, 5), unit('b', 1, 200), unit('c', 50, 200)];
    const down = { ...options, direction: 'lower' as const };
    expect(rank(rows, down).ranked.map((r) => r.row.id)).toEqual(['b', 'c', 'a']);
    expect(rank(rows, { ...down, by: 'value' }).ranked.map((r) => r.row.id)).toEqual(['a', 'b', 'c']);
  });

  const rows = fc
    .array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 12 })
    .map((pairs) => pairs.map(([a, b], i) => unit(`u${i}`, Math.min(a, b), b)));
  test('every unit is listed once, equals tie, ranks count those before, and a true place is among the possible ones', () => {
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom('value' as const, 'lowerBound' as const),
        fc.nat(20),
        (all, by, floor) => {
          const { ranked, unranked } = rank(all, { by, floor });
          expect([...ranked, ...unranked].map((r) => r.row.id).toSorted()).toEqual(
            all.map((r) => r.id).toSorted(),
          );
          for (const one of ranked) {
            expect(one.rank).toBe(ranked.filter((o) => o.rank < one.rank).length + 1);
            for (const id of one.tiedWith)
              expect(ranked.find((o) => o.row.id === id)!.tiedWith).toContain(one.row.id);
            const byShare = ranked.filter((o) => o.share > one.share).length + 1;
            expect(one.places.from).toBeLessThanOrEqual(byShare);
            expect(one.places.to).toBeGreaterThanOrEqual(byShare);
          }
        },
      ),
    );
  });

  test('composite scores that are printed alike are a tie', () => {
    const score = (id: string, points: number, records = 50) => ({
      id,
      name: id,
      points,
      low: points - 1,
      high: points + 1,
      records,
      unknown: 0,
    });
    const { ranked, unranked } = rankScores(
      [score('a', 80.004), score('b', 79.996), score('c', 70), score('d', 99, 3)],
      { floor: 30, by: 'value' },
    );
    expect(ranked.map((r) => [r.row.id, r.rank, r.tiedWith, r.places])).toEqual([
      ['a', 1, ['b'], { from: 1, to: 2 }],
      ['b', 1, ['a'], { from: 1, to: 2 }],
      ['c', 3, [], { from: 3, to: 3 }],
    ]);
    expect(unranked).toMatchObject([{ row: { id: 'd' }, reason: 'belowFloor' }]);
  });

  test('the places of a composite score are those left by counting who is surely before and after it', () => {
    const scores = fc.array(fc.tuple(fc.nat(40), fc.nat(9), fc.nat(9)), { maxLength: 30 });
    fc.assert(
      fc.property(scores, (list) => {
        const rows = list.map(([points, down, up], i) => {
          const id = `u${i}`;
          return { id, name: id, points, low: points - down, high: points + up, records: 50, unknown: 0 };
        });
        const { ranked } = rankScores(rows, { floor: 1, by: 'lowerBound' });
        for (const one of ranked) {
          const count = (passes: (row: (typeof rows)[number]) => boolean) => rows.filter(passes).length;
          expect(one.rank).toBe(count((row) => row.low > one.row.low) + 1);
          expect(one.tiedWith.length).toBe(count((row) => row.low === one.row.low) - 1);
          expect(one.places).toEqual({
            from: count((row) => row.low > one.row.high) + 1,
            to: rows.length - count((row) => row.high < one.row.low),
          });
        }
      }),
    );
  });
});

describe('what would move a unit', () => {
  test('the first morning: Quảng Điền is third and needs as many as the sentence says', () => {
    const by = { by: 'value' as const, floor: 10 };
    expect(nextPlace(morning, 'Quảng Điền', by)).toBe(1);
    const move = moveTo(morning, 'Quảng Điền', 1, by);
    // 11/12 = 0.91667: (60+m)/(83+m) reaches it at m = 193; 77/83 = 0.9277 is the first above, 76/83 = 0.9157 below.
    expect(move).toEqual({ to: 1, furtherSuccesses: 193, avoidedFailures: 17 });
    expect(moveWords(move, morning[2]!).vi).toBe(
      'Để lên hạng 1 cần thêm 193 hồ sơ đều đạt (253/276), hoặc 17 hồ sơ không đạt được tránh (77/83).',
    );
  });

  test('the first has no next place, and a place that no success reaches is called so', () => {
    expect(nextPlace(morning, 'Hương An', { by: 'value', floor: 10 })).toBeUndefined();
    const rows = [unit('a', 1000, 1000), unit('b', 2, 4)];
    const move = moveTo(rows, 'b', 1, { by: 'value', floor: 1 });
    // 1000/1000 is reached by avoiding all failures only: further successes never make up for the two.
    expect(move).toEqual({ to: 1, furtherSuccesses: undefined, avoidedFailures: 2 });
    expect(moveWords({ to: 1 }, rows[1]!).en).toContain('cannot be reached');
  });

  test('the number is the smallest: it reaches the place, one fewer does not', () => {
    const rows = fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 30 })), {
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(rows, fc.constantFrom('value' as const, 'lowerBound' as const), (pairs, by) => {
        const all = pairs.map(([a, b], i) => unit(`u${i}`, Math.min(a, b), b));
        const opts = { by, floor: 1 };
        const placed = (changed: Counted) =>
          rank([changed, ...all.slice(1)], opts).ranked.find((r) => r.row.id === 'u0')!.rank;
        const own = all[0]!;
        const move = moveTo(all, 'u0', 1, opts);
        const further = (m: number) =>
          placed({ ...own, numerator: own.numerator + m, denominator: own.denominator + m });
        const avoided = (m: number) => placed({ ...own, numerator: own.numerator + m });
        if (move.furtherSuccesses !== undefined) {
          expect(further(move.furtherSuccesses)).toBe(1);
          if (move.furtherSuccesses > 0) expect(further(move.furtherSuccesses - 1)).toBeGreaterThan(1);
        }
        if (move.avoidedFailures === undefined)
          expect(avoided(own.denominator - own.numerator)).toBeGreaterThan(1);
        else {
          expect(avoided(move.avoidedFailures)).toBe(1);
          if (move.avoidedFailures > 0) expect(avoided(move.avoidedFailures - 1)).toBeGreaterThan(1);
        }
      }),
    );
  });
});
