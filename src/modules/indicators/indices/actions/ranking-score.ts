import type { Context } from '../../../../kit/context.ts';
import type { Text } from '../../../../kit/i18n.ts';
import { missing } from '../../../../kit/problems.ts';
import type { UnitOnDay } from '../../../organisations/index.ts';
import { placeWords, type RankedScore, rankScores, type Scored, unrankedWords } from '../../ranking/rank.ts';
import { floorOf, measuredOf } from '../rules/measured.ts';
import type { IndexNode, IndexTree } from '../rules/model.ts';
import { whatIf } from '../rules/whatIf.ts';
import { type ScoreAsk, scoreOf, type Scores } from '../score.ts';
import { unitShown } from './frame.ts';
import { first, type RankedRows, type RankingOptions, type Row } from './ranking-words.ts';
import { exact } from './score.ts';

type ScoredUnit = Scored & { unit: UnitOnDay };

/** Ranks by the points of the whole index, or of one group or stated indicator. */
export async function byScore(
  ctx: Context,
  ask: ScoreAsk,
  units: UnitOnDay[],
  options: RankingOptions,
  node: IndexNode | undefined,
): Promise<RankedRows> {
  const scores = (await scoreOf(ctx.tx, ask)) ?? missing();
  const scored = units.flatMap((unit) => scoredUnit(scores, unit, node));
  const floor = floorOf(scores.tree, options.floor);
  const { ranked, unranked } = rankScores(scored, { by: options.by, floor });
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
        words: unrankedWords(reason, row.records, floor),
      })),
    ],
    ...aboutScore(scores, ranked, options.about, node),
  };
}

function scoredUnit(scores: Scores, unit: UnitOnDay, node: IndexNode | undefined): ScoredUnit[] {
  const own = scores.scores.get(unit.id);
  if (!own) return [];
  return [{ unit, id: unit.id, name: unit.nameVi, ...measuredOf(scores.tree, own, node?.code) }];
}

const shown = (row: ScoredUnit) => ({
  unit: unitShown(row.unit),
  tied: 0,
  value: exact(row.points),
  low: exact(Math.max(0, row.low)),
  high: exact(row.high),
  unknown: exact(row.unknown),
  records: row.records,
});

const vi = (value: number): string => value.toLocaleString('vi-VN', { maximumFractionDigits: 2 });
const en = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 2 });

function aboutScore(
  scores: Scores,
  ranked: readonly RankedScore<ScoredUnit>[],
  about: string | undefined,
  node: IndexNode | undefined,
): Pick<RankedRows, 'about'> {
  const own = ranked.find((r) => r.row.id === about);
  if (!own) return {};
  const before = ranked.findLast((r) => r.rank < own.rank);
  const base = { unit: unitShown(own.row.unit), rank: own.rank };
  if (!before)
    return {
      about: {
        ...base,
        sentences: [first],
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
