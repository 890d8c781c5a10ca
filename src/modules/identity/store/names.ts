import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';

/** The names of accounts by id, for lines that say who did something; unknown ids (the system) are left out. */
export async function accountNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const known = [...new Set(ids)];
  if (known.length === 0) return new Map();
  const rows = await tx.rows<{ id: string; name: string }>(
    sql`select a.id, a.name from identity.account a where a.id::text = any(${known})`,
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}
