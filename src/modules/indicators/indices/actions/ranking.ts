import type { Context } from '../../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../../kit/contract.ts';
import type { Day } from '../../../../kit/day.ts';
import { fieldProblem, missing } from '../../../../kit/problems.ts';
import { loadSnapshot, subtreeOn, type UnitOnDay, unitsOn } from '../../../organisations/index.ts';
import type { listIndexRanking } from '../contract/scores.ts';
import { scopeOfLevel, treeFor } from '../score.ts';
import { askOf, frameOf, getUnit, unitShown } from './frame.ts';
import { byFigure } from './ranking-figure.ts';
import { byScore } from './ranking-score.ts';
import type { RankingOptions } from './ranking-words.ts';

type Input = ParsedOf<typeof listIndexRanking>;
type Reply = ReplyOf<typeof listIndexRanking>;

/** Communes of the whole country at once are asked for one indicator, not for all. */
const MOST_UNITS = 400;

async function unitsFor(ctx: Context, input: Input, day: Day): Promise<UnitOnDay[]> {
  const snapshot = await loadSnapshot(ctx.tx);
  const inside = input.within === undefined ? undefined : subtreeOn(snapshot, input.within, day);
  const found = unitsOn(snapshot, day).filter(
    (u) =>
      (input.level === 'department'
        ? u.level === 'department'
        : u.level !== 'department' && u.level !== 'centre' && scopeOfLevel(u.level) === input.level) &&
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
  const options: RankingOptions = { by: input.by, floor, about: input.about };
  const ranked =
    node?.source.kind === 'figure'
      ? await byFigure(ctx, full, node.source.figure, units, options)
      : await byScore(ctx, full, units, options, node);
  return {
    ...(await frameOf(ctx, tree, ask)),
    level: input.level,
    ...(within ? { within: unitShown(within) } : {}),
    ...(node ? { node: { code: node.code, name: node.name, max: node.max } } : {}),
    by: input.by,
    floor,
    scale: node?.source.kind === 'figure' ? 100 : (node?.max ?? tree.maximum),
    ...ranked,
  };
}
