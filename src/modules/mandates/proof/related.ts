import type {
  Absence,
  Assignment,
  Competence,
  Day,
  Delegation,
  ServiceSpan,
  StepRole,
} from '../rules/model.ts';
import { type Compiled, scopeOf, spansMeet } from '../rules/scope.ts';
import { type MandateBook, personOfTaker } from './book.ts';
import type { Epoch, Places } from './places.ts';

type Scoped = Competence | Delegation | Assignment;
/** Of which kinds of step a fact or a person has a say; all of them. */
type Say = ReadonlySet<StepRole> | 'all';

/** Everything that has a say in who does what for a unit within a span of days. */
export interface Related {
  /** Equal for two books that say the same about the unit. */
  print: string;
  /** Each fact by its number, with the scope it speaks of; 'person' for service and absences. */
  parts: () => ReadonlyMap<number, number | 'person'>;
  /** Of one kind of step: the scopes, and the days on which something may change. */
  of: (role: StepRole) => RoleRelated;
}

export interface RoleRelated {
  scopes: readonly Compiled[];
  /** Days within the span on which a fact of a scope begins or ends. */
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
  scoped: Map<Scoped, Say>;
  people: Map<string, Set<StepRole>>;
}

function addPerson({ people }: Found, personId: string, roles: Iterable<StepRole>): void {
  const known = people.get(personId);
  if (!known) people.set(personId, new Set(roles));
  else for (const role of roles) known.add(role);
}

const sayOf = (roles: readonly StepRole[] | undefined): Say => (roles ? new Set(roles) : 'all');

function addAssignments(book: MandateBook, at: Epoch, found: Found, unitId: string): void {
  for (const source of at.heldBy(unitId))
    for (const a of book.assignments.get(source) ?? []) {
      if (!found.scoped.has(a)) found.scoped.set(a, sayOf(a.roles));
      addPerson(found, a.personId, a.roles);
    }
}

function addCompetences(book: MandateBook, places: Places, at: Epoch, found: Found, unitId: string): void {
  const level = places.unit(unitId)?.level;
  for (const source of at.heldBy(unitId))
    for (const c of book.ownCompetences.get(source) ?? []) found.scoped.set(c, sayOf(c.roles));
  for (const c of book.levelCompetences)
    if ('level' in c.holder && c.holder.level === level) found.scoped.set(c, sayOf(c.roles));
}

function addGiver(book: MandateBook, places: Places, at: Epoch, found: Found, unitId: string): void {
  addCompetences(book, places, at, found, unitId);
  addAssignments(book, at, found, unitId);
  for (const source of at.heldBy(unitId))
    for (const d of book.given.get(source) ?? []) {
      if (!found.scoped.has(d)) found.scoped.set(d, sayOf(d.roles));
      const person = personOfTaker(d);
      const taker = at.resolve(d.taker.unitId);
      if (person) addPerson(found, person, d.roles);
      else if (taker !== undefined) addAssignments(book, at, found, taker);
    }
}

/** Walks from a unit to all facts of it, of those to whom it delegates and of those who delegate to it. */
function walk(book: MandateBook, places: Places, at: Epoch, found: Found, unitId: string): void {
  addGiver(book, places, at, found, unitId);
  for (const source of at.heldBy(unitId))
    for (const d of book.taken.get(source) ?? []) {
      // What it does not hand over stays with the giver: it has a say in every kind of step.
      found.scoped.set(d, 'all');
      const giver = at.resolve(d.giverUnitId);
      if (giver !== undefined) addGiver(book, places, at, found, giver);
    }
}

interface Window {
  from: Day;
  to: Day;
}
const within = (day: Day | undefined, { from, to }: Window): day is Day =>
  day !== undefined && day > from && day < to;

function addEdges(days: Set<Day>, fact: { from: Day; to?: Day | undefined }, window: Window): void {
  for (const day of [fact.from, fact.to]) if (within(day, window)) days.add(day);
}

type Personal = [fact: Absence | ServiceSpan, say: Say];

function personal(book: MandateBook, { people }: Found, window: Window): Personal[] {
  for (const [person, roles] of people)
    for (const { standInId } of book.absences.get(person) ?? [])
      if (standInId) addPerson({ people, scoped: new Map() }, standInId, roles);
  const facts: Personal[] = [];
  for (const [person, roles] of people)
    for (const fact of [...(book.absences.get(person) ?? []), ...(book.serviceOf.get(person) ?? [])])
      if (spansMeet(fact, window)) facts.push([fact, roles]);
  return facts;
}

const hasSay = (say: Say, role: StepRole): boolean => say === 'all' || say.has(role);

function forRole(
  role: StepRole,
  scoped: readonly (readonly [Scoped, Say])[],
  people: readonly Personal[],
  treeDays: readonly Day[],
  window: Window,
): RoleRelated {
  const scopes = new Map<number, Compiled>();
  const byScope = new Map<number, Set<Day>>();
  for (const [fact, say] of scoped) {
    if (!hasSay(say, role)) continue;
    const scope = scopeOf(fact.scope);
    scopes.set(scope.id, scope);
    const days = byScope.get(scope.id) ?? new Set();
    addEdges(days, fact, window);
    byScope.set(scope.id, days);
  }
  const always = new Set(treeDays);
  for (const [fact, say] of people) if (hasSay(say, role)) addEdges(always, fact, window);
  return {
    scopes: [...scopes.values()].sort((a, b) => a.id - b.id),
    byScope: new Map([...byScope].map(([id, days]) => [id, [...days]])),
    always: [...always],
  };
}

/** The scopes of which two states say something else; undefined where they differ about people, so about everything. */
export function changedScopes(before: Related, after: Related): ReadonlySet<number> | undefined {
  const [a, b] = [before.parts(), after.parts()];
  const changed = new Set<number | 'person'>();
  for (const [number, about] of a) if (!b.has(number)) changed.add(about);
  for (const [number, about] of b) if (!a.has(number)) changed.add(about);
  return changed.has('person') ? undefined : (changed as Set<number>);
}

/** Gathers what concerns a unit from `from` until before `to`. */
export function relatedFacts(book: MandateBook, places: Places, unitId: string, window: Window): Related {
  const found: Found = { scoped: new Map(), people: new Map() };
  const treeDays = places.changeDays.filter((day) => within(day, window));
  for (const day of [window.from, ...treeDays])
    for (const subject of ['', ...places.subjects]) {
      const at = places.at(day, subject);
      const holder = at.resolve(unitId);
      if (holder !== undefined) walk(book, places, at, found, holder);
    }
  const people = personal(book, found, window);
  // A delegation that has ended says why nobody is there.
  const scoped = [...found.scoped].filter(
    ([fact]) => spansMeet(fact, window) || ('taker' in fact && fact.from < window.to),
  );
  const known = new Map<StepRole, RoleRelated>();
  return {
    print: [...scoped, ...people].map(([fact]) => printOf(fact)).join(' '),
    parts: () =>
      new Map<number, number | 'person'>([
        ...scoped.map(([fact]) => [printOf(fact), scopeOf(fact.scope).id] as const),
        ...people.map(([fact]) => [printOf(fact), 'person'] as const),
      ]),
    of: (role) => {
      let made = known.get(role);
      if (!made) known.set(role, (made = forRole(role, scoped, people, treeDays, window)));
      return made;
    },
  };
}
