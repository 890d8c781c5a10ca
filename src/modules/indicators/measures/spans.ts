import type { Day } from '../../../kit/day.ts';
import type { Span } from './store/maintain.ts';

/** What a module says of a record on the days from one until before another. */
interface Told {
  from: Day;
  to?: Day;
  fact: { unitId: string; receptionUnitId?: string };
}

const valuesOf = ({ unitId, receptionUnitId, ...rest }: Told['fact']): Span['values'] => ({
  unit: unitId,
  ...(receptionUnitId !== undefined && { reception: receptionUnitId }),
  ...rest,
});

/** What modules say of their records, as rows of facts. */
export const spansOf = (told: ReadonlyMap<string, readonly Told[]>): Span[] =>
  [...told].flatMap(([id, spans]) =>
    spans.map(({ from, to, fact }) => ({ id, from, to, values: valuesOf(fact) })),
  );
