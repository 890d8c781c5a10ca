import { type RawBuilder, sql } from 'kysely';

import type { Day } from '../../../../kit/day.ts';
import type { Tx } from '../../../../kit/db.ts';

type Sql = RawBuilder<unknown>;

export interface Checkpoint {
  upto: Day;
  /** Changes by procedure of the days after it, until the next, are still there. */
  procedures: boolean;
}

export const listCheckpoints = (tx: Tx): Promise<Checkpoint[]> =>
  tx.rows(sql`select upto, procedures from indicators.checkpoint order by upto`);

/** First day on which something changed, and longest array of any sheet. */
export const spread = (tx: Tx): Promise<{ first: Day | null; places: number }> =>
  tx.one(sql`select (select min(day) from indicators.delta) as first,
    (select coalesce(max(position), 0) from indicators.slot) as places`);

const total = (places: number): Sql =>
  sql.join(
    Array.from({ length: places }, (_, i) => sql`indicators.total(r.counts[${sql.lit(i + 1)}])`),
    sql`, `,
  );

async function foldTable(
  tx: Tx,
  { base, delta, keys }: { base: string; delta: string; keys: readonly string[] },
  { upto, after, places }: { upto: Day; after: Day | undefined; places: number },
): Promise<void> {
  const list = sql.join(keys.map((key) => sql.ref(key)));
  await tx.run(sql`
    insert into ${sql.table(base)} (upto, ${list}, counts)
    select ${upto}::date, ${list}, array[${total(places)}] from (
      select ${list}, counts from ${sql.table(base)} where upto = ${after ?? null}::date
      union all
      select ${list}, counts from ${sql.table(delta)} where day > coalesce(${after ?? null}::date, '-infinity') and day <= ${upto}::date) r
    group by ${list}`);
}

const byUnit = ['kind', 'period', 'unit', 'month'];

/** Sums everything up to a day, from the checkpoint before it. */
export async function fold(tx: Tx, upto: Day, after: Day | undefined, places: number): Promise<void> {
  const how = { upto, after, places };
  await foldTable(tx, { base: 'indicators.base', delta: 'indicators.delta', keys: byUnit }, how);
  const keys = [...byUnit, 'procedure', 'field'];
  await foldTable(tx, { base: 'indicators.procedure_base', delta: 'indicators.procedure_delta', keys }, how);
  await tx.run(sql`insert into indicators.checkpoint (upto) values (${upto})`);
}

export async function dropCheckpoint(tx: Tx, upto: Day): Promise<void> {
  await tx.run(sql`delete from indicators.base where upto = ${upto}`);
  await tx.run(sql`delete from indicators.procedure_base where upto = ${upto}`);
  await tx.run(sql`delete from indicators.checkpoint where upto = ${upto}`);
}

/** Lets go of the changes by procedure up to a checkpoint; figures of the days between are told from the facts. */
export async function dropProcedureChanges(tx: Tx, upto: Day): Promise<void> {
  await tx.run(sql`delete from indicators.procedure_delta where day <= ${upto}`);
  await tx.run(sql`update indicators.checkpoint set procedures = false where upto < ${upto} and procedures`);
}

/** Empties everything that can be told again: as the owner of the tables, when nobody else is at work. */
export const emptyAll = `truncate indicators.fact_case, indicators.fact_procedure, indicators.fact_decision, indicators.delta,
  indicators.base, indicators.checkpoint, indicators.procedure_delta, indicators.procedure_base, indicators.fact_source`;

/** Changes by procedure of earlier days are kept as one sum from now on: before everything is told anew. */
export const keepProceduresSince = (tx: Tx, day: Day): Promise<number> =>
  tx.run(sql`update indicators.procedure_since set day = ${day}`);
