import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { publicActor } from '../../kit/actor.ts';
import { type TestApp, testApp } from '../../kit/testing.ts';
import { samplePublished } from '../procedures/samples.ts';
import {
  acceptCase,
  advanceCase,
  getCase,
  listCases,
  numberResult,
  returnResult,
  searchCases,
  signResult,
  trackCase,
} from './contract.ts';
import { casesModule } from './module.ts';
import { type SampleDesk, sampleReceived, sampleSubmitted, sampleDesks } from './samples.ts';

let t: TestApp;
let a: SampleDesk;
let b: SampleDesk;

beforeAll(async () => {
  t = await testApp();
  [a, b] = await sampleDesks(t.app, ['Xã A Mẫu', 'Xã B Mẫu']);
  await samplePublished(t.app);
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

describe('a case received at a desk', () => {
  test('goes through its steps to the result in the citizen’s hands', async () => {
    const made = await sampleReceived(t.app, a);
    expect(made).toMatchObject({
      handling: 'received',
      statusCode: 2,
      atUnitId: a.unitId,
      step: { key: 'appraise' },
    });
    expect(made.dueAt).toBe('2025-11-18T10:30:00.000Z');
    const one = await t.call(advanceCase, { id: made.id, step: 'appraise' }, a.specialist);
    expect(one).toMatchObject({ handling: 'handling', step: { key: 'sign' } });
    const two = await t.call(signResult, { id: made.id, step: 'sign', outcome: 'granted' }, a.head);
    expect(two).toMatchObject({ handling: 'handling', step: { key: 'issue' } });
    const three = await t.call(numberResult, { id: made.id }, a.specialist);
    expect(three).toMatchObject({ handling: 'finished', delivery: 'ready', statusCode: 9 });
    const four = await t.call(returnResult, { id: made.id, taker: 'Nguyễn Văn Mẫu' }, a.desk);
    expect(four).toMatchObject({ handling: 'returned', delivery: 'handedOver', statusCode: 10 });
    const seen = await t.call(getCase, { id: made.id }, a.desk);
    expect(seen.history.map((h) => h.code)).toEqual([2, 4, 9, 10]);
    expect(seen.onTime).toEqual({ provincial: 'early', national: 'onTime' });
    expect(seen.timeline.find((e) => e.kind === 'case.signed')?.by.mandate?.map((m) => m.kind)).toEqual([
      'competence',
      'assignment',
    ]);
    expect(seen.due.lines.length).toBeGreaterThan(2);
  });

  test('the same intake sent twice is one case', async () => {
    const id = '0199c000-0000-7000-8000-000000000001';
    const first = await sampleReceived(t.app, a, { id });
    const again = await sampleReceived(t.app, a, { id });
    expect(again.code).toBe(first.code);
  });

  test('of another commune is worked by that commune and returned where it was received', async () => {
    const made = await sampleReceived(t.app, a, { placeUnitId: b.unitId });
    expect(made.atUnitId).toBe(b.unitId);
    const list = await t.call(listCases, { unitId: b.unitId }, b.specialist);
    expect(list.items.map((i) => i.id)).toContain(made.id);
    await expect(t.call(advanceCase, { id: made.id, step: 'appraise' }, a.specialist)).rejects.toThrow(
      /notAllowed/,
    );
    const done = await t.call(advanceCase, { id: made.id, step: 'appraise' }, b.specialist);
    expect(done.step?.key).toBe('sign');
    await expect(t.call(advanceCase, { id: made.id, step: 'appraise' }, b.specialist)).rejects.toThrow(
      /stepPassed/,
    );
  });

  test('is found without diacritics and followed by code and secret', async () => {
    const made = await sampleReceived(t.app, a, {
      applicant: { kind: 'citizen', fullName: 'Đặng Thị Hường', personalId: '046000000999' },
    });
    const found = await t.call(searchCases, { q: 'dang thi huong' }, a.desk);
    expect(found.items.map((i) => i.id)).toEqual([made.id]);
    expect((await t.call(searchCases, { q: made.code! }, a.desk)).items).toHaveLength(1);
    const seen = await t.call(trackCase, { code: made.code!, secret: made.secret! }, publicActor);
    expect(seen).toMatchObject({ statusCode: 2, mayDo: ['askStop', 'withdraw', 'message'] });
    await expect(t.call(trackCase, { code: made.code!, secret: 'XXXXXXXXXX' }, publicActor)).rejects.toThrow(
      /notFound/,
    );
    await expect(t.call(getCase, { id: made.id }, b.desk)).rejects.toThrow(/notFound/);
  });
});

test('a case handed in online waits for the desk, which accepts it', async () => {
  const made = await sampleSubmitted(t.app, { placeUnitId: a.unitId }, { actor: publicActor });
  expect(made).toMatchObject({ handling: 'submitted', statusCode: 1 });
  const accepted = await t.call(acceptCase, { id: made.id }, a.desk);
  expect(accepted).toMatchObject({ handling: 'received', code: expect.stringMatching(/-251117-\d{4}$/) });
});

test('the events make the rows again', async () => {
  for (const replay of casesModule.replays!)
    expect((await t.app.db.read((tx) => replay.verify(tx))).differences).toEqual([]);
});
