import type { Day } from '../../../../kit/day.ts';
import { ancestorsOn, holdersOf, type Snapshot, subtreeOn, unitsOn } from '../../../organisations/index.ts';
import { unitsHeld } from '../../actions/scope.ts';
import type { RuleBody } from '../rules/rule.ts';

/** The units a rule watches on a day, each by itself. */
export function watchedUnits(snapshot: Snapshot, units: RuleBody['units'], on: Day): string[] {
  const below = units.under === undefined ? undefined : subtreeOn(snapshot, units.under, on).add(units.under);
  return unitsOn(snapshot, on)
    .filter((u) => units.levels.includes(u.level) && (!below || below.has(u.id)))
    .map((u) => u.id);
}

export interface Group {
  unitId: string;
  key: string;
}
/** Each watched unit with all below it and their predecessors: whose records are its own. */
export const groupsOf = (snapshot: Snapshot, units: readonly string[], on: Day): Group[] =>
  units.flatMap((key) => unitsHeld(snapshot, key, on, true).map((unitId) => ({ unitId, key })));

/** The unit that holds a unit's duties on a day, and those above it, nearest first. */
export function chainOf(snapshot: Snapshot, unitId: string, at: 'unit' | 'above', on: Day): string[] {
  const holding = holdersOf(snapshot, unitId, on);
  const own = 'holder' in holding ? [holding.holder] : holding.candidates;
  const first = own[0] ?? unitId;
  const above = ancestorsOn(snapshot, first, on).map((u) => u.id);
  return at === 'above' && above.length > 0 ? above : [...own, ...above];
}
