import { type RawBuilder, sql } from 'kysely';

import type { Day } from '../../../../kit/day.ts';
import { prepared, type Tx } from '../../../../kit/db.ts';
import type { FactKind, FactRecord } from '../../language/index.ts';
import type { Sheet } from '../rules/slot.ts';
import { changesOf } from './deltas.ts';
import { columnsOf, factTable } from './facts.ts';

type Sql = RawBuilder<unknown>;

/** One record from a day on until before another. */
export interface Span {
  id: string;
  from: Day;
  /** Absent: until further notice. */
  to?: Day | undefined;
  values: FactRecord;
}

const SQL_TYPES = { boolean: 'boolean', number: 'float8', text: 'text', day: 'date' } as const;
/** Columns of kinds whose numbers are whole. */
const fraction = new Set(['handling_days']);

const typeOf = (kind: FactKind, column: string): Sql => {
  if (column === 'id') return sql.raw(kind.code === 'case' ? 'uuid' : 'text');
  const field = kind.fields.find((one) => one.column === column);
  if (!field) return sql.raw('date');
  if (field.type === 'number' && !fraction.has(column))
    return sql.raw(column === 'fee_total' ? 'bigint' : 'integer');
  return sql.raw(SQL_TYPES[field.type]);
};

const rowOf = (kind: FactKind, span: Span): Record<string, unknown> => ({
  id: span.id,
  from_day: span.from,
  to_day: span.to ?? 'infinity',
  ...Object.fromEntries(kind.fields.map(({ name, column }) => [column, span.values[name] ?? null])),
});

const names = (columns: readonly string[]): Sql => sql.join(columns.map((name) => sql.ref(name)));

/**
 * Puts what is now known of some records in the place of what was known, and brings every roll-up along: one statement
 * for the whole batch. Records that are named and have no span are gone.
 */
export async function replaceFacts(
  tx: Tx,
  kind: FactKind,
  sheets: readonly Sheet[],
  change: { ids: readonly string[]; spans: readonly Span[] },
): Promise<void> {
  const columns = columnsOf(kind);
  const table = factTable(kind);
  const shape = sql.join(columns.map((name) => sql`${sql.ref(name)} ${typeOf(kind, name)}`));
  const ids = kind.code === 'case' ? sql`${change.ids}::uuid[]` : sql`${change.ids}::text[]`;
  const rows = JSON.stringify(change.spans.map((span) => rowOf(kind, span)));
  const updates = sql.join(
    columns.slice(2).map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`),
  );
  await tx.run(
    prepared(sql`with
  given as materialized (select ${names(columns)} from json_to_recordset(${rows}::json) as g(${shape})),
  old as materialized (select ${names(columns)} from ${table} where id = any(${ids})),
  fresh as materialized (select * from given except select * from old),
  stale as materialized (select * from old except select * from given),
  written as (insert into ${table} (${names(columns)}) select * from fresh on conflict (id, from_day) do update set ${updates}),
  removed as (delete from ${table} f using stale s where f.id = s.id and f.from_day = s.from_day
    and not exists (select from fresh n where n.id = s.id and n.from_day = s.from_day)),
  v as (select 1 as sign, * from fresh union all select -1, * from stale),
  ${changesOf(kind, sheets)} select 1`),
  );
}

/** Adds records that are not there yet, without roll-ups: the first half of telling everything anew. */
export async function addFacts(tx: Tx, kind: FactKind, spans: readonly Span[]): Promise<void> {
  const columns = columnsOf(kind);
  const shape = sql.join(columns.map((name) => sql`${sql.ref(name)} ${typeOf(kind, name)}`));
  const rows = JSON.stringify(spans.map((span) => rowOf(kind, span)));
  await tx.run(
    sql`insert into ${factTable(kind)} (${names(columns)}) select ${names(columns)} from json_to_recordset(${rows}::json) as g(${shape})`,
  );
}

/**
 * Fills counts for the next records after a mark.
 * @returns the new mark, or null where there are no more records, and how many there were
 */
export async function fillNext(
  tx: Tx,
  kind: FactKind,
  sheets: readonly Sheet[],
  { after, limit }: { after: string; limit: number },
): Promise<{ to: string | null; records: number }> {
  const table = factTable(kind);
  const isCase = kind.code === 'case';
  const past = after === '' ? sql`true` : isCase ? sql`id > ${after}::uuid` : sql`id collate "C" > ${after}`;
  const order = isCase ? sql`id` : sql`id collate "C"`;
  const found = await tx.one<{ to: string | null; records: number }>(sql`
    select max(t.id collate "C") as to, count(*) as records
    from (select id::text as id from ${table} where ${past} order by ${order} limit ${limit}) t`);
  if (found.to === null) return { to: null, records: 0 };
  const upto = isCase ? sql`id <= ${found.to}::uuid` : sql`id collate "C" <= ${found.to}`;
  await tx.run(sql`with v as (select 1 as sign, f.* from ${table} f where ${past} and ${upto}),
  ${changesOf(kind, sheets)} select 1`);
  return found;
}

export const listFactIds = async (tx: Tx, kind: FactKind): Promise<string[]> =>
  (await tx.rows<{ id: string }>(sql`select distinct id::text as id from ${factTable(kind)}`)).map(
    ({ id }) => id,
  );
