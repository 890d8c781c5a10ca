import { sql, type RawBuilder } from 'kysely';

import type { Actor } from '../../../kit/actor.ts';
import type { Day } from '../../../kit/day.ts';
import { prepared, type Tx } from '../../../kit/db.ts';
import type { Lang } from '../../../kit/i18n.ts';

export interface NoticeRow {
  id: string;
  kind: string;
  rung: string;
  subjectKind: string;
  subjectId: string;
  about: Day;
  assignmentId: string | null;
  taskId: string | null;
  caseId: string | null;
  unitId: string;
  ownerUnitId: string;
  classification: string;
  recipient: string;
  recipientName: string;
  accountId: string | null;
  address: string | null;
  lang: Lang;
  asRole: string;
  params: Record<string, unknown>;
  createdAt: Date;
  readAt: Date | null;
  actedAt: Date | null;
}

export interface Firing {
  subjectKind: string;
  subjectId: string;
  about: Day;
  unitId: string;
  outcome: 'fired' | 'stopped' | 'overtaken' | 'noRecipient';
  recipients: number;
}

/** Claims rungs for this transaction; those another process or an earlier run has climbed are not among the answer. */
export function insertFirings(
  tx: Tx,
  rung: string,
  ladder: number,
  firings: readonly Firing[],
  today: Day,
  at: Date,
): Promise<{ subjectKind: string; subjectId: string; about: Day }[]> {
  return tx.rows(sql`
    insert into notices.firing as f (subject_kind, subject_id, rung, about, unit_id, outcome, recipients, ladder, tried_on, at)
    select r."subjectKind", r."subjectId", ${rung}, r.about, r."unitId", r.outcome, r.recipients, ${ladder}, ${today}, ${at}
    from jsonb_to_recordset(${JSON.stringify(firings)}::jsonb) as r("subjectKind" text, "subjectId" text, about date, "unitId" text, outcome text, recipients integer)
    order by r.about, r."subjectId"
    on conflict (subject_kind, subject_id, rung, about) do update
      set outcome = excluded.outcome, recipients = excluded.recipients, ladder = excluded.ladder, tried_on = excluded.tried_on, at = excluded.at
      where f.outcome = 'noRecipient' and f.tried_on < excluded.tried_on
    returning subject_kind, subject_id, about`);
}

/** Adds notices; the ids of those that were not there yet. */
export async function insertNotices(tx: Tx, notices: readonly NoticeRow[]): Promise<string[]> {
  if (notices.length === 0) return [];
  const made = await tx.rows<{ id: string }>(sql`
    insert into notices.notice (id, kind, rung, subject_kind, subject_id, about, assignment_id, task_id, case_id, unit_id, owner_unit_id, classification, recipient, recipient_name,
      account_id, address, lang, as_role, params, created_at)
    select r.id, r.kind, r.rung, r."subjectKind", r."subjectId", r.about, r."assignmentId", r."taskId", r."caseId", r."unitId", r."ownerUnitId", r.classification, r.recipient, r."recipientName",
      r."accountId", r.address, r.lang, r."asRole", r.params, r."createdAt"
    from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb) as r(id uuid, kind text, rung text, "subjectKind" text, "subjectId" text, about date, "assignmentId" uuid, "taskId" uuid, "caseId" uuid,
      "unitId" text, "ownerUnitId" text, classification text, recipient text, "recipientName" text, "accountId" uuid, address text, lang text, "asRole" text, params jsonb, "createdAt" timestamptz)
    on conflict (subject_kind, subject_id, rung, about, recipient) do nothing returning id`);
  return made.map((m) => m.id);
}

/** An action on the assignment answers what was asked of its unit before; how many notices that answers. */
export async function markActed(
  tx: Tx,
  assignmentId: string,
  kinds: readonly string[],
  at: Date,
): Promise<number> {
  return tx.run(
    sql`update notices.notice set acted_at = ${at} where assignment_id = ${assignmentId} and acted_at is null and kind = any(${[...kinds]}::text[]) and created_at <= ${at}`,
  );
}

/** Of some cases those about which somebody has been asked and has not answered. */
export const listAskedAbout = async (tx: Tx, caseIds: readonly string[]): Promise<string[]> =>
  (
    await tx.rows<{ caseId: string }>(
      prepared(
        sql`select distinct case_id from notices.notice where case_id = any(${caseIds}::uuid[]) and acted_at is null`,
      ),
    )
  ).map(({ caseId }) => caseId);

/** What happened to a case answers what was asked about it before; mail still waiting is not sent any more. */
export const markActedOnCase = (tx: Tx, caseId: string, kinds: readonly string[], at: Date): void =>
  tx.send(
    prepared(
      sql`update notices.notice set acted_at = ${at} where case_id = ${caseId} and acted_at is null and kind = any(${[...kinds]}::text[]) and created_at <= ${at}`,
    ),
  );

/** What happened to a warning answers what was asked about it before; mail still waiting is not sent any more. */
export const markActedOnWarning = (tx: Tx, warningId: string, at: Date): Promise<number> =>
  tx.run(
    sql`update notices.notice set acted_at = ${at} where subject_kind = 'warning' and subject_id = ${warningId} and acted_at is null and created_at <= ${at}`,
  );

/** Marks a person's notices as read: the named ones, or all; how many were unread. */
export function markRead(
  tx: Tx,
  accountId: string,
  ids: readonly string[] | 'all',
  at: Date,
): Promise<number> {
  const which = ids === 'all' ? sql`true` : sql`id = any(${[...ids]}::uuid[])`;
  return tx.run(
    sql`update notices.notice set read_at = ${at} where account_id = ${accountId} and read_at is null and ${which}`,
  );
}

/** How many notices a person has neither read nor answered by acting. */
export async function countUnread(tx: Tx, accountId: string): Promise<number> {
  return (
    await tx.one<{ n: number }>(
      sql`select count(*)::int as n from notices.notice where account_id = ${accountId} and read_at is null and acted_at is null`,
    )
  ).n;
}

interface Page {
  after?: readonly unknown[] | undefined;
  limit: number;
}
const before = ({ after }: Page) =>
  after ? sql`and (n.created_at, n.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``;

/** A person's own notices, newest first. */
export function listMine(
  tx: Tx,
  accountId: string,
  f: Page & { state: 'open' | 'all' },
): Promise<NoticeRow[]> {
  const open = f.state === 'open' ? sql`and n.read_at is null and n.acted_at is null` : sql``;
  return tx.rows(
    sql`select n.* from notices.notice n where n.account_id = ${accountId} ${open} ${before(f)} order by n.created_at desc, n.id desc limit ${f.limit}`,
  );
}

const ofCases = (g: Actor['grants'][number]): RawBuilder<boolean> =>
  g.permissions.has('case.view') || g.permissions.has('*') ? sql`true` : sql`n.case_id is null`;

/**
 * Notices about units in the actor's reach (those about cases for whoever may see cases there), or about directives such a unit owns; who was written to is no public
 * matter, so public directives are no exception.
 */
export function visibleNotices(actor: Actor): RawBuilder<boolean> {
  const parts = actor.grants
    .filter((g) => g.permissions.has('notice.view') || g.permissions.has('*'))
    .map((g) => {
      const cleared =
        g.clearance === 'restricted'
          ? sql`true`
          : g.clearance === 'internal'
            ? sql`n.classification <> 'restricted'`
            : sql`n.classification = 'public'`;
      if (g.units === 'all') return sql`(${cleared} and ${ofCases(g)})`;
      const units = [...g.units];
      return sql`(${cleared} and ${ofCases(g)} and (n.unit_id = any(${units}) or n.owner_unit_id = any(${units})))`;
    });
  return sql<boolean>`(${sql.join([sql`false`, ...parts], sql` or `)})`;
}

export type MailState = 'queued' | 'sent' | 'failed' | 'dropped';
export interface SentRow extends NoticeRow {
  mailState: MailState | null;
  attempts: number | null;
  messageId: string | null;
  receipt: string | null;
  error: string | null;
  sentAt: Date | null;
  notBefore: Date | null;
}

export interface SentFilter extends Page {
  unitIds?: readonly string[] | undefined;
  rung?: string | undefined;
  state?: string | undefined;
  assignmentId?: string | undefined;
}

const stateOf = (state: string) =>
  state === 'read'
    ? sql`n.read_at is not null`
    : state === 'acted'
      ? sql`n.acted_at is not null`
      : state === 'nobody'
        ? sql`n.recipient = 'nobody'`
        : sql`d.state = ${state}`;

/** What was sent to whom, newest first, with what became of the mail. */
export function listSent(tx: Tx, actor: Actor, f: SentFilter): Promise<SentRow[]> {
  return tx.rows(sql`
    select n.*, d.state as mail_state, d.attempts, d.message_id, d.receipt, d.error, d.sent_at, d.not_before
    from notices.notice n left join notices.delivery d on d.notice_id = n.id and d.channel = 'mail'
    where ${visibleNotices(actor)} ${f.unitIds ? sql`and n.unit_id = any(${[...f.unitIds]}::text[])` : sql``} ${f.rung ? sql`and n.rung = ${f.rung}` : sql``}
      ${f.state ? sql`and ${stateOf(f.state)}` : sql``} ${f.assignmentId ? sql`and n.assignment_id = ${f.assignmentId}` : sql``} ${before(f)}
    order by n.created_at desc, n.id desc limit ${f.limit}`);
}

export function findVisible(tx: Tx, actor: Actor, id: string): Promise<NoticeRow | undefined> {
  return tx.maybe<NoticeRow>(
    sql`select n.* from notices.notice n where n.id = ${id} and ${visibleNotices(actor)}`,
  );
}
