import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';

export interface TokenRow {
  id: string;
  accountId: string;
  name: string;
  scope: 'read' | 'write';
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  endedAt: Date | null;
}

export async function insertToken(tx: Tx, t: TokenRow & { tokenHash: Buffer }): Promise<void> {
  await tx.run(sql`insert into identity.token (id, account_id, token_hash, name, scope, created_at, expires_at)
    values (${t.id}, ${t.accountId}, ${t.tokenHash}, ${t.name}, ${t.scope}, ${t.createdAt}, ${t.expiresAt})`);
}

/** The tokens of an account that still work, latest first. */
export const listTokens = (tx: Tx, accountId: string, now: Date): Promise<TokenRow[]> =>
  tx.rows<TokenRow>(sql`select id, account_id, name, scope, created_at, expires_at, used_at, ended_at from identity.token
    where account_id = ${accountId} and ended_at is null and expires_at > ${now} order by created_at desc, id`);

export async function endToken(tx: Tx, accountId: string, id: string, now: Date): Promise<boolean> {
  return (
    (await tx.run(
      sql`update identity.token set ended_at = ${now} where id = ${id} and account_id = ${accountId} and ended_at is null`,
    )) === 1
  );
}

export const endTokens = (tx: Tx, accountId: string, now: Date): Promise<number> =>
  tx.run(
    sql`update identity.token set ended_at = ${now} where account_id = ${accountId} and ended_at is null`,
  );
