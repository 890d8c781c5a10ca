import { setTimeout as sleep } from 'node:timers/promises';

import { sql } from 'kysely';

import { systemActor } from './actor.ts';
import type { App } from './app.ts';
import { type Context, openContext } from './context.ts';
import { prepared, type Tx } from './db.ts';
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

/** A row of the tail: an event of a kind the listener wants, or just the last place that was looked at. */
interface Tail extends StoredEvent {
  n: number;
  txid: string;
}

/** Takes the listener's place, unless another process has it, and reads on from there up to the oldest open transaction. */
const readTail = (tx: Tx, listener: Listener): Promise<Tail[]> =>
  tx.rows<Tail>(
    prepared(sql`
    with at as materialized (select tx, id from kit.listener where name = ${listener.name} for update skip locked),
    tail as materialized (
      select e.*, row_number() over (order by e.tx, e.id) as n from at cross join lateral (
        select f.tx, f.id, f.unit_id, f.kind from kit.event f
        where (f.tx, f.id) > (at.tx, at.id) and f.tx < pg_snapshot_xmin(pg_current_snapshot())
        order by f.tx, f.id limit ${listener.handleBatch ? LARGE_BATCH : BATCH}) e)
    select t.n, t.id, t.tx::text as txid, e.unit_id, e.stream, e.seq, e.kind, e.at, e.actor, e.payload
    from tail t left join kit.event e on e.unit_id = t.unit_id and e.id = t.id and e.kind = any(${listener.kinds})
    where t.kind = any(${listener.kinds}) or t.n = (select max(n) from tail) order by t.n`),
  );

/**
 * Hands new events to one listener; the number it has passed. A second process finds the row locked and skips.
 * Events of transactions still open are not passed over: the tail stops before the oldest of them.
 */
async function advance(app: App, listener: Listener): Promise<number> {
  return app.db.write(async (tx) => {
    const tail = await readTail(tx, listener);
    const last = tail.at(-1);
    if (!last) return 0;
    await hand(
      app,
      tx,
      listener,
      tail.filter((event) => event.kind !== null),
    );
    tx.send(
      sql`update kit.listener set tx = ${last.txid}::xid8, id = ${last.id}, error = null, attempts = 0 where name = ${listener.name}`,
    );
    return last.n;
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

/** The listeners for which there is something new: one look for all of them. */
const listBehind = (app: App): Promise<{ name: string }[]> =>
  app.db.read((tx) =>
    tx.rows(
      prepared(sql`select l.name from kit.listener l where exists (select from kit.event e
        where (e.tx, e.id) > (l.tx, l.id) and e.tx < pg_snapshot_xmin(pg_current_snapshot()))`),
    ),
  );

/** Lets one listener handle what there is; after a failure it rests, each time longer. */
async function catchUp(app: App, listener: Listener, rest: Rest, signal: AbortSignal): Promise<void> {
  const most = listener.handleBatch ? LARGE_BATCH : BATCH;
  try {
    while ((await advance(app, listener)) === most && !signal.aborted);
    rest.ms = 0;
  } catch (error) {
    await remember(app, listener, error);
    rest.ms = Math.min(60_000, Math.max(1000, rest.ms * 2));
    rest.until = performance.now() + rest.ms;
  }
}

interface Rest {
  ms: number;
  until: number;
  busy?: Promise<void> | undefined;
}

/**
 * Follows the events until the signal fires. What has gathered in a quarter of a second is handled together; a failing
 * listener is tried again with growing pauses and holds up only itself.
 */
export async function followEvents(app: App, signal: AbortSignal, everyMs = 250): Promise<void> {
  const rests = new Map(app.listeners.map((listener): [Listener, Rest] => [listener, { ms: 0, until: 0 }]));
  for (const listener of app.listeners) await begin(app, listener);
  while (!signal.aborted) {
    const behind = await listBehind(app).catch((error: unknown) => {
      app.log.error({ error: String(error) }, 'events cannot be followed');
      return [];
    });
    for (const [listener, rest] of rests) {
      const waits = rest.busy !== undefined || rest.until > performance.now();
      if (waits || !behind.some(({ name }) => name === listener.name)) continue;
      rest.busy = catchUp(app, listener, rest, signal).finally(() => (rest.busy = undefined));
    }
    await sleep(everyMs, undefined, { signal }).catch(() => undefined);
  }
  await Promise.all([...rests.values()].map(async ({ busy }) => busy));
}
