import type { Snapshot } from '../../organisations/index.ts';
import type { Day, Gap, StepDemand, StepRole } from '../rules/model.ts';
import type { MandateBook } from './book.ts';
import { classesOf, type Divider, rolesOf, type StepClass } from './classes.ts';
import { eachHolder, type Question, questionOf } from './holders.ts';
import { type Places, placesOf } from './places.ts';
import { reasonOf } from './reason.ts';
import { changedScopes, type Related, relatedFacts, type RoleRelated } from './related.ts';

export interface CoverageQuestion {
  /** Which units must cover a demand: the same for all, or by demand. */
  unitsOf?: (demand: StepDemand) => readonly string[];
  units?: readonly string[];
  demands: readonly StepDemand[];
  /** First day, and the first day after the last. */
  from: Day;
  to: Day;
}

export interface Coverage {
  /** Pairs of unit and step that were looked at, each over all days. */
  checked: number;
  gaps: Gap[];
}

type Span = Pick<Gap, 'from' | 'to' | 'reason' | 'personId'>;

/** What is known of one unit as long as nothing that concerns it changes. */
interface UnitProof {
  snapshot: Snapshot;
  print: string;
  from: Day;
  to: Day;
  related: Related;
  /** Its gaps by what the steps have in common. */
  spans: Map<string, { covering: ReadonlySet<number>; found: readonly Span[] }>;
  gaps: WeakMap<readonly StepDemand[], readonly Gap[]>;
}

const memory = new Map<string, UnitProof>();
const kept = 20_000;
const none: readonly Span[] = [];

/** The proofs of steps that no changed scope covers still hold. */
function stillTrue(known: UnitProof, related: Related): UnitProof['spans'] {
  const changed = changedScopes(known.related, related);
  if (!changed) return new Map();
  return new Map([...known.spans].filter(([, { covering }]) => covering.isDisjointFrom(changed)));
}

function proofOf(
  book: MandateBook,
  places: Places,
  unitId: string,
  { from, to }: { from: Day; to: Day },
): UnitProof {
  const known = memory.get(unitId);
  const { snapshot } = places;
  const fits = known && known.snapshot === snapshot && known.from === from && known.to === to;
  const related = relatedFacts(book, places, unitId, { from, to });
  if (fits && known.print === related.print) return known;
  const proof: UnitProof = {
    snapshot,
    print: related.print,
    from,
    to,
    related,
    spans: fits ? stillTrue(known, related) : new Map(),
    gaps: new WeakMap(),
  };
  if (memory.size >= kept) memory.clear();
  memory.set(unitId, proof);
  return proof;
}

/** The days of the window on which something that concerns the steps may change, the first day included. */
function daysOf({ always, byScope }: RoleRelated, { from, to }: UnitProof, { covering }: StepClass): Day[] {
  const days = new Set([from, ...always]);
  for (const [scope, own] of byScope) if (covering.has(scope)) for (const day of own) days.add(day);
  return [...days].filter((day) => day >= from && day < to).sort();
}

function reasonAt(q: Question): Pick<Gap, 'reason' | 'personId'> | undefined {
  const { done } = eachHolder(q).next();
  return done ? reasonOf(q) : undefined;
}

function spansOf(days: readonly Day[], at: (day: Day) => Question): readonly Span[] {
  const spans: Span[] = [];
  let open: Span | undefined;
  for (const day of days) {
    const found = reasonAt(at(day));
    if (open && found?.reason === open.reason && found.personId === open.personId) continue;
    if (open) spans.push({ ...open, to: day });
    open = found && { from: day, ...found };
  }
  if (open) spans.push(open);
  return spans.length > 0 ? spans : none;
}

/** What tells steps apart for a unit: subjects by which its duties may have gone to different heirs, and its scopes. */
function dividersOf(places: Places, { scopes }: RoleRelated): Divider[] {
  const subjects = places.subjects.map((subject, n) => ({
    id: -1 - n,
    key: `s${subject}`,
    covers: (_: string, field: string) => places.subjectOf(field) === subject,
  }));
  return [...subjects, ...scopes.map(({ id, covers }) => ({ id, key: String(id), covers }))];
}

function gapsOfRole(
  book: MandateBook,
  places: Places,
  proof: UnitProof,
  unitId: string,
  demands: readonly StepDemand[],
  role: StepRole,
): Gap[] {
  const related = proof.related.of(role);
  const gaps: Gap[] = [];
  for (const one of classesOf(demands, role, dividersOf(places, related))) {
    const [example] = one.steps;
    if (!example) continue;
    const ask = { unitId, role, procedureCode: example.procedureCode, field: example.field };
    let spans = proof.spans.get(one.name)?.found;
    if (!spans) {
      spans = spansOf(daysOf(related, proof, one), (day) => questionOf(book, places, ask, day));
      proof.spans.set(one.name, { covering: one.covering, found: spans });
    }
    for (const span of spans) for (const demand of one.steps) gaps.push({ ...demand, unitId, ...span });
  }
  return gaps;
}

function gapsOfUnit(
  book: MandateBook,
  places: Places,
  unitId: string,
  demands: readonly StepDemand[],
  window: { from: Day; to: Day },
): readonly Gap[] {
  const proof = proofOf(book, places, unitId, window);
  let gaps = proof.gaps.get(demands);
  if (!gaps) {
    gaps = [...rolesOf(demands)].flatMap((role) => gapsOfRole(book, places, proof, unitId, demands, role));
    proof.gaps.set(demands, gaps);
  }
  return gaps;
}

function demandsByUnit({
  unitsOf,
  units = [],
  demands,
}: CoverageQuestion): Map<string, readonly StepDemand[]> {
  if (!unitsOf) return new Map(units.map((unitId) => [unitId, demands]));
  const byUnit = new Map<string, StepDemand[]>();
  for (const demand of demands)
    for (const unitId of unitsOf(demand)) {
      const list = byUnit.get(unitId);
      if (list) list.push(demand);
      else byUnit.set(unitId, [demand]);
    }
  return byUnit;
}

/** Days before a unit exists ask nobody; a unit that has ended is answered by its successor. */
function windowOf(
  places: Places,
  unitId: string,
  { from, to }: CoverageQuestion,
): { from: Day; to: Day } | undefined {
  const born = places.snapshot.versions.get(unitId)?.[0]?.validFrom;
  if (born === undefined) return { from, to };
  const start = born > from ? born : from;
  return start < to ? { from: start, to } : undefined;
}

/**
 * For every step and unit, over all days of the window: somebody who is living, appointed and mandated, or a gap with its
 * days and its reason. What was proved of a unit is kept, so after a change only the units that it concerns are looked at
 * again. A gap without `to` lasts to the end of the window or longer.
 */
export function proveCoverage(book: MandateBook, snapshot: Snapshot, question: CoverageQuestion): Coverage {
  const places = placesOf(snapshot);
  const gaps: Gap[] = [];
  let checked = 0;
  for (const [unitId, demands] of demandsByUnit(question)) {
    const window = windowOf(places, unitId, question);
    if (!window) continue;
    checked += demands.length;
    for (const gap of gapsOfUnit(book, places, unitId, demands, window)) gaps.push(gap);
  }
  return { checked, gaps };
}
