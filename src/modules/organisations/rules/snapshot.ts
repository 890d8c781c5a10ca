import { endsUnit } from './model.ts';
import type { Day, OrganisationFacts, Succession, Unit, UnitId, UnitVersion, VersionFact } from './model.ts';

/** The whole organisation tree with its history, immutable, in memory. Made by `buildSnapshot`. */
export type Snapshot = {
  readonly units: ReadonlyMap<UnitId, Unit>;
  /** Each unit's versions, oldest first. */
  readonly versions: ReadonlyMap<UnitId, readonly UnitVersion[]>;
  readonly byParent: ReadonlyMap<UnitId, readonly UnitVersion[]>;
  /** Successions by the unit they come from, oldest first. */
  readonly from: ReadonlyMap<UnitId, readonly Succession[]>;
  /** Successions by each unit they lead to, oldest first. */
  readonly to: ReadonlyMap<UnitId, readonly Succession[]>;
  /** Days on which some succession happens, ascending. */
  readonly successionDays: readonly Day[];
};

/** A unit as it stood on a day. */
export type UnitOnDay = Unit & UnitVersion;

/** The fact behind a version, without what was worked out. */
export function factOf(version: VersionFact): VersionFact {
  const { unitId, validFrom, nameVi, nameEn, shortName, aliases, kind, parentId, code, codeSystem } = version;
  return { unitId, validFrom, nameVi, nameEn, shortName, aliases, kind, parentId, code, codeSystem };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function endOf(successions: readonly Succession[] | undefined): Day | null {
  return successions?.find((succession) => endsUnit(succession.kind))?.on ?? null;
}

function closeVersions(facts: readonly VersionFact[], end: Day | null): UnitVersion[] {
  const latest = new Map(facts.map((fact) => [fact.validFrom, fact]));
  const ordered = [...latest.values()].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return ordered
    .map((fact, index) => ({ ...fact, validTo: ordered[index + 1]?.validFrom ?? end }))
    .map((version) => (end !== null && version.validTo! > end ? { ...version, validTo: end } : version))
    .filter((version) => version.validTo === null || version.validFrom < version.validTo);
}

/**
 * Builds the snapshot from dated facts. Of two versions of a unit with the same `validFrom` the later in the list
 * (the later recorded) stands. The end of a unit comes from the succession that ends it.
 */
export function buildSnapshot(facts: OrganisationFacts): Snapshot {
  const from = new Map<UnitId, Succession[]>();
  const to = new Map<UnitId, Succession[]>();
  const ordered = [...facts.successions].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  for (const succession of ordered) {
    push(from, succession.from, succession);
    for (const heir of new Set(succession.to)) if (heir !== succession.from) push(to, heir, succession);
  }
  const stated = new Map<UnitId, VersionFact[]>();
  for (const version of facts.versions) push(stated, version.unitId, version);
  const versions = new Map<UnitId, UnitVersion[]>();
  const byParent = new Map<UnitId, UnitVersion[]>();
  for (const [unitId, list] of stated) {
    const closed = closeVersions(list, endOf(from.get(unitId)));
    versions.set(unitId, closed);
    for (const version of closed) if (version.parentId) push(byParent, version.parentId, version);
  }
  const units = new Map(facts.units.map((unit) => [unit.id, unit]));
  return { units, versions, byParent, from, to, successionDays: [...new Set(ordered.map((s) => s.on))] };
}

function holdsOn(version: UnitVersion, day: Day): boolean {
  return version.validFrom <= day && (version.validTo === null || day < version.validTo);
}

/** The unit as it stood on `day`; undefined where it did not exist yet or no longer. */
export function unitAsOf(snapshot: Snapshot, unitId: UnitId, day: Day): UnitOnDay | undefined {
  const unit = snapshot.units.get(unitId);
  const version = snapshot.versions.get(unitId)?.find((candidate) => holdsOn(candidate, day));
  return unit && version && { ...unit, ...version };
}

/**
 * The unit as it stood on `day`, or as it last stood before it ended, or as it first stood if it comes later.
 * For names on screen; undefined only for an unknown id.
 */
export function unitAround(snapshot: Snapshot, unitId: UnitId, day: Day): UnitOnDay | undefined {
  const unit = snapshot.units.get(unitId);
  const versions = snapshot.versions.get(unitId) ?? [];
  const version = versions.findLast((candidate) => candidate.validFrom <= day) ?? versions[0];
  return unit && version && { ...unit, ...version };
}

/** True where the unit existed on `day`. */
export function existsOn(snapshot: Snapshot, unitId: UnitId, day: Day): boolean {
  return snapshot.versions.get(unitId)?.some((version) => holdsOn(version, day)) ?? false;
}

/** The first day of the unit and the first day on which it is no more (null while it lives). */
export function lifeOf(snapshot: Snapshot, unitId: UnitId): { from: Day; to: Day | null } | undefined {
  const versions = snapshot.versions.get(unitId);
  const first = versions?.[0];
  return versions && first && { from: first.validFrom, to: versions.at(-1)!.validTo };
}

/** The units directly below `unitId` on `day`, in the order in which they were stated. */
export function childrenOn(snapshot: Snapshot, unitId: UnitId, day: Day): UnitOnDay[] {
  return (snapshot.byParent.get(unitId) ?? [])
    .filter((version) => holdsOn(version, day))
    .map((version) => ({ ...snapshot.units.get(version.unitId)!, ...version }));
}

/** The units above `unitId` on `day`, nearest first; empty for a root or a unit that does not exist that day. */
export function ancestorsOn(snapshot: Snapshot, unitId: UnitId, day: Day): UnitOnDay[] {
  const above: UnitOnDay[] = [];
  const seen = new Set([unitId]);
  let parentId = unitAsOf(snapshot, unitId, day)?.parentId ?? null;
  while (parentId !== null && !seen.has(parentId)) {
    seen.add(parentId);
    const parent = unitAsOf(snapshot, parentId, day);
    if (!parent) break;
    above.push(parent);
    parentId = parent.parentId;
  }
  return above;
}

/** The ids of the unit and of all below it on `day`; empty where the unit did not exist that day. */
export function subtreeOn(snapshot: Snapshot, unitId: UnitId, day: Day): Set<UnitId> {
  const found = new Set<UnitId>();
  if (!existsOn(snapshot, unitId, day)) return found;
  const open = [unitId];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    for (const version of snapshot.byParent.get(next) ?? [])
      if (holdsOn(version, day)) open.push(version.unitId);
  }
  return found;
}

/** The way from the root down to the unit itself on `day`; empty where it did not exist that day. */
export function pathOn(snapshot: Snapshot, unitId: UnitId, day: Day): UnitOnDay[] {
  const self = unitAsOf(snapshot, unitId, day);
  return self ? [...ancestorsOn(snapshot, unitId, day).reverse(), self] : [];
}

/** The province in which a unit stood on `day`, itself where it is one; undefined above provinces. */
export const provinceOf = (snapshot: Snapshot, unitId: UnitId, day: Day): UnitOnDay | undefined =>
  pathOn(snapshot, unitId, day).find((unit) => unit.level === 'province');

/** All units that existed on `day`. */
export function unitsOn(snapshot: Snapshot, day: Day): UnitOnDay[] {
  const found: UnitOnDay[] = [];
  for (const [unitId, versions] of snapshot.versions) {
    const version = versions.find((candidate) => holdsOn(candidate, day));
    if (version) found.push({ ...snapshot.units.get(unitId)!, ...version });
  }
  return found;
}

/** The roots on `day`: units that existed and had no living parent. */
export function rootsOn(snapshot: Snapshot, day: Day): UnitOnDay[] {
  return unitsOn(snapshot, day).filter(
    (unit) => unit.parentId === null || !existsOn(snapshot, unit.parentId, day),
  );
}
