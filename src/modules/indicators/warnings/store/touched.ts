import { sql } from 'kysely';

import { prepared, type Tx } from '../../../../kit/db.ts';

export interface Touched {
  kind: 'unit' | 'assignment' | 'case';
  id: string;
}

export const touch = (tx: Tx, what: readonly Touched[]): Promise<number> =>
  tx.run(
    prepared(
      sql`insert into indicators.warning_touched (kind, id) select * from unnest(${what.map((w) => w.kind)}::text[], ${what.map((w) => w.id)}::text[]) on conflict do nothing`,
    ),
  );

/** Takes what was touched, at most so many; what another process takes at the same moment is left to it. */
export const takeTouched = (tx: Tx, limit: number): Promise<Touched[]> =>
  tx.rows(sql`delete from indicators.warning_touched t using (select kind, id from indicators.warning_touched order by kind, id limit ${limit} for update skip locked) s
    where t.kind = s.kind and t.id = s.id returning t.kind, t.id`);

/** A look at everything makes what was touched before it done. */
export const clearTouched = (tx: Tx): Promise<number> => tx.run(sql`delete from indicators.warning_touched`);
