/** Splits the change of a rate between two dates into results and changed base. */
import { divide, multiply, ratio, subtract, toNumber, type Ratio } from './ratio.ts';

export interface Membership {
  numerator: boolean;
  denominator: boolean;
}

/**
 * One task whose place in the rate changed.
 * cause 'result': its own work or the passing of time moved it (completed, became overdue); 'base': the set of tasks or
 * a term changed under a document (entered, left, cancelled, split, merged, postponed).
 */
export interface LogItem {
  ref: string;
  cause: 'result' | 'base';
  /** What happened: 'completed', 'overdue', 'entered', 'cancelled', 'split', 'postponed'… */
  event: string;
  document?: string;
  before: Membership;
  after: Membership;
}

export interface Rate {
  numerator: number;
  denominator: number;
}

export interface DenominatorLog {
  /** Rates in per cent; null when a denominator is zero. */
  before: number | null;
  after: number | null;
  /** In percentage points. results + changedBase + unexplained = change, exactly (computed in fractions). */
  change: number | null;
  results: number | null;
  changedBase: number | null;
  /** What the items do not account for: 0 when the log is complete. */
  unexplained: number | null;
  /** Counts not accounted for by the items. */
  missing: Rate;
  entered: LogItem[];
  left: LogItem[];
}

/**
 * Splits a change of a rate. The order is part of the definition: first the results are applied to the old base (rate
 * before → rate had the base not changed), then the base is changed. Both steps and the rest are differences of the
 * same chain of rates, so they sum to the whole change without a remainder.
 */
export function denominatorLog(before: Rate, after: Rate, items: readonly LogItem[]): DenominatorLog {
  const moved = items.filter(
    (item) =>
      item.before.numerator !== item.after.numerator || item.before.denominator !== item.after.denominator,
  );
  const middle = apply(
    before,
    moved.filter((item) => item.cause === 'result'),
  );
  const explained = apply(
    middle,
    moved.filter((item) => item.cause === 'base'),
  );
  const chain = [before, middle, explained, after].map(percent);
  const [r0, r1, r2, r3] = chain;
  const difference = (to: Ratio | undefined, from: Ratio | undefined) =>
    to && from ? toNumber(subtract(to, from)) : null;
  return {
    before: r0 ? toNumber(r0) : null,
    after: r3 ? toNumber(r3) : null,
    change: difference(r3, r0),
    results: difference(r1, r0),
    changedBase: difference(r2, r1),
    unexplained: difference(r3, r2),
    missing: {
      numerator: after.numerator - explained.numerator,
      denominator: after.denominator - explained.denominator,
    },
    entered: moved.filter((item) => !item.before.denominator && item.after.denominator),
    left: moved.filter((item) => item.before.denominator && !item.after.denominator),
  };
}

const step = (from: boolean, to: boolean) => Number(to) - Number(from);

function apply(rate: Rate, items: readonly LogItem[]): Rate {
  return items.reduce(
    (sum, { before, after }) => ({
      numerator: sum.numerator + step(before.numerator, after.numerator),
      denominator: sum.denominator + step(before.denominator, after.denominator),
    }),
    rate,
  );
}

const percent = ({ numerator, denominator }: Rate): Ratio | undefined =>
  denominator <= 0 ? undefined : multiply(divide(ratio(numerator), ratio(denominator)), ratio(100));
