import { sql } from 'kysely';
import { expect, test } from 'vitest';

import { systemActor } from './actor.ts';
import type { App } from './app.ts';
import type { Context } from './context.ts';
import { appendEvents, type StoredEvent } from './events.ts';
import { followEvents, type Listener, oneByOne } from './outbox.ts';
import { type TestApp, testApp } from './testing.ts';

/** Writes down each event under the listener's name; who gets one twice fails. */
const note = (name: string) => async (ctx: Context, event: StoredEvent) => {
  await ctx.tx.run(
    sql`insert into kit.setting (key, value) values (${`${name} ${String(event.payload['n'])}`}, ${JSON.stringify(event.at)})`,
  );
};
const each = (name: string, ...kinds: string[]): Listener => ({ name, kinds, handle: note(name) });
const batch = (name: string, ...kinds: string[]): Listener => ({
  name,
  kinds,
  handleBatch: (ctx, events) => oneByOne(ctx, events, note(name)),
});

const happen = async ({ app, clock }: TestApp, kind: string, from: number, to: number): Promise<void> => {
  const events = Array.from({ length: to - from + 1 }, (_, i) => ({
    unitId: 'u',
    stream: `s:${i % 7}`,
    kind,
    payload: { n: from + i },
  }));
  await app.db.write(async (tx) =>
    appendEvents(tx, events, { at: clock.now(), actor: systemActor, requestId: 'r' }),
  );
};

const notedBy = async ({ app }: TestApp, name: string): Promise<number[]> => {
  const rows = await app.db.read((tx) =>
    tx.rows<{ key: string }>(sql`select key from kit.setting where key like ${`${name} %`}`),
  );
  return rows.map(({ key }) => Number(key.split(' ')[1])).toSorted((a, b) => a - b);
};

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);
const patience = { timeout: 20_000 };

test('Each event reaches each listener that wants it once, also when two processes follow and there are many', async () => {
  await using t = await testApp();
  const listeners = [each('one', 'a.done'), batch('all', 'a.done', 'b.done'), each('none', 'c.done')];
  const app: App = { ...t.app, listeners };
  await happen(t, 'a.done', 1, 1500);
  const stop = new AbortController();
  const following = [followEvents(app, stop.signal, 20), followEvents({ ...app }, stop.signal, 30)];
  for (let n = 1501; n <= 1600; n += 1) await happen(t, n % 2 ? 'b.done' : 'a.done', n, n);
  await expect.poll(() => notedBy(t, 'all'), patience).toEqual(upTo(1600));
  await expect
    .poll(() => notedBy(t, 'one'), patience)
    .toEqual(upTo(1600).filter((n) => n <= 1500 || n % 2 === 0));
  const places = () =>
    app.db.read((tx) =>
      tx.rows(
        sql`select distinct id from kit.listener where name in ('one', 'all', 'none') and error is null`,
      ),
    );
  // Whom nothing concerned has come as far as the others.
  await expect.poll(places, patience).toHaveLength(1);
  expect(await notedBy(t, 'none')).toEqual([]);
  stop.abort();
  await Promise.all(following);
}, 60_000);

test('A listener that fails holds up only itself, keeps nothing of what it tried, and goes on where it stood', async () => {
  await using t = await testApp();
  let isBroken = true;
  const bad: Listener = {
    name: 'bad',
    kinds: ['a.done'],
    handle: async (ctx, event) => {
      await note('bad')(ctx, event);
      if (isBroken && event.payload['n'] === 3) throw new Error('broken');
    },
  };
  const app: App = { ...t.app, listeners: [bad, each('good', 'a.done')] };
  const stop = new AbortController();
  const following = followEvents(app, stop.signal, 20);
  await happen(t, 'a.done', 1, 5);
  await expect.poll(() => notedBy(t, 'good'), patience).toEqual(upTo(5));
  const errors = () =>
    app.db.read((tx) => tx.rows(sql`select error from kit.listener where name = 'bad' and attempts > 0`));
  await expect.poll(errors, patience).toEqual([{ error: 'Error: broken' }]);
  await happen(t, 'a.done', 6, 8);
  await expect.poll(() => notedBy(t, 'good'), patience).toEqual(upTo(8));
  expect(await notedBy(t, 'bad')).toEqual([]);
  isBroken = false;
  await expect.poll(() => notedBy(t, 'bad'), patience).toEqual(upTo(8));
  expect(await errors()).toEqual([]);
  stop.abort();
  await following;
}, 60_000);
