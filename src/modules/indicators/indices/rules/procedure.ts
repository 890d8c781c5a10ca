import { childrenOf, type IndexNode, type IndexTree, isGroup } from './model.ts';

const sumBelow = (tree: IndexTree, node: IndexNode | undefined): number =>
  childrenOf(tree, node?.code).reduce((sum, one) => sum + (isGroup(one) ? sumBelow(tree, one) : one.max), 0);

const hasLeaf = (tree: IndexTree, node: IndexNode): boolean =>
  !isGroup(node) || childrenOf(tree, node.code).some((one) => hasLeaf(tree, one));

/**
 * An index as far as it can be asked of one procedure: only indicators whose figure counts by procedure, with as many points as
 * these have together. Classes are stated for the whole index, so there are none.
 */
export function forProcedure(tree: IndexTree, countsByProcedure: (figure: string) => boolean): IndexTree {
  const leaves = tree.nodes.filter(
    (node) => isGroup(node) || (node.source.kind === 'figure' && countsByProcedure(node.source.figure)),
  );
  const kept = { ...tree, nodes: leaves };
  const own = { ...kept, nodes: leaves.filter((node) => hasLeaf(kept, node)), bands: [] };
  return { ...own, maximum: sumBelow(own, undefined) };
}
