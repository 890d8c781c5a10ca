/** A deadline and its changes: every change keeps its document; the first deadline stays for ever. */
import { diffDays, type Day } from '../../../kit/day.ts';
import type { Deadline } from './deadline.ts';

export interface DeadlineChange {
  deadline: Deadline;
  /** Day of the document that sets it. */
  setOn: Day;
  /** Number of that document; a speech or a press item has none. */
  document?: string;
  reason?: string;
}

export interface CurrentDeadline {
  first: DeadlineChange;
  current: DeadlineChange;
  /** How often it was changed after the first setting. */
  changes: number;
  /** Days from the first last day to the current one; absent when one of the two has no last day. */
  movedDays?: number;
}

/**
 * The deadline in force as of a day, beside the first one. Changes dated after `asOf` do not count; of several on one
 * day the later in the list wins. A later document that assigns the task again without printing a date leaves the
 * earlier deadline in force. Undefined when none is in force.
 */
export function currentDeadline(changes: readonly DeadlineChange[], asOf?: Day): CurrentDeadline | undefined {
  const inForce = changes
    .filter((change) => asOf === undefined || change.setOn <= asOf)
    .toSorted((a, b) => (a.setOn < b.setOn ? -1 : a.setOn > b.setOn ? 1 : 0))
    .filter((change, index) => index === 0 || change.deadline.precision !== 'none');
  const first = inForce[0];
  const current = inForce.at(-1);
  if (!first || !current) return undefined;
  const from = first.deadline.lastDay;
  const to = current.deadline.lastDay;
  const movedDays = from !== undefined && to !== undefined ? { movedDays: diffDays(from, to) } : {};
  return { first, current, changes: inForce.length - 1, ...movedDays };
}
