import { afterAll, beforeAll, expect, test } from 'vitest';

import { publicActor } from '../../kit/actor.ts';
import { type TestApp, testApp } from '../../kit/testing.ts';
import { samplePublished } from '../procedures/samples.ts';
import * as c from './contract.ts';
import { type SampleDesk, sampleReceived, sampleSubmitted, sampleDesks } from './samples.ts';

let t: TestApp;
let a: SampleDesk;
let b: SampleDesk;

beforeAll(async () => {
  t = await testApp({ now: '2025-11-17T08:00:00+07:00' });
  [a, b] = await sampleDesks(t.app, ['Xã A Mẫu', 'Xã B Mẫu']);
  await samplePublished(t.app);
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

test('a signature that fails loses nothing: the approval stands, the case waits at its step, and is signed later', async () => {
  const { id } = await sampleReceived(t.app, a);
  await t.call(c.advanceCase, { id, step: 'appraise' }, a.specialist);
  await t.call(c.approveResult, { id, outcome: 'granted', text: 'Đủ điều kiện' }, a.head);
  const standing = async () => {
    const { decision, step, handling } = await t.call(c.getCase, { id }, a.head);
    return { decision, step: step?.key, handling };
  };
  const waiting = await standing();
  expect(waiting).toMatchObject({
    decision: { outcome: 'granted', approvedAt: '2025-11-17T01:00:00.000Z' },
    step: 'sign',
    handling: 'handling',
  });
  // No mandate, another unit, a step that is over: each says what is wrong, and nothing is written.
  await expect(t.call(c.signResult, { id, step: 'sign' }, a.specialist)).rejects.toThrow(/notAllowed/);
  await expect(t.call(c.signResult, { id, step: 'sign' }, b.head)).rejects.toThrow(/notFound/);
  await expect(t.call(c.signResult, { id, step: 'appraise' }, a.head)).rejects.toThrow(/stepPassed/);
  expect(await standing()).toEqual(waiting);
  t.clock.set('2025-11-18T09:00:00+07:00');
  await t.call(c.signResult, { id, step: 'sign', serial: '54:01:A9' }, a.head);
  expect((await standing()).decision).toMatchObject({
    approvedAt: '2025-11-17T01:00:00.000Z',
    signedAt: '2025-11-18T02:00:00.000Z',
  });
});

test('a representative acts with authority and the consent of whom he acts for, both kept with the case', async () => {
  t.clock.set('2025-11-17T08:00:00+07:00');
  const consentAt = '2025-11-17T00:55:00.000Z';
  const representative = {
    fullName: 'Lê Văn Thay',
    personalId: '046090000001',
    authority: 'Giấy ủy quyền 12/2025',
  };
  const more = { placeUnitId: a.unitId, representative: { ...representative, consentAt } };
  const { id } = await sampleSubmitted(t.app, more, { actor: publicActor });
  const { content } = await t.call(c.getCase, { id }, a.desk);
  expect(content!.representative).toEqual({ ...representative, consentAt });
  const { authority: _, ...without } = representative;
  const nameless = { placeUnitId: a.unitId, representative: without as typeof representative };
  await expect(sampleSubmitted(t.app, nameless, { actor: publicActor })).rejects.toThrow(/invalidInput/);
  const silent = { placeUnitId: a.unitId, representative };
  await expect(sampleSubmitted(t.app, silent, { actor: publicActor })).rejects.toThrow(/invalidInput/);
});
