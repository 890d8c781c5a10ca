import type { Day, UnitId } from './model.ts';
import { unitsOn } from './snapshot.ts';
import type { Snapshot, UnitOnDay } from './snapshot.ts';

/** The groups that collective leads are made of. */
export const collectiveGroups = [
  'partyBodies',
  'ministries',
  'agencies',
  'provinces',
  'centralCities',
  'otherProvinces',
  'stateBodies',
  'massBodies',
  'departments',
  'communes',
] as const;
export type CollectiveGroup = (typeof collectiveGroups)[number];

const members: Record<CollectiveGroup, (unit: UnitOnDay) => boolean> = {
  partyBodies: (unit) => unit.kind === 'partyBody',
  ministries: (unit) => unit.kind === 'ministry',
  agencies: (unit) => unit.kind === 'ministerialAgency' || unit.kind === 'governmentAgency',
  provinces: (unit) => unit.level === 'province' && (unit.kind === 'province' || unit.kind === 'centralCity'),
  centralCities: (unit) => unit.kind === 'centralCity',
  otherProvinces: (unit) => unit.level === 'province' && unit.kind === 'province',
  stateBodies: (unit) =>
    ['nationalAssembly', 'court', 'procuracy', 'ministry', 'ministerialAgency', 'governmentAgency'].includes(
      unit.kind,
    ) || members.provinces(unit),
  massBodies: (unit) => unit.kind === 'massOrganisation',
  departments: (unit) => unit.level === 'department',
  communes: (unit) => unit.level === 'commune',
};

const scoped = new Set<CollectiveGroup>(['departments', 'communes']);

/** True where a group means the units under somebody, so that the one who speaks must be known. */
export function needsScope(group: CollectiveGroup): boolean {
  return scoped.has(group);
}

/** 'allMinistriesAndAgenciesAndProvinces' and the like: the name of the rule that expands a collective lead. */
export function ruleName(groups: readonly CollectiveGroup[]): string {
  return `all${groups.map((group) => group.charAt(0).toUpperCase() + group.slice(1)).join('And')}`;
}

/**
 * The units of the groups that existed on `day`, in the order of `groups`, each once. `scope`: the ids among which
 * departments and communes are looked for (a province's subtree); without it those groups are empty.
 */
export function membersOn(
  snapshot: Snapshot,
  groups: readonly CollectiveGroup[],
  day: Day,
  scope?: ReadonlySet<UnitId>,
): UnitId[] {
  const living = unitsOn(snapshot, day);
  const found = new Set<UnitId>();
  for (const group of groups) {
    if (needsScope(group) && !scope) continue;
    for (const unit of living) {
      if (members[group](unit) && (!needsScope(group) || scope!.has(unit.unitId))) found.add(unit.unitId);
    }
  }
  return [...found];
}
