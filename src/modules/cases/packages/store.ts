import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';

/** The hash of each event in the chain of one stream, hex, by its place. */
export async function hashesOf(tx: Tx, stream: string): Promise<Map<number, string>> {
  const rows = await tx.rows<{ seq: number; hash: string }>(
    sql`select seq, encode(hash, 'hex') as hash from kit.event where stream = ${stream}`,
  );
  return new Map(rows.map(({ seq, hash }) => [seq, hash]));
}
