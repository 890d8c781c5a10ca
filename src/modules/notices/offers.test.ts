import { afterAll, beforeAll, expect, test } from 'vitest';

import { type MailSink, openMailSink } from '../../../standins/mail-sink.ts';
import { publicActor } from '../../kit/actor.ts';
import { drainJobs } from '../../kit/jobs.ts';
import { testApp, type TestApp } from '../../kit/testing.ts';
import * as c from '../cases/contract.ts';
import { sampleDesk, type SampleDesk, sampleSubmitted } from '../cases/samples.ts';
import { sampleCompetence } from '../mandates/samples.ts';
import { sampleUnit, stateDemoOrganisations } from '../organisations/samples.ts';
import { samplePublished } from '../procedures/samples.ts';
import { listSentNotices } from './contract.ts';

let t: TestApp;
let sink: MailSink;
let a: SampleDesk;
const NEXT = '1.000002';

beforeAll(async () => {
  t = await testApp({ now: '2025-11-17T08:00:00+07:00' });
  sink = await openMailSink(`${t.app.config.dataDir}/mail`);
  t.app.config.smtpUrl = sink.url;
  await stateDemoOrganisations(t.app);
  await sampleCompetence(t.app);
  const unit = {
    level: 'commune',
    kind: 'commune',
    parentId: 'province-46',
    validFrom: '2025-07-01',
  } as const;
  a = await sampleDesk(t.app, await sampleUnit(t.app, { ...unit, nameVi: 'Xã A Mẫu' }));
  await samplePublished(t.app);
  const offer = {
    on: [{ kind: 'granted' as const, procedureCode: '1.000001' }],
    openDays: 30,
    undoDays: 15,
    legalBasis: 'Nghị định 224/2026/NĐ-CP',
  };
  const content = {
    name: { vi: 'Thủ tục tiếp theo', en: 'The next one' },
    rules: { anyPlace: true, proactive: 3 as const, offer },
  };
  await samplePublished(t.app, { code: NEXT, content });
  await t.settle();
}, 60_000);
afterAll(async () => {
  await t[Symbol.asyncDispose]();
  await sink[Symbol.asyncDispose]();
});

const subjects = async (email: string): Promise<string[]> => {
  await t.settle();
  await drainJobs(t.app);
  return sink
    .list()
    .filter((mail) => mail.to.includes(email))
    .map((mail) => mail.subject);
};
/** What one was told, each by its title; several leave in one mail. */
const titles = async (email: string): Promise<string[]> => {
  expect((await subjects(email)).length).toBeGreaterThan(0);
  const { items } = await t.call(listSentNotices, { limit: 500 });
  return items.filter((one) => one.mail?.to === email).map((one) => one.title.vi);
};
const submit = async (email: string) => {
  const applicant = { kind: 'citizen' as const, fullName: 'Lê Thị Mẫu', email };
  const made = await sampleSubmitted(t.app, { placeUnitId: a.unitId, applicant }, { actor: publicActor });
  return { id: made.id, secret: made.secret! };
};

test('who hands in without an account is told so, and told again when he withdraws', async () => {
  const email = 'nop@example.vn';
  const own = await submit(email);
  expect(await subjects(email)).toEqual(['Đã nộp hồ sơ: Xác nhận tình trạng mẫu']);
  await t.call(c.withdrawCase, { ...own, reason: 'Đổi ý' }, publicActor);
  expect((await subjects(email)).at(-1)).toBe('Đã rút hồ sơ');
});

test('what is offered after a result, what is undone, and a result that is revoked come by mail', async () => {
  const email = 'ket-qua@example.vn';
  const { id, secret } = await submit(email);
  await t.call(c.acceptCase, { id }, a.desk);
  await t.call(c.advanceCase, { id, step: 'appraise' }, a.specialist);
  await t.call(c.signResult, { id, step: 'sign', outcome: 'granted' }, a.head);
  await t.call(c.numberResult, { id }, a.specialist);
  expect(await titles(email)).toContain('Có thể bạn cần: Thủ tục tiếp theo');
  const { items } = await t.call(c.listOffersOfCase, { id, secret }, publicActor);
  await t.call(c.acceptOffer, { id: items[0]!.id, secret }, publicActor);
  await t.call(c.undoOffer, { id: items[0]!.id, secret }, publicActor);
  expect(await titles(email)).toContain('Đã hoàn tác: Thủ tục tiếp theo');
  const decision = { decisionNumber: '45/QĐ-UBND', reason: 'Sai thẩm quyền', legalBasis: 'Luật Hộ tịch' };
  await t.call(c.revokeResult, { id, ...decision }, a.head);
  expect((await titles(email)).some((one) => /^Kết quả của hồ sơ .+ bị thu hồi$/.test(one))).toBe(true);
  expect(JSON.stringify(sink.list())).not.toContain(secret);
});
