import { createTransport, type Transporter } from 'nodemailer';

import { systemActor } from '../../../kit/actor.ts';
import type { App } from '../../../kit/app.ts';
import { openContext } from '../../../kit/context.ts';
import { newId } from '../../../kit/ids.ts';
import { letter } from '../letter.ts';
import {
  claimBatch,
  listStranded,
  lockBatch,
  markFailed,
  markSent,
  type Waiting,
} from '../store/delivery.ts';
import { queueMail } from './tell.ts';

/** After this many refusals a mail counts as failed; an operator may send it again. Ten tries of the queue are half a day. */
const TRIES = 10;

const transports = new Map<string, Transporter>();

function transportTo(url: string): Transporter {
  const known = transports.get(url);
  if (known) return known;
  const made = createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  } as never);
  transports.set(url, made);
  return made;
}

/** The part of an address behind the @, for Message-ID and List-Id. */
const domainOf = (from: string): string => /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';

interface Refusal extends Error {
  responseCode?: number;
}

/** A 5xx answer will not change by asking again; anything else may. */
const isFinal =
  (error: Refusal) =>
  (attempts: number): boolean =>
    (error.responseCode ?? 0) >= 500 || attempts >= TRIES;

async function hand(
  app: App,
  batch: string,
  waiting: readonly Waiting[],
): Promise<{ messageId: string; receipt: string }> {
  const { smtpUrl, mailFrom, url } = app.config;
  if (!smtpUrl) throw new Error('SMTP_URL is not set');
  const domain = domainOf(mailFrom);
  const first = waiting[0]!;
  const { subject, text, html } = letter(first.lang, waiting, url);
  const messageId = `<${batch}@${domain}>`;
  const sent = (await transportTo(smtpUrl).sendMail({
    from: mailFrom,
    to: { name: first.recipientName, address: first.to },
    subject,
    text,
    html,
    messageId,
    date: app.clock.now(),
    list: { id: { url: `notices.${domain}`, comment: 'Lienthong' } },
    headers: { 'Auto-Submitted': 'auto-generated' },
  })) as { response?: string };
  return { messageId, receipt: sent.response ?? '' };
}

/**
 * Sends one message while its rows are locked, and marks them in the same transaction. Cut off between the server's
 * answer and the commit it is sent again under the same Message-ID, which mail programs show once.
 */
async function sendBatch(app: App, batch: string): Promise<void> {
  const now = app.clock.now();
  try {
    await app.db.write(async (tx) => {
      const waiting = await lockBatch(tx, batch);
      if (waiting.length === 0) return;
      const sent = await hand(app, batch, waiting);
      await markSent(tx, batch, { ...sent, at: now });
      const ctx = openContext(app, tx, { actor: systemActor, now, requestId: newId(now) });
      ctx.emit({
        unitId: 'notices',
        stream: `mail:${batch}`,
        kind: 'mail.sent',
        payload: { notices: waiting.map((w) => w.id), recipient: waiting[0]!.recipient, ...sent },
      });
      await ctx.flush();
    });
  } catch (error) {
    const refusal = error as Refusal;
    const over = await app.db.write((tx) =>
      markFailed(tx, batch, refusal.message.slice(0, 500), isFinal(refusal), now),
    );
    if (!over) throw error;
    app.log.warn({ batch, code: refusal.responseCode }, 'mail refused for good');
  }
}

/** The job: everything that waits for one recipient leaves in one message. */
export async function sendMail(app: App, { recipient }: { recipient: string }): Promise<void> {
  for (;;) {
    const now = app.clock.now();
    const batch = await app.db.write((tx) => claimBatch(tx, recipient, newId(now), now));
    if (!batch) return;
    await sendBatch(app, batch);
  }
}

const LOST_MS = 24 * 3_600_000;

/** Queues mail again whose job was given up or lost. */
export async function requeueStranded(app: App): Promise<void> {
  const now = app.clock.now();
  await app.db.write(async (tx) => {
    const ctx = openContext(app, tx, { actor: systemActor, now, requestId: newId(now) });
    for (const recipient of await listStranded(tx, new Date(now.getTime() - LOST_MS)))
      await queueMail(ctx, recipient, now);
  });
}
