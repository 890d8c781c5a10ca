import type { ImportFault, ImportFile, ImportItem } from '../contract/imports.ts';
import { bearerOn } from '../rules/codes.ts';
import type { Day, Level, OrganisationFacts, UnitId, VersionFact } from '../rules/model.ts';
import { unitAsOf } from '../rules/snapshot.ts';
import type { Snapshot } from '../rules/snapshot.ts';
import { foldKey } from '../rules/text.ts';

/** Code system of provinces, districts and communes in the lists of the statistics office. */
export const listCodes = 'gso';

export type ImportOptions = {
  /** First day for which former units are stated. */
  formerFrom: Day;
  legalBasis: string;
};

/** An import being planned: what it will add, and what stands in its way. */
export type Draft = {
  existing: Snapshot;
  options: ImportOptions;
  facts: OrganisationFacts;
  items: ImportItem[];
  faults: ImportFault[];
  splitsWithoutRule: number;
};

export function emptyDraft(existing: Snapshot, options: ImportOptions, faults: ImportFault[]): Draft {
  const facts = { units: [], versions: [], successions: [] };
  return { existing, options, facts, items: [], faults: [...faults], splitsWithoutRule: 0 };
}

export type At = { file: ImportFile; line: number };

export function note(draft: Draft, at: At, column: string | null, vi: string, en: string): void {
  draft.faults.push({ ...at, column, message: { vi, en } });
}

/** Tells the plan about one thing; `code` and `name` say which. */
export function tell(
  draft: Draft,
  at: At,
  change: ImportItem['change'],
  what: ImportItem['what'],
  code: string | null,
  name: string,
): void {
  draft.items.push({ ...at, change, what, code, name });
}

/** Two spellings of one name: the same without diacritics, commas and case. */
export function sameName(a: string, b: string): boolean {
  return foldKey(a) === foldKey(b);
}

/** The unit already there that bears the code on `day`, with its name of that day. */
export function standing(
  snapshot: Snapshot,
  code: string,
  day: Day,
): { unitId: UnitId; version: VersionFact } | undefined {
  const unitId = bearerOn(snapshot, listCodes, code, day);
  const version = unitId === undefined ? undefined : unitAsOf(snapshot, unitId, day);
  return unitId !== undefined && version ? { unitId, version } : undefined;
}

/** States a new unit under `id`, or under `id-2` and so on where that is taken. */
export function addUnit(draft: Draft, id: UnitId, level: Level): UnitId {
  let free = id;
  for (let count = 2; draft.existing.units.has(free); count += 1) free = `${id}-${count}`;
  draft.facts.units.push({ id: free, level });
  return free;
}

export function addVersion(
  draft: Draft,
  version: Omit<VersionFact, 'shortName' | 'aliases' | 'codeSystem'> & { aliases?: string[] },
): void {
  draft.facts.versions.push({ shortName: null, aliases: [], codeSystem: listCodes, ...version });
}
