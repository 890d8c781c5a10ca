/** Where one record stands for counting. The classes part the records of a scope: each has exactly one. */
import type { CountName, Counts, FigureDefinition } from '../../directives/index.ts';
import { classesByRule } from './classKind.ts';
import { type RecordClass, recordClasses } from './classNames.ts';

export { type RecordClass, recordClasses } from './classNames.ts';

export const isClass = (text: string): text is RecordClass =>
  (recordClasses as readonly string[]).includes(text);

export type ByClass = Partial<Record<RecordClass, number>>;

/** The named counts in which a record of a class appears; the same rule as `namesOf` of directives. */
export const namesOfClass: Record<RecordClass, readonly CountName[]> = {
  doneOnTime: ['total', 'withTerm', 'done', 'doneOnTime', 'doneOnTimeFellDue'],
  doneAhead: ['total', 'withTerm', 'done', 'doneOnTime'],
  doneLate: ['total', 'withTerm', 'done', 'doneLate'],
  doneNoTerm: ['total', 'done', 'doneNoTerm'],
  inTerm: ['total', 'withTerm', 'inTerm'],
  overdue: ['total', 'withTerm', 'overdue'],
  openNoTerm: ['total', 'openNoTerm'],
  recurring: ['total', 'recurring'],
  cancelled: ['cancelled'],
  merged: [],
};

/** Named counts from counts by class. `atRisk` is 0: it is a warning within `inTerm`, no definition counts it. */
export function countsOf(byClass: ByClass): Counts {
  const counts: Counts = {
    total: 0,
    done: 0,
    doneOnTime: 0,
    doneLate: 0,
    doneNoTerm: 0,
    doneOnTimeFellDue: 0,
    inTerm: 0,
    atRisk: 0,
    overdue: 0,
    openNoTerm: 0,
    recurring: 0,
    cancelled: 0,
    withTerm: 0,
  };
  for (const one of recordClasses) for (const name of namesOfClass[one]) counts[name] += byClass[one] ?? 0;
  return counts;
}

export type FigurePart = 'numerator' | 'denominator' | 'excluded';

const within = (names: readonly CountName[], wanted: readonly CountName[]): boolean =>
  names.some((name) => wanted.includes(name));

/** What of a definition says which classes it counts: its rule, or the named counts where it has none. */
export type Counting = Pick<FigureDefinition, 'numerator' | 'denominator'> & {
  /** FEEL over the field `class`. */
  rule?: { numerator: string; denominator: string };
};

/** Whether a class stands in the numerator and in the denominator of a definition. */
export const membershipOf = ({ numerator, denominator, rule }: Counting, one: RecordClass) => ({
  numerator: rule ? classesByRule(rule.numerator).has(one) : within(namesOfClass[one], numerator),
  denominator: rule ? classesByRule(rule.denominator).has(one) : within(namesOfClass[one], denominator),
});

/** The classes of one part of a figure; excluded is everything in the scope that the denominator leaves out. */
export function classesOf(definition: Counting, part: FigurePart): RecordClass[] {
  return recordClasses.filter((one) => {
    const { numerator, denominator } = membershipOf(definition, one);
    return part === 'numerator' ? numerator : part === 'denominator' ? denominator : !denominator;
  });
}

export const sumOf = (byClass: ByClass, wanted: readonly RecordClass[] = recordClasses): number =>
  wanted.reduce((sum, one) => sum + (byClass[one] ?? 0), 0);
