import type { Context } from '../../kit/context.ts';

const WINDOW_MS = 60_000;
/** Sign-ins a minute from one address of the network; a whole office may stand behind one. */
const MOST = 60;
const REMEMBERED = 10_000;

const counts = new Map<string, { since: number; tries: number }>();

/** Whether one more sign-in may be tried from here; slows down guessing one password against many accounts. */
export function allowTry(ctx: Context): boolean {
  const ip = ctx.client?.ip;
  if (!ip) return true;
  const now = ctx.app.clock.wall().getTime();
  const known = counts.get(ip);
  const current = known && now - known.since < WINDOW_MS ? known : { since: now, tries: 0 };
  current.tries += 1;
  if (counts.size >= REMEMBERED) counts.clear();
  counts.set(ip, current);
  return current.tries <= MOST;
}
