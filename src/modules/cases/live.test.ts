import { afterAll, beforeAll, expect, test } from 'vitest';

import type { FileReply } from '../../kit/contract.ts';
import { type TestApp, testApp } from '../../kit/testing.ts';
import { samplePublished } from '../procedures/samples.ts';
import { liveOverview } from './contract/live.ts';
import { type SampleDesk, sampleReceived, sampleDesks } from './samples.ts';

let t: TestApp;
let a: SampleDesk;
let b: SampleDesk;

beforeAll(async () => {
  t = await testApp();
  [a, b] = await sampleDesks(t.app, ['Xã A Mẫu', 'Xã B Mẫu']);
  await samplePublished(t.app);
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

/** What an open page of an officer has been told so far. */
async function listen(at: SampleDesk) {
  const { body } = (await t.call(liveOverview, {}, at.head)) as FileReply;
  const stream = body as NodeJS.ReadableStream & { destroy(): void };
  const told: { items: { unitId: string; received: number }[] }[] = [];
  stream.setEncoding('utf8').on('data', (text: string) => {
    for (const [, data] of text.matchAll(/^data: (.*)$/gm)) told.push(JSON.parse(data!) as never);
  });
  return { told, [Symbol.dispose]: () => stream.destroy() };
}

test('An open page learns within a second that a case was received, and only in its own units', async () => {
  using mine = await listen(a);
  using other = await listen(b);
  await expect.poll(() => mine.told.length).toBe(1);
  await expect.poll(() => other.told.length).toBe(1);
  const at = performance.now();
  await sampleReceived(t.app, a);
  const done = performance.now();
  await expect.poll(() => mine.told.length, { interval: 20, timeout: 5000 }).toBe(2);
  expect(performance.now() - done).toBeLessThan(done - at + 1000);
  expect(mine.told[1]!.items).toMatchObject([{ unitId: a.unitId, received: 1 }]);
  expect(other.told).toEqual([{ items: [] }]);
});
