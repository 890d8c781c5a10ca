import type { Scored } from '../../ranking/rank.ts';
import type { IndexTree } from './model.ts';
import type { Score } from './points.ts';

/** What a ranking puts in order: points with their range, and the records on which they rest. */
export type Measured = Omit<Scored, 'id' | 'name'>;

/** On how many records a score rests: those of the basis of the ranking; stated indices count what is known of them. */
function recordsOf({ ranking }: IndexTree, { nodes }: Score, known: number): number {
  if (ranking === undefined) return known > 0 ? 1 : 0;
  return nodes.get(ranking.basis)?.denominator ?? 0;
}

/** The least number of records for a place; where nothing is counted there is none to fall short of. */
export const floorOf = ({ ranking }: IndexTree, asked: number | undefined): number =>
  ranking ? (asked ?? ranking.floor) : 1;

/** A score as rankings need it, of the whole or of one node. */
export function measuredOf(tree: IndexTree, score: Score, node?: string): Measured {
  const part = node === undefined ? score : score.nodes.get(node)!;
  const points = part.points ?? 0;
  const { low, high } = part.range ?? { low: points, high: points };
  const records = recordsOf(tree, score, part.max - part.unknown);
  return { points, low, high, records, unknown: part.unknown };
}
