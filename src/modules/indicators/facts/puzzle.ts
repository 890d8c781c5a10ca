import type { Text } from '../../../kit/i18n.ts';

/** One way to read a published figure: two of its counts by their place in the list, added up where several are named. */
export interface ShareOf {
  name: Text;
  numerator: readonly number[];
  denominator: readonly number[];
  /** system: how this system would report it; printed: what was printed; other: a reading to be told apart. */
  use: 'system' | 'printed' | 'other';
}

export interface Puzzle {
  title: Text;
  question: Text;
  answer: Text[];
  related: string[];
  shares?: readonly ShareOf[];
  /** For a printed percentage without its own count: the place of the count it must be part of. */
  within?: Readonly<Record<string, number>>;
}
