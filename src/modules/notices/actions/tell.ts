import type { Context } from '../../../kit/context.ts';
import { startOfMonth } from '../../../kit/day.ts';
import { newId } from '../../../kit/ids.ts';
import { addJob } from '../../../kit/jobs.ts';
import { workingTimeFrom, type Hours } from '../rules/hours.ts';
import type { Channel } from '../rules/ladder.ts';
import type { Recipient } from '../rules/recipients.ts';
import { insertDeliveries, type NewDelivery } from '../store/delivery.ts';
import { insertNotices, type NoticeRow } from '../store/notice.ts';
import type { Place, Roster } from './roster.ts';

export const MAIL_JOB = 'notices.sendMail';

/** Something to be said about a subject. */
export interface Matter extends Place {
  kind: string;
  rung: string;
  subjectKind: string;
  subjectId: string;
  about: string;
  assignmentId: string | null;
  taskId: string | null;
  caseId?: string;
  params: Record<string, unknown>;
  asRole: string;
  channels: readonly Channel[];
}

export interface Telling {
  notices: NoticeRow[];
  deliveries: NewDelivery[];
}

const NOBODY: Recipient = { key: 'nobody', name: '' };

function noticeOf(ctx: Context, matter: Matter, to: Recipient): NoticeRow {
  const { channels: _channels, responsible: _responsible, caseId = null, ...said } = matter;
  return {
    ...said,
    id: newId(ctx.now),
    caseId,
    recipient: to.key,
    recipientName: to.name,
    accountId: to.accountId ?? null,
    address: to.address ?? null,
    lang: to.lang ?? ctx.app.config.lang,
    createdAt: ctx.now,
    readAt: null,
    actedAt: null,
  };
}

/** One notice for each recipient on the channels that reach him: an account in the app, an address by mail. */
export function tell(ctx: Context, matter: Matter, recipients: readonly Recipient[], hours: Hours): Telling {
  const notBefore = workingTimeFrom(hours, ctx.now);
  const out: Telling = { notices: [], deliveries: [] };
  for (const to of recipients) {
    const notice = noticeOf(ctx, matter, to);
    out.notices.push(notice);
    const on = { noticeId: notice.id, recipient: to.key, address: to.address ?? null };
    if (to.accountId) out.deliveries.push({ ...on, channel: 'app', notBefore: ctx.now });
    // Somebody without an account can only be reached by mail, whatever the rung says.
    if (to.address && (matter.channels.includes('mail') || !to.accountId))
      out.deliveries.push({ ...on, channel: 'mail', notBefore });
  }
  return out;
}

/**
 * Nobody is there to be reminded: that goes to the office, once a month for each unit and function, and is on record
 * even where there is no office either.
 */
export function tellGap(ctx: Context, matter: Matter, roster: Roster, hours: Hours): Telling {
  const gap: Matter = {
    ...matter,
    kind: 'noRecipient',
    rung: `noRecipient:${matter.asRole}`,
    subjectKind: 'unit',
    subjectId: matter.unitId,
    about: startOfMonth(ctx.today),
    assignmentId: null,
    taskId: null,
    classification: 'internal',
    params: { unit: roster.unitName(matter.unitId), role: matter.asRole },
    asRole: 'office',
    channels: ['app', 'mail'],
  };
  const office = roster.office(gap);
  return tell(ctx, gap, office.length > 0 ? office : [NOBODY], hours);
}

/** Writes what is to be told, and puts its mail into the queue, all in the caller's transaction. How many notices are new. */
export async function write(ctx: Context, tellings: readonly Telling[]): Promise<number> {
  const fresh = new Set(
    await insertNotices(
      ctx.tx,
      tellings.flatMap((t) => t.notices),
    ),
  );
  const deliveries = tellings.flatMap((t) => t.deliveries).filter((d) => fresh.has(d.noticeId));
  await insertDeliveries(ctx.tx, deliveries, ctx.now);
  const mails = new Map(
    deliveries.filter((d) => d.channel === 'mail').map((d) => [d.recipient, d.notBefore]),
  );
  for (const [recipient, notBefore] of mails) await queueMail(ctx, recipient, notBefore);
  return fresh.size;
}

/** The queue runs on real time: what is to leave in an hour of this installation's clock leaves in an hour. */
export async function queueMail(ctx: Context, recipient: string, notBefore: Date): Promise<void> {
  const wait = notBefore.getTime() - ctx.app.clock.now().getTime();
  const runAt = wait > 0 ? { runAt: new Date(ctx.app.clock.wall().getTime() + wait) } : {};
  await addJob(ctx.tx, MAIL_JOB, { recipient }, { key: `${MAIL_JOB}:${recipient}`, ...runAt });
}
