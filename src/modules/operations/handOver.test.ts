import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Actor } from '../../kit/actor.ts';
import { type TestApp, testApp } from '../../kit/testing.ts';
import { sampleDirective, sampleTask } from '../directives/samples.ts';
import { actorOf, sampleAccount } from '../identity/samples.ts';
import { stateDemoOrganisations } from '../organisations/samples.ts';
import { getHandOver, listHandOvers, takeHandOver, writeHandOver } from './contract.ts';
import { handOverReplay } from './replay.ts';

let t: TestApp;
let day: Actor;
let night: Actor;
let elsewhere: Actor;
const unitId = 'province-46';

async function head(name: string, at: string): Promise<Actor> {
  const email = `${name}@operations.test.vn`;
  await sampleAccount(t.app, {
    email,
    name,
    roles: [{ role: 'office', unitId: at, clearance: 'internal' }],
  });
  return actorOf(t.app, email);
}

beforeAll(async () => {
  t = await testApp({ now: '2025-11-17T17:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  [day, night, elsewhere] = [
    await head('ca.ngay', unitId),
    await head('ca.dem', unitId),
    await head('noi.khac', 'province-48'),
  ];
  const directiveId = await sampleDirective(t.app);
  await sampleTask(t.app, directiveId, { leadText: 'UBND thành phố Huế', deadlineText: '6/2025' });
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

test('A note keeps the figures of its moment, is taken over by name once, and its events make it again', async () => {
  const { id } = await t.call(writeHandOver, { unitId, note: 'Máy chủ thư chậm từ 15 giờ.' }, day);
  const directiveId = await sampleDirective(t.app, { number: '04/NQ-CP' });
  await sampleTask(t.app, directiveId, { leadText: 'UBND thành phố Huế', deadlineText: '7/2025' });
  const note = await t.call(getHandOver, { id }, night);
  expect(note).toMatchObject({ by: 'ca.ngay', mayTake: true, late: { tasks: 1 } });
  expect(note.figures.find((one) => one.panel === 'late' && one.key === 'tasks')).toMatchObject({
    value: 1,
    href: expect.stringContaining('/assignments?') as string,
  });
  expect(note.figures.some((one) => one.panel === 'figures' && one.of !== undefined)).toBe(true);

  await expect(t.call(takeHandOver, { id }, day)).rejects.toMatchObject({
    kind: { code: 'operations.ownNote' },
  });
  await expect(t.call(takeHandOver, { id }, elsewhere)).rejects.toMatchObject({ kind: { status: 404 } });
  t.clock.set('2025-11-17T17:20:00+07:00');
  await t.call(takeHandOver, { id, remark: 'Đã rõ.' }, night);
  await expect(t.call(takeHandOver, { id }, night)).rejects.toMatchObject({
    kind: { code: 'operations.alreadyTaken' },
  });
  expect(await t.call(getHandOver, { id }, day)).toMatchObject({
    takenBy: 'ca.dem',
    takenAt: '2025-11-17T10:20:00.000Z',
    remark: 'Đã rõ.',
    mayTake: false,
  });
  const { checked, differences } = await t.app.db.snapshot((tx) => handOverReplay.verify(tx));
  expect({ checked, differences }).toEqual({ checked: 1, differences: [] });
});

test('Notes are listed newest first, only those of units within reach', async () => {
  t.clock.set('2025-11-18T07:00:00+07:00');
  await t.call(writeHandOver, { unitId, note: 'Không có việc gì.' }, night);
  const { items } = await t.call(listHandOvers, {}, day);
  expect(items.map((one) => one.by)).toEqual(['ca.dem', 'ca.ngay']);
  const first = await t.call(listHandOvers, { limit: 1 }, day);
  const rest = await t.call(listHandOvers, { limit: 1, cursor: first.next }, day);
  expect(rest.items.map((one) => one.by)).toEqual(['ca.ngay']);
  expect((await t.call(listHandOvers, {}, elsewhere)).items).toEqual([]);
});
