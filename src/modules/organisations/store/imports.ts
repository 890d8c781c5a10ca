import { sql } from 'kysely';

import type { Day } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';
import type { ImportFile, ImportReport } from '../contract/imports.ts';

/** An upload: its files as base64, what was asked, what it would do or has done. */
export type StoredImport = {
  id: string;
  actor: string;
  createdAt: Date;
  files: Partial<Record<ImportFile, string>>;
  options: { formerFrom: Day; legalBasis: string };
  report: ImportReport;
  appliedAt: Date | null;
};

export async function insertImport(tx: Tx, made: StoredImport): Promise<void> {
  await tx.run(sql`
    insert into organisations.import (id, actor, created_at, files, options, report)
    values (${made.id}, ${made.actor}, ${made.createdAt}, ${JSON.stringify(made.files)}::jsonb,
      ${JSON.stringify(made.options)}::jsonb, ${JSON.stringify(made.report)}::jsonb)`);
}

const columns = sql`id, actor, created_at, files, options, report, applied_at`;

export async function findImport(tx: Tx, id: string): Promise<StoredImport | undefined> {
  return tx.maybe<StoredImport>(sql`select ${columns} from organisations.import where id = ${id}`);
}

export async function lockImport(tx: Tx, id: string): Promise<StoredImport | undefined> {
  return tx.maybe<StoredImport>(sql`select ${columns} from organisations.import where id = ${id} for update`);
}

/** The files are let go once applied; the events keep what they stated. */
export async function markApplied(tx: Tx, id: string, report: ImportReport, at: Date): Promise<void> {
  await tx.run(sql`
    update organisations.import set applied_at = ${at}, report = ${JSON.stringify(report)}::jsonb, files = '{}'
    where id = ${id}`);
}
