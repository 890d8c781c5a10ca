import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';
import type { AccountState } from '../rules/account.ts';

interface Line {
  seq: number;
  kind: string;
  at: Date;
  actor: string;
  payload: Record<string, unknown>;
}

/** Events of a stream, latest first, before a number when one is given. */
export const listStreamPage = (
  tx: Tx,
  stream: string,
  before: number | undefined,
  count: number,
): Promise<Line[]> =>
  tx.rows<Line>(
    sql`select seq, kind, at, actor, payload from kit.event where unit_id = 'identity' and stream = ${stream} and (seq < ${before ?? null}::bigint) is not false order by seq desc limit ${count}`,
  );

/** All events of accounts in the order in which they happened, stream by stream. */
export const listAccountFacts = (
  tx: Tx,
): Promise<{ id: string; kind: string; payload: Record<string, unknown> }[]> =>
  tx.rows(
    sql`select substr(stream, 9) as id, kind, payload from kit.event where unit_id = 'identity' and stream like 'account:%' order by stream, seq`,
  );

/** The live rows of all accounts in the shape that the events fold to. */
export const listAccountStates = (tx: Tx): Promise<(AccountState & { id: string })[]> =>
  tx.rows(sql`select a.id::text, a.email, a.name, a.lang, a.person_id, a.unit_id, a.disabled, a.totp_secret is not null as second_factor, a.must_change_password,
    coalesce((select json_agg(json_build_object('id', g.id, 'role', g.role, 'unitId', g.unit_id, 'clearance', g.clearance,
      'validFrom', g.valid_from, 'validTo', g.valid_to, 'paper', g.paper) order by g.given_at, g.id)
      from identity.role_grant g where g.account_id = a.id), '[]') as grants
    from identity.account a order by a.id`);
