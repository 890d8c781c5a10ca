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
  /** Whether it has anything to do in this installation; while it has not, it passes everything over at no cost. */
  isOn?: (app: App) => boolean;
  handle?: (ctx: Context, event: StoredEvent) => Promise<void>;
  /** Instead of `handle`: all of a batch at once, for what is cheaper to do together. `ctx.now` is that of the last event. */
  handleBatch?: (ctx: Context, events: readonly StoredEvent[]) => Promise<void>;
}

/** The kinds that concern a listener now. */
const kindsOf = (app: App, { kinds, isOn }: Listener): readonly string[] =>
  isOn?.(app) === false ? [] : kinds;

const contextAt = (app: App, tx: Tx, { at: now, id }: StoredEvent): Context =>
  openContext(app, tx, { actor: systemActor, now, requestId: `event-${id}` });

/** Hands over those events of a batch that concern somebody, one by one, each in its own moment. */
export async function oneByOne(
  { app, tx }: Context,
  events: readonly StoredEvent[],
  handle: (ctx: Context, event: StoredEvent) => Promise<void>,
): Promise<void> {
  for (const event of events) {
    const ctx = contextAt(app, tx, event);
    await handle(ctx, event);
    await ctx.flush();
  }
}

const BATCH = 200;
/** For those who take a batch at once. */
const LARGE_BATCH = 1000;

/** Somewhere between two events: everything before it is behind, everything after it to come. */
interface Place {
  txid: string;
  at: number;
}

/** The events between two places that are of the wanted kinds, and how far they were read: not to the end when there are many. */
interface Stretch {
  from: Place;
  to: Place;
  events: Tail[];
  /** Whether there is more behind it. */
  isFull: boolean;
}

type Tail = StoredEvent & { txid: string; n: number };

const asPlace = ({ txid, id }: Tail): Place => ({ txid, at: id });
const isSame = (a: Place, b: Place): boolean => a.txid === b.txid && a.at === b.at;

/** Reads events in the order of their transactions. They never change, so nobody has to be kept away meanwhile. */
async function readStretch(tx: Tx, from: Place, to: Place, kinds: readonly string[]): Promise<Stretch> {
  const rows = await tx.rows<Tail>(
    prepared(sql`
    with tail as materialized (
      select f.*, row_number() over (order by f.tx, f.id) as n from (
        select tx, id, unit_id, kind from kit.event
        where (tx, id) > (${from.txid}::xid8, ${from.at}::bigint) and (tx, id) <= (${to.txid}::xid8, ${to.at}::bigint)
        order by tx, id limit ${LARGE_BATCH}) f)
    select t.n, t.id, t.tx::text as txid, e.unit_id, e.stream, e.seq, e.kind, e.at, e.actor, e.payload
    from tail t left join kit.event e on e.unit_id = t.unit_id and e.id = t.id and e.kind = any(${kinds})
    where t.kind = any(${kinds}) or t.n = (select max(n) from tail) order by t.n`),
  );
  const last = rows.at(-1);
  const isFull = last?.n === LARGE_BATCH;
  return {
    from,
    to: isFull ? asPlace(last) : to,
    events: rows.filter((event) => event.kind !== null),
    isFull,
  };
}

/** A listener that has something before it: where it stands, and up to where events can be read now. */
interface Behind {
  name: string;
  from: Place;
  to: Place;
}

/**
 * Where the listeners stand that have something before them, and up to where events can be read: before the oldest
 * open transaction, which is never passed over.
 */
async function listBehind(app: App): Promise<Behind[]> {
  const rows = await app.db.read((tx) =>
    tx.rows<Place & { name: string; toTx: string; toAt: number }>(
      prepared(sql`
      with head as materialized (
        select tx, id from kit.event where tx < pg_snapshot_xmin(pg_current_snapshot()) order by tx desc, id desc limit 1)
      select l.name, l.tx::text as txid, l.id as at, h.tx::text as to_tx, h.id as to_at
      from kit.listener l cross join head h where (l.tx, l.id) < (h.tx, h.id)`),
    ),
  );
  return rows.map(({ name, txid, at, toTx, toAt }) => ({
    name,
    from: { txid, at },
    to: { txid: toTx, at: toAt },
  }));
}

/** Moves listeners on that stand where they are said to; a row that another process holds is left to it. How many moved. */
const moveOn = (tx: Tx, names: readonly string[], from: Place, to: Place): Promise<number> =>
  tx.run(
    prepared(sql`
    with mine as materialized (
      select name from kit.listener where name = any(${names}) and tx = ${from.txid}::xid8 and id = ${from.at} for update skip locked)
    update kit.listener l set tx = ${to.txid}::xid8, id = ${to.at}, error = null, attempts = 0 from mine where mine.name = l.name`),
  );

/** Hands the next part of a stretch to one listener, exactly once: who finds that another process took it, leaves it. */
async function handPart(
  app: App,
  listener: Listener,
  part: Pick<Stretch, 'from' | 'to' | 'events'>,
): Promise<boolean> {
  return app.db.write(async (tx) => {
    if ((await moveOn(tx, [listener.name], part.from, part.to)) === 0) return false;
    const last = part.events.at(-1);
    if (!last) return true;
    const ctx = contextAt(app, tx, last);
    if (listener.handleBatch) await listener.handleBatch(ctx, part.events);
    else await oneByOne(ctx, part.events, listener.handle!);
    await ctx.flush();
    return true;
  });
}

/** Hands what a listener wants of a stretch to it, in parts; whether it has been through all of it. */
async function handStretch(app: App, listener: Listener, stretch: Stretch): Promise<boolean> {
  const kinds = kindsOf(app, listener);
  const wanted = stretch.events.filter(({ kind }) => kinds.includes(kind));
  const most = listener.handleBatch ? LARGE_BATCH : BATCH;
  let { from } = stretch;
  do {
    const events = wanted.splice(0, most);
    const to = wanted.length > 0 ? asPlace(events.at(-1)!) : stretch.to;
    if (!(await handPart(app, listener, { from, to, events }))) return false;
    from = to;
  } while (!isSame(from, stretch.to));
  return true;
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

/** Lets one listener go one stretch further; undefined when nothing can be read now, or another process has it. */
async function advance(app: App, listener: Listener): Promise<Stretch | undefined> {
  const place = (await listBehind(app)).find(({ name }) => name === listener.name);
  if (!place) return undefined;
  const stretch = await app.db.read((tx) => readStretch(tx, place.from, place.to, kindsOf(app, listener)));
  return (await handStretch(app, listener, stretch)) ? stretch : undefined;
}

/**
 * Handles everything there is to handle now: used by tests, commands and the loading of the demo. Waits for older
 * transactions that are still open somewhere in the cluster, since the tail never passes them over.
 */
export async function drain(app: App): Promise<void> {
  for (const listener of app.listeners) {
    await begin(app, listener);
    for (let rounds = 0; rounds < 500; rounds += 1) {
      while (await advance(app, listener));
      if (!(await isBehind(app, listener))) break;
      await sleep(20);
    }
  }
}

/** A listener while events are followed: whether it is at work, and until when it rests after a failure. */
interface Follower {
  listener: Listener;
  restMs: number;
  restsUntil: number;
  busy?: Promise<void> | undefined;
}

/** Lets one listener handle its part of a stretch, and go on alone when it is far behind; after a failure it rests, each time longer. */
async function follow(app: App, follower: Follower, stretch: Stretch, signal: AbortSignal): Promise<void> {
  const { listener } = follower;
  try {
    let isFar = (await handStretch(app, listener, stretch)) && stretch.isFull;
    while (isFar && !signal.aborted) isFar = (await advance(app, listener))?.isFull ?? false;
    follower.restMs = 0;
  } catch (error) {
    await remember(app, listener, error);
    follower.restMs = Math.min(60_000, Math.max(1000, follower.restMs * 2));
    follower.restsUntil = performance.now() + follower.restMs;
  }
}

/**
 * Reads once for all who stand at one place. Whom none of it concerns goes on at once, all of them in one statement;
 * each of the others gets its part in a transaction of its own, and nobody waits for it.
 */
async function serve(
  app: App,
  followers: readonly Follower[],
  { from, to }: Pick<Stretch, 'from' | 'to'>,
  signal: AbortSignal,
): Promise<Stretch> {
  const kinds = [...new Set(followers.flatMap(({ listener }) => kindsOf(app, listener)))];
  const stretch = await app.db.read((tx) => readStretch(tx, from, to, kinds));
  const found = new Set(stretch.events.map(({ kind }) => kind));
  const [concerned, others] = [true, false].map((is) =>
    followers.filter(({ listener }) => kindsOf(app, listener).some((kind) => found.has(kind)) === is),
  ) as [Follower[], Follower[]];
  for (const one of concerned)
    one.busy = follow(app, one, stretch, signal).finally(() => (one.busy = undefined));
  const names = others.map(({ listener }) => listener.name);
  if (names.length > 0) await app.db.write((tx) => moveOn(tx, names, stretch.from, stretch.to));
  return stretch;
}

/** Serves all who are idle and have something before them, those at one place together. */
async function look(app: App, followers: readonly Follower[], signal: AbortSignal): Promise<Stretch[]> {
  const behind = new Map((await listBehind(app)).map((one) => [one.name, one]));
  const idle = followers.filter(
    ({ listener, busy, restsUntil }) => !busy && restsUntil <= performance.now() && behind.has(listener.name),
  );
  const groups = Map.groupBy(idle, ({ listener }) => {
    const { txid, at } = behind.get(listener.name)!.from;
    return `${txid} ${at}`;
  });
  const served: Stretch[] = [];
  for (const group of groups.values())
    served.push(await serve(app, group, behind.get(group[0]!.listener.name)!, signal));
  return served;
}

/** So many events at one look: they come so fast that more of them are worth waiting for. */
const MUCH = 50;

/**
 * Follows the events until the signal fires. What has gathered in a quarter of a second, or half a second when events
 * come fast, is handled together; a failing listener is tried again with growing pauses and holds up only itself.
 */
export async function followEvents(app: App, signal: AbortSignal, everyMs = 250): Promise<void> {
  const followers = app.listeners.map((listener): Follower => ({ listener, restMs: 0, restsUntil: 0 }));
  for (const { listener } of followers) await begin(app, listener);
  while (!signal.aborted) {
    const served = await look(app, followers, signal).catch((error: unknown) => {
      app.log.error({ error: String(error) }, 'events cannot be followed');
      return [];
    });
    if (served.some(({ isFull }) => isFull)) continue;
    const isMuch = served.some(({ events }) => events.length >= MUCH);
    await sleep(isMuch ? 2 * everyMs : everyMs, undefined, { signal }).catch(() => undefined);
  }
  await Promise.all(followers.map(async ({ busy }) => busy));
}
