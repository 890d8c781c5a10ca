/** The words of the two axes on which every task stands. */

/** What has been done. */
export type WorkState = 'notStarted' | 'inProgress' | 'submitted' | 'completed' | 'cancelled' | 'recurring';

/** How that stands to the term. */
export type TimeState = 'inTerm' | 'atRisk' | 'overdue' | 'doneOnTime' | 'doneLate' | 'noTerm';

export const workStates: readonly WorkState[] = [
  'notStarted',
  'inProgress',
  'submitted',
  'completed',
  'cancelled',
  'recurring',
];

export const timeStates: readonly TimeState[] = [
  'inTerm',
  'atRisk',
  'overdue',
  'doneOnTime',
  'doneLate',
  'noTerm',
];
