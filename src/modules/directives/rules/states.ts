/**
 * The two axes on which a task stands on a day: what has been done (work) and how that stands to its term (time).
 * Both are derived from dated facts; nothing here is stored.
 */
import { diffDays, type Day } from '../../../kit/day.ts';
import type { TimeState, WorkState } from './axes.ts';
import type { Line } from './explanations.ts';

export interface TimeFacts {
  work: WorkState;
  /** Last day in force; absent when the deadline has none. */
  due?: Day;
  /** Last day first set. */
  firstDue?: Day;
  /** Date of the product of a completed task, not the day of entry or acceptance. */
  doneOn?: Day;
  /** Date of the product claimed while it waits for a decision: the clock stands there until it is returned. */
  claimedOn?: Day;
}

export interface TimeReading {
  time: TimeState;
  /** Days past the due day: of an open task up to now, of a done one up to its product. */
  daysLate?: number;
  /** Days to the due day of an open task; 0 on the day itself. */
  daysLeft?: number;
  /** Present when the deadline was changed: the lateness against the first one (0 = none). */
  againstFirst?: { daysLate: number };
}

/**
 * Where a task stands in time on a day.
 * - cancelled and recurring: noTerm, they are never late themselves (the reports of a recurring task are);
 * - completed: the product's date against the due day; without a due day noTerm;
 * - open: overdue from the day after the due day; at risk when `risk` says so and it is not overdue;
 * - submitted: as open, but judged by the date of the product claimed.
 * @param asOf the day it is asked for; must not be before the events that made `facts`
 * @throws RangeError for a completed task without the date of its product
 */
export function timeState(facts: TimeFacts, asOf: Day, risk?: { atRisk: boolean }): TimeReading {
  const { work, due, firstDue, doneOn } = facts;
  if (work === 'cancelled' || work === 'recurring') return { time: 'noTerm' };
  if (work === 'completed' && doneOn === undefined)
    throw new RangeError('a completed task needs the date of its product');
  if (due === undefined) return { time: 'noTerm' };
  const judged = judgedOn(facts, asOf);
  const late = diffDays(due, judged);
  const first =
    firstDue !== undefined && firstDue !== due
      ? { againstFirst: { daysLate: Math.max(0, diffDays(firstDue, judged)) } }
      : {};
  if (work === 'completed') {
    return late > 0 ? { time: 'doneLate', daysLate: late, ...first } : { time: 'doneOnTime', ...first };
  }
  if (late > 0) return { time: 'overdue', daysLate: late, ...first };
  return { time: risk?.atRisk ? 'atRisk' : 'inTerm', daysLeft: diffDays(judged, due), ...first };
}

function judgedOn({ work, doneOn, claimedOn }: TimeFacts, asOf: Day): Day {
  if (work === 'completed' && doneOn !== undefined) return doneOn;
  if (work === 'submitted' && claimedOn !== undefined && claimedOn <= asOf) return claimedOn;
  return asOf;
}

/**
 * Why a task stands where it stands, line by line, as keys and parameters of `explanations.ts`.
 * @param shown what only the explanation needs: the deadline as printed, the products' number, reasons of risk
 */
export function explainTime(
  facts: TimeFacts,
  asOf: Day,
  shown: { printed?: string; product?: string; risks?: readonly Line[] } = {},
): Line[] {
  const risks = shown.risks ?? [];
  const reading = timeState(facts, asOf, { atRisk: risks.length > 0 });
  const lines: Line[] = [{ key: 'work', params: { work: facts.work } }];
  if (facts.work === 'cancelled') return [...lines, { key: 'cancelledNoTerm', params: {} }];
  if (facts.work === 'recurring') return [...lines, { key: 'recurringNoTerm', params: {} }];
  if (shown.printed) lines.push({ key: 'printed', params: { text: shown.printed } });
  lines.push(
    facts.due === undefined ? { key: 'noDue', params: {} } : { key: 'due', params: { day: facts.due } },
  );
  lines.push(...productLines(facts, shown.product), ...outcomeLines(facts, reading, asOf));
  if (reading.againstFirst && facts.firstDue !== undefined) {
    lines.push({ key: 'againstFirst', params: { day: facts.firstDue, days: reading.againstFirst.daysLate } });
  }
  return reading.time === 'atRisk' ? [...lines, ...risks] : lines;
}

function productLines({ work, doneOn, claimedOn }: TimeFacts, product = ''): Line[] {
  if (work === 'completed' && doneOn !== undefined)
    return [{ key: 'product', params: { product, day: doneOn } }];
  if (work === 'submitted' && claimedOn !== undefined)
    return [{ key: 'claimed', params: { product, day: claimedOn } }];
  return [];
}

function outcomeLines({ work, due }: TimeFacts, reading: TimeReading, asOf: Day): Line[] {
  if (due === undefined) return [];
  const days = reading.daysLate ?? reading.daysLeft ?? 0;
  switch (reading.time) {
    case 'doneOnTime':
      return [{ key: 'doneOnTime', params: {} }];
    case 'doneLate':
      return [{ key: 'doneLate', params: { days } }];
    case 'overdue':
      return [{ key: 'overdue', params: { days, asOf, waiting: work === 'submitted' } }];
    case 'atRisk':
      return [{ key: 'atRisk', params: { days, asOf } }];
    default:
      return [{ key: 'inTerm', params: { days, asOf } }];
  }
}
