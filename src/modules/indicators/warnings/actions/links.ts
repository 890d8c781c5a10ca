import { type FigureRef, spanOf } from '../rules/rule.ts';

/** Where a figure of a unit opens, and the records that its value counts, as of the last look. */
export function figureHrefs(
  figure: FigureRef,
  unitId: string,
  on: string,
  isPast: boolean,
): { href: string; recordsHref: string } {
  const page = figure.of === 'records' ? 'measures' : 'figures';
  const query = new URLSearchParams({ unitId });
  if (figure.period) query.set('period', spanOf(on, figure.period).code);
  if (figure.of === 'assignments') query.set('count', 'assignments');
  if (isPast) query.set('asOf', on);
  const href = `/${page}/${figure.code}?${query}`;
  return { href, recordsHref: `${href}&part=numerator#records` };
}
