import { type RawBuilder, sql } from 'kysely';

import type { Day } from '../../../../kit/day.ts';
import type { Tx } from '../../../../kit/db.ts';
import { type FactKind, toSql } from '../../language/index.ts';
import { type CheckedCount, SUM_SCALE } from '../rules/count.ts';

type Sql = RawBuilder<unknown>;

/** The table of a kind. Its code comes from our own list of kinds, never from outside. */
export const factTable = (kind: FactKind): Sql => sql.table(`indicators.fact_${kind.code}`);
export const columnsOf = (kind: FactKind): string[] => [
  'id',
  'from_day',
  'to_day',
  ...kind.fields.map((field) => field.column),
];

/** What one record adds to a count: a whole number, in thousandths for sums. */
export function worth(of: CheckedCount, alias: string, asOf: Sql): Sql {
  const counts = toSql(of.where, of.kind, alias, asOf);
  if (!of.sum) return sql`(case when ${counts} then 1 else 0 end)`;
  const each = toSql(of.sum, of.kind, alias, asOf);
  return sql`(case when ${counts} then coalesce(round((${each} * ${SUM_SCALE})::numeric), 0)::bigint else 0 end)`;
}

export interface Where {
  /** Which asked unit each record's unit belongs to: parallel lists. */
  asked: readonly string[];
  units: readonly string[];
  /** The living unit whose record it is, for counts of units. */
  holders: readonly string[];
  /** `units` without those said twice. */
  distinct: readonly string[];
  /** The same for sums: where a unit holds all others, the sum of all of them stands in their place. */
  sums: { asked: readonly string[]; units: readonly string[]; distinct: readonly string[] };
  from: Day;
  /** Last day of the period. */
  to: Day;
  asOf: Day;
  procedure?: string | undefined;
  field?: string | undefined;
  /** What a count is told for: each unit asked, or each procedure of the one unit asked. */
  by: 'unit' | 'procedure';
}

/** Only some of the units asked for, instead of all that stand below them. */
export const onlyUnits = (w: Where, units: readonly string[]): Where => ({
  ...w,
  distinct: units,
  sums: { ...w.sums, distinct: units },
});

/** Rows of facts as known at the end of a day. */
export const knownOn = (alias: string, asOf: Day): Sql =>
  sql`${sql.ref(`${alias}.from_day`)} <= ${asOf}::date and ${sql.ref(`${alias}.to_day`)} > ${asOf}::date`;

export const inPeriod = (alias: string, of: CheckedCount, w: Pick<Where, 'from' | 'to'>): Sql =>
  of.count.period
    ? sql`${sql.ref(`${alias}.${columnOf(of.kind, of.count.period)}`)} between ${w.from}::date and ${w.to}::date`
    : sql`true`;

export const columnOf = (kind: FactKind, name: string): string =>
  kind.fields.find((field) => field.name === name)!.column;

const narrowed = (w: Where): Sql =>
  sql`${w.procedure ? sql`and f.procedure = ${w.procedure}` : sql``} ${w.field ? sql`and f.field = ${w.field}` : sql``}`;

/** A count by unit or procedure, told from the facts themselves: right on any day, and as slow as there are records. */
export async function countFacts(tx: Tx, of: CheckedCount, w: Where): Promise<Map<string, number>> {
  const asOf = sql`${w.asOf}::date`;
  const value =
    of.count.of === 'procedures'
      ? sql`count(distinct f.procedure) filter (where ${worth(of, 'f', asOf)} > 0)`
      : of.count.of === 'units'
        ? sql`count(distinct a.holder) filter (where ${worth(of, 'f', asOf)} > 0)`
        : sql`sum(${worth(of, 'f', asOf)})`;
  const rows = await tx.rows<{ key: string; n: string | number }>(sql`
    select ${w.by === 'procedure' ? sql`f.procedure` : sql`a.asked`} as key, ${value}::float8 as n
    from unnest(${w.asked}::text[], ${w.units}::text[], ${w.holders}::text[]) as a(asked, unit, holder)
    join ${factTable(of.kind)} f on f.unit = a.unit
    where ${knownOn('f', w.asOf)} and ${inPeriod('f', of, w)} ${narrowed(w)} group by 1`);
  return new Map(rows.map(({ key, n }) => [key, Number(n)]));
}
