import type { TimeLimit } from '../../calendar/contract.ts';
import type { Step } from './model.ts';

/** Working hours as the plans of the provinces count them: eight a day, calendar days alike (30 days are 240 hours). */
const hours: Readonly<Record<TimeLimit['unit'], number>> = {
  workingHour: 1,
  hour: 1,
  workingDay: 8,
  day: 8,
  month: 240,
};

/**
 * A limit in planned hours: fit for comparing plans with limits, never for due dates. A limit of no days is one inside the
 * day of reception: its steps share that day.
 */
export const planHours = ({ value, unit }: TimeLimit): number => (value === 0 ? 8 : value * hours[unit]);

/**
 * The time of the longest way through the plan, in planned hours. Steps that stop the clock take none, and a way back
 * to an earlier step is not gone twice.
 */
export function longestWay(steps: readonly Step[]): number {
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const walk = (key: string, gone: ReadonlySet<string>): number => {
    const step = byKey.get(key);
    if (!step || gone.has(key)) return 0;
    const own = step.limit && !step.waitsFor ? planHours(step.limit) : 0;
    const after = new Set([...gone, key]);
    return own + Math.max(0, ...step.next.map((way) => walk(way.to, after)));
  };
  const [first] = steps;
  return first ? walk(first.key, new Set()) : 0;
}
