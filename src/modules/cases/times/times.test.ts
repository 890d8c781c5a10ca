import { afterAll, beforeAll, expect, test } from 'vitest';

import { publicActor, systemActor } from '../../../kit/actor.ts';
import { type TestApp, testApp } from '../../../kit/testing.ts';
import { samplePublished } from '../../procedures/samples.ts';
import * as c from '../contract.ts';
import { type SampleDesk, sampleDesks, sampleReceived, sampleSubmitted } from '../samples.ts';

let t: TestApp;
let a: SampleDesk;
let b: SampleDesk;
const at = (clock: string) => t.clock.set(`2025-11-${clock}:00+07:00`);

beforeAll(async () => {
  t = await testApp({ now: '2025-11-17T08:00:00+07:00' });
  [a, b] = await sampleDesks(t.app, ['Xã A Mẫu', 'Xã B Mẫu']);
  await samplePublished(t.app);
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

/** Received at eight on Monday; appraised, signed, numbered and handed over after so many hours of the same day. */
async function finished(desk: SampleDesk, appraised: string): Promise<string> {
  at('17T08:00');
  const { id } = await sampleReceived(t.app, desk);
  at(appraised);
  await t.call(c.advanceCase, { id, step: 'appraise' }, desk.specialist);
  at('18T14:00');
  await t.call(c.signResult, { id, step: 'sign', outcome: 'granted' }, desk.head);
  at('18T15:00');
  await t.call(c.numberResult, { id }, desk.specialist);
  return id;
}

test('a case says how long it was in each state and step, in working minutes, waits apart', async () => {
  at('17T08:00');
  const { id } = await sampleSubmitted(t.app, { placeUnitId: a.unitId }, { actor: publicActor });
  at('17T09:00');
  await t.call(c.acceptCase, { id }, a.desk);
  at('17T10:00');
  const points = [{ text: 'Bản rõ hơn', reason: 'unreadable' as const }];
  await t.call(c.askSupplement, { id, points }, a.specialist);
  at('18T08:00');
  await t.call(c.answerSupplement, { id }, a.desk);
  at('18T10:30');
  await t.call(c.advanceCase, { id, step: 'appraise' }, a.specialist);
  at('18T11:00');
  const { items } = await t.call(c.getCaseTimes, { id }, a.specialist);
  expect(items.map((one) => [one.name?.en ?? one.phase, one.key, one.minutes, one.to !== undefined])).toEqual(
    [
      ['submitted', '', 60, true],
      ['Appraise', 'appraise', 60, true],
      // 90 minutes of the morning, 240 of the afternoon, 30 of the next morning.
      ['waiting', 'supplement', 360, true],
      ['Appraise', 'appraise', 150, true],
      ['Sign', 'sign', 30, false],
    ],
  );
  await expect(t.call(c.getCaseTimes, { id }, b.specialist)).rejects.toThrow(/notFound/);
  await expect(t.call(c.getCaseTimes, { id }, publicActor)).rejects.toThrow(/signInNeeded/);
});

test('a procedure says median, nine of ten and number for each step, for a unit and below', async () => {
  for (const clock of ['17T09:00', '17T10:00', '17T11:00', '18T10:00']) await finished(a, clock);
  await finished(b, '17T08:30');
  const rows = async (unitId: string, actor = a.head) => {
    const { items, ...rest } = await t.call(
      c.listStepTimes,
      { procedureCode: '1.000001', unitId, from: '2025-11-01', to: '2025-11-30' },
      actor,
    );
    return {
      ...rest,
      items: items.map((one) => [one.name?.vi ?? one.phase, one.cases, one.median, one.p90]),
    };
  };
  const all = { from: '2025-11-01', to: '2025-11-30', isCut: false };
  expect(await rows(a.unitId)).toEqual({
    ...all,
    cases: 4,
    items: [
      ['Thẩm định', 4, 150, 600],
      ['Ký duyệt', 4, 570, 660],
      ['Vào sổ, đóng dấu', 4, 60, 60],
    ],
  });
  // Of what lies below the province everybody counts only what he may see.
  expect((await rows('province-46', b.head)).items[0]).toEqual(['Thẩm định', 1, 30, 30]);
  expect((await rows('province-46', systemActor)).items[0]).toEqual(['Thẩm định', 5, 120, 600]);
  const none = await t.call(c.listStepTimes, { procedureCode: '1.000001', to: '2025-11-10' }, a.head);
  expect(none).toMatchObject({ from: '2025-08-13', cases: 0, items: [] });
});
