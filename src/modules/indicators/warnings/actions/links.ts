import { type FigureRef, spanOf } from '../rules/rule.ts';

/** Where a figure of a unit opens, and the records that its value counts, as of the last look. */
export function figureHrefs(
  figure: FigureRef,
  unitId: string,
  on: string,
  isPast: boolean,
): { href: string; recordsHref: string } {
  const day = isPast ? { asOf: on } : {};
  const period = figure.period && { period: spanOf(on, figure.period).code };
  const counted = figure.of === 'assignments' && { count: 'assignments' };
  const page = figure.of === 'records' ? 'measures' : 'figures';
  const query = new URLSearchParams({ unitId, ...period, ...counted, ...day });
  const href = `/${page}/${figure.code}?${query}`;
  return { href, recordsHref: `${href}&part=numerator#records` };
}
