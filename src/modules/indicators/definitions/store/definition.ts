import { sql } from 'kysely';

import type { Day } from '../../../../kit/day.ts';
import { prepared, type Tx } from '../../../../kit/db.ts';
import type { DefinitionBody } from '../contract/body.ts';
import type { Version } from '../rules/life.ts';

export interface StoredVersion extends Version {
  code: string;
  publishedAt: Date | null;
  publishedBy: string | null;
}
export interface Draft {
  code: string;
  validFrom: Day;
  validTo: Day | null;
  body: DefinitionBody;
  savedAt: Date;
  savedBy: string;
}

const columns = sql`code, version, valid_from, valid_to, body, published_at, published_by`;

/** Every version of every definition, by code, the oldest first; a few dozen rows. */
export const listVersions = (tx: Tx): Promise<StoredVersion[]> =>
  tx.rows(prepared(sql`select ${columns} from indicators.definition order by code, version`));

export const versionsOf = (tx: Tx, code: string): Promise<StoredVersion[]> =>
  tx.rows(prepared(sql`select ${columns} from indicators.definition where code = ${code} order by version`));

/** Holds back everybody else who publishes or ends a version of any definition until this transaction is over. */
export const lockDefinitions = (tx: Tx): Promise<number> =>
  tx.run(sql`select pg_advisory_xact_lock(hashtext('indicators.definition'))`);

export const insertVersion = (
  tx: Tx,
  code: string,
  { version, validFrom, validTo, body }: Version,
  by: { at: Date; name: string },
): Promise<number> =>
  tx.run(sql`
    insert into indicators.definition (code, version, valid_from, valid_to, body, published_at, published_by)
    values (${code}, ${version}, ${validFrom}, ${validTo}, ${JSON.stringify(body)}::jsonb, ${by.at}, ${by.name})`);

export const setEnd = (tx: Tx, code: string, version: number, on: Day): Promise<number> =>
  tx.run(
    sql`update indicators.definition set valid_to = ${on} where code = ${code} and version = ${version}`,
  );

const draftColumns = sql`code, valid_from, valid_to, body, saved_at, saved_by`;

export const listDrafts = (tx: Tx): Promise<Draft[]> =>
  tx.rows(sql`select ${draftColumns} from indicators.definition_draft order by code`);

export const findDraft = (tx: Tx, code: string): Promise<Draft | undefined> =>
  tx.maybe(sql`select ${draftColumns} from indicators.definition_draft where code = ${code}`);

export const saveDefinitionDraft = (
  tx: Tx,
  { code, validFrom, validTo, body, savedAt, savedBy }: Draft,
): Promise<number> =>
  tx.run(sql`
    insert into indicators.definition_draft (code, valid_from, valid_to, body, saved_at, saved_by)
    values (${code}, ${validFrom}, ${validTo}, ${JSON.stringify(body)}::jsonb, ${savedAt}, ${savedBy})
    on conflict (code) do update set valid_from = excluded.valid_from, valid_to = excluded.valid_to, body = excluded.body,
      saved_at = excluded.saved_at, saved_by = excluded.saved_by`);

export const deleteDraft = (tx: Tx, code: string): Promise<number> =>
  tx.run(sql`delete from indicators.definition_draft where code = ${code}`);

/** Codes of the figures of tasks, which bear theirs in the same catalogue. */
export const taskCodes = async (tx: Tx): Promise<string[]> =>
  (await tx.rows<{ code: string }>(sql`select distinct code from indicators.figure_definition`)).map(
    (r) => r.code,
  );
