import { setTimeout as sleep } from 'node:timers/promises';

import { sql } from 'kysely';

import { systemActor } from './actor.ts';
import type { App } from './app.ts';
import { type Context, openContext } from './context.ts';
import type { Tx } from './db.ts';
import type { StoredEvent } from './events.ts';

/** Reacts to events of earlier modules, in order, in a transaction of its own: exactly once for what it writes. */
export interface Listener {
  name: string;
  kinds: readonly string[];
  handle?: (ctx: Context, event: StoredEvent) => Promise<void>;
  /** Instead of `handle`: all of a batch at once, for what is cheaper to do together. `ctx.now` is that of the last event. */
  handleBatch?: (ctx: Context, events: readonly StoredEvent[]) => Promise<void>;
}

const BATCH = 200;
/** For those who take a batch at once. */
const LARGE_BATCH = 1000;

interface Position {
  tx: string;
  id: number;
}

/**
 * Hands new events to one listener; the number handled. A second process finds the row locked and skips.
 * Events of transactions still open are not passed over: the tail stops before the oldest of them.
 */
async function advance(app: App, listener: Listener): Promise<number> {
  return app.db.write(async (tx) => {
    const at = await tx.maybe<Position>(
      sql`select tx::text, id from kit.listener where name = ${listener.name} for update skip locked`,
    );
    if (!at) return 0;
    const events = await tx.rows<StoredEvent & { txid: string }>(sql`
      select id, unit_id, stream, seq, kind, at, actor, payload, tx::text as txid from kit.event
      where (tx, id) > (${at.tx}::xid8, ${at.id}::bigint) and tx < pg_snapshot_xmin(pg_current_snapshot())
      order by tx, id limit ${listener.handleBatch ? LARGE_BATCH : BATCH}`);
    await hand(
      app,
      tx,
      listener,
      events.filter((event) => listener.kinds.includes(event.kind)),
    );
    const last = events.at(-1);
    if (last)
      await tx.run(
        sql`update kit.listener set tx = ${last.txid}::xid8, id = ${last.id}, error = null, attempts = 0 where name = ${listener.name}`,
      );
    return events.length;
  });
}

/** Gives events to their listener, one by one or all at once. */
async function hand(app: App, tx: Tx, listener: Listener, events: readonly StoredEvent[]): Promise<void> {
  const at = ({ at: now, id }: StoredEvent) =>
    openContext(app, tx, { actor: systemActor, now, requestId: `event-${id}` });
  const last = events.at(-1);
  if (listener.handleBatch && last) {
    const ctx = at(last);
    await listener.handleBatch(ctx, events);
    await ctx.flush();
  }
  for (const event of listener.handle ? events : []) {
    const ctx = at(event);
    await listener.handle!(ctx, event);
    await ctx.flush();
  }
}

async function remember(app: App, listener: Listener, error: unknown): Promise<void> {
  app.log.error({ listener: listener.name, error: String(error) }, 'listener failed');
  await app.db
    .write((tx) =>
      tx.run(
        sql`update kit.listener set error = ${String(error)}, failed_at = now(), attempts = attempts + 1 where name = ${listener.name}`,
      ),
    )
    .catch(() => undefined);
}

const begin = (app: App, listener: Listener): Promise<number> =>
  app.db.write((tx) =>
    tx.run(sql`insert into kit.listener (name) values (${listener.name}) on conflict do nothing`),
  );

/** Whether a listener has still to handle an event that is already committed. */
const isBehind = (app: App, listener: Listener): Promise<boolean> =>
  app.db.read(async (tx) => {
    const left = await tx.maybe(sql`select e.id from kit.event e, kit.listener l
      where l.name = ${listener.name} and (e.tx, e.id) > (l.tx, l.id) limit 1`);
    return left !== undefined;
  });

/**
 * Handles everything there is to handle now: used by tests, commands and the loading of the demo. Waits for older
 * transactions that are still open somewhere in the cluster, since the tail never passes them over.
 */
export async function drain(app: App): Promise<void> {
  for (const listener of app.listeners) {
    await begin(app, listener);
    for (let rounds = 0; rounds < 500; rounds += 1) {
      while ((await advance(app, listener)) > 0);
      if (!(await isBehind(app, listener))) break;
      await sleep(20);
    }
  }
}

/** Follows the events until the signal fires; a failing listener is tried again with growing pauses and holds up only itself. */
export function followEvents(app: App, signal: AbortSignal, everyMs = 250): Promise<void> {
  const follow = async (listener: Listener): Promise<void> => {
    await begin(app, listener);
    let pause = everyMs;
    while (!signal.aborted) {
      try {
        const handled = await advance(app, listener);
        pause = handled > 0 ? 1 : everyMs;
      } catch (error) {
        await remember(app, listener, error);
        pause = Math.min(60_000, Math.max(1000, pause * 2));
      }
      await new Promise<void>((done) => {
        const timer = setTimeout(done, pause);
        signal.addEventListener('abort', () => (clearTimeout(timer), done()), { once: true });
      });
    }
  };
  return Promise.all(app.listeners.map(follow)).then(() => undefined);
}
