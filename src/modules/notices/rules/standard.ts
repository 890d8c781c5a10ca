import type { Day } from '../../../kit/day.ts';
import type { Ladder } from './ladder.ts';

const hours = { start: '07:30', end: '17:00', weekdays: [1, 2, 3, 4, 5] };

const both = ['app', 'mail'] as const;

/** Whom the product reminds, and when, as long as nobody has said otherwise. */
export const standardRungs: Ladder['rungs'] = [
  { code: 'due-15', when: { kind: 'dueIn', days: 15 }, to: 'owner', channels: ['app'] },
  { code: 'due-5', when: { kind: 'dueIn', days: 5 }, to: 'owner', channels: both },
  { code: 'due-1', when: { kind: 'dueIn', days: 1 }, to: 'deputy', channels: both },
  { code: 'late-1', when: { kind: 'overdue', days: 1 }, to: 'owner', channels: both },
  { code: 'late-3', when: { kind: 'overdue', days: 3 }, to: 'head', channels: both },
  { code: 'late-10', when: { kind: 'overdue', days: 10 }, to: 'office', channels: both },
  { code: 'late-30', when: { kind: 'overdue', days: 30 }, to: 'head', channels: both },
  { code: 'cutoff', when: { kind: 'cutoffIn' }, to: 'owner', channels: both },
  { code: 'cutoff-0', when: { kind: 'cutoffIn', days: 0 }, to: 'head', channels: both },
  { code: 'confirm-2', when: { kind: 'waiting', days: 2 }, to: 'head', channels: both },
  { code: 'check-5', when: { kind: 'waiting', days: 5 }, to: 'office', channels: both },
  { code: 'returned-5', when: { kind: 'returned', days: 5 }, to: 'owner', channels: both },
  { code: 'returned-10', when: { kind: 'returned', days: 10 }, to: 'head', channels: both },
  { code: 'answer-2', when: { kind: 'difficultyDue', days: 2 }, to: 'head', channels: both },
  { code: 'warning-2', when: { kind: 'warning', days: 2 }, to: 'owner', channels: both },
  { code: 'warning-10', when: { kind: 'warning', days: 10 }, to: 'office', channels: both },
  { code: 'answer-late', when: { kind: 'difficultyDue', days: -1 }, to: 'office', channels: both },
];

/**
 * The ladder of an installation that has set none of its own.
 * @param holidays days on which offices are closed, by the common calendar
 * @param extraWorkdays days of rest they work in exchange
 */
export const standardLadder = (holidays: readonly Day[], extraWorkdays: readonly Day[]): Ladder => ({
  version: 0,
  validFrom: '2025-01-01',
  catchUpDays: 14,
  quietDays: 3,
  hours: { ...hours, holidays, extraWorkdays },
  rungs: standardRungs,
});
