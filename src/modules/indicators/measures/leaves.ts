import type { Day } from '../../../kit/day.ts';
import {
  existsOn,
  gapsOn,
  heldBy,
  lifeOf,
  type Snapshot,
  subtreeOn,
  unitAround,
} from '../../organisations/index.ts';

interface Tree {
  /** Unit → the units whose records are its own on the day: itself and those it has succeeded. */
  own: Map<string, string[]>;
  /** Units that ended without one heir, by the unit that stood above them: their records stay with it. */
  orphans: Map<string, string[]>;
  leaves: Map<string, readonly string[]>;
  holders: Map<string, ReadonlyMap<string, string>>;
}
const trees = new WeakMap<Snapshot, Map<Day, Tree>>();
const MOST_DAYS = 400;

function treeOf(snapshot: Snapshot, day: Day): Tree {
  const days = trees.get(snapshot) ?? new Map<Day, Tree>();
  trees.set(snapshot, days);
  const known = days.get(day);
  if (known) return known;
  if (days.size >= MOST_DAYS) days.clear();
  const tree: Tree = {
    own: new Map(),
    orphans: orphansOf(snapshot, day),
    leaves: new Map(),
    holders: new Map(),
  };
  days.set(day, tree);
  return tree;
}

function orphansOf(snapshot: Snapshot, day: Day): Map<string, string[]> {
  const orphans = new Map<string, string[]>();
  for (const { unitId } of gapsOn(snapshot, day)) {
    const above = livingAbove(snapshot, unitId, day);
    if (above) orphans.set(above, [...(orphans.get(above) ?? []), unitId]);
  }
  return orphans;
}

/** The nearest unit above that lives, or its one heir. */
function livingAbove(snapshot: Snapshot, unitId: string, day: Day): string | undefined {
  const seen = new Set<string>();
  let above = unitAround(snapshot, unitId, lifeOf(snapshot, unitId)?.to ?? day)?.parentId;
  while (above && !seen.has(above)) {
    seen.add(above);
    if (existsOn(snapshot, above, day)) return above;
    above = unitAround(snapshot, above, day)?.parentId;
  }
  return undefined;
}

function ownOf(snapshot: Snapshot, tree: Tree, unitId: string, day: Day): string[] {
  const known = tree.own.get(unitId);
  if (known) return known;
  const own = [...new Set([unitId, ...heldBy(snapshot, unitId, day), ...(tree.orphans.get(unitId) ?? [])])];
  tree.own.set(unitId, own);
  return own;
}

/**
 * The ids under which records of a unit and all below it may stand, as the tree was on a day: units that it had come
 * after by then are among them, so that the past of those that merged belongs to the one they became. None where the
 * unit did not exist that day.
 */
export function leavesOf(snapshot: Snapshot, unitId: string, day: Day): readonly string[] {
  const tree = treeOf(snapshot, day);
  const known = tree.leaves.get(unitId);
  if (known) return known;
  const found = [...subtreeOn(snapshot, unitId, day)].flatMap((one) => ownOf(snapshot, tree, one, day));
  const leaves = [...new Set(found)];
  tree.leaves.set(unitId, leaves);
  return leaves;
}

/** Whether a unit holds every unit that there is or ever was, as the tree was on a day: the country, as a rule. */
export const holdsAll = (snapshot: Snapshot, unitId: string, day: Day): boolean =>
  leavesOf(snapshot, unitId, day).length === snapshot.units.size;

/** Each leaf with the living unit whose record it is, for counts of units. */
export function holdersAmong(snapshot: Snapshot, unitId: string, day: Day): ReadonlyMap<string, string> {
  const tree = treeOf(snapshot, day);
  const known = tree.holders.get(unitId);
  if (known) return known;
  const holders = new Map<string, string>();
  for (const one of subtreeOn(snapshot, unitId, day))
    for (const leaf of ownOf(snapshot, tree, one, day)) holders.set(leaf, one);
  tree.holders.set(unitId, holders);
  return holders;
}
