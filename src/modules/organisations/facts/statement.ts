import type { Day, Level, OrganisationFacts, Succession, UnitKind, VersionFact } from '../rules/model.ts';

/** First day about which the demo states anything; earlier history is left out, not denied. */
export const since: Day = '2021-01-01';

export type Statement = {
  id: string;
  level: Level;
  kind: UnitKind;
  vi: string;
  en: string;
  parent?: string;
  from?: Day;
  short?: string;
  aliases?: string[];
  code?: string;
};

/** Code system of provinces, districts and communes: the General Statistics Office's list (Decision 19/2025/QĐ-TTg). */
export const administrativeCodes = 'gso';

/** The unit and its first version as facts. */
export function state(statements: readonly Statement[]): OrganisationFacts {
  return {
    units: statements.map(({ id, level }) => ({ id, level })),
    versions: statements.map((unit) => firstVersion(unit)),
    successions: [],
  };
}

function firstVersion(unit: Statement): VersionFact {
  return {
    unitId: unit.id,
    validFrom: unit.from ?? since,
    nameVi: unit.vi.normalize('NFC'),
    nameEn: unit.en,
    shortName: unit.short ?? null,
    aliases: unit.aliases ?? [],
    kind: unit.kind,
    parentId: unit.parent ?? null,
    code: unit.code ?? null,
    codeSystem: unit.code === undefined ? null : administrativeCodes,
  };
}

/** A succession with an id made of its day and the unit it comes from. */
export function succession(fact: Omit<Succession, 'id'>): Succession {
  return { id: `${fact.on}-${fact.kind}-${fact.from}`, ...fact };
}

/** Several sets of facts as one, in their order. */
export function together(...sets: readonly OrganisationFacts[]): OrganisationFacts {
  return {
    units: sets.flatMap((set) => set.units),
    versions: sets.flatMap((set) => set.versions),
    successions: sets.flatMap((set) => set.successions),
  };
}
