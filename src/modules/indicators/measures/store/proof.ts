import { type RawBuilder, sql } from 'kysely';

import type { Day } from '../../../../kit/day.ts';
import { prepared, type Tx } from '../../../../kit/db.ts';
import type { FactKind } from '../../language/index.ts';
import { factTable } from './facts.ts';

export type FactRow = { id: string; fromDay: Day; toDay: Day } & Record<
  string,
  boolean | number | string | null
>;

/** What is kept of some records, by record and day. */
export const listFactRows = (tx: Tx, kind: FactKind, ids: readonly string[]): Promise<FactRow[]> =>
  tx.rows(
    kind.code === 'case'
      ? sql`select * from ${factTable(kind)} where id = any(${ids}::uuid[]) order by id, from_day`
      : sql`select * from ${factTable(kind)} where id = any(${ids}::text[]) order by id collate "C", from_day`,
  );

export const countFactIds = async (tx: Tx, kind: FactKind): Promise<number> =>
  (await tx.one<{ n: number }>(sql`select count(distinct id) as n from ${factTable(kind)}`)).n;

/** So many rows are read at a time. */
const PAGE = 5000;

/** All facts of a kind, those of one unit after another. Only in a transaction, and one at a time. */
export async function* factsByUnit(tx: Tx, kind: FactKind): AsyncGenerator<FactRow> {
  // All rows are wanted in the end, so sorting them once beats fetching each by its place.
  await tx.run(sql`set local cursor_tuple_fraction = 1`);
  await tx.run(
    sql`declare facts_by_unit no scroll cursor for select * from ${factTable(kind)} order by unit`,
  );
  for (;;) {
    const rows = await tx.rows<FactRow>(sql`fetch ${sql.lit(PAGE)} from facts_by_unit`);
    yield* rows;
    if (rows.length < PAGE) break;
  }
  await tx.run(sql`close facts_by_unit`);
}

/** Which kept sums are asked for: those of one unit in all sheets of a kind. */
export interface SheetsOfUnit {
  kind: string;
  periods: readonly string[];
  unit: string;
}

const ofUnit = ({ kind, periods, unit }: SheetsOfUnit) =>
  sql`kind = ${kind} and period = any(${periods}::text[]) and unit = ${unit}`;

/** The kept changes of a unit, day by day. */
export const listKeptChanges = (
  tx: Tx,
  where: SheetsOfUnit,
): Promise<{ period: string; month: Day; day: Day; counts: string[] }[]> =>
  tx.rows(
    prepared(
      sql`select period, month, day, counts::text[] as counts from indicators.delta where ${ofUnit(where)}`,
    ),
  );

export interface ProcedureTotal {
  period: string;
  month: Day;
  procedure: string;
  field: string;
  counts: string[];
}

/** What is kept of a unit by procedure in the end: up to the last checkpoint, and after it. */
export const listKeptTotals = (tx: Tx, where: SheetsOfUnit): Promise<ProcedureTotal[]> =>
  tx.rows(
    prepared(sql`
    with cp as materialized (select max(upto) as upto from indicators.checkpoint)
    select period, month, procedure, field, array_agg(n::text order by place) as counts from (
      select period, month, procedure, field, place, sum(x) as n from (
        select period, month, procedure, field, counts from indicators.procedure_base
        where upto = (select upto from cp) and ${ofUnit(where)}
        union all
        select period, month, procedure, field, counts from indicators.procedure_delta
        where day > coalesce((select upto from cp), '-infinity') and ${ofUnit(where)}) r
      cross join lateral unnest(r.counts) with ordinality as t(x, place) group by 1, 2, 3, 4, 5) g
    group by 1, 2, 3, 4`),
  );

/** Units of which changes are kept. */
export const listKeptUnits = async (tx: Tx, kind: string): Promise<string[]> =>
  (await tx.rows<{ unit: string }>(sql`select distinct unit from indicators.delta where kind = ${kind}`)).map(
    ({ unit }) => unit,
  );

export interface UnequalCheckpoint {
  upto: Day;
  what: 'by unit' | 'by procedure';
  kind: string;
  period: string;
  unit: string;
  month: Day;
  kept: string | null;
  summed: string | null;
}

/**
 * Checkpoints that are not what the one before them and the changes since then add up to; and those by procedure that do
 * not add up to those by unit.
 */
export async function listUnequalCheckpoints(tx: Tx): Promise<UnequalCheckpoint[]> {
  const { places } = await tx.one<{ places: number }>(
    sql`select coalesce(max(position), 0) as places from indicators.slot`,
  );
  if (places === 0) return [];
  const numbers = Array.from({ length: places }, (_, i) => sql.lit(i + 1));
  const list = (of: (n: RawBuilder<unknown>) => RawBuilder<unknown>) =>
    sql`array[${sql.join(numbers.map(of))}]`;
  const filled = list((n) => sql`coalesce(counts[${n}], 0)`);
  const total = list((n) => sql`indicators.total(counts[${n}])`);
  const nothing = list(() => sql`0::bigint`);
  const key = sql`upto, kind, period, unit, month`;
  const unequal = (what: UnequalCheckpoint['what'], a: string, b: string) => sql`
    select upto, ${what}::text as what, kind, period, unit, month, a.n::text as kept, b.n::text as summed
    from ${sql.ref(a)} a full join ${sql.ref(b)} b using (${key})
    where coalesce(a.n, ${nothing}) <> coalesce(b.n, ${nothing})`;
  return tx.rows(sql`
    with step as (select upto, lag(upto) over (order by upto) as before from indicators.checkpoint),
    kept as materialized (select ${key}, ${filled} as n from indicators.base),
    summed as (select ${key}, ${total} as n from (
        select s.upto, b.kind, b.period, b.unit, b.month, b.counts from step s join indicators.base b on b.upto = s.before
        union all
        select s.upto, d.kind, d.period, d.unit, d.month, d.counts from step s
        join indicators.delta d on d.day <= s.upto and d.day > coalesce(s.before, '-infinity')) r group by ${key}),
    since as (select day from indicators.procedure_since),
    late as (select * from kept where upto >= (select day from since)),
    procedures as (select ${key}, ${total} as n from indicators.procedure_base
      where upto >= (select day from since) group by ${key})
    ${unequal('by unit', 'kept', 'summed')} union all ${unequal('by procedure', 'procedures', 'late')} limit 1000`);
}
