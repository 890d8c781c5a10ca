import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { type TestApp, testApp } from '../../kit/testing.ts';
import { revokeCertificate, stateCertificateDuty } from '../mandates/contract.ts';
import { sampleCertificate, samplePaper } from '../mandates/samples.ts';
import { samplePublished } from '../procedures/samples.ts';
import * as c from './contract.ts';
import { type SampleDesk, sampleDesks, sampleReceived } from './samples.ts';

let t: TestApp;
let a: SampleDesk;
let b: SampleDesk;
const OWN = '54:01:A9';
let own: string;

beforeAll(async () => {
  t = await testApp({ now: '2025-11-17T08:00:00+07:00' });
  [a, b] = await sampleDesks(t.app, ['Xã A Mẫu', 'Xã B Mẫu']);
  await samplePublished(t.app);
  const head = { unitId: a.unitId, personId: a.head.personId! };
  own = await sampleCertificate(t.app, head, 'valid');
  await sampleCertificate(t.app, head, 'ending');
  await sampleCertificate(t.app, head, 'later');
  await sampleCertificate(t.app, { unitId: a.unitId, personId: a.desk.personId! }, 'other');
  await t.call(stateCertificateDuty, { unitId: a.unitId, from: '2025-11-18', paper: samplePaper });
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());
beforeEach(() => t.clock.set('2025-11-17T08:00:00+07:00'));

async function approved(at: SampleDesk): Promise<string> {
  const { id } = await sampleReceived(t.app, at);
  await t.call(c.advanceCase, { id, step: 'appraise' }, at.specialist);
  await t.call(c.approveResult, { id, outcome: 'granted', text: 'Đủ điều kiện' }, at.head);
  return id;
}
const standing = async (id: string) => {
  const { decision, step, handling } = await t.call(c.getCase, { id }, a.head);
  return { decision, step: step?.key, handling };
};
const signed = async (id: string) =>
  (await t.call(c.getCase, { id }, a.head)).timeline.find((one) => one.kind === 'case.signed')?.payload;

test('before its day, and in other units, a signature needs no certificate and what it names is not compared', async () => {
  const id = await approved(a);
  await t.call(c.signResult, { id, step: 'sign', serial: 'bất kỳ' }, a.head);
  expect(await signed(id)).toMatchObject({ serial: 'bất kỳ' });
  expect(await signed(id)).not.toHaveProperty('certificateId');
  t.clock.set('2025-11-18T08:00:00+07:00');
  const other = await approved(b);
  await t.call(c.signResult, { id: other, step: 'sign' }, b.head);
});

test('from its day none, unknown, other people’s, not yet valid, expired and revoked ones are refused in plain words; the case waits approved', async () => {
  const id = await approved(a);
  const waiting = await standing(id);
  expect(waiting).toMatchObject({ decision: { outcome: 'granted' }, step: 'sign', handling: 'handling' });
  const refused = async (serial: string | undefined, said: RegExp) => {
    const asked = { id, step: 'sign', ...(serial && { serial }) };
    await expect(t.call(c.signResult, asked, a.head)).rejects.toMatchObject({
      kind: { code: 'mandates.badCertificate' },
      fields: [{ path: 'serial', message: { vi: expect.any(String), en: expect.stringMatching(said) } }],
    });
    expect(await standing(id)).toEqual(waiting);
  };
  t.clock.set('2025-11-18T08:00:00+07:00');
  await refused(undefined, /choose one of your own/);
  await refused('FF', /not registered/);
  await refused('5401D2', /another person/);
  await refused('5401C1', /not valid yet/);
  t.clock.set('2025-12-10T08:00:00+07:00');
  await refused('5401B0', /expired/);
  await t.call(c.signResult, { id, step: 'sign', serial: OWN }, a.head);
  expect(await signed(id)).toMatchObject({ serial: OWN, certificateId: own });
});

test('many are signed with one certificate; after it is revoked each case says so and waits', async () => {
  const ids = [await approved(a), await approved(a)];
  t.clock.set('2025-12-10T08:00:00+07:00');
  const batch = (id: string, serial?: string) =>
    t.call(c.batchCases, { ids: [id], do: 'sign', ...(serial && { serial }) }, a.head);
  expect((await batch(ids[0]!)).items).toMatchObject([{ done: false, problem: 'mandates.badCertificate' }]);
  expect((await batch(ids[0]!, OWN)).items).toMatchObject([{ done: true }]);
  await t.call(revokeCertificate, { id: own, on: '2025-12-10', reason: 'Mất thiết bị' }, a.head);
  const { items } = await batch(ids[1]!, OWN);
  expect(items).toMatchObject([{ done: false, detail: { en: expect.stringContaining('revoked') } }]);
  expect(await standing(ids[1]!)).toMatchObject({ step: 'sign', decision: { outcome: 'granted' } });
});
