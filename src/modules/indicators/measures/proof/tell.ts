import { addDays, type Day } from '../../../../kit/day.ts';
import { evaluate } from '../../language/index.ts';
import { type CheckedCount, SUM_SCALE, usesAsOf } from '../rules/count.ts';
import type { Slot } from '../rules/slot.ts';
import type { Span } from '../store/maintain.ts';

/** A count that is kept, with its expressions read. */
export interface Told {
  slot: Slot;
  of: CheckedCount;
}

/** Contributions added up by key, by place in the array. */
export type Sums = Map<string, number[]>;

/** What is told of one unit: what changes on which day, and what stands in the end by procedure. */
export interface UnitSums {
  byDay: Sums;
  byProcedure: Sums;
}
export const noSums = (): UnitSums => ({ byDay: new Map(), byProcedure: new Map() });

const STATE = '-infinity';
export const keyed = (...parts: readonly unknown[]): string => parts.join('\t');

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

/** Adds what one span changes on its days, and what it leaves in the end by procedure, to every one of the sums. */
export function tell(told: readonly Told[], span: Span, into: readonly UnitSums[]): void {
  const { procedure, field } = span.values;
  for (const { slot, of } of told) {
    const dated = slot.period === '' ? STATE : span.values[slot.period];
    if (typeof dated !== 'string') continue;
    const month = dated === STATE ? STATE : `${dated.slice(0, 7)}-01`;
    const put = (day: Day, n: number) => {
      for (const { byDay } of into) add(byDay, keyed(slot.period, month, day), slot.position, n);
    };
    let before = 0;
    for (const day of cuts(of, span)) {
      const now = contribution(of, span, day);
      if (now !== before) put(day, now - before);
      before = now;
    }
    if (before === 0) continue;
    if (span.to) put(span.to, -before);
    else
      for (const { byProcedure } of into)
        add(byProcedure, keyed(slot.period, month, procedure, field), slot.position, before);
  }
}
