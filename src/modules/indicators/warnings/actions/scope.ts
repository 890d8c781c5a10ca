import type { Context } from '../../../../kit/context.ts';
import type { Day } from '../../../../kit/day.ts';
import { holdersOf, loadSnapshot, type Snapshot } from '../../../organisations/index.ts';
import type { RuleBody } from '../rules/rule.ts';
import { type Group, groupsOf, watchedUnits } from './units.ts';

/** What a look is limited to: the watched units around some records, and the records themselves by kind. */
export interface Only {
  units: ReadonlySet<string>;
  ids: ReadonlyMap<string, readonly string[]>;
}

/** What a rule looks at on a day. */
export interface Scope {
  snapshot: Snapshot;
  on: Day;
  /** Watched units, each by itself; of a limited look only those concerned. */
  units: string[];
  groups: Group[];
  /** All units whose records count. */
  recordUnits: string[];
  only?: Only | undefined;
}

export async function scopeOf(ctx: Context, units: RuleBody['units'], only?: Only): Promise<Scope> {
  const snapshot = await loadSnapshot(ctx.tx);
  const all = watchedUnits(snapshot, units, ctx.today);
  const groups = groupsOf(snapshot, all, ctx.today);
  if (!only) return { snapshot, on: ctx.today, units: all, groups, recordUnits: unitsIn(groups) };
  const keys = new Set(groups.filter((g) => only.units.has(g.unitId)).map((g) => g.key));
  return {
    snapshot,
    on: ctx.today,
    units: [...keys],
    groups: groups.filter((g) => keys.has(g.key)),
    recordUnits: unitsIn(groups),
    only,
  };
}

const unitsIn = (groups: readonly Group[]): string[] => [...new Set(groups.map((g) => g.unitId))];

/** Who holds a unit's duties on the day; the unit itself where a split has no rule. */
export function holderNow(scope: Scope, unitId: string): string {
  const holding = holdersOf(scope.snapshot, unitId, scope.on);
  return 'holder' in holding ? holding.holder : unitId;
}
