import { sql } from 'kysely';

import { prepared, type Tx } from '../../../kit/db.ts';
import type { CaseContent } from '../rules/content.ts';

/** Keeps one version of what was filled in; nobody waits for it. */
export function insertContent(
  tx: Tx,
  of: { unitId: string; id: string },
  made: { version: number; hash: string; content: CaseContent },
  now: Date,
): void {
  tx.send(
    prepared(
      sql`insert into cases.content (unit_id, case_id, version, content, hash, at) values (${of.unitId}, ${of.id}, ${made.version}, ${JSON.stringify(made.content)}, ${made.hash}, ${now})`,
    ),
  );
}

export const findContent = async (tx: Tx, id: string, version: number): Promise<CaseContent | undefined> =>
  (
    await tx.maybe<{ content: CaseContent }>(
      prepared(sql`select content from cases.content where case_id = ${id} and version = ${version}`),
    )
  )?.content;

/** What cases are found by: name, codes and names of the procedure, without diacritics. Said anew when a code is given. */
export function keepApplicant(
  tx: Tx,
  a: {
    unitId: string;
    id: string;
    key: string | null;
    procedureCode: string;
    text: string;
    units: readonly string[];
  },
): void {
  tx.send(
    prepared(sql`insert into cases.applicant (unit_id, case_id, key, procedure_code, text, units) values (${a.unitId}, ${a.id}, ${a.key}, ${a.procedureCode}, ${a.text}, ${a.units})
    on conflict (case_id, unit_id) do update set text = excluded.text, key = excluded.key, units = array(select distinct unnest(applicant.units || excluded.units))`),
  );
}

export interface OpenTwin {
  id: string;
  code: string | null;
  handling: string;
  accountId: string | null;
  submittedAt: Date;
}
/** Cases of the same person for the same procedure that are still open. */
export const listTwins = (tx: Tx, key: string, procedureCode: string): Promise<OpenTwin[]> =>
  tx.rows(
    prepared(sql`select f.id, f.code, f.handling, f.submitted_at, f.account_id from cases.applicant a join cases.case_file f on f.id = a.case_id and f.unit_id = a.unit_id
    where a.key = ${key} and a.procedure_code = ${procedureCode} and f.work <> 'ended' order by f.submitted_at desc limit 5`),
  );

/** The next number of a unit's count, for a day or a year; held until the commit, so none is given twice or lost. */
export const nextNumber = async (tx: Tx, unitId: string, kind: string, day: string): Promise<number> =>
  (
    await tx.one<{ n: number }>(
      prepared(sql`insert into cases.counter as c (unit_id, kind, day, n) values (${unitId}, ${kind}, ${day}, 1)
      on conflict (unit_id, kind, day) do update set n = c.n + 1 returning n`),
    )
  ).n;

export interface DraftRow {
  id: string;
  accountId: string | null;
  secretHash: string | null;
  procedureCode: string;
  content: Record<string, unknown>;
  savedAt: Date;
}
export async function keepDraft(tx: Tx, d: DraftRow): Promise<void> {
  await tx.run(sql`insert into cases.draft (id, account_id, secret_hash, procedure_code, content, saved_at)
    values (${d.id}, ${d.accountId}, ${d.secretHash}, ${d.procedureCode}, ${JSON.stringify(d.content)}, ${d.savedAt})
    on conflict (id) do update set content = excluded.content, saved_at = excluded.saved_at, procedure_code = excluded.procedure_code`);
}
export const findDraft = (tx: Tx, id: string): Promise<DraftRow | undefined> =>
  tx.maybe(
    sql`select id, account_id, secret_hash, procedure_code, content, saved_at from cases.draft where id = ${id}`,
  );
export const listDrafts = (tx: Tx, accountId: string): Promise<DraftRow[]> =>
  tx.rows(
    sql`select id, account_id, secret_hash, procedure_code, content, saved_at from cases.draft where account_id = ${accountId} order by saved_at desc limit 50`,
  );
export const deleteDraft = (tx: Tx, id: string): void =>
  tx.send(sql`delete from cases.draft where id = ${id}`);
/** Drafts that nobody has touched since an instant, the oldest first; taken until the end of the transaction. */
export const lockOldDrafts = (tx: Tx, before: Date, limit: number): Promise<{ id: string }[]> =>
  tx.rows(
    sql`select id from cases.draft where saved_at < ${before} order by saved_at limit ${limit} for update skip locked`,
  );
