import { levels } from './model.ts';
import type { Day, Level, UnitId, UnitKind, UnitVersion } from './model.ts';
import type { Snapshot, UnitOnDay } from './snapshot.ts';
import { foldKey } from './text.ts';

/** A version with what it is found by; `names` are folded: name, English name, abbreviation, code, other spellings. */
export type Entry = {
  version: UnitVersion;
  level: Level;
  rank: number;
  names: readonly string[];
  searched: string;
};

export type ListFilter = {
  day: Day;
  search?: string | undefined;
  level?: Level | undefined;
  kind?: UnitKind | undefined;
  parentId?: UnitId | undefined;
  within?: ReadonlySet<UnitId> | undefined;
};

/** Where a page ended: rank of the level, name, unit. */
export type ListKey = [rank: number, name: string, unitId: UnitId];

const byName = new Intl.Collator('vi');
const sorted = new WeakMap<Snapshot, Entry[]>();

function compare(entry: Entry, [rank, name, unitId]: ListKey): number {
  const names = () => byName.compare(entry.version.nameVi, name);
  return (
    entry.rank - rank ||
    names() ||
    (entry.version.unitId < unitId ? -1 : Number(entry.version.unitId > unitId))
  );
}

function keyOf(entry: Entry): ListKey {
  return [entry.rank, entry.version.nameVi, entry.version.unitId];
}

/** All versions of all units by level and Vietnamese name. */
export function entriesOf(snapshot: Snapshot): Entry[] {
  const known = sorted.get(snapshot);
  if (known) return known;
  const entries = [...snapshot.versions.values()].flat().map((version): Entry => {
    const level = snapshot.units.get(version.unitId)?.level ?? 'other';
    const spellings = [
      version.nameVi,
      version.nameEn,
      version.shortName ?? '',
      version.code ?? '',
      ...version.aliases,
    ];
    const names = spellings.map(foldKey);
    return { version, level, rank: levels.indexOf(level), names, searched: names.join(' | ') };
  });
  entries.sort((a, b) => compare(a, keyOf(b)));
  sorted.set(snapshot, entries);
  return entries;
}

/**
 * Units of a day by level and Vietnamese name, from after `after`, at most `limit`; `next` is the key to go on with.
 * `search` finds parts of names, abbreviations and codes, without case, diacritics and place of the tone.
 */
export function listUnitsOn(
  snapshot: Snapshot,
  filter: ListFilter,
  limit: number,
  after?: ListKey,
): { items: UnitOnDay[]; next?: ListKey } {
  const wanted = filter.search === undefined ? '' : foldKey(filter.search);
  const items: UnitOnDay[] = [];
  let last: Entry | undefined;
  for (const entry of entriesOf(snapshot)) {
    if (!fits(entry, filter, wanted) || (after && compare(entry, after) <= 0)) continue;
    if (items.length === limit) return { items, next: keyOf(last!) };
    items.push({ id: entry.version.unitId, level: entry.level, ...entry.version });
    last = entry;
  }
  return { items };
}

/** Whether the version holds on a day. */
export function isOn({ version }: Entry, day: Day): boolean {
  return version.validFrom <= day && (version.validTo === null || day < version.validTo);
}

function fits(entry: Entry, filter: ListFilter, wanted: string): boolean {
  const { version, level, searched } = entry;
  if (!isOn(entry, filter.day)) return false;
  if (filter.level !== undefined && level !== filter.level) return false;
  if (filter.kind !== undefined && version.kind !== filter.kind) return false;
  if (filter.parentId !== undefined && version.parentId !== filter.parentId) return false;
  if (filter.within && !filter.within.has(version.unitId)) return false;
  return wanted === '' || searched.includes(wanted);
}
