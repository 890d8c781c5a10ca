import { conditionsOf } from '../../language/index.ts';
import { checkCount, type Count } from './count.ts';

/** One condition of a count, and the records that meet all before it: with it, they become those of the next step. */
export interface Step {
  condition: string;
  before: Count;
  after: Count;
}

/**
 * How the conditions of a count narrow the records of its period, one after the other in the order written. What a condition
 * leaves out is the difference of two counts, so that reasons need no rows of their own. Ours.
 */
export function narrowingOf(count: Count): Step[] {
  const of = checkCount(count);
  if (!of) return [];
  const { fact, period } = count;
  const counting = (where: string): Count => ({ fact, where, ...(period !== undefined && { period }) });
  const texts = conditionsOf(of.where).map(({ text }) => text);
  // The last step is the count itself in its own words, which has its place already.
  const met = (n: number) =>
    n === 0 ? 'true' : n === texts.length ? of.count.where : texts.slice(0, n).join(' and ');
  return texts.map((condition, i) => ({ condition, before: counting(met(i)), after: counting(met(i + 1)) }));
}

/** The counts that have to be kept for the reasons of a denominator. */
export const narrowingCounts = (count: Count): Count[] =>
  narrowingOf(count).flatMap(({ before, after }) => [before, after]);
