import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';
import type { SlipKey } from '../rules/slip.ts';

export type TemplateRow = {
  ownerUnitId: string;
  key: SlipKey;
  version: number;
  validFrom: string;
  text: string;
  decision: string;
  recordedAt: Date;
};

const columns = sql`owner_unit_id, key, version, valid_from, text, decision, recorded_at`;

/** Every stated version, those of one owner together, the newest first. */
export async function listTemplateRows(tx: Tx): Promise<TemplateRow[]> {
  return tx.rows<TemplateRow>(
    sql`select ${columns} from documents.template order by owner_unit_id, key, version desc`,
  );
}

/** The version that holds on `day` for the first of `owners` that has one. */
export async function findTemplate(
  tx: Tx,
  owners: readonly string[],
  key: SlipKey,
  day: string,
): Promise<TemplateRow | undefined> {
  return tx.maybe<TemplateRow>(sql`
    select ${columns} from documents.template
    where owner_unit_id = any(${owners}::text[]) and key = ${key} and valid_from <= ${day}
    order by array_position(${owners}::text[], owner_unit_id), valid_from desc, version desc limit 1`);
}

/** Adds the next version; its number. */
export async function insertTemplate(tx: Tx, row: Omit<TemplateRow, 'version'>): Promise<number> {
  const { version } = await tx.one<{ version: number }>(sql`
    insert into documents.template (owner_unit_id, key, version, valid_from, text, decision, recorded_at)
    select ${row.ownerUnitId}, ${row.key}, coalesce(max(version), 0) + 1, ${row.validFrom}::date, ${row.text}, ${row.decision},
      ${row.recordedAt}::timestamptz
    from documents.template where owner_unit_id = ${row.ownerUnitId} and key = ${row.key}
    returning version`);
  return version;
}
