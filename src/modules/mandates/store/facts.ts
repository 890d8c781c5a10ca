import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';
import { revision } from '../../../kit/revisions.ts';
import type { Day, Fact, FactKind, ServiceSpan } from '../rules/model.ts';

/** A row as it stands beside its fact. */
export interface StoredFact {
  fact: Fact;
  recordedAt: Date;
  endedAt: Date | null;
}

const token = sql`(select m.token::text from mandates.revision m) || ' ' || (select s.token::text from organisations.v_staff_revision s)`;

/** The state of mandates and of the staff; a cheap look before using a cached book. */
export const getToken = revision('mandates', sql`select ${token}`);

/** Makes this transaction the only one that states facts until it ends. */
export async function lockRevision(tx: Tx): Promise<void> {
  await tx.one(sql`select token from mandates.revision for update`);
}

/** All facts and who serves where, with the token of the state they make: one statement, one moment. */
export async function getBookParts(
  tx: Tx,
): Promise<{ token: string; facts: Fact[]; service: ServiceSpan[] }> {
  return tx.one(sql`
    select ${token} as token,
      (select coalesce(json_agg(f.body order by f.valid_from, f.id), '[]') from mandates.fact f) as facts,
      (select coalesce(json_agg(json_strip_nulls(json_build_object('personId', o.person_id, 'unitId', o.unit_id,
        'from', o.valid_from, 'to', o.valid_to))), '[]')
        from organisations.v_office_holder o where o.valid_to is null or o.valid_to > o.valid_from) as service`);
}

/** Adds facts, each with its columns, in one statement; and names the new state. */
export async function insertFacts(tx: Tx, rows: readonly FactRow[], at: Date): Promise<void> {
  await tx.run(sql`
    insert into mandates.fact (id, kind, body, unit_id, taker_unit_id, person_id, valid_from, valid_to, recorded_at)
    select f.id, f.kind, f.body, f."unitId", f."takerUnitId", f."personId", f."from", f."to", ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f (id uuid, kind text, body jsonb, "unitId" text,
      "takerUnitId" text, "personId" uuid, "from" date, "to" date)`);
  await touch(tx);
}

export interface FactRow {
  id: string;
  kind: FactKind;
  body: Fact;
  unitId: string;
  takerUnitId?: string;
  personId?: string;
  from: Day;
  to?: Day;
}

const touch = (tx: Tx): Promise<unknown> =>
  tx.run(sql`update mandates.revision set token = gen_random_uuid()`);

/** Writes the end of a fact; and names the new state. */
export async function saveEnd(tx: Tx, fact: Fact, at: Date): Promise<void> {
  await tx.run(sql`
    update mandates.fact set body = ${JSON.stringify(fact)}::jsonb, valid_to = ${fact.to ?? null}, ended_at = ${at}
    where id = ${fact.id}`);
  await touch(tx);
}

interface Row {
  body: Fact;
  recordedAt: Date;
  endedAt: Date | null;
}

const stored = ({ body, recordedAt, endedAt }: Row): StoredFact => ({ fact: body, recordedAt, endedAt });

export async function lockFact(tx: Tx, id: string): Promise<StoredFact | undefined> {
  const row = await tx.maybe<Row>(
    sql`select body, recorded_at, ended_at from mandates.fact where id = ${id} for update`,
  );
  return row && stored(row);
}

/** Rows by their ids, in no order. */
export async function listByIds(tx: Tx, ids: readonly string[]): Promise<StoredFact[]> {
  const rows = await tx.rows<Row>(
    sql`select body, recorded_at, ended_at from mandates.fact where id = any(${ids}::uuid[])`,
  );
  return rows.map(stored);
}

/** The ids among these that are taken. */
export async function listTaken(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    sql`select id from mandates.fact where id = any(${ids}::uuid[])`,
  );
  return rows.map((row) => row.id);
}

/** All rows as they stand, for the comparison with the events. */
export async function listLive(
  tx: Tx,
): Promise<{ id: string; kind: FactKind; body: Fact; from: Day; to: Day | null }[]> {
  return tx.rows(
    sql`select id, kind, body, valid_from as "from", valid_to as "to" from mandates.fact order by id`,
  );
}

/**
 * Facts that end from tomorrow up to `until` and whose end was not announced yet; they are marked as announced. What
 * somebody ended on purpose and what has passed is not among them, nor are assignments of secondments, announced with those.
 */
export async function takeEnding(tx: Tx, today: Day, until: Day): Promise<Fact[]> {
  const rows = await tx.rows<{ body: Fact }>(sql`
    update mandates.fact set warned_for = valid_to
    where kind <> 'absence' and valid_to > ${today} and valid_to <= ${until} and valid_from <= ${today}
      and ended_at is null and warned_for is distinct from valid_to
      and not exists (select from mandates.secondment s where s.assignment_id = fact.id)
    returning body`);
  return rows.map((row) => row.body);
}
