import { date, evaluate as feel, type FeelDate } from 'feelin';

import type { Day } from '../../../kit/day.ts';
import type { FactRecord } from './fact.ts';
import { printed } from './print.ts';
import type { CheckedTree } from './tree.ts';

type Answer = boolean | number | null;

interface Compiled {
  answer: (values: unknown[]) => unknown;
  days: ReadonlySet<string>;
}

const compiled = new WeakMap<CheckedTree, Compiled>();
/** Days as the library holds them; the same few thousand return in every record. */
const dates = new Map<Day, FeelDate>();
const MOST_DATES = 50_000;
const MS_PER_DAY = 86_400_000;

function dateOf(day: Day): FeelDate {
  const known = dates.get(day);
  if (known) return known;
  if (dates.size >= MOST_DATES) dates.clear();
  const made = date(day) as FeelDate;
  dates.set(day, made);
  return made;
}

const daysBetween = (from: FeelDate | null, to: FeelDate | null): number | null =>
  from === null || to === null ? null : (Date.parse(String(to)) - Date.parse(String(from))) / MS_PER_DAY;

/** Lets the library read the text once, as a function of the fields that it uses. */
function compile(tree: CheckedTree): Compiled {
  const names = [...tree.fields, 'asOf'];
  const { value, warnings } = feel(`function(${names.join(', ')}) ${printed(tree.root)}`, {
    'days between': daysBetween,
  });
  const { fn } = value as { fn: (...values: unknown[]) => unknown };
  const answer = (values: unknown[]) => {
    const result = fn(...values);
    // the library notes every operand that is missing, in a list that would grow with the records
    warnings.length = 0;
    return result;
  };
  return { answer, days: new Set(['asOf', ...tree.days]) };
}

/**
 * What the expression says of one record on a day, worked out by the FEEL library.
 * @returns for a wanted boolean always true or false (what is unknown counts as false); for a wanted number the number,
 *   or null where an operand is missing or a divisor is zero.
 */
export function evaluate(tree: CheckedTree, record: FactRecord, asOf: Day): Answer {
  let ready = compiled.get(tree);
  if (!ready) compiled.set(tree, (ready = compile(tree)));
  const { answer, days } = ready;
  const values = [...tree.fields, 'asOf'].map((name) => {
    const value = name === 'asOf' ? asOf : (record[name] ?? null);
    return typeof value === 'string' && days.has(name) ? dateOf(value) : value;
  });
  const result = answer(values);
  if (tree.wanted === 'boolean') return result === true;
  return typeof result === 'number' ? result : null;
}
