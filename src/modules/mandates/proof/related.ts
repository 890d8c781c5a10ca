import type { Absence, Assignment, Competence, Day, Delegation, ServiceSpan } from '../rules/model.ts';
import { type Compiled, scopeOf, spansMeet } from '../rules/scope.ts';
import { type MandateBook, personOfTaker } from './book.ts';
import type { Places } from './places.ts';

type Scoped = Competence | Delegation | Assignment;

/** Everything that has a say in who does what for a unit within a span of days. */
export interface Related {
  /** Equal for two books that say the same about the unit. */
  print: string;
  scopes: readonly Compiled[];
  /** Days within the span on which a fact of a scope begins or ends, by scope. */
  byScope: ReadonlyMap<number, readonly Day[]>;
  /** Days on which the tree, somebody's service or somebody's absence changes. */
  always: readonly Day[];
}

const numbers = new Map<string, number>();
const numberOf = new WeakMap<object, number>();
const kept = 500_000;
let next = 1;

/** A number that is the same for facts that say the same. */
function printOf(fact: object): number {
  const known = numberOf.get(fact);
  if (known !== undefined) return known;
  const text = JSON.stringify(fact);
  let number = numbers.get(text);
  if (number === undefined) {
    if (numbers.size > kept) numbers.clear();
    numbers.set(text, (number = next));
    next += 1;
  }
  numberOf.set(fact, number);
  return number;
}

interface Found {
  scoped: Set<Scoped>;
  people: Set<string>;
}

/** Walks from a unit to all facts of it, of those to whom it delegates and of those who delegate to it. */
function walker(book: MandateBook, places: Places, found: Found, day: Day, subject: string) {
  const sources = (unitId: string): readonly string[] => places.heldBy(unitId, day, subject);
  const resolve = (unitId: string) => places.resolve(unitId, day, subject);
  const people = (unitId: string): void => {
    for (const source of sources(unitId))
      for (const a of book.assignments.get(source) ?? []) {
        found.scoped.add(a);
        found.people.add(a.personId);
      }
  };
  const competences = (unitId: string): void => {
    const level = places.unit(unitId)?.level;
    for (const source of sources(unitId))
      for (const c of book.ownCompetences.get(source) ?? []) found.scoped.add(c);
    for (const c of book.levelCompetences)
      if ('level' in c.holder && c.holder.level === level) found.scoped.add(c);
  };
  const giver = (unitId: string): void => {
    competences(unitId);
    people(unitId);
    for (const source of sources(unitId))
      for (const d of book.given.get(source) ?? []) {
        found.scoped.add(d);
        const person = personOfTaker(d);
        const taker = resolve(d.taker.unitId);
        if (person) found.people.add(person);
        else if (taker !== undefined) people(taker);
      }
  };
  return (unitId: string): void => {
    giver(unitId);
    for (const source of sources(unitId))
      for (const d of book.taken.get(source) ?? []) {
        found.scoped.add(d);
        const from = resolve(d.giverUnitId);
        if (from !== undefined) giver(from);
      }
  };
}

const within = (day: Day | undefined, from: Day, to: Day): day is Day =>
  day !== undefined && day > from && day < to;

function edges(spans: Iterable<{ from: Day; to?: Day | undefined }>, from: Day, to: Day): Day[] {
  const days = new Set<Day>();
  for (const span of spans) for (const day of [span.from, span.to]) if (within(day, from, to)) days.add(day);
  return [...days];
}

function aboutPeople(book: MandateBook, found: Found): (Absence | ServiceSpan)[] {
  for (const person of [...found.people])
    for (const { standInId } of book.absences.get(person) ?? []) if (standInId) found.people.add(standInId);
  return [...found.people].flatMap((person) => [
    ...(book.absences.get(person) ?? []),
    ...(book.serviceOf.get(person) ?? []),
  ]);
}

/** Gathers what concerns a unit from `from` until before `to`. */
export function relatedFacts(book: MandateBook, places: Places, unitId: string, from: Day, to: Day): Related {
  const found: Found = { scoped: new Set(), people: new Set() };
  const treeDays = places.changeDays.filter((day) => within(day, from, to));
  for (const day of [from, ...treeDays])
    for (const subject of ['', ...places.subjects]) {
      const holder = places.resolve(unitId, day, subject);
      if (holder !== undefined) walker(book, places, found, day, subject)(holder);
    }
  const span = { from, to };
  const personal = aboutPeople(book, found).filter((fact) => spansMeet(fact, span));
  // A delegation that has ended says why nobody is there.
  const scoped = [...found.scoped].filter(
    (fact) => spansMeet(fact, span) || ('taker' in fact && fact.from < to),
  );
  const scopes = new Map(scoped.map((fact) => [scopeOf(fact.scope).id, scopeOf(fact.scope)]));
  const byScope = new Map<number, Scoped[]>();
  for (const fact of scoped) {
    const { id } = scopeOf(fact.scope);
    byScope.set(id, [...(byScope.get(id) ?? []), fact]);
  }
  return {
    print: [...scoped, ...personal].map(printOf).join(' '),
    scopes: [...scopes.values()],
    byScope: new Map([...byScope].map(([id, facts]) => [id, edges(facts, from, to)])),
    always: [...treeDays, ...edges(personal, from, to)],
  };
}
