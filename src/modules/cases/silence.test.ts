import { afterAll, beforeAll, expect, test } from 'vitest';

import { publicActor } from '../../kit/actor.ts';
import { type TestApp, testApp } from '../../kit/testing.ts';
import { sampleContent, samplePublished } from '../procedures/samples.ts';
import * as c from './contract.ts';
import { answerDraft, openOwnCase } from './contract/applying.ts';
import { casesModule } from './module.ts';
import { type SampleDesk, sampleReceived, sampleDesks } from './samples.ts';
import { wakeCases } from './schedules.ts';

let t: TestApp;
let a: SampleDesk;
let b: SampleDesk;
const START = '2025-11-17T08:00:00+07:00';
const DRAFT = '1.000002';
const CONSULT = '1.000003';
beforeAll(async () => {
  t = await testApp({ now: START });
  [a, b] = await sampleDesks(t.app, ['Xã A Mẫu', 'Xã B Mẫu']);
  const rules = { anyPlace: true, draftToApplicant: { value: 1, unit: 'workingDay' as const } };
  await samplePublished(t.app, { code: DRAFT, content: { rules } });
  const steps = sampleContent().steps.flatMap((step) =>
    step.key === 'appraise'
      ? [
          { ...step, next: [{ to: 'consult' }] },
          {
            key: 'consult',
            role: 'consult' as const,
            name: { vi: 'Lấy ý kiến', en: 'Consultation' },
            at: 'coordinator' as const,
            silenceAfter: { value: 2, unit: 'workingDay' as const },
            next: [{ to: 'sign' }],
          },
        ]
      : [step],
  );
  await samplePublished(t.app, { code: CONSULT, content: { steps } });
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

const received = async (procedureCode: string) => {
  t.clock.set(START);
  return (await sampleReceived(t.app, a, { procedureCode })) as { id: string; secret: string; dueAt: string };
};
const propose = (id: string) =>
  t.call(c.proposeResult, { id, outcome: 'granted', text: 'Dự thảo giấy xác nhận' }, a.specialist);
const toSign = (id: string) => t.call(c.advanceCase, { id, step: 'appraise' }, a.specialist);
const sign = (id: string) => t.call(c.signResult, { id, step: 'sign', outcome: 'granted' }, a.head);

test('a result is not signed before the applicant has seen its draft; his silence is consent and moves the date', async () => {
  const made = await received(DRAFT);
  await toSign(made.id);
  await expect(sign(made.id)).rejects.toThrow(/draftNotSeen/);

  const second = await received(DRAFT);
  const sent = await propose(second.id);
  expect(sent.dueAt).toBeUndefined();
  await toSign(second.id);
  await expect(sign(second.id)).rejects.toThrow(/stepNotOpen/);
  const own = await t.call(openOwnCase, { id: second.id, secret: second.secret }, publicActor);
  expect(own.draft).toMatchObject({ text: 'Dự thảo giấy xác nhận', silentAt: '2025-11-18T10:30:00.000Z' });

  t.clock.set('2025-11-18T17:29:00+07:00');
  expect(await wakeCases(t.app)).toBe(0);
  t.clock.set('2025-11-18T17:30:00+07:00');
  expect(await wakeCases(t.app)).toBe(1);
  const seen = await t.call(c.getCase, { id: second.id }, a.head);
  expect(seen.timeline.find((e) => e.kind === 'case.resumed')?.payload).toMatchObject({ silence: true });
  expect(seen.due.at! > second.dueAt).toBe(true);
  expect(await sign(second.id)).toMatchObject({ step: { key: 'issue' } });
});

test('an applicant who objects ends the wait; the office may propose again', async () => {
  const made = await received(DRAFT);
  await propose(made.id);
  await t.call(
    answerDraft,
    { id: made.id, secret: made.secret, agrees: false, text: 'Sai tên' },
    publicActor,
  );
  const seen = await t.call(c.getCase, { id: made.id }, a.specialist);
  expect(seen.timeline.find((e) => e.kind === 'case.resumed')?.payload).toMatchObject({ agrees: false });
  expect(seen.due.at).toBeDefined();
  await propose(made.id);
  await expect(propose(made.id)).rejects.toThrow(/stepNotOpen/);
});

test('a unit consulted that stays silent agrees, and the case goes on to the next step', async () => {
  const made = await received(CONSULT);
  const there = await t.call(
    c.advanceCase,
    { id: made.id, step: 'appraise', toUnitId: b.unitId },
    a.specialist,
  );
  expect(there).toMatchObject({ atUnitId: b.unitId, step: { key: 'consult' } });
  t.clock.set('2025-11-19T17:30:00+07:00');
  expect(await wakeCases(t.app)).toBeGreaterThan(0);
  const seen = await t.call(c.getCase, { id: made.id }, a.head);
  expect(seen.step).toMatchObject({ key: 'sign', unitId: a.unitId });
  expect(seen.timeline.findLast((e) => e.kind === 'case.stepDone')?.payload).toMatchObject({ silence: true });
  expect(await wakeCases(t.app)).toBe(0);
});

test('silence of a unit asked apart from the plan agrees only by the plan or by a named place of the law', async () => {
  const made = await received(DRAFT);
  const ask = {
    id: made.id,
    unitId: b.unitId,
    question: 'Có ý kiến gì không?',
    limit: { value: 1, unit: 'workingDay' as const },
    silenceConsents: true,
  };
  await expect(t.call(c.consultUnit, ask, a.specialist)).rejects.toThrow(/invalid/i);
  await t.call(c.consultUnit, { ...ask, basis: 'Điều 12 Luật mẫu' }, a.specialist);
});

test('the events make the rows again', async () => {
  for (const replay of casesModule.replays!)
    expect((await t.app.db.read((tx) => replay.verify(tx))).differences).toEqual([]);
});
