import { sql } from 'kysely';

import type { Day } from '../../../../kit/day.ts';
import type { Tx } from '../../../../kit/db.ts';
import type { Text } from '../../../../kit/i18n.ts';

/** What a report says of a definition over facts. */
export interface MeasureWords {
  code: string;
  name: Text;
  explanation: Text;
  source: Text;
  unit: string;
  rounding: { mode: 'halfUp' | 'cut'; decimals: number };
}

/** The definitions over facts in force on a day, by code. */
export async function findMeasures(tx: Tx, on: Day): Promise<Map<string, MeasureWords>> {
  const rows = await tx.rows<MeasureWords>(sql`
    select distinct on (code) code, body->'name' as name, body->'explanation' as explanation, body->'source' as source, body->>'unit' as unit, body->'rounding' as rounding
    from indicators.definition where valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date) order by code, valid_from desc`);
  return new Map(rows.map((row) => [row.code, row]));
}
