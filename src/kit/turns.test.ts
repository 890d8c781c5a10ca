import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { prepared, type Tx } from './db.ts';
import { testApp, type TestApp } from './testing.ts';
import { ask } from './turns.ts';

let t: TestApp;
beforeAll(async () => (t = await testApp()));
afterAll(() => t[Symbol.asyncDispose]());

const one = (n: number) => sql`select ${n}::int as the_number`;
const broken = sql`select 1 / ${0}::int as it`;
const outcomes = async (tx: Tx, queries: Parameters<Tx['rows']>[0][]) =>
  (await Promise.allSettled(queries.map((query) => tx.one<{ theNumber: number }>(query)))).map((o) =>
    o.status === 'fulfilled' ? o.value.theNumber : (o.reason as { code: string }).code,
  );
const asked = async (work: () => Promise<unknown>): Promise<number> => {
  const spy = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    return spy.mock.calls.length;
  } finally {
    spy.mockRestore();
  }
};

test('Statements of one turn travel together and come back in order, each value with its own type', async () => {
  await t.app.db.read((tx) => tx.one(one(0)));
  const turns = await asked(async () => {
    const [a, b] = await t.app.db.read((tx) =>
      Promise.all([
        tx.rows(sql`select n, 'x' || n as some_text, array[n] as list from generate_series(1, 2) n`),
        tx.one(sql`select ${null}::text as nothing, ${{ a: [1] }}::jsonb as json, ${'2025-11-16'}::date as day,
          ${Buffer.from([1, 2])}::bytea as bytes, ${new Date(0)}::timestamptz as at, ${['a"b', 'c,d']}::text[] as texts`),
      ]),
    );
    expect(a).toEqual([
      { n: 1, someText: 'x1', list: [1] },
      { n: 2, someText: 'x2', list: [2] },
    ]);
    expect(b).toEqual({
      nothing: null,
      json: { a: [1] },
      day: '2025-11-16',
      bytes: Buffer.from([1, 2]),
      at: new Date(0),
      texts: ['a"b', 'c,d'],
    });
  });
  expect(turns).toBe(1);
});

test('Outside a transaction a statement that fails takes no other with it', async () => {
  expect(await t.app.db.read((tx) => outcomes(tx, [one(1), broken, one(3), broken, one(5)]))).toEqual([
    1,
    '22012',
    3,
    '22012',
    5,
  ]);
});

test('Inside a transaction everything after a failure fails for the same reason, and the connection goes on', async () => {
  await t.app.db
    .write(async (tx) => {
      expect(await outcomes(tx, [one(1), broken, one(3)])).toEqual([1, '22012', '22012']);
      expect(await outcomes(tx, [one(4)])).toEqual(['25P02']);
    })
    .catch((error: Error) => expect(error.message).toBe('the transaction was rolled back'));
  for (let i = 0; i < 12; i += 1) expect(await t.app.db.write((tx) => outcomes(tx, [one(i)]))).toEqual([i]);
});

test('A statement known by name is asked again after it failed at its first try', async () => {
  const half = (n: number) => prepared(sql`select 10 / ${n}::int as the_number -- only here`);
  // Eleven at once: every connection of the pool meets it for the first time in a failing turn.
  const all = await Promise.all(
    Array.from({ length: 11 }, () =>
      t.app.db.read((tx) => outcomes(tx, [half(0), half(5), half(0), half(2)])),
    ),
  );
  for (const each of all) expect(each).toEqual(['22012', 2, '22012', 5]);
  expect(await t.app.db.read((tx) => outcomes(tx, [half(1)]))).toEqual([10]);
});

test('A value that cannot be sent fails its own statement only', async () => {
  const round: { self?: unknown } = {};
  round.self = round;
  const work = t.app.db.read((tx) =>
    Promise.allSettled([tx.one(one(1)), tx.one(sql`select ${round}::jsonb as it`), tx.one(one(2))]),
  );
  expect((await work).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('A transaction begins a turn of its own, whatever was left on its connection', async () => {
  // Nobody waits for the first; the snapshot of the second would refuse to begin behind it.
  const left = Array.from({ length: 10 }, () =>
    t.app.db.read(async (tx) => {
      tx.rows(sql`select pg_sleep(0.05)`).catch(() => undefined);
    }),
  );
  await Promise.all(left);
  const all = await Promise.all(
    Array.from({ length: 10 }, () => t.app.db.snapshot((tx) => outcomes(tx, [one(1), one(2)]))),
  );
  expect(all).toEqual(Array.from({ length: 10 }, () => [1, 2]));
});

test('What is written says how many rows it touched', async () => {
  await t.app.db.write(async (tx) => {
    const set = (key: string) => sql`insert into kit.setting (key, value) values (${key}, '1')`;
    expect(await tx.run(set('a'))).toBe(1);
    expect(await tx.run(sql`update kit.setting set value = '2' where key = any(${['a', 'none']})`)).toBe(1);
    expect(await tx.run(sql`select 1 where false`)).toBe(0);
  });
});

test('What fails only when a turn ends does not hold up its connection', async () => {
  const client = await t.app.db.owner.connect();
  const say = (text: string) => ask(client, { text, values: [], isInside: false });
  await say('create temp table once (n int unique deferrable initially deferred)');
  await say('insert into once values (1), (1)');
  expect((await say('select count(*)::int as n from once')).rows).toEqual([{ n: 0 }]);
  client.release(true);
});
