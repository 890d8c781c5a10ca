import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { publicActor } from '../../kit/actor.ts';
import { type TestApp, testApp } from '../../kit/testing.ts';
import { samplePublished } from '../procedures/samples.ts';
import {
  acceptCase,
  answerSupplement,
  askSupplement,
  getCase,
  receivePaper,
  saveDraft,
  submitCase,
  trackCase,
} from './contract.ts';
import { casesModule } from './module.ts';
import { type SampleDesk, sampleDesks } from './samples.ts';

let t: TestApp;
let a: SampleDesk;
let b: SampleDesk;
const procedureCode = '1.000001';
const paper = (key: string) => ({
  key,
  name: { vi: `Giấy ${key}`, en: `Paper ${key}` },
  kind: 'paper' as const,
  originals: 1,
  copies: 0,
  required: true,
});

beforeAll(async () => {
  t = await testApp();
  [a, b] = await sampleDesks(t.app, ['Xã Hẹn Nộp', 'Xã Khác']);
  await samplePublished(t.app, { content: { components: [paper('photo'), paper('deed')] } });
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

const applicant = { kind: 'citizen' as const, fullName: 'Trần Thị Hẹn', phone: '0905111222' };

/** Handed in with a paper promised for the desk. */
async function submitted(promised?: string[]) {
  const draft = await t.call(saveDraft, { procedureCode, content: {} }, publicActor);
  const proof = { id: draft.id, draftSecret: draft.secret! };
  const of = { ...proof, procedureCode, placeUnitId: a.unitId, applicant, ...(promised && { promised }) };
  await t.call(submitCase, of, publicActor);
  return { id: draft.id, secret: draft.secret! };
}
const tracked = ({ id, secret }: { id: string; secret: string }) =>
  t.call(trackCase, { code: id, secret }, publicActor);
const statesOf = async (of: { id: string; secret: string }) =>
  Object.fromEntries((await tracked(of)).papers.map((one) => [one.component, one.state]));
const points = [{ component: 'deed', reason: 'missing' as const, text: 'Thiếu bản chính' }];

describe('a paper promised for the desk', () => {
  test('stands as promised for citizen and desk until the desk takes it in, by an event', async () => {
    const of = await submitted(['photo']);
    expect(await statesOf(of)).toEqual({ photo: 'promised', deed: 'missing' });
    const seen = await t.call(getCase, { id: of.id }, a.desk);
    expect(seen.content?.promised).toEqual(['photo']);
    expect(seen.steps).toContain('receivePaper');
    await t.call(receivePaper, { id: of.id, component: 'photo' }, a.desk);
    expect(await statesOf(of)).toEqual({ photo: 'received', deed: 'missing' });
    const after = await t.call(getCase, { id: of.id }, a.desk);
    expect(after.content).toMatchObject({ components: [{ component: 'photo', form: 'original', count: 1 }] });
    expect(after.content?.promised).toBeUndefined();
    expect(after.steps).not.toContain('receivePaper');
    expect(after.timeline.at(-1)).toMatchObject({
      kind: 'case.paperReceived',
      payload: { component: 'photo', form: 'original' },
    });
    await expect(t.call(receivePaper, { id: of.id, component: 'photo' }, a.desk)).rejects.toThrow(
      /stepNotOpen/,
    );
  });

  test('is taken in after the reception too, as a copy, and one that was not promised is not', async () => {
    const of = await submitted(['photo']);
    await t.call(acceptCase, { id: of.id }, a.desk);
    await expect(t.call(receivePaper, { id: of.id, component: 'deed' }, a.desk)).rejects.toThrow(
      /notPromised/,
    );
    await expect(t.call(receivePaper, { id: of.id, component: 'photo' }, b.desk)).rejects.toThrow(/notFound/);
    await t.call(receivePaper, { id: of.id, component: 'photo', form: 'copy', count: 2 }, a.desk);
    expect((await tracked(of)).papers[0]).toMatchObject({
      state: 'received',
      received: [{ form: 'copy', count: 2 }],
    });
  });

  test('must be one of the procedure, and is refused at its place in the list', async () => {
    const fields = await submitted(['photo', 'moon']).catch(
      (error: { fields: { path: string }[] }) => error.fields,
    );
    expect(fields).toMatchObject([{ path: 'promised.1' }]);
  });

  test('is nowhere in a case that was handed in without', async () => {
    const of = await submitted();
    const seen = await t.call(getCase, { id: of.id }, a.desk);
    expect(seen.content?.promised).toBeUndefined();
    expect(seen.steps).not.toContain('receivePaper');
  });
});

describe('a supplement answered by a promise', () => {
  test('stays open, the clock stands, until the desk has the paper', async () => {
    const of = await submitted(['photo']);
    await t.call(acceptCase, { id: of.id }, a.desk);
    await t.call(askSupplement, { id: of.id, points }, a.specialist);
    const told = await t.call(answerSupplement, { ...of, promised: ['deed'] }, publicActor);
    expect(told).toMatchObject({ handling: 'supplementAsked' });
    expect(told.dueAt).toBeUndefined();
    expect((await tracked(of)).supplement?.awaits).toEqual(['deed']);
    await t.call(receivePaper, { id: of.id, component: 'photo' }, a.desk);
    expect((await tracked(of)).handling).toBe('supplementAsked');
    const done = await t.call(receivePaper, { id: of.id, component: 'deed' }, a.desk);
    expect(done.handling).toBe('received');
    expect(done.dueAt).toBeDefined();
    expect(await statesOf(of)).toEqual({ photo: 'received', deed: 'received' });
  });

  test('is answered when he uploads after all, and when the desk says so', async () => {
    for (const actor of [publicActor, a.desk]) {
      const of = await submitted();
      await t.call(acceptCase, { id: of.id }, a.desk);
      await t.call(askSupplement, { id: of.id, points }, a.specialist);
      await t.call(answerSupplement, { ...of, promised: ['deed'] }, publicActor);
      const components = [{ component: 'deed', form: 'scan' as const }];
      const proof = actor === publicActor ? of : { id: of.id };
      const answered = await t.call(answerSupplement, { ...proof, components }, actor);
      expect(answered.handling).toBe('received');
      expect(await statesOf(of)).toMatchObject({ deed: 'received' });
    }
  });
});

test('the events make the rows again', async () => {
  for (const replay of casesModule.replays!)
    expect((await t.app.db.read((tx) => replay.verify(tx))).differences).toEqual([]);
});
