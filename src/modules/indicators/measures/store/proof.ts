import { sql } from 'kysely';

import type { Day } from '../../../../kit/day.ts';
import type { Tx } from '../../../../kit/db.ts';
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

export interface KeptDelta {
  kind: string;
  period: string;
  unit: string;
  month: Day;
  day: Day;
  counts: string[];
}
export type DeltaKey = Omit<KeptDelta, 'counts'>;

/** The kept changes by unit, a page at a time in the order of their key. */
export const listKeptDeltas = (tx: Tx, after: DeltaKey | undefined, limit: number): Promise<KeptDelta[]> =>
  tx.rows(sql`select kind, period, unit, month, day, counts::text[] as counts from indicators.delta
    ${after ? sql`where (kind, period, unit, month, day) > (${after.kind}, ${after.period}, ${after.unit}, ${after.month}::date, ${after.day}::date)` : sql``}
    order by kind, period, unit, month, day limit ${limit}`);

export interface ProcedureTotal {
  kind: string;
  period: string;
  unit: string;
  month: Day;
  procedure: string;
  field: string;
  counts: string[];
}

/** What is kept by procedure in the end: up to the last checkpoint, and after it. */
export const listProcedureTotals = (tx: Tx): Promise<ProcedureTotal[]> =>
  tx.rows(sql`
    with cp as (select max(upto) as upto from indicators.checkpoint)
    select kind, period, unit, month, procedure, field, array_agg(n::text order by place) as counts from (
      select kind, period, unit, month, procedure, field, place, sum(x) as n from (
        select kind, period, unit, month, procedure, field, counts from indicators.procedure_base where upto = (select upto from cp)
        union all
        select kind, period, unit, month, procedure, field, counts from indicators.procedure_delta
        where day > coalesce((select upto from cp), '-infinity')) r
      cross join lateral unnest(r.counts) with ordinality as t(x, place) group by 1, 2, 3, 4, 5, 6, 7) g
    group by 1, 2, 3, 4, 5, 6`);

export interface UnequalSum {
  upto: Day;
  kind: string;
  period: string;
  unit: string;
  month: Day;
  place: number;
  kept: string | null;
  summed: string | null;
}

/** Checkpoints that are not the sum of the changes up to them, by unit and by unit and procedure. */
export const unequalSums = (tx: Tx): Promise<UnequalSum[]> =>
  tx.rows(sql`
    with kept as (
      select upto, kind, period, unit, month, place, x from indicators.base, unnest(counts) with ordinality as t(x, place) where x <> 0
    ), summed as (
      select c.upto, d.kind, d.period, d.unit, d.month, t.place, sum(t.x) as x
      from indicators.checkpoint c join indicators.delta d on d.day <= c.upto, unnest(d.counts) with ordinality as t(x, place)
      group by 1, 2, 3, 4, 5, 6 having sum(t.x) <> 0
    ), procedures as (
      select upto, kind, period, unit, month, place, sum(x) as x
      from indicators.procedure_base, unnest(counts) with ordinality as t(x, place)
      where upto >= (select day from indicators.procedure_since) group by 1, 2, 3, 4, 5, 6 having sum(x) <> 0
    )
    select upto, kind, period, unit, month, place::int as place, kept.x::text as kept, summed.x::text as summed
    from kept full join summed using (upto, kind, period, unit, month, place) where kept.x is distinct from summed.x
    union all
    select upto, kind, period, unit, month, place::int, procedures.x::text, kept.x::text
    from (select * from kept where upto >= (select day from indicators.procedure_since)) kept
    full join procedures using (upto, kind, period, unit, month, place) where kept.x is distinct from procedures.x
    limit 1000`);
