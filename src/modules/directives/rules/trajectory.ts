/** Progress of a target against its trajectory. */
import { diffDays, isDay, type Day } from '../../../kit/day.ts';
import { add, compare, multiply, ratio, roundText, subtract, type Ratio } from './ratio.ts';
import { measured, type Observation, type Reason, type Target } from './target.ts';

export interface Standing {
  standing: 'ahead' | 'on' | 'behind';
  /** Rounded to two decimals, in the unit of the target; gap = actual − expected. */
  expected: string;
  actual: string;
  gap: string;
  /** Where the expected value comes from. */
  method: 'printed' | 'interpolated' | 'goal';
}

interface Point {
  day: Day;
  value: Ratio;
}

const endOf = (period: string): Day | undefined =>
  /^\d{4}$/.test(period) ? `${period}-12-31` : isDay(period) ? period : undefined;

/**
 * Where an observation stands against what was expected on its day.
 * Cumulative: between the base (end of its year), the printed points and the goal (at its due day) the expected value
 * runs in a straight line by days; after the last point the goal stays. In-period: the printed value of the
 * observation's year, otherwise the goal itself.
 * @param tolerance how far off still counts as "on", in the unit of the target (default 0)
 */
export function againstTrajectory(
  target: Target,
  observation: Observation | undefined,
  asOf: Day,
  tolerance: string | number = 0,
): Standing | { standing: 'notMeasurable'; reason: Reason | 'noTrajectory' } {
  const found = measured(target, observation, asOf);
  if ('reason' in found || !observation)
    return { standing: 'notMeasurable', reason: 'reason' in found ? found.reason : 'noObservation' };
  const wanted =
    target.measure === 'inPeriod'
      ? inPeriod(target, observation.on)
      : onLine(pointsOf(target), observation.on);
  if (!wanted) return { standing: 'notMeasurable', reason: 'noTrajectory' };
  const gap = subtract(found.value, wanted.value);
  const better = target.direction === 'higher' ? compare(gap, ratio(0)) : -compare(gap, ratio(0));
  const off = gap.n < 0n ? { n: -gap.n, d: gap.d } : gap;
  const standing = compare(off, ratio(tolerance)) <= 0 ? 'on' : better > 0 ? 'ahead' : 'behind';
  const text = (value: Ratio) => roundText(value, 2, 'halfUp');
  return {
    standing,
    expected: text(wanted.value),
    actual: text(found.value),
    gap: text(gap),
    method: wanted.method,
  };
}

interface Wanted {
  value: Ratio;
  method: Standing['method'];
}

function inPeriod(target: Target, on: Day): Wanted | undefined {
  const printed = target.trajectory?.find(({ period }) => period === on.slice(0, 4) || period === on);
  if (printed) return { value: ratio(printed.expected), method: 'printed' };
  return target.value === undefined ? undefined : { value: ratio(target.value), method: 'goal' };
}

function pointsOf(target: Target): Point[] {
  const points = new Map<Day, string>();
  if (target.base) points.set(`${target.base.year}-12-31`, target.base.value);
  if (target.value !== undefined && target.due !== undefined) {
    points.set(target.due, target.direction === 'lower' ? (target.valueTo ?? target.value) : target.value);
  }
  for (const { period, expected } of target.trajectory ?? []) {
    const day = endOf(period);
    if (day) points.set(day, expected);
  }
  return [...points]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, value]) => ({ day, value: ratio(value) }));
}

function onLine(points: Point[], on: Day): Wanted | undefined {
  const after = points.findIndex(({ day }) => day >= on);
  const right = points[after];
  const left = points[after - 1];
  const last = points.at(-1);
  if (!last || points.length < 2) return undefined;
  if (!right) return { value: last.value, method: 'goal' };
  if (right.day === on) return { value: right.value, method: 'printed' };
  if (!left) return undefined;
  const share = { n: BigInt(diffDays(left.day, on)), d: BigInt(diffDays(left.day, right.day)) };
  return {
    value: add(left.value, multiply(subtract(right.value, left.value), share)),
    method: 'interpolated',
  };
}
