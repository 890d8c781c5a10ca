/** Targets: what is to be reached, in which direction, and whether an observation reaches it. */
import { type Day } from '../../../kit/day.ts';
import { compare, divide, multiply, ratio, roundText, subtract, type Ratio } from './ratio.ts';

export type Comparator =
  | 'atLeast'
  | 'moreThan'
  | 'atMost'
  | 'lessThan'
  | 'equal'
  | 'rank'
  | 'range'
  | 'growthPerYear'
  | 'qualitative';

export interface Target {
  /** Decimal text with a point, '0.7'; absent for qualitative ones. */
  value?: string;
  /** Upper end of a range, or of a range of growth. */
  valueTo?: string;
  unit: string;
  comparator: Comparator;
  /** higher: more is better; lower: less is better (ranks, times, costs). */
  direction: 'higher' | 'lower';
  /** Among whom a rank counts: 'ASEAN', 'thế giới'. */
  scope?: string;
  /** As printed; the words of a qualitative target. */
  text: string;
  /** True when no comparator was printed ("90 %") and "at least" is the reading. */
  implied?: boolean;
  base?: { year: number; value: string };
  /** Expected values by the end of a year 'YYYY' or by a day. */
  trajectory?: { period: string; expected: string }[];
  /** cumulative: the state reached at a day; inPeriod: the amount within a period. */
  measure: 'cumulative' | 'inPeriod';
  /** True when an observation is a share with numerator and denominator, in per cent. */
  hasRatio: boolean;
  /** Last day of the target. */
  due?: Day;
}

export interface Observation {
  /** Day up to which it is measured. */
  on: Day;
  /** Decimal text or number. */
  value?: string | number;
  /** For shares: both counts; the value is computed from them. */
  numerator?: string | number;
  denominator?: string | number;
  /** For growth: the value a year before; without it `value` is taken as the growth in per cent. */
  previous?: string | number;
  /** For qualitative targets: the verdict of a person. */
  verdict?: 'reached' | 'notReached';
}

export type Reason =
  | 'met'
  | 'aboveRange'
  | 'short'
  | 'worseRank'
  | 'exceeded'
  | 'notEqual'
  | 'judgedByPerson'
  | 'noObservation'
  | 'observationInFuture'
  | 'noValue'
  | 'zeroDenominator'
  | 'notANumber'
  | 'qualitativeNeedsVerdict'
  | 'targetWithoutValue';

export interface Judgement {
  verdict: 'reached' | 'notReached' | 'notMeasurable';
  reason: Reason;
  /** Actual value and distance still to go, rounded to two decimals. */
  actual?: string;
  gap?: string;
}

/** The measured value of an observation in the unit of the target, or why there is none. */
export function measured(
  target: Target,
  observation: Observation | undefined,
  asOf: Day,
): { value: Ratio } | { reason: Reason } {
  if (!observation) return { reason: 'noObservation' };
  if (observation.on > asOf) return { reason: 'observationInFuture' };
  try {
    const { numerator, denominator, value, previous } = observation;
    if (target.hasRatio && numerator !== undefined && denominator !== undefined) {
      const below = ratio(denominator);
      return below.n === 0n ? { reason: 'zeroDenominator' } : { value: percent(ratio(numerator), below) };
    }
    if (value === undefined) return { reason: 'noValue' };
    if (target.comparator !== 'growthPerYear' || previous === undefined) return { value: ratio(value) };
    const before = ratio(previous);
    return before.n === 0n
      ? { reason: 'zeroDenominator' }
      : { value: percent(subtract(ratio(value), before), before) };
  } catch {
    return { reason: 'notANumber' };
  }
}

const percent = (part: Ratio, whole: Ratio) => multiply(divide(part, whole), ratio(100));

/**
 * Does an observation reach the target, as of a day? A range is reached from its lower end on when more is better
 * ("40–50 organisations": 55 is reached, as aboveRange), up to its upper end when less is better.
 */
export function judge(target: Target, observation: Observation | undefined, asOf: Day): Judgement {
  if (target.comparator === 'qualitative') return judgeWords(observation, asOf);
  const found = measured(target, observation, asOf);
  if ('reason' in found) return { verdict: 'notMeasurable', reason: found.reason };
  if (target.value === undefined) return { verdict: 'notMeasurable', reason: 'targetWithoutValue' };
  const low = ratio(target.value);
  const high = target.valueTo === undefined ? low : ratio(target.valueTo);
  const goal = target.direction === 'higher' ? low : high;
  const difference = subtract(found.value, goal);
  const reached = reaches(target, compare(found.value, goal));
  const reason = reached ? reasonMet(target, found.value, high) : reasonMissed(target);
  return {
    verdict: reached ? 'reached' : 'notReached',
    reason,
    actual: roundText(found.value, 2, 'halfUp'),
    ...(!reached && { gap: roundText(difference, 2, 'halfUp') }),
  };
}

function judgeWords(observation: Observation | undefined, asOf: Day): Judgement {
  if (!observation) return { verdict: 'notMeasurable', reason: 'noObservation' };
  if (observation.on > asOf) return { verdict: 'notMeasurable', reason: 'observationInFuture' };
  if (!observation.verdict) return { verdict: 'notMeasurable', reason: 'qualitativeNeedsVerdict' };
  return { verdict: observation.verdict, reason: 'judgedByPerson' };
}

function reaches(target: Target, side: number): boolean {
  switch (target.comparator) {
    case 'moreThan':
      return side > 0;
    case 'lessThan':
      return side < 0;
    case 'equal':
      return side === 0;
    default:
      return target.direction === 'higher' ? side >= 0 : side <= 0;
  }
}

const reasonMet = (target: Target, value: Ratio, high: Ratio): Reason =>
  target.valueTo !== undefined && target.direction === 'higher' && compare(value, high) > 0
    ? 'aboveRange'
    : 'met';

function reasonMissed(target: Target): Reason {
  if (target.comparator === 'equal') return 'notEqual';
  if (target.comparator === 'rank') return 'worseRank';
  return target.direction === 'higher' ? 'short' : 'exceeded';
}
