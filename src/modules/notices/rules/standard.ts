import type { Hours } from './hours.ts';
import type { Ladder } from './ladder.ts';

/** Office hours and public holidays of Việt Nam 2025 and 2026 (Labour Code 2019, article 112, and the yearly notices on them). */
const hours: Hours = {
  start: '07:30',
  end: '17:00',
  weekdays: [1, 2, 3, 4, 5],
  holidays: [
    '2025-01-01',
    '2025-01-27',
    '2025-01-28',
    '2025-01-29',
    '2025-01-30',
    '2025-01-31',
    '2025-04-07',
    '2025-04-30',
    '2025-05-01',
    '2025-05-02',
    '2025-09-01',
    '2025-09-02',
    '2026-01-01',
    '2026-02-16',
    '2026-02-17',
    '2026-02-18',
    '2026-02-19',
    '2026-02-20',
    '2026-04-27',
    '2026-04-30',
    '2026-05-01',
    '2026-09-01',
    '2026-09-02',
  ],
  extraWorkdays: [],
};

const both = ['app', 'mail'] as const;

/** The ladder of an installation that has set none of its own. */
export const standardLadder: Ladder = {
  version: 0,
  validFrom: '2025-01-01',
  catchUpDays: 14,
  quietDays: 3,
  hours,
  rungs: [
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
    { code: 'answer-late', when: { kind: 'difficultyDue', days: -1 }, to: 'office', channels: both },
  ],
};
