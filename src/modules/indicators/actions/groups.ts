import type { Day } from '../../../kit/day.ts';
import {
  ancestorsOn,
  childrenOn,
  heldBy,
  holdersOf,
  type Level,
  type Snapshot,
  unitAround,
} from '../../organisations/index.ts';
import { unitsHeld } from './scope.ts';

export interface UnitGroup {
  unitId: string;
  key: string;
}

const agencyLevels: readonly Level[] = ['ministry', 'party', 'massBody', 'province'];
/** Remembers what was worked out from a snapshot for a day; snapshots do not change. */
function perDay<T>(make: (snapshot: Snapshot, on: Day) => T): (snapshot: Snapshot, on: Day) => T {
  const known = new WeakMap<Snapshot, Map<Day, T>>();
  return (snapshot, on) => {
    const days = known.get(snapshot) ?? new Map<Day, T>();
    known.set(snapshot, days);
    if (days.size > 30) days.clear();
    const made = days.get(on) ?? make(snapshot, on);
    days.set(on, made);
    return made;
  };
}

/** The ministry, province or body of the centre that answers for a unit on a day: the holder of its duties, or the one above it. */
function agencyFor(snapshot: Snapshot, unitId: string, on: Day): string {
  const holding = holdersOf(snapshot, unitId, on);
  const holder = 'holder' in holding ? holding.holder : unitId;
  const level = (id: string): Level | undefined => snapshot.units.get(id)?.level;
  if (agencyLevels.includes(level(holder)!)) return holder;
  return ancestorsOn(snapshot, holder, on).find((above) => agencyLevels.includes(above.level))?.id ?? holder;
}

/** Every unit with the agency that answers for it on a day. */
export const agenciesOn = perDay(
  (snapshot, on) =>
    new Map([...snapshot.units.keys()].map((unitId) => [unitId, agencyFor(snapshot, unitId, on)])),
);

/**
 * The rows of a board by unit: the units below one, each with its whole subtree and their predecessors, and what the
 * unit leads itself; without a unit the agencies of the country.
 */
export function unitGroups(snapshot: Snapshot, on: Day, unitId?: string): UnitGroup[] {
  if (unitId === undefined) return [...agenciesOn(snapshot, on)].map(([id, key]) => ({ unitId: id, key }));
  const groups = new Map<string, string>();
  for (const child of childrenOn(snapshot, unitId, on))
    for (const id of unitsHeld(snapshot, child.id, on, true)) groups.set(id, child.id);
  for (const id of heldBy(snapshot, unitId, on).add(unitId)) groups.set(id, unitId);
  return [...groups].map(([id, key]) => ({ unitId: id, key }));
}

const kinds: Partial<Record<Level, 'ministry' | 'province'>> = {
  centre: 'ministry',
  ministry: 'ministry',
  party: 'ministry',
  massBody: 'ministry',
  province: 'province',
};

/** Bodies of the centre come first in lists by agency, then provinces, then all others. */
export const agencyKind = (snapshot: Snapshot, unitId: string): 'ministry' | 'province' | 'other' =>
  kinds[snapshot.units.get(unitId)?.level ?? 'other'] ?? 'other';

const RANK = { ministry: 0, province: 1, other: 2 };

/** The place of every unit in lists by agency: sorted once, since a list may name thousands of units many times. */
const placesOn = perDay((snapshot, on) => {
  const { compare } = new Intl.Collator('vi');
  const units = [...snapshot.units.keys()].map((id) => ({
    id,
    rank: RANK[agencyKind(snapshot, id)],
    name: unitAround(snapshot, id, on)?.nameVi ?? id,
  }));
  return new Map(
    units.toSorted((a, b) => a.rank - b.rank || compare(a.name, b.name)).map(({ id }, place) => [id, place]),
  );
});

/** Orders units as Vietnamese reports do: bodies of the centre, provinces, others; by name within. */
export function byAgency(snapshot: Snapshot, on: Day) {
  const places = placesOn(snapshot, on);
  return (a: string, b: string): number => (places.get(a) ?? places.size) - (places.get(b) ?? places.size);
}
