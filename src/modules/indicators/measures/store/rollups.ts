import { type RawBuilder, sql } from 'kysely';

import type { Day } from '../../../../kit/day.ts';
import { prepared, type Tx } from '../../../../kit/db.ts';
import type { Where } from './facts.ts';

type Sql = RawBuilder<unknown>;

/** A number to be read: a place in a sheet, and what of it is distinct. */
export interface Place {
  kind: string;
  period: string;
  position: number;
  of: 'records' | 'procedures' | 'units';
}

const k = (n: number): Sql => sql.ref(`k${n}`);

interface Part {
  kind: string;
  period: string;
  of: Place['of'];
  places: { position: number; index: number }[];
}

const partsOf = (places: readonly Place[]): Part[] =>
  [
    ...Map.groupBy(
      places.map((place, index) => ({ ...place, index })),
      ({ kind, period, of }) => JSON.stringify([kind, period, of]),
    ).values(),
  ].map((list) => ({
    kind: list[0]!.kind,
    period: list[0]!.period,
    of: list[0]!.of,
    places: list.map(({ position, index }) => ({ position, index })),
  }));

const listed = (part: Part, of: (place: Part['places'][number]) => Sql): Sql => sql.join(part.places.map(of));

/** Of so many units the rows are read as a whole, and those of others fall out where they are added up. */
const MANY_UNITS = 1000;
const among = (units: readonly string[]): Sql =>
  units.length < MANY_UNITS ? sql`and r.unit = any(${units}::text[])` : sql``;

/** Sums of one sheet as of a day, by unit or by unit and procedure: what was kept up to a day before, and what came since. */
function sums(part: Part, w: Where, byProcedure: boolean): Sql {
  const [base, delta] = byProcedure
    ? [sql`indicators.procedure_base`, sql`indicators.procedure_delta`]
    : [sql`indicators.base`, sql`indicators.delta`];
  const keys = byProcedure ? sql`r.unit, r.procedure` : sql`r.unit`;
  const dated = part.period === '' ? sql`true` : sql`r.month between ${w.from}::date and ${w.to}::date`;
  const narrowed = sql`${w.procedure ? sql`and r.procedure = ${w.procedure}` : sql``} ${w.field ? sql`and r.field = ${w.field}` : sql``}`;
  const mine = sql`r.kind = ${part.kind} and r.period = ${part.period} and ${dated} ${among(part.of === 'units' ? w.distinct : w.sums.distinct)} ${narrowed}`;
  const values = listed(part, ({ position, index }) => sql`r.counts[${sql.lit(position)}] as ${k(index)}`);
  return sql`select ${keys}, ${listed(part, ({ index }) => sql`indicators.total(${k(index)}) as ${k(index)}`)} from (
      select ${keys}, ${values} from ${base} r where r.upto = (select upto from cp) and ${mine}
      union all
      select ${keys}, ${values} from ${delta} r
      where r.day > (select coalesce(upto, '-infinity') from cp) and r.day <= ${w.asOf}::date and ${mine}) r group by ${keys}`;
}

const asked = (w: Where, withHolders: boolean): Sql =>
  withHolders
    ? sql`unnest(${w.asked}::text[], ${w.units}::text[], ${w.holders}::text[]) as a(asked, unit, holder)`
    : sql`unnest(${w.sums.asked}::text[], ${w.sums.units}::text[]) as a(asked, unit)`;

/** One row per asked unit, or per procedure, with the numbers of one part by their index. */
function partQuery(part: Part, w: Where): Sql {
  const one = (value: (index: number) => Sql) =>
    listed(part, ({ index }) => sql`${sql.lit(String(index))}, ${value(index)}`);
  const isListed = w.by === 'procedure';
  const byProcedure =
    isListed || part.of === 'procedures' || w.procedure !== undefined || w.field !== undefined;
  const s = sums(part, w, byProcedure);
  const key = isListed ? sql`s.procedure` : sql`a.asked`;
  if (part.of === 'records')
    return sql`select ${key} as key, jsonb_build_object(${one((i) => sql`indicators.total(s.${k(i)})`)}) as n
      from ${asked(w, false)} join (${s}) s on s.unit = a.unit group by 1`;
  const distinct = part.of === 'units' ? sql`a.holder` : sql`s.procedure`;
  return sql`select key, jsonb_build_object(${one((i) => sql`count(*) filter (where ${k(i)} > 0)`)}) as n
    from (select ${key} as key, ${distinct} as one, ${listed(part, ({ index }) => sql`indicators.total(s.${k(index)}) as ${k(index)}`)}
      from ${asked(w, part.of === 'units')} join (${s}) s on s.unit = a.unit group by 1, 2) g group by 1`;
}

/** Numbers by asked unit or by procedure, in the order of the places: one question for all of them. */
export async function readPlaces(tx: Tx, places: readonly Place[], w: Where): Promise<Map<string, number[]>> {
  const found = new Map<string, number[]>();
  if (places.length === 0 || w.asked.length === 0) return found;
  const parts = partsOf(places);
  // Each choice of figures is a text of its own: none of them is worth a name on every connection.
  const rows = await tx.rows<{ key: string; n: Record<string, number | null> }>(sql`
    with cp as materialized (select max(upto) as upto from indicators.checkpoint where upto <= ${w.asOf}::date)
    ${sql.join(
      parts.map((part) => partQuery(part, w)),
      sql` union all `,
    )}`);
  for (const { key, n } of rows) {
    const list = found.get(key) ?? places.map(() => 0);
    for (const [index, value] of Object.entries(n)) list[Number(index)] = value ?? 0;
    found.set(key, list);
  }
  return found;
}

/** Whether the changes by procedure as of a day are still kept. */
export const hasProcedures = async (tx: Tx, asOf: Day): Promise<boolean> =>
  (
    await tx.one<{ kept: boolean }>(
      prepared(sql`select ${asOf}::date >= (select day from indicators.procedure_since) and coalesce(
        (select c.procedures or c.upto = ${asOf}::date from indicators.checkpoint c where c.upto <= ${asOf}::date order by c.upto desc limit 1),
        not exists (select from indicators.checkpoint where not procedures)) as kept`),
    )
  ).kept;
