import { sql } from 'kysely';

import type { Day } from '../../../../kit/day.ts';
import { prepared, type Tx } from '../../../../kit/db.ts';
import type { Count } from '../rules/count.ts';
import type { Rounding } from '../rules/figure.ts';

/** What of a definition is needed to count by it. */
export interface MeasureDefinition {
  code: string;
  version: string;
  validFrom: Day;
  validTo: Day | null;
  body: {
    unit: string;
    numerator: Count;
    denominator: Count;
    rounding: Rounding;
    zeroDenominator: { rule: string; value?: number };
    scopes: readonly string[];
  };
}

/** All definitions with all their versions, the oldest first; a few dozen rows. */
export const listMeasureDefinitions = (tx: Tx): Promise<MeasureDefinition[]> =>
  tx.rows(
    prepared(
      sql`select code, version::text, valid_from, valid_to, body from indicators.definition order by code, valid_from, version`,
    ),
  );
