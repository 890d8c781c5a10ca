import type { Context } from '../../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../../kit/contract.ts';
import { listVersions, type StoredVersion } from '../../definitions/store/definition.ts';
import type { FigureRow } from '../../measures/index.ts';
import type { getIndexScore, getIndexTrend, whatWouldItTake } from '../contract/scores.ts';
import { bandsWithin } from '../rules/bands.ts';
import { type IndexNode, type IndexTree, isGroup } from '../rules/model.ts';
import { lastDayOf, monthsUpTo } from '../rules/period.ts';
import type { NodeScore } from '../rules/points.ts';
import { type Gain, whatIf } from '../rules/whatIf.ts';
import { statusWords } from '../rules/words.ts';
import { scoreOf, type Scores, type UnitScore } from '../score.ts';
import { askOf, frameOf, getScore, unitShown } from './frame.ts';

type Shown = ReplyOf<typeof getIndexScore>['nodes'][number];

/** Six decimals are more than any rule prints, and hide what floating point adds. */
export const exact = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Leaves out what is null or undefined. */
const given = <K extends string, V>(name: K, value: V | null | undefined): Partial<Record<K, V>> =>
  value === null || value === undefined ? {} : ({ [name]: value } as Record<K, V>);

const nameOf = (definitions: readonly StoredVersion[], row: FigureRow) =>
  definitions.find((d) => d.code === row.code && String(d.version) === row.version) ??
  definitions.find((d) => d.code === row.code);

const besideOf = (
  node: IndexNode,
  unitId: string,
  scores: Scores,
  definitions: readonly StoredVersion[],
): Shown['beside'] =>
  (node.beside ?? []).flatMap((code) => {
    const row = scores.figure(unitId, code);
    const definition = row && nameOf(definitions, row);
    if (!row || !definition) return [];
    return [
      {
        code,
        name: definition.body.name,
        status: row.status,
        ...given('numerator', row.numerator),
        ...given('denominator', row.denominator),
        ...given('rounded', row.rounded),
      },
    ];
  });

/** Both counts, the figure and its rounding: of a figure as it was told, of a stated value as it was stated. */
function countsOf(
  node: IndexNode,
  own: NodeScore,
  row: FigureRow | undefined,
  definitions: readonly StoredVersion[],
) {
  const stated =
    own.ratio === null ? {} : { rounded: String(Math.round(own.ratio * 10_000) / 100), unit: 'percent' };
  if (node.source.kind !== 'figure')
    return { ...given('numerator', own.numerator), ...given('denominator', own.denominator), ...stated };
  return {
    figure: { code: node.source.figure, ...given('version', row?.version) },
    ...given('unit', row && nameOf(definitions, row)?.body.unit),
    ...given('rounded', own.status === 'previousYear' ? stated.rounded : row?.rounded),
    ...given('numerator', own.numerator),
    ...given('denominator', own.denominator),
  };
}

function nodeShown(
  node: IndexNode,
  own: UnitScore,
  scores: Scores,
  definitions: readonly StoredVersion[],
): Shown {
  const score = own.nodes.get(node.code)!;
  const row = node.source.kind === 'figure' ? scores.figure(own.unit.id, node.source.figure) : undefined;
  return {
    code: node.code,
    ...given('parent', node.parent),
    name: node.name,
    group: isGroup(node),
    ...given('points', score.points === null ? null : exact(score.points)),
    max: score.max,
    unknown: exact(score.unknown),
    ...given('claimedPoints', score.claimedPoints),
    ...countsOf(node, score, row, definitions),
    status: score.status,
    statusText: statusWords[score.status],
    ...given('range', score.range && { low: exact(score.range.low), high: exact(score.range.high) }),
    alternative: node.alternativeOf !== undefined,
    ...given('note', node.note),
    ...given('conflict', node.conflict),
    beside: besideOf(node, own.unit.id, scores, definitions),
  };
}

const totalOf = (tree: IndexTree, own: UnitScore): ReplyOf<typeof getIndexScore>['total'] => ({
  points: exact(own.points),
  max: own.max,
  unknown: exact(own.unknown),
  range: { low: exact(Math.max(0, own.range.low)), high: exact(Math.min(own.max, own.range.high)) },
  classes: bandsWithin(tree.bands, own.points, own.points + own.unknown).map(({ code, name }) => ({
    code,
    name,
  })),
});

export async function getIndexScoreAction(
  ctx: Context,
  input: ParsedOf<typeof getIndexScore>,
): Promise<ReplyOf<typeof getIndexScore>> {
  const ask = { ...askOf(ctx, input, [input.unitId]), beside: true };
  const { scores, own } = await getScore(ctx, ask);
  const definitions = await listVersions(ctx.tx);
  return {
    ...(await frameOf(ctx, scores.tree, ask)),
    unit: unitShown(own.unit),
    level: own.level,
    total: totalOf(scores.tree, own),
    nodes: scores.tree.nodes.map((node) => nodeShown(node, own, scores, definitions)),
  };
}

export async function getIndexTrendAction(
  ctx: Context,
  input: ParsedOf<typeof getIndexTrend>,
): Promise<ReplyOf<typeof getIndexTrend>> {
  const ask = askOf(ctx, input, [input.unitId]);
  const { scores, own } = await getScore(ctx, ask);
  const end = lastDayOf(ask.period) < ask.asOf ? ask.period : ask.asOf.slice(0, 7);
  const months: ReplyOf<typeof getIndexTrend>['months'] = [];
  for (const month of monthsUpTo(end, input.months)) {
    const one = await scoreOf(ctx.tx, { ...ask, period: month });
    const score = one?.scores.get(input.unitId);
    if (!one || !score) continue;
    months.push({
      month,
      version: one.tree.version,
      points: exact(score.points),
      unknown: exact(score.unknown),
      max: score.max,
    });
  }
  return { ...(await frameOf(ctx, scores.tree, ask)), unit: unitShown(own.unit), months };
}

export async function whatWouldItTakeAction(
  ctx: Context,
  input: ParsedOf<typeof whatWouldItTake>,
): Promise<ReplyOf<typeof whatWouldItTake>> {
  const ask = askOf(ctx, input, [input.unitId]);
  const { scores, own } = await getScore(ctx, ask);
  const answer = whatIf(scores.tree, own, input.wanted);
  const named = (gain: Gain) => ({
    code: gain.code,
    name: scores.tree.nodes.find((n) => n.code === gain.code)!.name,
    from: exact(gain.from),
    to: exact(gain.to),
    gain: exact(gain.gain),
    records: gain.records,
    of: gain.of,
  });
  return {
    ...(await frameOf(ctx, scores.tree, ask)),
    unit: unitShown(own.unit),
    points: exact(own.points),
    wanted: input.wanted,
    gained: exact(answer.gained),
    reached: answer.reached,
    records: answer.records,
    plan: answer.plan.map(named),
    alone: answer.alone.map((gain) => ({ ...named(gain), enough: gain.enough })),
    without: scores.tree.nodes.flatMap((node) => {
      const score = own.nodes.get(node.code)!;
      return !isGroup(node) && score.points === null && score.max > 0
        ? [{ code: node.code, name: node.name, max: score.max }]
        : [];
    }),
  };
}
