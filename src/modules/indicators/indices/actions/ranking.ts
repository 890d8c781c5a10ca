import type { Context } from '../../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../../kit/contract.ts';
import type { Day } from '../../../../kit/day.ts';
import type { Text } from '../../../../kit/i18n.ts';
import { fieldProblem, missing } from '../../../../kit/problems.ts';
import { loadSnapshot, subtreeOn, type UnitOnDay, unitsOn } from '../../../organisations/index.ts';
import { type FigureRow, figuresOf } from '../../measures/index.ts';
import {
  type Counted,
  placeWords,
  rank,
  type RankBy,
  rankScores,
  type Scored,
  unrankedWords,
} from '../../ranking/rank.ts';
import { moveTo, moveWords, nextPlace } from '../../ranking/why.ts';
import type { listIndexRanking } from '../contract/scores.ts';
import type { IndexNode, IndexTree } from '../rules/model.ts';
import { monthsOf } from '../rules/period.ts';
import { whatIf } from '../rules/whatIf.ts';
import { type ScoreAsk, scoreOf, type Scores, scopeOfLevel, treeFor } from '../score.ts';
import { askOf, frameOf, getUnit, unitShown } from './frame.ts';
import { exact } from './score.ts';

type Input = ParsedOf<typeof listIndexRanking>;
type Reply = ReplyOf<typeof listIndexRanking>;
type Row = Reply['rows'][number];

/** Communes of the whole country at once are asked for one indicator, not for all. */
const MOST_UNITS = 400;

async function unitsFor(ctx: Context, input: Input, day: Day): Promise<UnitOnDay[]> {
  const snapshot = await loadSnapshot(ctx.tx);
  const inside = input.within === undefined ? undefined : subtreeOn(snapshot, input.within, day);
  const found = unitsOn(snapshot, day).filter(
    (u) =>
      u.level !== 'department' &&
      u.level !== 'centre' &&
      scopeOfLevel(u.level) === input.level &&
      (!inside || (inside.has(u.id) && u.id !== input.within)),
  );
  if (input.node === undefined && found.length > MOST_UNITS)
    throw fieldProblem(
      'within',
      `Có ${found.length} đơn vị; chọn một tỉnh, hoặc chọn một chỉ số.`,
      `There are ${found.length} units; choose a province, or one indicator.`,
    );
  return found;
}

export async function listIndexRankingAction(ctx: Context, input: Input): Promise<Reply> {
  const ask = askOf(ctx, input, []);
  const tree = (await treeFor(ctx.tx, ask)) ?? missing();
  const node =
    input.node === undefined ? undefined : (tree.nodes.find((n) => n.code === input.node) ?? missing());
  const day = ask.tree === 'now' ? ask.today : ask.asOf;
  const units = await unitsFor(ctx, input, day);
  const floor = input.floor ?? tree.ranking?.floor ?? 1;
  const within = input.within === undefined ? undefined : await getUnit(ctx, input.within, day);
  const full = { ...ask, unitIds: units.map((u) => u.id) };
  const options: Options = { by: input.by, floor, about: input.about };
  const ranked =
    node?.source.kind === 'figure'
      ? await byFigure(ctx, full, node.source.figure, units, options)
      : await byScore(ctx, full, units, options, node);
  return {
    ...frameOf(tree, ask),
    level: input.level,
    ...(within ? { within: unitShown(within) } : {}),
    ...(node ? { node: { code: node.code, name: node.name, max: node.max } } : {}),
    by: input.by,
    floor,
    scale: node?.source.kind === 'figure' ? 100 : (node?.max ?? tree.maximum),
    ...ranked,
  };
}

interface Options {
  by: RankBy;
  floor: number;
  about: string | undefined;
}
type Ranked = Pick<Reply, 'rows' | 'about'>;

const percent = (share: number): number => exact(share * 100);

/** Ranks by the two counts of one figure. */
async function byFigure(
  ctx: Context,
  ask: ScoreAsk,
  code: string,
  units: UnitOnDay[],
  options: Options,
): Promise<Ranked> {
  const { unitIds, period, asOf, today, tree, rules } = ask;
  const rows = await figuresOf(ctx.tx, {
    codes: [code],
    unitIds,
    ...monthsOf(period),
    asOf,
    today,
    tree,
    rules,
  });
  const byUnit = new Map<string, FigureRow>(rows.map((r) => [r.unitId, r]));
  const known = units.filter((u) => (byUnit.get(u.id)?.denominator ?? null) !== null);
  const counted = known.map((unit): Counted & { unit: UnitOnDay } => {
    const row = byUnit.get(unit.id)!;
    return { id: unit.id, name: unit.nameVi, numerator: row.numerator!, denominator: row.denominator!, unit };
  });
  const { ranked, unranked } = rank(counted, options);
  const counts = (row: Counted) => ({
    numerator: row.numerator,
    denominator: row.denominator,
    records: row.denominator,
  });
  const silent = units.filter((u) => !known.includes(u));
  return {
    rows: [
      ...ranked.map((r): Row => ({
        unit: unitShown(r.row.unit),
        rank: r.rank,
        tied: r.tiedWith.length,
        value: percent(r.share),
        low: percent(r.interval.low),
        high: percent(r.interval.high),
        ...counts(r.row),
        unknown: 0,
        places: r.places,
        words: placeWords(r.places, ranked.length),
      })),
      ...unranked.map(({ row, reason }): Row => ({
        unit: unitShown(row.unit),
        tied: 0,
        ...(reason === 'belowFloor' ? { value: percent(row.numerator / row.denominator) } : {}),
        ...counts(row),
        unknown: 0,
        words: unrankedWords(reason, row.denominator, options.floor),
      })),
      ...silent.map((unit): Row => ({
        unit: unitShown(unit),
        tied: 0,
        unknown: 0,
        records: 0,
        words: silentWords(byUnit.get(unit.id)),
      })),
    ],
    ...aboutCounts(counted, options),
  };
}

const silentWords = (row: FigureRow | undefined): Text => {
  if (row?.status === 'notApplicable')
    return { vi: 'Không áp dụng cho đơn vị này', en: 'Not applicable to this unit' };
  if (row?.status === 'computing')
    return { vi: 'Đang tính lần đầu', en: 'Being computed for the first time' };
  return { vi: 'Chưa có nguồn số liệu', en: 'No source of data' };
};

function aboutCounts(
  rows: (Counted & { unit: UnitOnDay })[],
  { by, floor, about }: Options,
): Pick<Ranked, 'about'> {
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
        ...(goals.length === 0
          ? [{ vi: 'Đơn vị đang ở hạng đầu.', en: 'The unit is in the first place.' }]
          : []),
      ],
    },
  };
}

type ScoredUnit = Scored & { unit: UnitOnDay };

/** Ranks by the points of the whole index, or of one group or stated indicator. */
async function byScore(
  ctx: Context,
  ask: ScoreAsk,
  units: UnitOnDay[],
  options: Options,
  node: IndexNode | undefined,
): Promise<Ranked> {
  const scores = (await scoreOf(ctx.tx, ask)) ?? missing();
  const scored = units.flatMap((unit): ScoredUnit[] => {
    const own = scores.scores.get(unit.id);
    if (!own) return [];
    const part = node ? own.nodes.get(node.code)! : own;
    const points = part.points ?? 0;
    const range = node ? (own.nodes.get(node.code)!.range ?? { low: points, high: points }) : own.range;
    const records = recordsOf(scores, unit.id, part.max - part.unknown);
    return [
      {
        unit,
        id: unit.id,
        name: unit.nameVi,
        points,
        low: range.low,
        high: range.high,
        records,
        unknown: part.unknown,
      },
    ];
  });
  const { ranked, unranked } = rankScores(scored, {
    ...options,
    floor: scores.tree.ranking ? options.floor : 1,
  });
  const shown = (row: ScoredUnit) => ({
    unit: unitShown(row.unit),
    value: exact(row.points),
    low: exact(Math.max(0, row.low)),
    high: exact(row.high),
    unknown: exact(row.unknown),
    records: row.records,
  });
  return {
    rows: [
      ...ranked.map((r): Row => ({
        ...shown(r.row),
        rank: r.rank,
        tied: r.tiedWith.length,
        places: r.places,
        words: placeWords(r.places, ranked.length),
      })),
      ...unranked.map(({ row, reason }): Row => ({
        ...shown(row),
        tied: 0,
        words: unrankedWords(reason, row.records, options.floor),
      })),
    ],
    ...aboutScore(scores, ranked, options.about, node),
  };
}

/** On how many records a score rests: those of the basis of the ranking; stated indices count what is known of them. */
const recordsOf = (scores: Scores, unitId: string, known: number): number => {
  const basis = scores.tree.ranking?.basis;
  if (basis === undefined) return known > 0 ? 1 : 0;
  return scores.scores.get(unitId)?.nodes.get(basis)?.denominator ?? 0;
};

const vi = (value: number): string => value.toLocaleString('vi-VN', { maximumFractionDigits: 2 });
const en = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 2 });

function aboutScore(
  scores: Scores,
  ranked: readonly { row: ScoredUnit; rank: number }[],
  about: string | undefined,
  node: IndexNode | undefined,
): Pick<Ranked, 'about'> {
  const own = ranked.find((r) => r.row.id === about);
  if (!own) return {};
  const before = ranked.findLast((r) => r.rank < own.rank);
  const base = { unit: unitShown(own.row.unit), rank: own.rank };
  if (!before)
    return {
      about: {
        ...base,
        sentences: [{ vi: 'Đơn vị đang ở hạng đầu.', en: 'The unit is in the first place.' }],
      },
    };
  const gap = Math.round((before.row.points - own.row.points) * 100) / 100 + 0.01;
  const sentences = [gapWords(own.rank, before.rank, gap)];
  if (!node)
    sentences.push(...planWords(scores.tree, whatIf(scores.tree, scores.scores.get(own.row.id)!, gap)));
  return { about: { ...base, sentences } };
}

const gapWords = (own: number, next: number, gap: number): Text => ({
  vi: `Hạng ${own}: cần thêm ${vi(gap)} điểm để vượt đơn vị hạng ${next}.`,
  en: `Place ${own}: ${en(gap)} more points would pass the unit in place ${next}.`,
});

function planWords(tree: IndexTree, answer: ReturnType<typeof whatIf>): Text[] {
  const steps = answer.plan
    .slice(0, 4)
    .map((g) => ({ ...g, name: tree.nodes.find((n) => n.code === g.code)!.name }));
  if (steps.length === 0) return [];
  const part = (lang: 'vi' | 'en') =>
    steps
      .map((s) =>
        lang === 'vi'
          ? `${s.code} ${s.name.vi.toLocaleLowerCase('vi')}: ${vi(s.records)} hồ sơ (+${vi(s.gain)} điểm)`
          : `${s.code} ${s.name.en.toLowerCase()}: ${en(s.records)} records (+${en(s.gain)} points)`,
      )
      .join('; ');
  const short = answer.reached ? '' : `; chỉ được ${vi(answer.gained)} điểm`;
  const shortEn = answer.reached ? '' : `; gives ${en(answer.gained)} points only`;
  return [{ vi: `Rẻ nhất: ${part('vi')}${short}.`, en: `Cheapest: ${part('en')}${shortEn}.` }];
}
