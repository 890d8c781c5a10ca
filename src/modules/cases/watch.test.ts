import { afterAll, beforeAll, expect, test } from 'vitest';

import { type TestApp, testApp } from '../../kit/testing.ts';
import { samplePublished } from '../procedures/samples.ts';
import { listCases, overviewCases } from './contract/views.ts';
import { listSilentUnits, watchCases } from './contract/watch.ts';
import { type SampleDesk, sampleReceived, sampleDesks } from './samples.ts';

let t: TestApp;
let a: SampleDesk;
let b: SampleDesk;

beforeAll(async () => {
  t = await testApp({ now: '2025-11-17T08:00:00+07:00' });
  [a, b] = await sampleDesks(t.app, ['Xã A Mẫu', 'Xã B Mẫu']);
  await samplePublished(t.app);
  await sampleReceived(t.app, a);
  await sampleReceived(t.app, a);
  await sampleReceived(t.app, b);
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

test('What is late is counted and named with who must act, and the lists that a number opens are as long as it', async () => {
  t.clock.set('2025-12-15T09:00:00+07:00');
  const watched = await t.call(watchCases, { unitId: a.unitId }, a.head);
  expect(watched.total).toMatchObject({ overdue: 2, soon: 0, working: 2, receivedToday: 0 });
  // Both came in November: what is counted of a month is that of this one.
  expect(watched.total).toMatchObject({ received: 0 });
  expect(watched.late).toHaveLength(2);
  expect(watched.late[0]).toMatchObject({ atUnitId: a.unitId, unit: { vi: 'Xã A Mẫu' } });
  expect(watched.late[0]!.minutesLeft).toBeLessThan(0);
  const records = await t.call(
    listCases,
    { view: 'decision', unitId: a.unitId, work: 'working', dueBefore: '2025-12-14T16:59:59.999Z' },
    a.head,
  );
  expect(records.items).toHaveLength(2);
});

test('A province counts its communes as one row each; others see nothing of them', async () => {
  const { units, total } = await t.call(watchCases, { unitId: 'province-46' });
  expect(total.overdue).toBe(3);
  expect(Object.fromEntries(units.map((row) => [row.unitId, row.overdue]))).toEqual({
    [a.unitId]: 2,
    [b.unitId]: 1,
  });
  const all = await t.call(listCases, {
    view: 'decision',
    unitId: 'province-46',
    subtree: true,
    work: 'working',
  });
  expect(all.items).toHaveLength(3);
  const { items } = await t.call(overviewCases, { under: 'province-46' });
  expect(items.map((row) => row.overdue).toSorted((x, y) => x - y)).toEqual([1, 2]);
  expect((await t.call(watchCases, { unitId: a.unitId }, b.head)).total.working).toBe(0);
});

test('Units that have become silent are named with the day on which they last received something', async () => {
  const { active, items } = await t.call(listSilentUnits, { unitId: 'province-46' });
  expect(active).toBe(2);
  expect(items).toHaveLength(2);
  expect(items[0]).toMatchObject({ last: '2025-11-17' });
  await sampleReceived(t.app, b);
  const after = await t.call(listSilentUnits, { unitId: 'province-46' });
  expect(after.items.map((one) => one.unitId)).toEqual([a.unitId]);
});
