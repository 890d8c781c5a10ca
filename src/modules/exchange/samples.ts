import type { App } from '../../kit/app.ts';
import { addJob } from '../../kit/jobs.ts';
import { drain } from '../../kit/outbox.ts';
import { reconcile, RECONCILE_JOB, usualDays } from './actions/reconcile.ts';
import { sendDue } from './actions/send.ts';
import { watchLate } from './actions/watch.ts';

interface Portal {
  url: string;
  account: string;
  secret: string;
}

/** Connects an installation that runs already with a portal, as its configuration would on the next start. */
export function sampleConnection(app: App, { url, account, secret }: Portal, timeoutMs = 2000): void {
  app.config.portal = { url, account, secret, timeoutMs };
}

/** Lets everything that has happened reach the portal, or be tried once; how many messages it acknowledged. */
export async function sampleSent(app: App): Promise<number> {
  await drain(app);
  const sent = await sendDue(app);
  await drain(app);
  return sent;
}

/** Looks for messages that are not acknowledged in time, and lets those who listen hear of them. */
export async function sampleLate(app: App): Promise<void> {
  await watchLate(app);
  await drain(app);
}

/** Has the usual days compared after some seconds, once what waits has been sent. */
export const sampleComparison = (app: App, afterSeconds: number): Promise<void> =>
  app.db.write((tx) =>
    addJob(
      tx,
      RECONCILE_JOB,
      { ...usualDays(app), by: '' },
      { runAt: new Date(app.clock.wall().getTime() + afterSeconds * 1000) },
    ),
  );

/** Compares the usual days with the portal now. */
export const sampleCompared = async (app: App): Promise<void> =>
  void (await reconcile(app, { ...usualDays(app), by: '' }));
