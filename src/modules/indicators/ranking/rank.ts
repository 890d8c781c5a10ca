import type { Text } from '../../../kit/i18n.ts';
import { type Range, wilson } from './interval.ts';

/** By the share itself, or by the lower end of its interval: who shows a good share on many records stands first. */
export type RankBy = 'value' | 'lowerBound';

/** A unit with its two counts; `direction` of the ranking says whether more is better. */
export interface Counted {
  id: string;
  name: string;
  numerator: number;
  denominator: number;
}

export interface RankOptions {
  by: RankBy;
  /** Units with fewer records are listed, not ranked. */
  floor: number;
  direction?: 'higher' | 'lower';
}

export type Unranked = 'noRecords' | 'belowFloor' | 'notAShare';

export interface Ranked<C extends Counted = Counted> {
  row: C;
  /** Competition rank: equals share one, and the places after them stay empty (1, 1, 3). */
  rank: number;
  /** Others with the same rank. */
  tiedWith: string[];
  share: number;
  interval: Range;
  /** Places that cannot be excluded at 95 %: the intervals of others overlap with this one. */
  places: { from: number; to: number };
}

export interface Ranking<C extends Counted = Counted> {
  ranked: Ranked<C>[];
  unranked: { row: C; reason: Unranked }[];
}

const reasonOf = (row: Counted, floor: number): Unranked | undefined => {
  if (row.denominator <= 0) return 'noRecords';
  if (row.numerator < 0 || row.numerator > row.denominator) return 'notAShare';
  return row.denominator < floor ? 'belowFloor' : undefined;
};

type Key = Omit<Ranked, 'rank' | 'tiedWith' | 'places' | 'share'>;

/** The place of one unit among others, by counts alone: how many stand before it, plus one. */
export function placeAmong(one: Counted, others: readonly Counted[], options: RankOptions): number {
  const keyOf = (row: Counted): Key => ({ row, interval: wilson(row.numerator, row.denominator)! });
  const own = keyOf(one);
  return others.filter((o) => order(keyOf(o), own, options) < 0).length + 1;
}

/** Less than zero when `a` stands before `b`; exactly zero for a tie. */
function order(a: Key, b: Key, { by, direction = 'higher' }: RankOptions): number {
  const sign = direction === 'higher' ? 1 : -1;
  // Shares are compared as fractions: 11/12 and 22/24 are one value, whatever floating point says.
  const shares = b.row.numerator * a.row.denominator - a.row.numerator * b.row.denominator;
  if (by === 'value') return sign * shares;
  if (a.row.numerator === b.row.numerator && a.row.denominator === b.row.denominator) return 0;
  // Where less is better, the cautious end is the upper one.
  const end = (k: Key): number => (direction === 'higher' ? k.interval.low : k.interval.high);
  return sign * (end(b) - end(a));
}

function placesOf(
  one: Key,
  all: readonly Key[],
  direction: 'higher' | 'lower',
): { from: number; to: number } {
  const better = (a: Key, b: Key): boolean =>
    direction === 'higher' ? a.interval.low > b.interval.high : a.interval.high < b.interval.low;
  const surelyBefore = all.filter((other) => better(other, one)).length;
  const surelyAfter = all.filter((other) => better(one, other)).length;
  return { from: surelyBefore + 1, to: all.length - surelyAfter };
}

/** Puts units in order. Ties stay ties; names only decide in which order equals are written. */
export function rank<C extends Counted>(rows: readonly C[], options: RankOptions): Ranking<C> {
  const unranked: Ranking<C>['unranked'] = [];
  const keys: Sorted<C>[] = [];
  for (const row of rows) {
    const reason = reasonOf(row, options.floor);
    const interval = wilson(row.numerator, row.denominator);
    if (reason || !interval) unranked.push({ row, reason: reason ?? 'notAShare' });
    else keys.push({ row, share: row.numerator / row.denominator, interval });
  }
  const sorted = keys.toSorted((a, b) => order(a, b, options) || a.row.name.localeCompare(b.row.name, 'vi'));
  return { ranked: withPlaces(sorted, options), unranked };
}

type Sorted<C extends Counted> = Pick<Ranked<C>, 'row' | 'share' | 'interval'>;

function withPlaces<C extends Counted>(sorted: Sorted<C>[], options: RankOptions): Ranked<C>[] {
  const places: number[] = [];
  sorted.forEach((one, i) => {
    const before = sorted[i - 1];
    places.push(before && order(before, one, options) === 0 ? places[i - 1]! : i + 1);
  });
  return sorted.map((one, i) => ({
    ...one,
    rank: places[i]!,
    tiedWith: sorted.filter((o, j) => j !== i && places[j] === places[i]).map((o) => o.row.id),
    places: placesOf(one, sorted, options.direction ?? 'higher'),
  }));
}

/** A unit with points and the range in which they may lie, for composite indices. */
export interface Scored {
  id: string;
  name: string;
  points: number;
  low: number;
  high: number;
  /** Records on which the points rest; below the floor the unit is listed, not ranked. */
  records: number;
  /** Points that the sources do not give; who has some cannot be compared by points alone. */
  unknown: number;
}

export interface RankedScore<S extends Scored = Scored> {
  row: S;
  rank: number;
  tiedWith: string[];
  places: { from: number; to: number };
}

/** By what composite scores are put in order: points or their lower end in hundredths, as they are printed. */
export const scoreKey = ({ points, low }: Pick<Scored, 'points' | 'low'>, by: RankBy): number =>
  Math.round((by === 'value' ? points : low) * 100);

/** How many of some ascending numbers come before the first that passes. */
function before(ascending: readonly number[], passes: (value: number) => boolean): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (passes(ascending[middle]!)) to = middle;
    else from = middle + 1;
  }
  return from;
}

const byName = new Intl.Collator('vi');

/** Ranks composite scores by points rounded to two decimals, as they are printed: what looks equal is a tie. */
export function rankScores<S extends Scored>(
  rows: readonly S[],
  options: { floor: number; by: RankBy },
): { ranked: RankedScore<S>[]; unranked: { row: S; reason: Unranked }[] } {
  const keyOf = (s: Scored): number => scoreKey(s, options.by);
  const isEnough = (s: Scored): boolean => s.records > 0 && s.records >= options.floor;
  const sorted = rows
    .filter(isEnough)
    .toSorted((a, b) => keyOf(b) - keyOf(a) || byName.compare(a.name, b.name));
  const groups = Map.groupBy(sorted, keyOf);
  const ends = (of: (s: Scored) => number): number[] => sorted.map(of).toSorted((a, b) => a - b);
  const [lows, highs] = [ends((s) => s.low), ends((s) => s.high)];
  let passed = 0;
  const ranked = [...groups.values()].flatMap((group) => {
    const place = passed + 1;
    passed += group.length;
    return group.map((row) => ({
      row,
      rank: place,
      tiedWith: group.filter((o) => o !== row).map((o) => o.id),
      places: {
        from: sorted.length - before(lows, (low) => low > row.high) + 1,
        to: sorted.length - before(highs, (high) => high >= row.low),
      },
    }));
  });
  return {
    ranked,
    unranked: rows
      .filter((s) => !isEnough(s))
      .map((row) => ({ row, reason: row.records > 0 ? 'belowFloor' : 'noRecords' })),
  };
}

const n = (value: number): string => String(value);

/** Why a unit has no place, in words. */
export function unrankedWords(reason: Unranked, records: number, floor: number): Text {
  const words: Record<Unranked, Text> = {
    noRecords: { vi: 'Chưa có hồ sơ để tính', en: 'There are no records to count' },
    belowFloor: {
      vi: `${n(records)} hồ sơ, dưới mức tối thiểu ${n(floor)}: liệt kê, không xếp hạng`,
      en: `${n(records)} records, below the minimum of ${n(floor)}: listed, not ranked`,
    },
    notAShare: {
      vi: 'Tử số lớn hơn mẫu số: không phải tỷ lệ',
      en: 'More counted than there are: not a share',
    },
  };
  return words[reason];
}

/** How sure a place among units or procedures is, in words: whose intervals overlap cannot be told apart. */
export function placeWords(
  places: { from: number; to: number },
  ranked: number,
  of: 'unit' | 'procedure' = 'unit',
): Text {
  const other = of === 'unit' ? 'đơn vị khác' : 'thủ tục khác';
  if (places.from === places.to)
    return {
      vi: `Hạng ${n(places.from)} là chắc chắn ở mức 95 %`,
      en: `Place ${n(places.from)} is certain at 95 %`,
    };
  if (places.from === 1 && places.to === ranked && ranked > 2)
    return {
      vi: `Khoảng tin cậy chồng lên mọi ${other}: chưa phân biệt được hạng nào (1 đến ${n(ranked)})`,
      en: `The interval overlaps with those of all others: any place from 1 to ${n(ranked)} is possible`,
    };
  return {
    vi: `Khoảng tin cậy chồng lên ${other}: hạng có thể từ ${n(places.from)} đến ${n(places.to)}`,
    en: `The interval overlaps with others: the place may be anything from ${n(places.from)} to ${n(places.to)}`,
  };
}
