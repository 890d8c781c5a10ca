import { sql } from 'kysely';

import type { Tx } from '../../../../kit/db.ts';
import type { Text } from '../../../../kit/i18n.ts';

/** Shares over records that are defined: code and name of the newest version of each. */
export const listRecordFigures = (tx: Tx): Promise<{ code: string; name: Text }[]> =>
  tx.rows(
    sql`select distinct on (code) code, body->'name' as name from indicators.definition where body->>'unit' = 'percent' order by code, valid_from desc, version desc`,
  );
