import type { Day, Fact, FactKind } from '../rules/model.ts';
import { factKinds, type StepRole, stepRoles } from '../rules/model.ts';
import { holdsOn, scopeOf } from '../rules/scope.ts';
import type { MandateBook } from './book.ts';
import type { Places } from './places.ts';

export interface FactFilter {
  day: Day;
  kind?: FactKind | undefined;
  unitId?: string | undefined;
  personId?: string | undefined;
  procedureCode?: string | undefined;
  field?: string | undefined;
}

/** The unit whose fact it is: the holder or the top of its level, the giver, the unit of the person. */
export function unitOf(fact: Fact): string {
  switch (fact.kind) {
    case 'competence':
      return 'unitId' in fact.holder ? fact.holder.unitId : fact.holder.within;
    case 'delegation':
      return fact.giverUnitId;
    default:
      return fact.unitId;
  }
}

/** The people a fact speaks of: whoever does something by it. */
export function peopleOf(fact: Fact): string[] {
  if (fact.kind === 'competence') return [];
  if (fact.kind === 'delegation') return 'personId' in fact.taker ? [fact.taker.personId] : [];
  if (fact.kind === 'assignment') return [fact.personId];
  return fact.standInId === undefined ? [fact.personId] : [fact.personId, fact.standInId];
}

function concerns(
  places: Places,
  fact: Fact,
  unitId: string,
  sources: ReadonlySet<string>,
  day: Day,
): boolean {
  if (fact.kind === 'competence' && 'level' in fact.holder) {
    const { level, within } = fact.holder;
    const top = places.at(day, '').resolve(within) ?? within;
    const isBelow = places.unit(unitId)?.level === level && places.at(day, '').pathOf(unitId).includes(top);
    return isBelow || sources.has(within);
  }
  if (fact.kind === 'delegation' && sources.has(fact.taker.unitId)) return true;
  return sources.has(unitOf(fact));
}

function covers(fact: Fact, code: string | undefined, field: string | undefined): boolean {
  if (code === undefined && field === undefined) return true;
  return fact.kind !== 'absence' && scopeOf(fact.scope).covers(code ?? '', field ?? '');
}

const key = (fact: Fact): string => `${factKinds.indexOf(fact.kind)} ${fact.from} ${fact.id}`;

/**
 * Facts that hold on a day, by unit (with its predecessors and its level), person, procedure or field: competences first,
 * then delegations, assignments, absences, the oldest first.
 */
export function factsOn(
  book: MandateBook,
  places: Places,
  filter: FactFilter,
): { key: string; fact: Fact }[] {
  const { day, kind, unitId, personId, procedureCode, field } = filter;
  const sources = unitId === undefined ? undefined : new Set([unitId, ...places.at(day, '').heldBy(unitId)]);
  const found: { key: string; fact: Fact }[] = [];
  for (const fact of book.byId.values()) {
    if (!holdsOn(fact, day) || (kind && fact.kind !== kind)) continue;
    if (personId !== undefined && !peopleOf(fact).includes(personId)) continue;
    if (sources && !concerns(places, fact, unitId!, sources, day)) continue;
    if (covers(fact, procedureCode, field)) found.push({ key: key(fact), fact });
  }
  return found.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Facts that hold on a day and end before `until`, the next to end first; absences just pass. */
export function endingBefore(book: MandateBook, day: Day, until: Day): Fact[] {
  return [...book.byId.values()]
    .filter((f) => f.kind !== 'absence' && holdsOn(f, day) && f.to !== undefined && f.to <= until)
    .sort((a, b) => (a.to! + a.id < b.to! + b.id ? -1 : 1));
}

export interface StaffMember {
  personId: string;
  roles: StepRole[];
  isAway: boolean;
}

/** How many of them are assigned to some step and are there. */
export const presentOfficials = (staff: readonly StaffMember[]): number =>
  staff.filter((one) => one.roles.length > 0 && !one.isAway).length;

/** Everybody who serves in a unit or its departments on a day, with the kinds of step he is assigned to there. */
export function staffOn(book: MandateBook, places: Places, unitId: string, day: Day): StaffMember[] {
  const at = places.at(day, '');
  const holder = at.resolve(unitId) ?? unitId;
  const served = at.staffOf(holder);
  const people = new Map<string, Set<StepRole>>();
  for (const unit of served)
    for (const span of book.serviceIn.get(unit) ?? [])
      if (holdsOn(span, day)) people.set(span.personId, new Set());
  for (const source of at.heldBy(holder))
    for (const a of book.assignments.get(source) ?? [])
      if (holdsOn(a, day)) for (const role of a.roles) people.get(a.personId)?.add(role);
  return [...people].map(([personId, roles]) => ({
    personId,
    roles: stepRoles.filter((role) => roles.has(role)),
    isAway: (book.absences.get(personId) ?? []).some((absence) => holdsOn(absence, day)),
  }));
}
