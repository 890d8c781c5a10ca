import type { CaseFact, CaseSpan } from '../../cases/index.ts';
import type { Span } from './store/maintain.ts';

const valuesOf = ({ unitId, receptionUnitId, ...rest }: CaseFact): Span['values'] => ({
  unit: unitId,
  reception: receptionUnitId,
  ...rest,
});

/** What the events of cases say, as rows of facts. */
export const spansOf = (told: ReadonlyMap<string, readonly CaseSpan[]>): Span[] =>
  [...told].flatMap(([id, spans]) =>
    spans.map(({ from, to, fact }) => ({ id, from, to, values: valuesOf(fact) })),
  );
