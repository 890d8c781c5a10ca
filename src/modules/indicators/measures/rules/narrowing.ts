import { conditionsOf } from '../../language/index.ts';
import { checkCount, type Count } from './count.ts';

/** How the conditions of a count narrow the records of its period, one after the other. */
export interface Narrowing {
  /** In the order written. */
  conditions: string[];
  /** Before the first condition, and with each one more: one longer than the conditions. */
  counts: Count[];
}

/**
 * What a condition leaves out is the difference of the two counts around it, so that reasons need no rows of their own. Nothing
 * for a count that does not fit its kind. Ours.
 */
export function narrowingOf(count: Count): Narrowing {
  const of = checkCount(count);
  if (!of) return { conditions: [], counts: [] };
  const { fact, period } = count;
  const counting = (where: string): Count => ({ fact, where, ...(period !== undefined && { period }) });
  const conditions = conditionsOf(of.where).map(({ text }) => text);
  const between = conditions.slice(1).map((_, i) => conditions.slice(0, i + 1).join(' and '));
  // The last one is the count itself in its own words, which has its place already.
  return { conditions, counts: ['true', ...between, of.count.where].map(counting) };
}
