import type { Context } from '../../../../kit/context.ts';
import type { Text } from '../../../../kit/i18n.ts';
import type { UnitOnDay } from '../../../organisations/index.ts';
import { type FigureRow, figuresOf } from '../../measures/index.ts';
import {
  type Counted,
  placeWords,
  rank,
  type Ranked,
  type Unranked,
  unrankedWords,
} from '../../ranking/rank.ts';
import { moveTo, moveWords, nextPlace } from '../../ranking/why.ts';
import { monthsOf } from '../rules/period.ts';
import type { ScoreAsk } from '../score.ts';
import { unitShown } from './frame.ts';
import { first, type RankedRows, type RankingOptions, type Row } from './ranking-words.ts';
import { exact } from './score.ts';

const percent = (share: number): number => exact(share * 100);

type CountedUnit = Counted & { unit: UnitOnDay };

/** Ranks by the two counts of one figure. */
export async function byFigure(
  ctx: Context,
  ask: ScoreAsk,
  code: string,
  units: UnitOnDay[],
  options: RankingOptions,
): Promise<RankedRows> {
  const { unitIds, period, asOf, today, tree, rules, procedure } = ask;
  const rows = await figuresOf(ctx.tx, {
    codes: [code],
    unitIds,
    ...monthsOf(period),
    asOf,
    today,
    tree,
    rules,
    procedure,
  });
  const byUnit = new Map<string, FigureRow>(rows.map((r) => [r.unitId, r]));
  const known = units.filter((u) => (byUnit.get(u.id)?.denominator ?? null) !== null);
  const counted = known.map((unit): CountedUnit => {
    const row = byUnit.get(unit.id)!;
    return { id: unit.id, name: unit.nameVi, numerator: row.numerator!, denominator: row.denominator!, unit };
  });
  const { ranked, unranked } = rank(counted, options);
  const silent = units
    .filter((u) => !known.includes(u))
    .map((unit): Row => ({ ...empty(unit), records: 0, words: silentWords(byUnit.get(unit.id)) }));
  return {
    rows: [
      ...ranked.map((r) => rankedRow(r, ranked.length)),
      ...unranked.map(({ row, reason }) => unrankedRow(row, reason, options.floor)),
      ...silent,
    ],
    ...aboutCounts(counted, options),
  };
}

const empty = (unit: UnitOnDay) => ({ unit: unitShown(unit), tied: 0, unknown: 0 });
const counts = ({ numerator, denominator }: Counted) => ({ numerator, denominator, records: denominator });

const rankedRow = (r: Ranked<CountedUnit>, among: number): Row => ({
  ...empty(r.row.unit),
  ...counts(r.row),
  rank: r.rank,
  tied: r.tiedWith.length,
  value: percent(r.share),
  low: percent(r.interval.low),
  high: percent(r.interval.high),
  places: r.places,
  words: placeWords(r.places, among),
});

const unrankedRow = (row: CountedUnit, reason: Unranked, floor: number): Row => ({
  ...empty(row.unit),
  ...counts(row),
  ...(reason === 'belowFloor' ? { value: percent(row.numerator / row.denominator) } : {}),
  words: unrankedWords(reason, row.denominator, floor),
});

const silentWords = (row: FigureRow | undefined): Text => {
  if (row?.status === 'notApplicable')
    return { vi: 'Không áp dụng cho đơn vị này', en: 'Not applicable to this unit' };
  if (row?.status === 'computing')
    return { vi: 'Đang tính lần đầu', en: 'Being computed for the first time' };
  return { vi: 'Chưa có nguồn số liệu', en: 'No source of data' };
};

function aboutCounts(rows: CountedUnit[], { by, floor, about }: RankingOptions): Pick<RankedRows, 'about'> {
  const own = rows.find((r) => r.id === about);
  if (!own) return {};
  const options = { by, floor };
  const place = rank(rows, options).ranked.find((r) => r.row.id === own.id);
  if (!place)
    return {
      about: { unit: unitShown(own.unit), sentences: [unrankedWords('belowFloor', own.denominator, floor)] },
    };
  const next = nextPlace(rows, own.id, options);
  const goals = next === undefined ? [] : [...new Set([next, 1])];
  return {
    about: {
      unit: unitShown(own.unit),
      rank: place.rank,
      sentences: [
        ...goals.map((to) => moveWords(moveTo(rows, own.id, to, options), own)),
        ...(goals.length === 0 ? [first] : []),
      ],
    },
  };
}
