import type { App } from '../../kit/app.ts';
import { drain } from '../../kit/outbox.ts';
import { sendDue } from './actions/send.ts';

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
