import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';
import type { Attempts } from '../rules/lockout.ts';
import type { Stage } from '../rules/sessionLife.ts';

export interface SessionRow {
  id: string;
  accountId: string | null;
  stage: Stage;
  createdAt: Date;
  seenAt: Date;
  expiresAt: Date;
  device: string;
  ip: string;
  way: string;
  checks: Record<string, string> | null;
  endedAt: Date | null;
}

const columns = sql.raw(
  'id, account_id, stage, created_at, seen_at, expires_at, device, ip, way, checks, ended_at',
);

export async function insertSession(tx: Tx, s: SessionRow & { tokenHash: Buffer }): Promise<void> {
  await tx.run(sql`insert into identity.session (id, account_id, stage, token_hash, created_at, seen_at, expires_at, device, ip, way, checks)
    values (${s.id}, ${s.accountId}, ${s.stage}, ${s.tokenHash}, ${s.createdAt}, ${s.seenAt}, ${s.expiresAt}, ${s.device}, ${s.ip}, ${s.way}, ${s.checks ? JSON.stringify(s.checks) : null}::jsonb)`);
}

/** Takes the row, so that one half-way session cannot be finished twice. */
export const lockSession = (tx: Tx, id: string): Promise<SessionRow | undefined> =>
  tx.maybe<SessionRow>(sql`select ${columns} from identity.session where id = ${id} for update`);

/** The living signed-in sessions of an account, latest first. */
export const listSessions = (tx: Tx, accountId: string, now: Date): Promise<SessionRow[]> =>
  tx.rows<SessionRow>(sql`select ${columns} from identity.session
    where account_id = ${accountId} and stage = 'full' and ended_at is null and expires_at > ${now} order by created_at desc, id`);

/** Ends one session of an account; false when it is not his or already over. */
export async function endSession(tx: Tx, accountId: string | null, id: string, now: Date): Promise<boolean> {
  return (
    (await tx.run(sql`update identity.session set ended_at = ${now}
    where id = ${id} and account_id is not distinct from ${accountId} and ended_at is null`)) === 1
  );
}

/** Ends all sessions of an account but one; the number ended. */
export const endSessions = (tx: Tx, accountId: string, now: Date, except: string | null): Promise<number> =>
  tx.run(sql`update identity.session set ended_at = ${now}
    where account_id = ${accountId} and ended_at is null and id is distinct from ${except}::uuid`);

/** Removes sessions and counters that have said nothing for 30 days; what happened stays in the events. */
export async function removeOld(tx: Tx, before: Date): Promise<void> {
  await tx.run(sql`delete from identity.session where expires_at < ${before}`);
  await tx.run(
    sql`delete from identity.attempt where last_at < ${before} and (locked_until is null or locked_until < ${before})`,
  );
}

export const findAttempts = (tx: Tx, emailMac: string): Promise<Attempts | undefined> =>
  tx.maybe<Attempts>(sql`select failures, locked_until from identity.attempt where email_mac = ${emailMac}`);

/** Takes the counter of an address, making it when there is none: guesses at one address are counted one after another. */
export async function lockAttempts(tx: Tx, emailMac: string, now: Date): Promise<Attempts> {
  return tx.one<Attempts>(sql`insert into identity.attempt (email_mac, failures, last_at) values (${emailMac}, 0, ${now})
    on conflict (email_mac) do update set last_at = excluded.last_at returning failures, locked_until`);
}

export async function saveAttempts(tx: Tx, emailMac: string, attempts: Attempts): Promise<void> {
  await tx.run(
    sql`update identity.attempt set failures = ${attempts.failures}, locked_until = ${attempts.lockedUntil} where email_mac = ${emailMac}`,
  );
}

export async function clearAttempts(tx: Tx, emailMac: string): Promise<boolean> {
  return (await tx.run(sql`delete from identity.attempt where email_mac = ${emailMac}`)) === 1;
}
