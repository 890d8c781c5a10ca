import type { Snapshot } from '../../organisations/index.ts';
import type { Ask, Day, Gap, StepDemand } from '../rules/model.ts';
import type { MandateBook } from './book.ts';
import { eachHolder, type Question } from './holders.ts';
import { type Places, placesOf } from './places.ts';
import { reasonOf } from './reason.ts';
import { type Related, relatedFacts } from './related.ts';

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

/** What is known of one unit as long as nothing that concerns it changes: its gaps by what the steps have in common. */
interface UnitProof {
  snapshot: Snapshot;
  print: string;
  from: Day;
  to: Day;
  related: Related;
  spans: Map<string, readonly Span[]>;
}

const memory = new Map<string, UnitProof>();
const kept = 20_000;
const none: readonly Span[] = [];

function proofOf(
  book: MandateBook,
  places: Places,
  unitId: string,
  { from, to }: { from: Day; to: Day },
): UnitProof {
  const known = memory.get(unitId);
  const { snapshot } = places;
  const fits = known && known.snapshot === snapshot && known.from === from && known.to === to;
  const related = relatedFacts(book, places, unitId, from, to);
  if (fits && known.print === related.print) return known;
  const proof: UnitProof = { snapshot, print: related.print, from, to, related, spans: new Map() };
  if (memory.size >= kept) memory.clear();
  memory.set(unitId, proof);
  return proof;
}

/** The days of the window on which something that concerns the step may change, the first day included. */
function daysOf({ related, from, to }: UnitProof, covering: ReadonlySet<number>): Day[] {
  const days = new Set([from, ...related.always]);
  for (const [scope, own] of related.byScope) if (covering.has(scope)) for (const day of own) days.add(day);
  return [...days].filter((day) => day >= from && day < to).sort();
}

function spansOf(q: Omit<Question, 'day'>, proof: UnitProof, covering: ReadonlySet<number>): readonly Span[] {
  const spans: Span[] = [];
  let open: Span | undefined;
  for (const day of daysOf(proof, covering)) {
    const at: Question = { ...q, day };
    const found = reasonAt(at);
    if (open && found?.reason === open.reason && found.personId === open.personId) continue;
    if (open) spans.push({ ...open, to: day });
    open = found && { from: day, ...found };
  }
  if (open) spans.push(open);
  return spans.length > 0 ? spans : none;
}

function reasonAt(q: Question): Pick<Gap, 'reason' | 'personId'> | undefined {
  const { done } = eachHolder(q).next();
  return done ? reasonOf(q) : undefined;
}

interface Procedure {
  code: string;
  field: string;
  steps: StepDemand[];
}

const listed = new WeakMap<readonly StepDemand[], Procedure[]>();

/** The steps by procedure and field; remembered for a list. */
function proceduresOf(demands: readonly StepDemand[]): Procedure[] {
  const known = listed.get(demands);
  if (known) return known;
  const byName = new Map<string, Procedure>();
  for (const demand of demands) {
    const name = `${demand.procedureCode} ${demand.field}`;
    const procedure = byName.get(name);
    if (procedure) procedure.steps.push(demand);
    else byName.set(name, { code: demand.procedureCode, field: demand.field, steps: [demand] });
  }
  const procedures = [...byName.values()];
  listed.set(demands, procedures);
  return procedures;
}

/**
 * What tells a procedure apart from others for a unit: which of the unit's scopes cover it. Procedures that no fact
 * tells apart share one proof.
 */
function classesOf(places: Places, { related }: UnitProof) {
  const { scopes } = related;
  return ({ code, field }: Procedure): { name: string; covering: ReadonlySet<number> } => {
    const covering = new Set<number>();
    let name = places.subjectOf(field) ?? '';
    for (const scope of scopes)
      if (scope.covers(code, field)) {
        covering.add(scope.id);
        name += `,${scope.id}`;
      }
    return { name, covering };
  };
}

function* gapsOfUnit(
  book: MandateBook,
  places: Places,
  unitId: string,
  demands: readonly StepDemand[],
  window: { from: Day; to: Day },
): Generator<Gap> {
  const proof = proofOf(book, places, unitId, window);
  const classOf = classesOf(places, proof);
  for (const procedure of proceduresOf(demands)) {
    const { name, covering } = classOf(procedure);
    for (const demand of procedure.steps) {
      const key = `${demand.role} ${name}`;
      let spans = proof.spans.get(key);
      if (!spans) {
        const ask: Ask = { unitId, procedureCode: procedure.code, field: procedure.field, role: demand.role };
        spans = spansOf({ book, places, ask }, proof, covering);
        proof.spans.set(key, spans);
      }
      for (const span of spans) yield { ...demand, unitId, ...span };
    }
  }
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
