import type { Expr } from '../../language/tree.ts';
import { type CheckedCount, checkCount, type Count, keyOf, usesAsOf } from './count.ts';

/** Under this unit the sums of all units together are kept. */
export const EVERYWHERE = '';

/** The place of a count in the arrays of its sheet. */
export interface Slot {
  id: number;
  kind: string;
  /** Day field, or empty for a state. */
  period: string;
  /** From 1. */
  position: number;
  key: string;
  count: Count;
  /** Filled for records up to this id; null when complete. */
  filledTo: string | null;
  filled: number;
}

/** Slots of one kind and one period field share rows. */
export interface Sheet {
  kind: string;
  period: string;
  /** By position; a place without a slot that is wanted adds nothing. */
  slots: { position: number; of: CheckedCount; filledTo: string | null }[];
  /** Length of the arrays. */
  length: number;
  usesAsOf: boolean;
}

export function sheetsOf(slots: readonly Slot[], kind: string): Sheet[] {
  const mine = slots.filter((slot) => slot.kind === kind);
  return [...Map.groupBy(mine, (slot) => slot.period)].map(([period, list]) => {
    const known = list.flatMap(({ position, count, filledTo }) => {
      const of = checkCount(count);
      return of ? [{ position, of, filledTo }] : [];
    });
    const length = Math.max(...list.map((slot) => slot.position));
    return { kind, period, slots: known, length, usesAsOf: known.some(({ of }) => usesAsOf(of)) };
  });
}

function parts(expr: Expr): Expr[] {
  return Object.values(expr).flatMap((value: unknown) =>
    (Array.isArray(value) ? value : [value]).filter(
      (one): one is Expr => typeof one === 'object' && one !== null && 'op' in one,
    ),
  );
}

/**
 * Whether a count can be kept: what it says of a record may change by the passing of time only the day after a day that
 * its kind names for that, or on it. Any other use of `asOf` is counted from the facts when asked.
 */
export function isKept({ where, sum, kind }: CheckedCount): boolean {
  const turns = new Set(kind.turns ?? []);
  const isTurn = (expr: Expr) => expr.op === 'field' && turns.has(expr.name);
  const fits = (expr: Expr): boolean => {
    if (expr.op === 'asOf') return false;
    if (expr.op === 'order') {
      const { left, right } = expr;
      if ((left.op === 'asOf' && isTurn(right)) || (right.op === 'asOf' && isTurn(left))) return true;
    }
    if (expr.op === 'in') return fits(expr.of);
    return parts(expr).every(fits);
  };
  return fits(where.root) && (!sum || fits(sum.root));
}

export interface Wanted {
  key: string;
  kind: string;
  period: string;
  count: Count;
}

/** The distinct counts that definitions ask to be kept. */
export function wantedOf(counts: readonly Count[]): Wanted[] {
  const found = new Map<string, Wanted>();
  for (const count of counts) {
    const of = checkCount(count);
    if (!of || !isKept(of)) continue;
    const { of: _distinct, ...rest } = count;
    const key = keyOf(count);
    if (!found.has(key)) found.set(key, { key, kind: count.fact, period: count.period ?? '', count: rest });
  }
  return [...found.values()];
}
