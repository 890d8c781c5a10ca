import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { systemActor } from '../../kit/actor.ts';
import { openContext } from '../../kit/context.ts';
import { newId } from '../../kit/ids.ts';
import { type TestApp, testApp } from '../../kit/testing.ts';
import { sampleCompetence } from '../mandates/samples.ts';
import { sampleUnit, stateDemoOrganisations } from '../organisations/samples.ts';
import { samplePublished } from '../procedures/samples.ts';
import { watchedRows } from './actions/watchKept.ts';
import { advanceCase, withdrawCase } from './contract.ts';
import { sampleDesk, type SampleDesk, sampleReceived } from './samples.ts';
import { listWatchCounts, lookAgain, lookAtAll } from './store/watch.ts';

let t: TestApp;
const desks: SampleDesk[] = [];
const days = { today: '2025-11-17', soonDay: '2025-11-18', from: '2025-11-01' };

beforeAll(async () => {
  t = await testApp({ now: '2025-11-17T08:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  await sampleCompetence(t.app);
  for (const nameVi of ['Xã M Mẫu', 'Xã N Mẫu'])
    desks.push(
      await sampleDesk(
        t.app,
        await sampleUnit(t.app, {
          nameVi,
          level: 'commune',
          kind: 'commune',
          parentId: 'province-46',
          validFrom: '2025-07-01',
        }),
      ),
    );
  await samplePublished(t.app);
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

const now = () => t.app.clock.now();
const kept = () =>
  t.app.db.read((tx) =>
    watchedRows(
      openContext(t.app, tx, { actor: systemActor, now: now(), requestId: newId(now()) }),
      'all',
      days,
    ),
  );
const counted = () => t.app.db.read((tx) => listWatchCounts(tx, { ...days, units: 'all' }));
const inOrder = <T extends { unitId: string }>(rows: readonly T[]) =>
  rows
    .filter((row) => Object.values(row).some((value) => typeof value === 'number' && value > 0))
    .toSorted((a, b) => (a.unitId < b.unitId ? -1 : 1));

test('What is kept of all units equals a new count after each event, read by several at once', async () => {
  expect(inOrder(await kept())).toEqual(inOrder(await counted()));
  for (let round = 0; round < 4; round++) {
    const { id } = await sampleReceived(t.app, desks[round % 2]!);
    expect(inOrder(await kept())).toEqual(inOrder(await counted()));
    const desk = desks[round % 2]!;
    await (round % 2
      ? t.call(withdrawCase, { id, reason: 'Rút để nộp lại' }, desk.desk)
      : t.call(advanceCase, { id, step: 'appraise' }, desk.specialist));
    const looks = await Promise.all([kept(), kept(), kept()]);
    for (const look of looks) expect(inOrder(look)).toEqual(inOrder(await counted()));
  }
  expect((await counted()).find((row) => row.unitId === desks[0]!.unitId)).toMatchObject({
    receivedToday: 2,
  });
});

/** Waits until nothing that ran beside the last events – of other databases of the server too – makes them be counted again. */
const quiet = () =>
  vi.waitFor(
    async () => {
      const { mark } = await t.app.db.read((tx) => lookAtAll(tx, days));
      expect((await t.app.db.read((tx) => lookAgain(tx, days, mark))).rows).toEqual([]);
    },
    { timeout: 20_000, interval: 100 },
  );

test('Only the units of cases that something happened to are counted again', async () => {
  await quiet();
  const [a, b] = desks.map((desk) => desk.unitId) as [string, string];
  const working = (rows: Awaited<ReturnType<typeof kept>>, unitId: string) =>
    rows.find((row) => row.unitId === unitId)?.working ?? 0;
  const before = await kept();
  // What no event tells of is not seen until everything is counted anew.
  const add = (n: number) =>
    t.app.db.write((tx) =>
      tx.run(sql`update cases.tally set n = n + ${n} where unit_id = ${a} and kind = 'open:working'`),
    );
  await add(5);
  await sampleReceived(t.app, desks[1]!);
  const after = await kept();
  expect(working(after, a)).toBe(working(before, a));
  expect(working(after, b)).toBe(working(before, b) + 1);
  t.clock.set('2025-11-17T08:16:00+07:00');
  expect(working(await kept(), a)).toBe(working(await counted(), a));
  await add(-5);
});
