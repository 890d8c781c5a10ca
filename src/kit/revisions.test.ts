import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { readRevisions, revision, type Revisions, shareLook } from './revisions.ts';
import { testApp, type TestApp } from './testing.ts';

const getState = revision(
  'sample',
  sql`select coalesce((select value #>> '{}' from kit.setting where key = 'state'), 'none')`,
);
const state = (to: string) =>
  sql`insert into kit.setting (key, value) values ('state', to_jsonb(${to}::text)) on conflict (key) do update set value = excluded.value`;
/** A look of somebody else that takes longer than everything a transaction does. */
const slow = (found: string): Promise<Revisions> =>
  new Promise((done) => setTimeout(() => done({ sample: found }), 300));

let t: TestApp;
beforeAll(async () => (t = await testApp()));
afterAll(() => t[Symbol.asyncDispose]());

test('The first questions of a transaction are answered by the look that was taken for it', async () => {
  const found = await t.app.db.read(async (tx) => {
    shareLook(tx, slow('shared'));
    return Promise.all([getState(tx), getState(tx), readRevisions(tx).then((all) => all['sample'])]);
  });
  expect(found).toEqual(['shared', 'shared', 'shared']);
});

test('Who has written, or has waited for an answer, looks for himself, however long the other look takes', async () => {
  const found = await t.app.db.write(async (tx) => {
    shareLook(tx, slow('stale'));
    tx.send(state('written'));
    return getState(tx);
  });
  expect(found).toBe('written');
  const after = await t.app.db.write(async (tx) => {
    shareLook(tx, slow('stale'));
    await tx.one(sql`select value from kit.setting where key = 'state' for update`);
    return getState(tx);
  });
  expect(after).toBe('written');
});

test('A look that fails tells whoever asked, and nobody who did not', async () => {
  const failing = () => Promise.reject(new Error('down'));
  await t.app.db.read(async (tx) => {
    shareLook(tx, failing());
    await expect(getState(tx)).rejects.toThrow('down');
    expect(await getState(tx)).toBe('written');
    shareLook(tx, failing());
  });
});
