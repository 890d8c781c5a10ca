import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';
import type { NoticeRow } from './notice.ts';

export interface NewDelivery {
  noticeId: string;
  channel: 'app' | 'mail';
  recipient: string;
  address: string | null;
  notBefore: Date;
}

/** What is in the app is there at once; mail waits in the queue. */
export async function insertDeliveries(tx: Tx, deliveries: readonly NewDelivery[], at: Date): Promise<void> {
  if (deliveries.length === 0) return;
  await tx.run(sql`
    insert into notices.delivery (notice_id, channel, state, recipient, address, not_before, changed_at, sent_at)
    select r."noticeId", r.channel, case when r.channel = 'app' then 'sent' else 'queued' end, r.recipient, r.address, r."notBefore", ${at}, case when r.channel = 'app' then ${at}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(deliveries)}::jsonb) as r("noticeId" uuid, channel text, recipient text, address text, "notBefore" timestamptz)
    on conflict (notice_id, channel) do nothing`);
}

/** Most notices in one message. */
const MOST = 200;

/**
 * Gathers what waits for a recipient into one message and fixes which; a message begun earlier comes first. What was
 * answered by acting meanwhile is not sent any more. Undefined when nothing waits.
 */
export async function claimBatch(
  tx: Tx,
  recipient: string,
  fresh: string,
  now: Date,
): Promise<string | undefined> {
  await tx.rows(sql`select pg_advisory_xact_lock(5761, hashtext(${recipient}))`);
  const begun = await tx.maybe<{ batch: string }>(
    sql`select batch from notices.delivery where recipient = ${recipient} and state = 'queued' and batch is not null order by batch limit 1`,
  );
  if (begun) return begun.batch;
  await tx.run(sql`update notices.delivery d set state = 'dropped', changed_at = ${now} from notices.notice n
    where n.id = d.notice_id and d.recipient = ${recipient} and d.state = 'queued' and d.not_before <= ${now} and n.acted_at is not null`);
  const taken =
    await tx.run(sql`update notices.delivery set batch = ${fresh}, changed_at = ${now} where (notice_id, channel) in (
    select notice_id, channel from notices.delivery where recipient = ${recipient} and state = 'queued' and batch is null and not_before <= ${now} order by notice_id limit ${MOST})`);
  return taken > 0 ? fresh : undefined;
}

export type Waiting = NoticeRow & { to: string; attempts: number };

/** The notices of a message not sent yet, locked; nothing when another process has them in hand. */
export function lockBatch(tx: Tx, batch: string): Promise<Waiting[]> {
  return tx.rows<Waiting>(sql`
    select n.*, d.address as "to", d.attempts from notices.delivery d join notices.notice n on n.id = d.notice_id
    where d.batch = ${batch} and d.state = 'queued' order by n.created_at, n.id for update of d skip locked`);
}

export async function markSent(
  tx: Tx,
  batch: string,
  sent: { messageId: string; receipt: string; at: Date },
): Promise<void> {
  await tx.run(sql`update notices.delivery set state = 'sent', attempts = attempts + 1, message_id = ${sent.messageId}, receipt = ${sent.receipt}, error = null,
    sent_at = ${sent.at}, changed_at = ${sent.at} where batch = ${batch} and state = 'queued'`);
}

/** Remembers a failed attempt; how many there have been. With `final` nothing more is tried. */
export async function markFailed(
  tx: Tx,
  batch: string,
  error: string,
  final: (attempts: number) => boolean,
  at: Date,
): Promise<boolean> {
  const row = await tx.maybe<{ attempts: number }>(
    sql`select max(attempts) + 1 as attempts from notices.delivery where batch = ${batch} and state = 'queued'`,
  );
  const over = final(row?.attempts ?? 1);
  await tx.run(
    sql`update notices.delivery set attempts = attempts + 1, error = ${error}, state = ${over ? 'failed' : 'queued'}, changed_at = ${at} where batch = ${batch} and state = 'queued'`,
  );
  return over;
}

/** Puts a failed mail back into the queue as a new message; false when it had not failed. */
export async function requeue(tx: Tx, noticeId: string, at: Date): Promise<boolean> {
  return (
    (await tx.run(sql`update notices.delivery set state = 'queued', batch = null, attempts = 0, not_before = ${at}, changed_at = ${at}
    where notice_id = ${noticeId} and channel = 'mail' and state = 'failed'`)) > 0
  );
}

/** Recipients whose mail has waited for longer than it should: their job was lost. */
export async function listStranded(tx: Tx, before: Date): Promise<string[]> {
  const rows = await tx.rows<{ recipient: string }>(sql`
    select distinct recipient from notices.delivery where state = 'queued' and not_before < ${before} and changed_at < ${before} limit 500`);
  return rows.map((r) => r.recipient);
}

export interface MailHealth {
  waiting: number;
  later: number;
  failed: number;
  oldest: Date | null;
  lastSentAt: Date | null;
}

/** How the mail is, each number from its own index and counted up to a thousand. */
export const getHealth = (tx: Tx, now: Date): Promise<MailHealth> => {
  const queued = sql`select not_before from notices.delivery where state = 'queued' and channel = 'mail'`;
  return tx.one(sql`select (select count(*) from (${queued} and not_before <= ${now} limit 1000) q)::int as waiting,
    (select count(*) from (${queued} and not_before > ${now} limit 1000) q)::int as later,
    (select count(*) from (select from notices.delivery where state = 'failed' limit 1000) q)::int as failed,
    (select min(not_before) from (${queued} and not_before <= ${now} order by not_before limit 1) q) as oldest,
    (select sent_at from notices.delivery where state = 'sent' and channel = 'mail' and sent_at is not null order by sent_at desc limit 1) as last_sent_at`);
};
