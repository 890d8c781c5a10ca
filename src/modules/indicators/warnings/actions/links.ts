import type { FigureRef } from '../rules/rule.ts';

/** Where a figure of a unit opens, and the records that its value counts. */
export function figureHrefs(
  figure: FigureRef,
  unitId: string,
  asOf: string | undefined,
): { href: string; recordsHref: string } {
  const query = new URLSearchParams({ unitId, ...(asOf && { asOf }) });
  if (figure.of === 'assignments') query.set('count', 'assignments');
  const href = `/figures/${figure.code}?${query}`;
  return { href, recordsHref: `${href}&part=numerator` };
}
