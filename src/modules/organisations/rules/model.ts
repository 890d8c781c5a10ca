/** A calendar day as text, 'YYYY-MM-DD', in the legal time zone of Vietnam. Days compare as text. */
export type Day = string;
export type UnitId = string;

/** The unit above all others, as the demo and an import into an empty installation state it. */
export const ROOT: UnitId = 'centre';

export const levels = [
  'centre',
  'ministry',
  'party',
  'massBody',
  'province',
  'department',
  'district',
  'commune',
  'other',
] as const;
export type Level = (typeof levels)[number];

/** What a unit legally is. It may change while the unit stays the same (a commune becomes a ward). */
export const kinds = [
  'centre',
  'government',
  'nationalAssembly',
  'court',
  'procuracy',
  'ministry',
  'ministerialAgency',
  'governmentAgency',
  'partyBody',
  'partyCommittee',
  'steeringCommittee',
  'massOrganisation',
  'province',
  'centralCity',
  'peoplesCouncil',
  'department',
  'urbanDistrict',
  'ruralDistrict',
  'town',
  'provincialCity',
  'commune',
  'ward',
  'township',
  'specialZone',
  'enterprise',
  'academy',
  'other',
] as const;
export type UnitKind = (typeof kinds)[number];

/** A unit: identity only. Everything that may change is in its versions. */
export type Unit = { id: UnitId; level: Level };

/** A dated statement about a unit: holds from `validFrom` until the next version, or until the unit ends. */
export type VersionFact = {
  unitId: UnitId;
  validFrom: Day;
  nameVi: string;
  nameEn: string;
  /** As officials write it: 'Bộ KH&CN'. */
  shortName: string | null;
  /** Other spellings under which documents name the unit. */
  aliases: string[];
  kind: UnitKind;
  parentId: UnitId | null;
  /** Official code, text with its leading zeros; codes are re-used over time, so they belong to the version. */
  code: string | null;
  codeSystem: string | null;
};

/** A version with its end worked out; `validTo` is the first day on which it no longer holds. */
export type UnitVersion = VersionFact & { validTo: Day | null };

export const successionKinds = [
  'merge',
  'split',
  'partialSplit',
  'transferOfCompetence',
  'rename',
  'statusChange',
] as const;
export type SuccessionKind = (typeof successionKinds)[number];

/** Who takes over what: `bySubject` first, then `default`. */
export type SuccessionRule = {
  default?: UnitId;
  bySubject?: { subject: string; toUnitId: UnitId }[];
};

/**
 * What became of a unit on a day. `merge` and `split` end `from`; after the other kinds it lives on.
 * A merge may carry `bySubject` exceptions: the ministry went to one, a field of it to another.
 */
export type Succession = {
  id: string;
  on: Day;
  kind: SuccessionKind;
  from: UnitId;
  to: UnitId[];
  rule?: SuccessionRule;
  legalBasis: string;
};

export type OrganisationFacts = { units: Unit[]; versions: VersionFact[]; successions: Succession[] };

/** True where this kind of succession ends the unit it comes from. */
export function endsUnit(kind: SuccessionKind): boolean {
  return kind === 'merge' || kind === 'split';
}
