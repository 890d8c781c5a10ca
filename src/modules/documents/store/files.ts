import { sql, type RawBuilder } from 'kysely';

import type { Actor, Classification, Reach } from '../../../kit/actor.ts';
import { reachOf } from '../../../kit/actor.ts';
import type { Tx } from '../../../kit/db.ts';
import type { FileEvent, FileFacts, FileLink, FileState } from '../rules/file.ts';

export interface FileRow {
  id: string;
  unitId: string;
  hash: string;
  name: string;
  type: string;
  size: number;
  classification: Classification;
  state: FileState;
  uploadedBy: string;
  uploadedByName: string;
  uploadedAt: Date;
}

const places = (part: Reach): RawBuilder<unknown> =>
  part.units === 'all'
    ? sql`true`
    : sql`(f.unit_id = any(${part.units}) or exists (select from documents.link l where l.file_id = f.id and l.unit_id = any(${part.units})))`;

/** The one expression for what an actor may see: the classification is the file's own, a link only adds places. */
function visible(actor: Actor): RawBuilder<unknown> {
  const parts = reachOf(actor, 'file.read').map(
    (part) => sql`(f.classification = any(${part.classifications}) and ${places(part)})`,
  );
  return sql`(${sql.join(parts, sql` or `)})`;
}

export async function insertFile(tx: Tx, file: FileRow): Promise<void> {
  await tx.run(sql`insert into documents.file (id, unit_id, hash, name, type, size, classification, state, uploaded_by, uploaded_by_name, uploaded_at)
    values (${file.id}, ${file.unitId}, ${file.hash}, ${file.name}, ${file.type}, ${file.size}, ${file.classification}, ${file.state},
      ${file.uploadedBy}, ${file.uploadedByName}, ${file.uploadedAt})`);
}

export const findFile = (tx: Tx, id: string, actor: Actor): Promise<FileRow | undefined> =>
  tx.maybe<FileRow>(sql`select f.* from documents.file f where f.id = ${id} and ${visible(actor)}`);

export const lockFile = (tx: Tx, id: string): Promise<FileRow | undefined> =>
  tx.maybe<FileRow>(sql`select * from documents.file where id = ${id} for update`);

export const listOfRecords = (
  tx: Tx,
  records: readonly string[],
  actor: Actor,
): Promise<(FileRow & { record: string })[]> =>
  tx.rows(sql`select distinct k.record, f.* from documents.link k join documents.file f on f.id = k.file_id
    where k.record = any(${records}) and ${visible(actor)} order by k.record, f.id`);

export async function setState(tx: Tx, id: string, state: FileState): Promise<void> {
  await tx.run(sql`update documents.file set state = ${state} where id = ${id}`);
}

export const insertLink = (tx: Tx, id: string, link: FileLink): Promise<number> =>
  tx.run(
    sql`insert into documents.link (file_id, record, unit_id) values (${id}, ${link.record}, ${link.unitId}) on conflict do nothing`,
  );

export const deleteLink = (tx: Tx, id: string, link: FileLink): Promise<number> =>
  tx.run(
    sql`delete from documents.link where file_id = ${id} and record = ${link.record} and unit_id = ${link.unitId}`,
  );

/** The files of one record, each with the units it is linked to it for; taken until the end of the transaction. */
export const lockOfRecord = (
  tx: Tx,
  record: string,
): Promise<{ id: string; unitId: string; hash: string; units: string[] }[]> =>
  tx.rows(sql`select f.id, f.unit_id, f.hash, array(select l.unit_id from documents.link l where l.file_id = f.id and l.record = ${record} order by 1) as units
    from documents.file f where f.id in (select k.file_id from documents.link k where k.record = ${record}) order by f.id for update of f`);

export const hasLinks = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.maybe(sql`select 1 as one from documents.link where file_id = ${id} limit 1`)) !== undefined;

export const deleteFile = (tx: Tx, id: string): Promise<number> =>
  tx.run(sql`delete from documents.file where id = ${id}`);

/** While one transaction writes a row for some bytes, no other takes these bytes away; until the end of both. */
export const shareBytes = async (tx: Tx, hash: string): Promise<void> =>
  void (await tx.rows(sql`select pg_advisory_xact_lock_shared(hashtextextended(${hash}, 11))`));
export const claimBytes = async (tx: Tx, hash: string): Promise<void> =>
  void (await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended(${hash}, 11))`));
export const areBytesUsed = async (tx: Tx, hash: string): Promise<boolean> =>
  (await tx.maybe(sql`select 1 as one from documents.file where hash = ${hash} limit 1`)) !== undefined;

/** Files in the order of their ids, all or those no scanner has seen. */
export const listFiles = (
  tx: Tx,
  after: string,
  unscannedOnly: boolean,
  limit = 500,
): Promise<{ id: string; hash: string }[]> =>
  tx.rows(
    sql`select id, hash from documents.file where id > ${after} and (not ${unscannedOnly} or state = 'notScanned') order by id limit ${limit}`,
  );

export type LiveFile = FileFacts & { id: string };

/** Every file with its links, as the live tables have it. */
export const listFacts = (tx: Tx): Promise<LiveFile[]> =>
  tx.rows(sql`select id, unit_id, hash, name, type, size, classification, state,
      json_build_object('id', uploaded_by, 'name', uploaded_by_name) as uploaded_by, to_char(uploaded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as uploaded_at,
      coalesce((select json_agg(json_build_object('record', l.record, 'unitId', l.unit_id) order by l.record, l.unit_id) from documents.link l where l.file_id = f.id), '[]') as links
    from documents.file f order by id`);

/** Every event of every file, stream by stream in order. */
export const listFileEvents = (tx: Tx): Promise<({ id: string } & FileEvent)[]> =>
  tx.rows(
    sql`select substr(stream, 6) as id, kind, payload from kit.event where kind like 'file.%' and stream like 'file:%' order by stream, seq`,
  );
