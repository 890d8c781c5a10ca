import type {
  Absence,
  Assignment,
  Competence,
  Delegation,
  Fact,
  MandateFacts,
  ServiceSpan,
} from '../rules/model.ts';

/** All mandates and who serves where, immutable, with indexes. Made by `buildBook`. */
export interface MandateBook {
  /** Names this state; two books with the same token are equal. */
  token: string;
  facts: MandateFacts;
  /** Who serves in a unit itself. */
  serviceIn: ReadonlyMap<string, readonly ServiceSpan[]>;
  byId: ReadonlyMap<string, Fact>;
  /** Competences of single units, and those of every unit of a level. */
  ownCompetences: ReadonlyMap<string, readonly Competence[]>;
  levelCompetences: readonly Competence[];
  given: ReadonlyMap<string, readonly Delegation[]>;
  /** Delegations to a whole unit. */
  taken: ReadonlyMap<string, readonly Delegation[]>;
  assignments: ReadonlyMap<string, readonly Assignment[]>;
  absences: ReadonlyMap<string, readonly Absence[]>;
  serviceOf: ReadonlyMap<string, readonly ServiceSpan[]>;
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

export const unitOfHolder = (c: Competence): string | undefined =>
  'unitId' in c.holder ? c.holder.unitId : undefined;

export const personOfTaker = (d: Delegation): string | undefined =>
  'personId' in d.taker ? d.taker.personId : undefined;

function byIdOf(facts: MandateFacts): Map<string, Fact> {
  const byId = new Map<string, Fact>();
  for (const c of facts.competences) byId.set(c.id, { kind: 'competence', ...c });
  for (const d of facts.delegations) byId.set(d.id, { kind: 'delegation', ...d });
  for (const a of facts.assignments) byId.set(a.id, { kind: 'assignment', ...a });
  for (const a of facts.absences) byId.set(a.id, { kind: 'absence', ...a });
  return byId;
}

/** Puts facts and service into a book. */
export function buildBook(facts: MandateFacts, service: readonly ServiceSpan[], token = ''): MandateBook {
  let byId: Map<string, Fact> | undefined;
  return {
    token,
    facts,
    serviceIn: grouped(service, (s) => s.unitId),
    get byId() {
      return (byId ??= byIdOf(facts));
    },
    ownCompetences: grouped(facts.competences, unitOfHolder),
    levelCompetences: facts.competences.filter((c) => 'level' in c.holder),
    given: grouped(facts.delegations, (d) => d.giverUnitId),
    taken: grouped(facts.delegations, (d) => (personOfTaker(d) ? undefined : d.taker.unitId)),
    assignments: grouped(facts.assignments, (a) => a.unitId),
    absences: grouped(facts.absences, (a) => a.personId),
    serviceOf: grouped(service, (s) => s.personId),
  };
}
