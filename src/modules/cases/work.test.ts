import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { publicActor } from '../../kit/actor.ts';
import { type TestApp, testApp } from '../../kit/testing.ts';
import { stateException } from '../calendar/contract.ts';
import { sampleAbsence, sampleAssignment } from '../mandates/samples.ts';
import { mergeUnits } from '../organisations/contract.ts';
import { sampleContent, samplePublished } from '../procedures/samples.ts';
import * as c from './contract.ts';
import { casesModule } from './module.ts';
import {
  sampleCommune,
  sampleDesk,
  type SampleDesk,
  sampleReceived,
  sampleSubmitted,
  sampleDesks,
} from './samples.ts';
import { wakeCases } from './schedules.ts';

let t: TestApp;
let a: SampleDesk;
let b: SampleDesk;
const START = '2025-11-17T08:00:00+07:00';

beforeAll(async () => {
  t = await testApp({ now: START });
  [a, b] = await sampleDesks(t.app, ['Xã A Mẫu', 'Xã B Mẫu']);
  const long = { limit: { value: 10, unit: 'workingDay' as const }, fee: { kind: 'free' as const } };
  const steps = sampleContent().steps.map((step) =>
    step.key === 'appraise' ? { ...step, limit: { value: 75, unit: 'workingHour' as const } } : step,
  );
  await samplePublished(t.app, {
    content: {
      steps,
      channels: [
        { channel: 'desk', ...long },
        { channel: 'online', ...long },
      ],
    },
  });
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

const points = [{ field: 'x', reason: 'missing' as const, text: 'Thiếu giấy' }];
const received = async (): Promise<{ id: string; code: string; secret: string; dueAt: string }> => {
  t.clock.set(START);
  return (await sampleReceived(t.app, a)) as never;
};

describe('a supplement', () => {
  test('stops the clock, is asked for once, and moves the due date when it comes', async () => {
    const made = await received();
    const asked = await t.call(c.askSupplement, { id: made.id, points }, a.specialist);
    expect(asked).toMatchObject({ handling: 'supplementAsked', statusCode: 5 });
    expect(asked.dueAt).toBeUndefined();
    t.clock.set('2025-11-19T08:00:00+07:00');
    const answer = { id: made.id, secret: made.secret, values: { x: 'đủ' } };
    const back = await t.call(c.answerSupplement, answer, publicActor);
    expect(back.handling).toBe('received');
    expect(back.dueAt! > made.dueAt).toBe(true);
    await expect(t.call(c.askSupplement, { id: made.id, points }, a.specialist)).rejects.toThrow(
      /secondSupplement/,
    );
    const seen = await t.call(c.getCase, { id: made.id }, a.specialist);
    expect(
      seen.timeline.filter((e) => e.kind === 'case.dueRecomputed').map((e) => e.payload['cause']),
    ).toEqual(['pause', 'resume']);
    expect(seen.content?.values).toEqual({ x: 'đủ' });
    expect(seen.content?.provenance['x']?.source).toBe('applicant');
  });

  test('that never comes closes the case after 15 working days, with a warning before', async () => {
    const made = await received();
    await t.call(c.askSupplement, { id: made.id, points }, a.specialist);
    t.clock.set('2025-12-04T08:00:00+07:00');
    await wakeCases(t.app);
    let seen = await t.call(c.getCase, { id: made.id }, a.specialist);
    expect(seen.timeline.at(-1)?.kind).toBe('case.closeWarned');
    t.clock.set('2025-12-09T08:00:00+07:00');
    await wakeCases(t.app);
    seen = await t.call(c.getCase, { id: made.id }, a.specialist);
    expect(seen).toMatchObject({ handling: 'closedNoSupplement', statusCode: 8 });
    t.clock.set(START);
  });
});

test('a financial duty pauses the case until the full sum is there; the same receipt twice changes nothing', async () => {
  const made = await received();
  const asked = await t.call(
    c.askDuty,
    { id: made.id, amount: 500_000, basis: 'Phiếu chuyển 19' },
    a.specialist,
  );
  expect(asked).toMatchObject({ handling: 'awaitingDuty', payment: 'due', statusCode: 6 });
  t.clock.set('2025-11-24T08:00:00+07:00');
  const pay = (receiptId: string, amount: number) =>
    t.call(
      c.receivePayment,
      { code: made.code, receiptId, amount, paidAt: '2025-11-24T08:00:00+07:00', gateway: 'standin' },
      a.desk,
    );
  expect(await pay('1', 200_000)).toMatchObject({
    result: 'partial',
    rest: 300_000,
    handling: 'awaitingDuty',
  });
  expect(await pay('1', 200_000)).toMatchObject({ result: 'duplicate', rest: 300_000 });
  expect(await pay('2', 300_000)).toMatchObject({
    result: 'full',
    rest: 0,
    payment: 'paid',
    handling: 'handling',
  });
  expect(await pay('3', 1000)).toMatchObject({ result: 'extra' });
  const seen = await t.call(c.getCase, { id: made.id }, a.desk);
  expect(seen.due.at! > made.dueAt).toBe(true);
});

test('an apology moves the appointment once, and not on the last day', async () => {
  const made = await received();
  const say = (over = {}) =>
    t.call(
      c.apologise,
      {
        id: made.id,
        reason: 'Chờ xác minh',
        limit: { value: 3, unit: 'workingDay' },
        basis: 'TT 03/2025',
        ...over,
      },
      a.specialist,
    );
  expect((await say()).dueAt! > made.dueAt).toBe(true);
  await expect(say()).rejects.toThrow(/secondApology/);
  t.clock.set('2025-12-04T08:00:00+07:00');
  await expect(say({ decisionNumber: '12/QĐ-UBND' })).rejects.toThrow(/apologyTooLate/);
  t.clock.set(START);
});

test('a consultation has its own clock and its own list; a transfer moves no date', async () => {
  const made = await received();
  const ask = {
    id: made.id,
    unitId: b.unitId,
    question: 'Có tranh chấp không?',
    limit: { value: 3, unit: 'workingDay' as const },
  };
  await t.call(c.consultUnit, ask, a.specialist);
  const [mine] = (await t.call(c.listConsultations, {}, b.specialist)).items;
  expect(mine).toMatchObject({ caseId: made.id, dueAt: '2025-11-20T10:30:00.000Z' });
  await t.call(
    c.answerConsultation,
    { id: made.id, consultationId: mine!.id, answer: 'Không' },
    b.specialist,
  );
  expect((await t.call(c.listConsultations, {}, b.specialist)).items).toEqual([]);
  const moved = await t.call(
    c.transferCase,
    { id: made.id, toUnitId: b.unitId, reason: 'Sai địa bàn', legalBasis: 'x' },
    a.specialist,
  );
  expect(moved).toMatchObject({ atUnitId: b.unitId, dueAt: made.dueAt });
});

test('assigning, claiming, undoing and signing many at once', async () => {
  const made = await Promise.all([received(), received(), received()]);
  const ids = made.map((m) => m.id);
  const wrong = await t.call(c.batchCases, { ids, do: 'assign', personId: a.desk.personId! }, a.head);
  expect(wrong.items.map((i) => i.problem)).toEqual(ids.map(() => 'cases.noMandate'));
  const given = await t.call(c.batchCases, { ids, do: 'assign', personId: a.specialist.personId! }, a.head);
  expect(given.items.every((i) => i.done)).toBe(true);
  expect((await t.call(c.listCases, { view: 'mine' }, a.specialist)).items.length).toBeGreaterThanOrEqual(3);
  for (const id of ids) await t.call(c.advanceCase, { id, step: 'appraise' }, a.specialist);
  const back = await t.call(c.undoStep, { id: ids[0]! }, a.specialist);
  expect(back).toMatchObject({ step: { key: 'appraise' }, personId: a.specialist.personId });
  const signed = await t.call(c.batchCases, { ids, do: 'sign', outcome: 'granted' }, a.head);
  expect(signed.items.map((i) => [i.done, i.problem])).toEqual([
    [false, 'cases.stepNotOpen'],
    [true, undefined],
    [true, undefined],
  ]);
});

test('a stand-in takes the steps of who is away', async () => {
  const made = await received();
  await sampleAbsence(t.app, {
    personId: a.specialist.personId!,
    unitId: a.unitId,
    standInId: a.head.personId!,
    from: '2025-11-17',
    to: '2025-11-18',
  });
  await expect(t.call(c.advanceCase, { id: made.id, step: 'appraise' }, a.specialist)).rejects.toThrow(
    /noMandate/,
  );
  const done = await t.call(c.advanceCase, { id: made.id, step: 'appraise' }, a.head);
  expect(done.step?.key).toBe('sign');
  const seen = await t.call(c.getCase, { id: made.id }, a.head);
  expect(seen.timeline.at(-1)?.by.standsInFor).toBe(a.specialist.personId);
});

test('a case is stopped or withdrawn before the decision, not after', async () => {
  const [one, two] = [await received(), await received()];
  t.clock.set('2025-11-19T08:00:00+07:00');
  await t.call(c.askStop, { id: one.id, secret: one.secret, reason: 'Đổi ý' }, publicActor);
  const stopped = await t.call(
    c.stopCase,
    { id: one.id, reason: 'Theo đề nghị', legalBasis: 'TT 03/2025' },
    a.specialist,
  );
  expect(stopped).toMatchObject({ handling: 'stopped', statusCode: 8 });
  await t.call(c.advanceCase, { id: two.id, step: 'appraise' }, a.specialist);
  await t.call(c.signResult, { id: two.id, step: 'sign', outcome: 'granted' }, a.head);
  await expect(
    t.call(c.withdrawCase, { id: two.id, secret: two.secret, reason: 'x' }, publicActor),
  ).rejects.toThrow(/stepNotOpen/);
});

test('a day off stated late moves the dates of running cases and says so', async () => {
  const made = await received();
  const exception = {
    day: '2025-11-20',
    kind: 'off' as const,
    nameVi: 'Nghỉ bão',
    nameEn: 'Storm',
    decision: '99/QĐ-TTg',
    issuedOn: '2025-11-18',
  };
  t.clock.set('2025-11-18T08:00:00+07:00');
  await t.call(stateException, { id: 'national', ...exception });
  await t.settle();
  const seen = await t.call(c.getCase, { id: made.id }, a.head);
  expect(seen.due.at! > made.dueAt).toBe(true);
  expect(seen.timeline.at(-1)).toMatchObject({
    kind: 'case.dueRecomputed',
    payload: { cause: 'calendar', basis: '99/QĐ-TTg' },
  });
});

test('without a competent unit a submission is kept, and the gap is named', async () => {
  t.clock.set(START);
  const place = { placeUnitId: 'province-46' };
  const made = await sampleSubmitted(t.app, place, { actor: publicActor });
  expect(made).toMatchObject({ handling: 'submitted', gap: 'noCompetence', atUnitId: 'province-46' });
  const [listed] = (await t.call(c.listCases, { unitId: 'province-46' })).items;
  expect(listed?.id).toBe(made.id);
});

test('a running case goes on under the successor of its commune, with its date and its way back', async () => {
  t.clock.set(START);
  const old = await sampleDesk(t.app, await sampleCommune(t.app, 'Xã Cũ Mẫu'));
  const made = (await sampleReceived(t.app, old)) as unknown as { id: string; dueAt: string };
  const toNew = {
    id: 'xa-ke-tiep',
    level: 'commune' as const,
    kind: 'commune' as const,
    nameVi: 'Xã Kế Tiếp',
    nameEn: 'Successor',
    parentId: 'province-46',
  };
  t.clock.set('2025-11-18T08:00:00+07:00');
  await t.call(mergeUnits, { from: [old.unitId], toNew, on: '2025-11-18', legalBasis: 'Nghị quyết' });
  const next = await sampleDesk(t.app, toNew.id, { from: '2025-11-18' });
  const listed = (await t.call(c.listCases, { unitId: toNew.id }, next.specialist)).items;
  expect(listed.map((i) => [i.id, i.dueAt])).toEqual([[made.id, made.dueAt]]);
  const { id } = made;
  await t.call(c.advanceCase, { id, step: 'appraise' }, next.specialist);
  await t.call(c.signResult, { id, step: 'sign', outcome: 'granted' }, next.head);
  await t.call(c.numberResult, { id }, next.specialist);
  expect(await t.call(c.returnResult, { id, taker: 'Người nộp' }, next.desk)).toMatchObject({
    handling: 'returned',
  });
});

test('a stand-in with work of his own also takes what was assigned to who is away', async () => {
  const made = await received();
  t.clock.set('2025-11-24T08:00:00+07:00');
  await t.call(c.assignCase, { id: made.id, personId: a.specialist.personId! }, a.head);
  const colleague = { ...a.specialist, personId: a.desk.personId! };
  await sampleAssignment(t.app, { personId: colleague.personId, unitId: a.unitId, roles: ['appraise'] });
  const advance = () => t.call(c.advanceCase, { id: made.id, step: 'appraise' }, colleague);
  await expect(advance()).rejects.toThrow(/notYours/);
  const away = { personId: a.specialist.personId!, unitId: a.unitId, standInId: colleague.personId };
  await sampleAbsence(t.app, { ...away, from: '2025-11-25', to: '2025-11-26' });
  t.clock.set('2025-11-25T08:00:00+07:00');
  expect((await advance()).step?.key).toBe('sign');
});

test('the overview counts what the rows say, and the events make the rows again', async () => {
  const { items } = await t.call(c.overviewCases, {}, a.head);
  expect(items.find((i) => i.unitId === a.unitId)!.received).toBeGreaterThan(5);
  for (const replay of casesModule.replays!)
    expect((await t.app.db.read((tx) => replay.verify(tx))).differences).toEqual([]);
});
