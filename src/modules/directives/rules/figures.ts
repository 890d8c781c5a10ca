/**
 * Figures over tasks: every percentage is a named definition over counts, never a bare number. Which denominator and
 * which rounding were meant is the most frequent puzzle in published reports, so both are part of the definition.
 */
import type { Day } from '../../../kit/day.ts';
import type { TimeState, WorkState } from './axes.ts';
import { divide, multiply, ratio, roundText, toNumber, type RoundingMode } from './ratio.ts';

/**
 * What is counted. `total` = every task that is not cancelled; `done` = onTime + late + without term;
 * `inTerm` includes those at risk; `fellDue` words count those whose last day is before the as-of day.
 */
export type CountName =
  | 'total'
  | 'done'
  | 'doneOnTime'
  | 'doneLate'
  | 'doneNoTerm'
  | 'doneOnTimeFellDue'
  | 'inTerm'
  | 'atRisk'
  | 'overdue'
  | 'openNoTerm'
  | 'recurring'
  | 'cancelled'
  | 'withTerm';

export type Counts = Record<CountName, number>;

export interface FigureDefinition {
  code: string;
  version: string;
  validFrom: Day;
  name: { vi: string; en: string };
  /** Sums of counts. */
  numerator: CountName[];
  denominator: CountName[];
  numeratorText: { vi: string; en: string };
  denominatorText: { vi: string; en: string };
  /** Legal base or the published report in which this reading was found. */
  source: { vi: string; en: string };
  rounding: { mode: RoundingMode; decimals: number };
  /** What stands when nothing is in the denominator: no figure at all, or a fixed percentage. */
  zeroDenominator: 'noFigure' | 'hundred' | 'zero';
  /** readingOnly: kept to explain figures printed by others, not offered for own reports. */
  use: 'offered' | 'readingOnly';
}

export interface Tallied {
  work: WorkState;
  time: TimeState;
  /** Last day of the task; decides whether a task done in time has fallen due yet. */
  due?: Day;
}

/** Counts tasks (or assignments: say which) by state, as of a day. */
export function tally(items: Iterable<Tallied>, asOf: Day): Counts {
  const counts: Counts = {
    total: 0,
    done: 0,
    doneOnTime: 0,
    doneLate: 0,
    doneNoTerm: 0,
    doneOnTimeFellDue: 0,
    inTerm: 0,
    atRisk: 0,
    overdue: 0,
    openNoTerm: 0,
    recurring: 0,
    cancelled: 0,
    withTerm: 0,
  };
  for (const item of items) for (const name of namesOf(item, asOf)) counts[name] += 1;
  return counts;
}

/** The counts in which one task appears: the link from a figure to its records. */
export function namesOf({ work, time, due }: Tallied, asOf: Day): CountName[] {
  if (work === 'cancelled') return ['cancelled'];
  if (work === 'recurring') return ['total', 'recurring'];
  if (work === 'completed') {
    if (time === 'doneLate') return ['total', 'withTerm', 'done', 'doneLate'];
    if (time !== 'doneOnTime') return ['total', 'done', 'doneNoTerm'];
    const fell: CountName[] = due !== undefined && due < asOf ? ['doneOnTimeFellDue'] : [];
    return ['total', 'withTerm', 'done', 'doneOnTime', ...fell];
  }
  if (time === 'overdue') return ['total', 'withTerm', 'overdue'];
  if (time === 'noTerm') return ['total', 'openNoTerm'];
  return time === 'atRisk' ? ['total', 'withTerm', 'inTerm', 'atRisk'] : ['total', 'withTerm', 'inTerm'];
}

export interface Figure {
  definition: FigureDefinition;
  numerator: number;
  denominator: number;
  /** Per cent, unrounded; null when there is no figure. */
  value: number | null;
  /** Per cent as text with a point, '81.2'; null when there is no figure. */
  rounded: string | null;
}

/** One figure by its definition; both counts always come with it. */
export function compute(definition: FigureDefinition, counts: Counts): Figure {
  const sum = (names: CountName[]) => names.reduce((total, name) => total + counts[name], 0);
  const numerator = sum(definition.numerator);
  const denominator = sum(definition.denominator);
  const { mode, decimals } = definition.rounding;
  if (denominator === 0) {
    const fixed = { noFigure: null, hundred: 100, zero: 0 }[definition.zeroDenominator];
    return {
      definition,
      numerator,
      denominator,
      value: fixed,
      rounded: fixed === null ? null : roundText(ratio(fixed), decimals, mode),
    };
  }
  const share = multiply(divide(ratio(numerator), ratio(denominator)), ratio(100));
  return {
    definition,
    numerator,
    denominator,
    value: toNumber(share),
    rounded: roundText(share, decimals, mode),
  };
}

/** Is a task in the numerator and the denominator of a definition? */
export function membership(
  definition: FigureDefinition,
  item: Tallied,
  asOf: Day,
): { numerator: boolean; denominator: boolean } {
  const names = namesOf(item, asOf);
  const within = (wanted: CountName[]) => wanted.some((name) => names.includes(name));
  return { numerator: within(definition.numerator), denominator: within(definition.denominator) };
}
