import { addDays, type Day } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';
import { caseSpans, listCaseIds } from '../../cases/index.ts';
import { evaluate, type FactKind } from '../language/index.ts';
import { catalogueSpans } from './catalogue.ts';
import { caseKind, procedureKind } from './kinds/case.ts';
import { type CheckedCount, checkCount, SUM_SCALE, usesAsOf } from './rules/count.ts';
import { EVERYWHERE, type Slot } from './rules/slot.ts';
import { spansOf } from './spans.ts';
import type { Span } from './store/maintain.ts';
import {
  countFactIds,
  type DeltaKey,
  type FactRow,
  listFactRows,
  listKeptDeltas,
  listProcedureTotals,
  unequalSums,
} from './store/proof.ts';
import { listSlots } from './store/slots.ts';

const BATCH = 500;
const PAGE = 20_000;
const MOST = 200;
const STATE = '-infinity';

interface Told {
  slot: Slot;
  of: CheckedCount;
}

/** Sums of contributions by key, by place in the array. */
type Sums = Map<string, number[]>;

function add(sums: Sums, key: string, place: number, n: number): void {
  const list = sums.get(key);
  if (list) list[place - 1] = (list[place - 1] ?? 0) + n;
  else {
    const made: number[] = [];
    made[place - 1] = n;
    sums.set(key, made);
  }
}

/** What the FEEL library says that a record adds on a day. */
function contribution(of: CheckedCount, span: Span, day: Day): number {
  if (evaluate(of.where, span.values, day) !== true) return 0;
  if (!of.sum) return 1;
  const value = evaluate(of.sum, span.values, day);
  return typeof value === 'number' ? Math.round(value * SUM_SCALE) : 0;
}

/** The days of a span on which the truth of a count may turn, its first day included. */
function cuts({ kind, ...of }: CheckedCount, span: Span): Day[] {
  if (!usesAsOf({ kind, ...of })) return [span.from];
  const turns = (kind.turns ?? []).flatMap((name) => {
    const day = span.values[name];
    return typeof day === 'string' ? [day, addDays(day, 1)] : [];
  });
  const inside = turns.filter((day) => day > span.from && (!span.to || day < span.to));
  return [span.from, ...new Set(inside.toSorted())];
}

const keyed = (...parts: readonly unknown[]): string => parts.join('\t');

/** Adds what one span changes, on its days, to the sums of a unit; and in the end, by procedure. */
function tellOf(unit: string, told: readonly Told[], span: Span, byUnit: Sums, byProcedure: Sums): void {
  const { procedure, field } = span.values;
  for (const { slot, of } of told) {
    const dated = slot.period === '' ? STATE : span.values[slot.period];
    if (typeof dated !== 'string') continue;
    const month = dated === STATE ? STATE : `${dated.slice(0, 7)}-01`;
    const place = [slot.kind, slot.period, unit, month];
    let before = 0;
    for (const day of cuts(of, span)) {
      const now = contribution(of, span, day);
      if (now !== before) add(byUnit, keyed(...place, day), slot.position, now - before);
      before = now;
    }
    if (before !== 0 && span.to) add(byUnit, keyed(...place, span.to), slot.position, -before);
    if (before !== 0 && !span.to) add(byProcedure, keyed(...place, procedure, field), slot.position, before);
  }
}

/** The same for the unit of the span and for all units together. */
function tell(told: readonly Told[], span: Span, byUnit: Sums, byProcedure: Sums): void {
  for (const unit of [String(span.values['unit']), EVERYWHERE]) tellOf(unit, told, span, byUnit, byProcedure);
}

const isSame = (span: Span, row: FactRow | undefined, kind: FactKind): boolean =>
  row !== undefined &&
  span.from === row.fromDay &&
  (span.to ?? 'infinity') === row.toDay &&
  kind.fields.every(({ name }) => (span.values[name] ?? null) === row[name]);

/** Records whose kept facts are not what their events say. */
async function differingFacts(
  tx: Tx,
  kind: FactKind,
  ids: readonly string[],
  spans: readonly Span[],
): Promise<string[]> {
  const kept = Map.groupBy(await listFactRows(tx, kind, ids), (row) => row.id);
  const fresh = Map.groupBy(spans, (span) => span.id);
  return ids.flatMap((id) => {
    const [a, b] = [fresh.get(id) ?? [], kept.get(id) ?? []];
    if (a.length === b.length && a.every((span, i) => isSame(span, b[i], kind))) return [];
    return [`${kind.code} ${id}: facts kept ${b.length}, told from events ${a.length}, not the same`];
  });
}

/** Where sums told anew are not those kept; keys that were met are taken out of `fresh`. */
function compare(fresh: Sums, key: string, kept: readonly string[], what: string): string[] {
  const told = fresh.get(key) ?? [];
  fresh.delete(key);
  const places = Math.max(told.length, kept.length);
  return Array.from({ length: places }, (_, i) => i).flatMap((i) => {
    const [a, b] = [Number(kept[i] ?? 0), told[i] ?? 0];
    return a === b ? [] : [`${what} ${key.replaceAll('\t', ' ')} [${i + 1}]: kept ${a}, recomputed ${b}`];
  });
}

const leftOver = (fresh: Sums, what: string): string[] =>
  [...fresh].flatMap(([key, list]) =>
    list.some((n) => n !== 0)
      ? [`${what} ${key.replaceAll('\t', ' ')}: kept nothing, recomputed ${list.join(',')}`]
      : [],
  );

async function comparedRollups(
  tx: Tx,
  byUnit: Sums,
  byProcedure: Sums,
): Promise<{ checked: number; differences: string[] }> {
  const result = { checked: 0, differences: [] as string[] };
  let after: DeltaKey | undefined;
  for (;;) {
    const page = await listKeptDeltas(tx, after, PAGE);
    for (const { kind, period, unit, month, day, counts } of page)
      result.differences.push(...compare(byUnit, keyed(kind, period, unit, month, day), counts, 'roll-up'));
    result.checked += page.length;
    after = page.at(-1);
    if (!after) break;
  }
  result.differences.push(...leftOver(byUnit, 'roll-up'));
  for (const { kind, period, unit, month, procedure, field, counts } of await listProcedureTotals(tx)) {
    const key = keyed(kind, period, unit, month, procedure, field);
    result.differences.push(...compare(byProcedure, key, counts, 'by procedure'));
    result.checked += 1;
  }
  result.differences.push(...leftOver(byProcedure, 'by procedure'));
  for (const { upto, kind, period, unit, month, place, kept, summed } of await unequalSums(tx))
    result.differences.push(
      `checkpoint ${upto} ${kind} ${period} ${unit} ${month} [${place}]: ${kept ?? 0}, sum of changes ${summed ?? 0}`,
    );
  return result;
}

/**
 * Every kept figure by a second way: events → state → fact → FEEL library → sums, compared with the facts, roll-ups and
 * checkpoints that SQL keeps. Differences by name.
 */
export async function verifyMeasures(
  tx: Tx,
): Promise<{ checked: number; records: number; differences: string[] }> {
  const told = (await listSlots(tx)).flatMap((slot): Told[] => {
    const of = slot.filledTo === null ? checkCount(slot.count) : undefined;
    return of ? [{ slot, of }] : [];
  });
  const [byUnit, byProcedure]: [Sums, Sums] = [new Map(), new Map()];
  const differences: string[] = [];
  const mine = told.filter(({ slot }) => slot.kind === caseKind.code);
  let [records, after]: [number, string | undefined] = [0, undefined];
  let withFacts = 0;
  for (;;) {
    const ids = await listCaseIds(tx, after, BATCH);
    after = ids.at(-1);
    if (!after) break;
    const spans = spansOf(await caseSpans(tx, ids));
    differences.push(...(await differingFacts(tx, caseKind, ids, spans)));
    for (const span of spans) tell(mine, span, byUnit, byProcedure);
    records += ids.length;
    withFacts += new Set(spans.map(({ id }) => id)).size;
  }
  const kept = await countFactIds(tx, caseKind);
  if (kept !== withFacts) differences.push(`facts of ${kept} cases are kept, ${withFacts} have some`);
  const catalogue = await catalogueSpans(tx);
  const ids = [...new Set(catalogue.map(({ id }) => id))];
  differences.push(...(await differingFacts(tx, procedureKind, ids, catalogue)));
  const ofCatalogue = told.filter(({ slot }) => slot.kind === procedureKind.code);
  for (const span of catalogue) tell(ofCatalogue, span, byUnit, byProcedure);
  const rollups = await comparedRollups(tx, byUnit, byProcedure);
  return {
    records,
    checked: records + rollups.checked,
    differences: [...differences, ...rollups.differences],
  };
}

export { MOST as differencesShown };
