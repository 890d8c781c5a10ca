/** Where one record stands for counting. */
export const recordClasses = [
  'doneOnTime',
  'doneAhead',
  'doneLate',
  'doneNoTerm',
  'inTerm',
  'overdue',
  'openNoTerm',
  'recurring',
  'cancelled',
  'merged',
] as const;

/**
 * doneOnTime fell due before the day asked for, doneAhead has its term still to come; merged: a duplicate that is
 * counted with the record it was merged into.
 */
export type RecordClass = (typeof recordClasses)[number];
