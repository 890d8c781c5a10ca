import type { Context } from '../../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../../kit/contract.ts';
import { missing, Problem } from '../../../../kit/problems.ts';
import type { listIndices } from '../contract/scores.ts';
import { type getIndexTree, indexRefused, type stateIndexTree } from '../contract/trees.ts';
import { groups766 } from '../facts/groups766.ts';
import { published766, sumOfParts } from '../facts/published766.ts';
import { treeFaults } from '../rules/check.ts';
import { type IndexTree, isGroup } from '../rules/model.ts';
import { treeOn, versionFaults } from '../rules/versions.ts';
import { narrowedTree } from '../score.ts';
import { insertTree, listTrees, lockTrees } from '../store.ts';

export async function listIndicesAction(ctx: Context): Promise<ReplyOf<typeof listIndices>> {
  const trees = await listTrees(ctx.tx);
  const codes = [...new Set(trees.map((tree) => tree.code))];
  return {
    items: codes.map((code) => {
      const current = treeOn(trees, code, ctx.today)!;
      const { name, explanation, maximum, levels } = current;
      return {
        code,
        name,
        explanation,
        maximum,
        levels,
        versions: trees
          .filter((tree) => tree.code === code)
          .map((tree) => ({ ...versionOf(tree), current: tree.version === current.version })),
      };
    }),
  };
}

const versionOf = ({ version, validFrom, validTo }: IndexTree) => ({
  version,
  validFrom,
  ...(validTo === undefined ? {} : { validTo }),
});

export async function getIndexTreeAction(
  ctx: Context,
  { code, version, asOf }: ParsedOf<typeof getIndexTree>,
): Promise<ReplyOf<typeof getIndexTree>> {
  const trees = await listTrees(ctx.tx);
  const versions = trees.filter((tree) => tree.code === code);
  const tree =
    (version === undefined
      ? treeOn(trees, code, asOf ?? ctx.today)
      : versions.find((t) => t.version === version)) ?? missing();
  const leaves = tree.nodes.filter((node) => !isGroup(node));
  const narrowed = await narrowedTree(ctx.tx, tree);
  return {
    tree,
    versions: versions.map(versionOf),
    counts: {
      groups: tree.nodes.length - leaves.length,
      indicators: leaves.length,
      figures: leaves.filter((n) => n.source.kind === 'figure').length,
      reported: leaves.filter((n) => n.source.kind === 'reported').length,
      byProcedure: narrowed.nodes.filter((node) => !isGroup(node)).length,
    },
    published: code === '766' ? publishedShown() : [],
  };
}

const publishedShown = (): ReplyOf<typeof getIndexTree>['published'] =>
  published766.map((score) => ({
    unit: score.unit,
    period: score.period,
    ...(score.rank ? { rank: score.rank } : {}),
    total: score.total,
    parts: groups766.flatMap(({ code, name }) => {
      const points = score.parts[code];
      return points === undefined ? [] : [{ name, points, derived: score.derived === code }];
    }),
    ...sumOfParts(score),
  }));

export async function stateIndexTreeAction(
  ctx: Context,
  input: ParsedOf<typeof stateIndexTree>,
): Promise<ReplyOf<typeof stateIndexTree>> {
  await lockTrees(ctx.tx);
  const tree: IndexTree = input;
  const faults = [...versionFaults(tree, await listTrees(ctx.tx), ctx.today), ...treeFaults(tree)];
  if (faults.length > 0)
    throw new Problem(indexRefused, {
      fields: faults.map(({ field, text }) => ({ path: field, message: text })),
    });
  await insertTree(ctx.tx, tree, { by: ctx.actor.id, byName: ctx.actor.name, at: ctx.now });
  ctx.emit({
    unitId: 'centre',
    stream: `indexTree:${tree.code}`,
    kind: 'indexTree.stated',
    payload: { ...tree },
  });
  return { code: tree.code, version: tree.version };
}
