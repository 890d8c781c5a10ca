import { type RawBuilder, sql } from 'kysely';

import type { Day } from '../../../../kit/day.ts';
import type { Tx } from '../../../../kit/db.ts';
import { type CheckedTree, type FactKind, toSql } from '../../language/index.ts';
import type { CheckedCount } from '../rules/count.ts';
import { EVERYWHERE, isKept } from '../rules/slot.ts';
import { columnOf, factTable, inPeriod, knownOn, type Where, worth } from './facts.ts';

type Sql = RawBuilder<unknown>;
export type RecordPart = 'counted' | 'excluded';

/** A record as known on a day, with the day by which it belongs to its month. */
export type RecordRow = { id: string; orderDay: Day | null; worth: number; reason: number | null } & Record<
  string,
  boolean | number | string | null
>;

const among = (w: Where, alias = 'f'): Sql => {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql`${w.sums.distinct.includes(EVERYWHERE) ? sql`true` : sql`${column('unit')} = any(${w.distinct}::text[])`} ${w.procedure ? sql`and ${column('procedure')} = ${w.procedure}` : sql``} ${w.field ? sql`and ${column('field')} = ${w.field}` : sql``}`;
};

const orderDay = ({ kind, count }: CheckedCount): Sql =>
  count.period ? sql.ref(`f.${columnOf(kind, count.period)}`) : sql`null::date`;

const idText = sql`(f.id::text collate "C")`;

/** Which of the conditions, from 0, is the first that a record does not meet. */
const firstUnmet = (conditions: readonly CheckedTree[], kind: FactKind, asOf: Sql): Sql =>
  sql`case ${sql.join(
    conditions.map((one, i) => sql`when not ${toSql(one, kind, 'f', asOf)} then ${sql.lit(i)}`),
    sql` `,
  )} end`;

/** Records of a count, or of its period and units those that it leaves out; newest first. */
export function listCounted(
  tx: Tx,
  of: CheckedCount,
  w: Where,
  page: { part: RecordPart; conditions: readonly CheckedTree[]; after?: [Day | null, string]; limit: number },
): Promise<RecordRow[]> {
  const asOf = sql`${w.asOf}::date`;
  const counts = toSql(of.where, of.kind, 'f', asOf);
  const day = orderDay(of);
  const key = of.kind.code === 'case' ? sql`f.id` : idText;
  const cast = of.kind.code === 'case' ? sql`::uuid` : sql``;
  const after = !page.after
    ? sql``
    : of.count.period
      ? sql`and (${day}, ${key}) < (${page.after[0]}::date, ${page.after[1]}${cast})`
      : sql`and ${key} < ${page.after[1]}${cast}`;
  const order = of.count.period ? sql`${day} desc, ${key} desc` : sql`${key} desc`;
  const excluded = page.part === 'excluded';
  return tx.rows(sql`select f.*, ${day} as order_day, ${worth(of, 'f', asOf)}::float8 as worth,
      ${excluded ? firstUnmet(page.conditions, of.kind, asOf) : sql`null::int`} as reason
    from ${factTable(of.kind)} f where ${among(w)} and ${knownOn('f', w.asOf)} and ${inPeriod('f', of, w)}
      and ${excluded ? sql`not ${counts}` : counts} ${after}
    order by ${order} limit ${page.limit}`);
}

export interface GroupRow {
  one: string;
  records: number;
}
/** What a distinct count counts: procedures or units, each with how many records it has. */
export function listGroups(
  tx: Tx,
  of: CheckedCount,
  w: Where,
  page: { after: string | undefined; limit: number },
): Promise<GroupRow[]> {
  const asOf = sql`${w.asOf}::date`;
  const one = of.count.of === 'units' ? sql`a.holder` : sql`f.procedure`;
  return tx.rows(sql`select ${one} as one, count(distinct f.id) as records
    from unnest(${w.units}::text[], ${w.holders}::text[]) as a(unit, holder) join ${factTable(of.kind)} f on f.unit = a.unit
    where ${among(w)} and ${knownOn('f', w.asOf)} and ${inPeriod('f', of, w)} and ${worth(of, 'f', asOf)} > 0
      ${page.after === undefined ? sql`` : sql`and ${one} collate "C" > ${page.after}`}
    group by 1 order by ${one} collate "C" limit ${page.limit}`);
}

export interface MoveRow {
  id: string;
  /** The day by which both sides assign the record to a month; null where they do not do so by the same. */
  orderDay: Day | null;
  unit: string;
  procedure: string;
  /** In the numerator, in the denominator: on the first day and on the last. */
  wasIn: boolean;
  isIn: boolean;
  wasCounted: boolean;
  isCounted: boolean;
}

interface Between {
  before: Day;
  asOf: Day;
  w: Where;
}

/** Rows of a side's period by which a record may stand otherwise on the one day than on the other: they begin, end or turn in between. */
function touched(of: CheckedCount, alias: string, { before, asOf, w }: Between): Sql {
  const day = (name: string) => sql.ref(`${alias}.${name}`);
  const between = (name: string) => sql`(${day(name)} > ${before}::date and ${day(name)} <= ${asOf}::date)`;
  // A truth turns on such a day or on the next one.
  const turns = (of.where.usesAsOf ? (of.kind.turns ?? []) : []).map(
    (name) => sql`${day(columnOf(of.kind, name))} between ${before}::date and ${asOf}::date`,
  );
  const changes = isKept(of)
    ? sql.join([between('from_day'), between('to_day'), ...turns], sql` or `)
    : sql`true`;
  return sql`(${inPeriod(alias, of, w)} and (${changes}))`;
}

interface Sides {
  numerator: CheckedCount;
  denominator: CheckedCount;
}

/** How a record stood on a day, for the row `f` that led to it. */
const standing = ({ numerator, denominator }: Sides, w: Where, day: Day): Sql => {
  const asOf = sql`${day}::date`;
  const side = (of: CheckedCount) =>
    sql`(${inPeriod('x', of, w)} and ${toSql(of.where, of.kind, 'x', asOf)})`;
  return sql`select x.unit, x.procedure, ${side(denominator)} as d, ${side(numerator)} as n
    from ${factTable(denominator.kind)} x where x.id = f.id and ${among(w, 'x')} and ${knownOn('x', day)}`;
};

/**
 * Records that stand otherwise in a figure on one day than on another, newest first. Both sides of one kind of facts. Rows are
 * walked in the order of their days and ids, each record by the last of its rows that were touched, so that a page of the whole
 * country ends as soon as it is full.
 */
export function listMoves(
  tx: Tx,
  sides: Sides,
  w: Where,
  page: { before: Day; after: readonly [Day | null, string] | undefined; limit: number },
): Promise<MoveRow[]> {
  const { numerator, denominator } = sides;
  const { kind, count } = denominator;
  const span = { before: page.before, asOf: w.asOf, w };
  const isDated = count.period !== undefined && count.period === numerator.count.period;
  const [key, cast] = kind.code === 'case' ? [sql`f.id`, sql`::uuid`] : [idText, sql``];
  const day = isDated ? orderDay(denominator) : sql`null::date`;
  const row = (alias: string) =>
    sql`${among(w, alias)} and (${touched(denominator, alias, span)} or ${touched(numerator, alias, span)})`;
  const [from, id] = page.after ?? [];
  const rest = !page.after
    ? sql``
    : isDated
      ? sql`and (${day}, ${key}) < (${from}::date, ${id}${cast})`
      : sql`and ${key} < ${id}${cast}`;
  return tx.rows(sql`
    select f.id::text as id, ${day} as order_day, coalesce(b.unit, a.unit) as unit, coalesce(b.procedure, a.procedure) as procedure,
      coalesce(a.d, false) as was_in, coalesce(b.d, false) as is_in, coalesce(a.n, false) as was_counted, coalesce(b.n, false) as is_counted
    from ${factTable(kind)} f
      left join lateral (${standing(sides, w, page.before)}) a on true left join lateral (${standing(sides, w, w.asOf)}) b on true
    where ${row('f')} ${rest}
      and not exists (select from ${factTable(kind)} g where g.id = f.id and g.from_day > f.from_day and ${row('g')})
      and (coalesce(a.d, false), coalesce(a.n, false)) is distinct from (coalesce(b.d, false), coalesce(b.n, false))
    order by ${isDated ? sql`${day} desc, ` : sql``}${key} desc limit ${page.limit}`);
}

export interface DayChange {
  day: Day;
  numerator: number;
  denominator: number;
}

/** What each day added to the two counts of a figure, from the kept changes; days without any are not there. */
export const listDayChanges = (
  tx: Tx,
  places: { numerator: PlaceOf; denominator: PlaceOf },
  w: Where,
  after: Day,
): Promise<DayChange[]> => {
  const of = (p: PlaceOf) =>
    sql`sum(d.counts[${sql.lit(p.position)}]) filter (where d.kind = ${p.kind} and d.period = ${p.period} and (d.period = '' or d.month between ${w.from}::date and ${w.to}::date))`;
  return tx.rows(sql`select * from (
      select d.day, coalesce(${of(places.numerator)}, 0)::float8 as numerator, coalesce(${of(places.denominator)}, 0)::float8 as denominator
      from indicators.delta d where d.unit = any(${w.sums.distinct}::text[]) and d.day > ${after}::date and d.day <= ${w.asOf}::date group by 1) x
    where numerator <> 0 or denominator <> 0 order by day`);
};
export interface PlaceOf {
  kind: string;
  period: string;
  position: number;
}
