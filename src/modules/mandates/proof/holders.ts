import type { Snapshot } from '../../organisations/index.ts';
import type { Absence, Ask, Assignment, Competence, Day, Delegation, Fact, Holder } from '../rules/model.ts';
import { hasRole, holdsOn, scopeOf } from '../rules/scope.ts';
import { type MandateBook, personOfTaker } from './book.ts';
import { type Epoch, type Places, placesOf } from './places.ts';

/** A question on a day, with where to look. */
export interface Question {
  book: MandateBook;
  places: Places;
  /** The tree of the day. */
  at: Epoch;
  ask: Ask;
  day: Day;
}

/** A question made ready. */
export function questionOf(book: MandateBook, places: Places, ask: Ask, day: Day): Question {
  return { book, places, at: places.at(day, ask.field), ask, day };
}

interface Link {
  kind: Fact['kind'];
  fact: Competence | Delegation | Assignment | Absence;
}
type Chain = readonly Link[];

const covers = (q: Question, fact: Competence | Delegation | Assignment): boolean =>
  scopeOf(fact.scope).covers(q.ask.procedureCode, q.ask.field);

/** The unit and its predecessors: facts stated for any of them count for it. */
export const statedFor = (q: Question, unitId: string): readonly string[] => q.at.heldBy(unitId);

export const resolve = (q: Question, unitId: string): string | undefined => q.at.resolve(unitId);

function isOfLevel(q: Question, { holder }: Competence, unitId: string): boolean {
  if (!('level' in holder) || q.places.unit(unitId)?.level !== holder.level) return false;
  const within = resolve(q, holder.within);
  return within !== undefined && q.at.pathOf(unitId).includes(within);
}

/** Every competence that gives a unit a procedure on the day, whatever its roles. */
export function* competencesOf(q: Question, unitId: string): Generator<Competence> {
  for (const source of statedFor(q, unitId))
    for (const c of q.book.ownCompetences.get(source) ?? []) if (holdsOn(c, q.day) && covers(q, c)) yield c;
  for (const c of q.book.levelCompetences)
    if (holdsOn(c, q.day) && covers(q, c) && isOfLevel(q, c, unitId)) yield c;
}

/** The narrowest competence of a unit for the role asked for: a named procedure goes before its field. */
export function competenceOf(q: Question, unitId: string): Competence | undefined {
  let best: Competence | undefined;
  for (const c of competencesOf(q, unitId))
    if (hasRole(c.roles, q.ask.role) && (!best || scopeOf(c.scope).width < scopeOf(best.scope).width))
      best = c;
  return best;
}

const matches = (q: Question, fact: Delegation | Assignment): boolean =>
  holdsOn(fact, q.day) && covers(q, fact);

/** Whether a person serves that day in the unit or one of its departments. */
function servesIn(q: Question, personId: string, unitId: string): boolean {
  const places = q.at.staffOf(unitId);
  return (q.book.serviceOf.get(personId) ?? []).some(
    (span) => places.has(span.unitId) && holdsOn(span, q.day),
  );
}

const absencesOf = (q: Question, personId: string): Absence[] =>
  (q.book.absences.get(personId) ?? []).filter((absence) => holdsOn(absence, q.day));

function holderOf(chain: Chain, personId: string, unitId: string, standsInFor?: string): Holder {
  return {
    personId,
    unitId,
    ...(standsInFor !== undefined && { standsInFor }),
    chain: chain.map(({ kind, fact }) => ({ kind, id: fact.id, paper: fact.paper })),
  };
}

/** The person himself, or who stands in for him while he is away; nobody where he does not serve there. */
function* inPerson(q: Question, personId: string, unitId: string, chain: Chain): Generator<Holder> {
  if (!servesIn(q, personId, unitId)) return;
  const absences = absencesOf(q, personId);
  if (absences.length === 0) yield holderOf(chain, personId, unitId);
  for (const absence of absences) {
    const { standInId } = absence;
    if (standInId === undefined || absencesOf(q, standInId).length > 0) continue;
    if (servesIn(q, standInId, unitId))
      yield holderOf([...chain, { kind: 'absence', fact: absence }], standInId, unitId, personId);
  }
}

/** Assignments of a unit that match, with those of its predecessors. */
export function* assignmentsOf(q: Question, unitId: string): Generator<Assignment> {
  for (const source of statedFor(q, unitId))
    for (const a of q.book.assignments.get(source) ?? [])
      if (a.roles.includes(q.ask.role) && matches(q, a)) yield a;
}

function* assigned(q: Question, unitId: string, chain: Chain): Generator<Holder> {
  for (const a of assignmentsOf(q, unitId))
    yield* inPerson(q, a.personId, unitId, [...chain, { kind: 'assignment', fact: a }]);
}

/** What a competent unit has by its own people and by those to whom it has delegated. */
function* direct(q: Question, unitId: string): Generator<Holder> {
  const competence = competenceOf(q, unitId);
  if (!competence) return;
  const chain: Chain = [{ kind: 'competence', fact: competence }];
  yield* assigned(q, unitId, chain);
  for (const source of statedFor(q, unitId))
    for (const d of q.book.given.get(source) ?? []) {
      if (!d.roles.includes(q.ask.role) || !matches(q, d)) continue;
      const taker = resolve(q, d.taker.unitId);
      if (taker === undefined) continue;
      const longer: Chain = [...chain, { kind: 'delegation', fact: d }];
      const personId = personOfTaker(d);
      if (personId) yield* inPerson(q, personId, taker, longer);
      else if (taker !== unitId) yield* assigned(q, taker, longer);
    }
}

/** Delegations to a unit that hold on the day, whatever their roles. */
export function* takenBy(q: Question, unitId: string): Generator<Delegation> {
  for (const source of statedFor(q, unitId))
    for (const d of q.book.taken.get(source) ?? []) if (matches(q, d)) yield d;
}

/**
 * Everybody who may do what is asked, one after the other: the unit's own people, those to whom it delegates, and, where
 * it holds a delegation itself, its people for what was delegated and the giver's for the rest.
 */
export function* eachHolder(q: Question): Generator<Holder> {
  const unitId = resolve(q, q.ask.unitId);
  if (unitId === undefined) return;
  yield* direct(q, unitId);
  for (const d of takenBy(q, unitId)) {
    const giver = resolve(q, d.giverUnitId);
    if (giver === undefined || giver === unitId) continue;
    if (!d.roles.includes(q.ask.role)) {
      yield* direct(q, giver);
      continue;
    }
    const competence = competenceOf(q, giver);
    if (competence)
      yield* assigned(q, unitId, [
        { kind: 'competence', fact: competence },
        { kind: 'delegation', fact: d },
      ]);
  }
}

/** The next day on which a fact that a holder stands on ends, or his service does, or he goes away. */
function nextChange(q: Question, { chain, personId }: Holder): Day | undefined {
  const days = chain.map(({ id }) => q.book.byId.get(id)?.to);
  for (const span of q.book.serviceOf.get(personId) ?? []) days.push(span.to);
  for (const absence of q.book.absences.get(personId) ?? []) days.push(absence.from);
  return days
    .filter((day) => day !== undefined)
    .filter((day) => day > q.day)
    .sort()[0];
}

/** The person as a holder: in the place of `wanted` where he stands in for him, else by his own papers, else for anybody. */
function find(q: Question, personId: string, wanted?: string): Holder | undefined {
  let own: Holder | undefined;
  let standIn: Holder | undefined;
  for (const holder of eachHolder(q)) {
    if (holder.personId !== personId) continue;
    if (holder.standsInFor === wanted) return holder;
    if (holder.standsInFor) standIn ??= holder;
    else own ??= holder;
  }
  return own ?? standIn;
}

/** So many papers in a row are followed to the day on which nothing holds any more. */
const renewals = 50;

/** The first day on which the person may no longer do it, whatever papers follow each other until then. */
function untilOf(q: Question, holder: Holder): Day | undefined {
  let [at, now]: [Question, Holder] = [q, holder];
  for (let n = 0; n < renewals; n += 1) {
    const day = nextChange(at, now);
    if (day === undefined) return undefined;
    at = questionOf(q.book, q.places, q.ask, day);
    const next = find(at, holder.personId);
    if (!next) return day;
    now = next;
  }
  return undefined;
}

const withEnd = (q: Question, holder: Holder): Holder => {
  const until = untilOf(q, holder);
  return until === undefined ? holder : { ...holder, until };
};

/** Everybody who may do a step for a unit on a day, each once, with the papers he stands on. */
export function holdersOf(book: MandateBook, snapshot: Snapshot, ask: Ask, day: Day): Holder[] {
  const q = questionOf(book, placesOf(snapshot), ask, day);
  const found = new Map<string, Holder>();
  for (const holder of eachHolder(q)) {
    const known = found.get(holder.personId);
    if (!known || (known.standsInFor && !holder.standsInFor)) found.set(holder.personId, holder);
  }
  return [...found.values()].map((holder) => withEnd(q, holder));
}

/**
 * The proof that a person may do a step on a day, or undefined: what a signature is checked against, also years later.
 * With `inPlaceOf`, the papers by which he stands in for that person go before his own.
 */
export function mayAct(
  book: MandateBook,
  snapshot: Snapshot,
  ask: Ask & { personId: string; inPlaceOf?: string | undefined },
  day: Day,
): Holder | undefined {
  const q = questionOf(book, placesOf(snapshot), ask, day);
  const holder = find(q, ask.personId, ask.inPlaceOf);
  return holder && withEnd(q, holder);
}
