import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';

/** The account linked with a person at an identity provider. */
export async function findLinked(tx: Tx, issuer: string, subject: string): Promise<string | undefined> {
  return (
    await tx.maybe<{ accountId: string }>(
      sql`select account_id from identity.oidc_link where issuer = ${issuer} and subject = ${subject}`,
    )
  )?.accountId;
}

/** Remembers who is who; false when somebody else did so at the same moment. */
export async function insertLink(
  tx: Tx,
  issuer: string,
  subject: string,
  accountId: string,
  at: Date,
): Promise<boolean> {
  return (
    (await tx.run(sql`insert into identity.oidc_link (issuer, subject, account_id, linked_at)
    values (${issuer}, ${subject}, ${accountId}, ${at}) on conflict do nothing`)) === 1
  );
}
