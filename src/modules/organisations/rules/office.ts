import type { Day } from './model.ts';

/** What a position means for chasing: who is reminded first and who next. */
export const ranks = ['head', 'deputy', 'standingOffice', 'coordinator', 'official'] as const;
export type Rank = (typeof ranks)[number];

type Term = { validFrom: Day; validTo: Day | null };

/** True where two terms share a day; `validTo` is the first day after a term. */
export function overlap(a: Term, b: Term): boolean {
  return (a.validTo === null || b.validFrom < a.validTo) && (b.validTo === null || a.validFrom < b.validTo);
}

/** True where the term holds on `day`. */
export function holdsOn(term: Term, day: Day): boolean {
  return term.validFrom <= day && (term.validTo === null || day < term.validTo);
}
