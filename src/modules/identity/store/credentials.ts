import { sql } from 'kysely';

import type { Classification } from '../../../kit/actor.ts';
import type { Day } from '../../../kit/day.ts';
import { prepared, type Tx } from '../../../kit/db.ts';
import type { Lang } from '../../../kit/i18n.ts';
import type { Stage } from '../rules/sessionLife.ts';

export interface Bearer {
  accountId: string | null;
  name: string | null;
  personId: string | null;
  email: string | null;
  lang: Lang | null;
  disabled: boolean | null;
  mustChangePassword: boolean | null;
  grants: { role: string; unitId: string; clearance: Classification }[];
}

export interface SessionBearer extends Bearer {
  hash: string;
  id: string;
  stage: Stage;
  way: string;
  seenAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
}

export interface TokenBearer extends Bearer {
  hash: string;
  id: string;
  scope: 'read' | 'write';
  expiresAt: Date;
  endedAt: Date | null;
}

/** Hashes in hexadecimal digits as the server compares them. */
const bytes = (hashes: readonly string[]) => sql`${hashes.map((hash) => `\\x${hash}`)}::bytea[]`;

const bearer = (
  today: Day,
) => sql`a.id as account_id, a.name, a.person_id, a.email, a.lang, a.disabled, a.must_change_password,
  coalesce((select json_agg(json_build_object('role', g.role, 'unitId', g.unit_id, 'clearance', g.clearance) order by g.given_at, g.id)
    from identity.role_grant g where g.account_id = a.id and g.valid_from <= ${today} and (g.valid_to is null or g.valid_to >= ${today})), '[]') as grants`;

/** The sessions behind cookies with their accounts and the grants of the day, in one statement, in no order. */
export const listSessionBearers = (tx: Tx, hashes: readonly string[], today: Day): Promise<SessionBearer[]> =>
  tx.rows<SessionBearer>(
    prepared(sql`select encode(s.token_hash, 'hex') as hash, s.id, s.stage, s.way, s.seen_at, s.expires_at, s.ended_at, ${bearer(today)}
    from identity.session s left join identity.account a on a.id = s.account_id where s.token_hash = any(${bytes(hashes)})`),
  );

/** The same for access tokens. */
export const listTokenBearers = (tx: Tx, hashes: readonly string[], today: Day): Promise<TokenBearer[]> =>
  tx.rows<TokenBearer>(
    prepared(sql`select encode(t.token_hash, 'hex') as hash, t.id, t.scope, t.expires_at, t.ended_at, ${bearer(today)}
    from identity.token t join identity.account a on a.id = t.account_id where t.token_hash = any(${bytes(hashes)})`),
  );

/** The same for an account by itself. */
export const findAccountBearer = (tx: Tx, emailKey: string, today: Day): Promise<Bearer | undefined> =>
  tx.maybe<Bearer>(sql`select ${bearer(today)} from identity.account a where a.email_key = ${emailKey}`);

/** Notes when sessions and tokens were last used; in one statement for many. */
export async function saveSeen(
  tx: Tx,
  kind: 'session' | 'token',
  seen: { id: string; at: Date }[],
): Promise<void> {
  const ids = seen.map((s) => s.id);
  const at = seen.map((s) => s.at);
  if (kind === 'session') {
    await tx.run(sql`update identity.session s set seen_at = greatest(s.seen_at, n.at)
      from unnest(${ids}::uuid[], ${at}::timestamptz[]) n(id, at) where s.id = n.id`);
  } else {
    await tx.run(sql`update identity.token t set used_at = greatest(t.used_at, n.at)
      from unnest(${ids}::uuid[], ${at}::timestamptz[]) n(id, at) where t.id = n.id`);
  }
}
