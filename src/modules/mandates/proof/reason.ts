import type { Delegation, Gap } from '../rules/model.ts';
import { scopeOf } from '../rules/scope.ts';
import { personOfTaker } from './book.ts';
import { assignmentsOf, competenceOf, type Question, resolve, statedFor, takenBy } from './holders.ts';

type Reason = Pick<Gap, 'reason' | 'personId'>;

/** Whether a delegation for this step held until some day before. */
const hasEnded = (q: Question, d: Delegation): boolean =>
  d.to !== undefined &&
  d.to <= q.day &&
  d.roles.includes(q.ask.role) &&
  scopeOf(d.scope).covers(q.ask.procedureCode, q.ask.field);

function hasEndedDelegation(q: Question, unitId: string): boolean {
  return statedFor(q, unitId).some((source) =>
    [...(q.book.given.get(source) ?? []), ...(q.book.taken.get(source) ?? [])].some((d) => hasEnded(q, d)),
  );
}

/** The units whose people would do the step: the unit, its givers, and those to whom it delegates. */
function workingUnits(q: Question, unitId: string): { units: string[]; people: string[] } {
  const units = new Set<string>();
  const people = new Set<string>();
  const add = (competent: string): void => {
    if (!competenceOf(q, competent)) return;
    units.add(competent);
    for (const source of statedFor(q, competent))
      for (const d of q.book.given.get(source) ?? []) {
        if (!d.roles.includes(q.ask.role) || d.from > q.day || (d.to !== undefined && d.to <= q.day))
          continue;
        if (!scopeOf(d.scope).covers(q.ask.procedureCode, q.ask.field)) continue;
        const person = personOfTaker(d);
        const taker = resolve(q, d.taker.unitId);
        if (person) people.add(person);
        else if (taker) units.add(taker);
      }
  };
  add(unitId);
  for (const d of takenBy(q, unitId)) {
    const giver = resolve(q, d.giverUnitId);
    if (giver) add(giver);
  }
  return { units: [...units], people: [...people] };
}

const isAway = (q: Question, personId: string): boolean =>
  (q.book.absences.get(personId) ?? []).some((a) => a.from <= q.day && (a.to === undefined || q.day < a.to));

const serves = (q: Question, personId: string, units: readonly string[]): boolean =>
  (q.book.serviceOf.get(personId) ?? []).some(
    (span) =>
      span.from <= q.day &&
      (span.to === undefined || q.day < span.to) &&
      units.some((unitId) => q.at.staffOf(unitId).has(span.unitId)),
  );

/** Why nobody may do the step on the day: the first thing that is missing on the way from competence to a present person. */
export function reasonOf(q: Question): Reason {
  const unitId = resolve(q, q.ask.unitId);
  if (unitId === undefined) return { reason: 'unitEnded' };
  const { units, people } = workingUnits(q, unitId);
  const ended = hasEndedDelegation(q, unitId);
  if (units.length === 0) return { reason: ended ? 'delegationEnded' : 'noCompetence' };
  const assigned = units.flatMap((unit) => [...assignmentsOf(q, unit)].map((a) => a.personId));
  const persons = [...new Set([...assigned, ...people])].sort();
  if (persons.length === 0) return { reason: ended ? 'delegationEnded' : 'noAssignment' };
  const away = persons.find((personId) => isAway(q, personId) && serves(q, personId, units));
  if (away !== undefined) return { reason: 'absent', personId: away };
  return { reason: 'notAppointed', personId: persons[0]! };
}
