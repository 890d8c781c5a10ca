import { type RawBuilder, sql } from 'kysely';

import type { FactKind } from '../../language/index.ts';
import { EVERYWHERE, type Sheet } from '../rules/slot.ts';
import { columnOf, worth } from './facts.ts';

type Sql = RawBuilder<unknown>;
const none = sql``;

const k = (n: number): Sql => sql.ref(`k${n}`);
const places = (sheet: Sheet): number[] => Array.from({ length: sheet.length }, (_, i) => i + 1);
const each = (sheet: Sheet, of: (n: number) => Sql): Sql => sql.join(places(sheet).map(of));

/** Where the truth of a record may turn inside one span of days: the spans are cut there. */
const segments = (kind: FactKind): Sql => {
  const days = (kind.turns ?? []).map((name) => sql.ref(`v.${columnOf(kind, name)}`));
  const turns = sql.join(
    days.flatMap((day) => [sql`(${day})`, sql`(${day} + 1)`]),
    sql`, `,
  );
  return sql`cross join lateral (
    select p.day as day_from, lead(p.day, 1, v.to_day) over (order by p.day) as day_to
    from (select v.from_day as day union select t.day from (values ${turns}) as t(day) where t.day > v.from_day and t.day < v.to_day) p) s`;
};
const whole = sql`cross join lateral (select v.from_day as day_from, v.to_day as day_to) s`;

const month = (kind: FactKind, period: string): Sql =>
  period === ''
    ? sql`'-infinity'::date`
    : sql`date_trunc('month', ${sql.ref(`v.${columnOf(kind, period)}`)})::date`;

/** A count that is not complete holds for the records behind its mark only; the others come with the filling. */
function kept(sheet: Sheet, n: number): Sql {
  const slot = sheet.slots.find((one) => one.position === n);
  if (!slot) return sql`0`;
  const value = worth(slot.of, 'v', sql`s.day_from`);
  return slot.filledTo === null
    ? value
    : sql`(case when v.id::text collate "C" <= ${slot.filledTo} then ${value} else 0 end)`;
}

/** Adds what is new to what is kept, place by place. */
const merged = (sheet: Sheet): Sql =>
  sql`do update set counts = array[${each(sheet, (n) => {
    const place = sql.lit(n);
    return sql`coalesce(t.counts[${place}], 0) + excluded.counts[${place}]`;
  })}]`;

/** Changes by procedure before this day are one sum on it. */
const since = sql`(select day from indicators.procedure_since)`;

/** The changes of one sheet that rows `v` make, with their sign, written to every roll-up that has the day in it. */
function sheetChanges(kind: FactKind, sheet: Sheet, i: number): Sql {
  const [c, d, u] = [sql.ref(`c${i}`), sql.ref(`d${i}`), sql.ref(`u${i}`)];
  const dated =
    sheet.period === '' ? none : sql`where ${sql.ref(`v.${columnOf(kind, sheet.period)}`)} is not null`;
  const head = sql`${sheet.kind}::text, ${sheet.period}::text`;
  const sums = each(sheet, (n) => sql`indicators.total(${k(n)}) as ${k(n)}`);
  const list = sql`array[${each(sheet, k)}]`;
  const totals = each(sheet, (n) => sql`indicators.total(${k(n)})`);
  const base = sql`indicators.base`;
  const procedureBase = sql`indicators.procedure_base`;
  return sql`
  ${c} as materialized (
    select unit, month, procedure, field, day, ${each(sheet, (n) => sql`indicators.total((w * ${k(n)})::bigint) as ${k(n)}`)}
    from (
      select v.unit, ${month(kind, sheet.period)} as month, v.procedure, v.field, v.sign, s.day_from, s.day_to,
        ${each(sheet, (n) => sql`${kept(sheet, n)} as ${k(n)}`)}
      from v ${sheet.usesAsOf ? segments(kind) : whole} ${dated}) c
    cross join lateral (values (c.day_from, c.sign), (c.day_to, -c.sign)) as e(day, w)
    where e.day < 'infinity' group by 1, 2, 3, 4, 5
    having ${sql.join(
      places(sheet).map((n) => sql`indicators.total((w * ${k(n)})::bigint) <> 0`),
      sql` or `,
    )}),
  ${d} as materialized (select * from ${c} union all
    select ${EVERYWHERE}, month, procedure, field, day, ${totals} from ${c} group by 2, 3, 4, 5),
  ${u} as materialized (select unit, month, day, ${sums} from ${d} group by 1, 2, 3),
  ${sql.ref(`u${i}w`)} as (insert into indicators.delta as t (kind, period, unit, month, day, counts)
    select ${head}, unit, month, day, ${list} from ${u} on conflict (kind, period, unit, month, day) ${merged(sheet)}),
  ${sql.ref(`p${i}w`)} as (insert into indicators.procedure_delta as t (kind, period, unit, month, procedure, field, day, counts)
    select ${head}, unit, month, procedure, field, greatest(day, ${since}), array[${totals}] from ${d} group by unit, month, procedure, field, 7
    on conflict (kind, period, unit, month, procedure, field, day) ${merged(sheet)}),
  ${sql.ref(`b${i}w`)} as (insert into ${base} as t (upto, kind, period, unit, month, counts)
    select c.upto, ${head}, unit, month, array[${totals}]
    from ${u} x join indicators.checkpoint c on c.upto >= x.day group by 1, unit, month
    on conflict (upto, kind, period, unit, month) ${merged(sheet)}),
  ${sql.ref(`q${i}w`)} as (insert into ${procedureBase} as t (upto, kind, period, unit, month, procedure, field, counts)
    select c.upto, ${head}, unit, month, procedure, field, array[${totals}]
    from ${d} x join indicators.checkpoint c on c.upto >= greatest(x.day, ${since}) group by 1, unit, month, procedure, field
    on conflict (upto, kind, period, unit, month, procedure, field) ${merged(sheet)})`;
}

/** The statements, as parts of one `with`, that bring all roll-ups of a kind up to what rows `v` (with `sign`) say. */
export const changesOf = (kind: FactKind, sheets: readonly Sheet[]): Sql =>
  sheets.length === 0
    ? sql`nothing as (select 1)`
    : sql.join(
        sheets.map((sheet, i) => sheetChanges(kind, sheet, i)),
        sql`, `,
      );
