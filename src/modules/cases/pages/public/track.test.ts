import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { publicActor } from '../../../../kit/actor.ts';
import { testApp, type TestApp } from '../../../../kit/testing.ts';
import { createServer } from '../../../../server.ts';
import { actorOf, sampleAccount, sampleSession } from '../../../identity/samples.ts';
import { samplePublished } from '../../../procedures/samples.ts';
import {
  acceptCase,
  apologise,
  getCase,
  proposeResult,
  refuseCase,
  saveDraft,
  submitCase,
  trackCase,
} from '../../contract.ts';
import { lookupCodeOf } from '../../lookupCode.ts';
import { type SampleDesk, sampleDesks, sampleSubmitted } from '../../samples.ts';
import { Browser } from './testBrowser.ts';

let t: TestApp;
let http: FastifyInstance;
let desk: SampleDesk;
const procedureCode = '1.500003';

beforeAll(async () => {
  t = await testApp();
  [desk] = await sampleDesks(t.app, ['Xã Theo Dõi']);
  const rules = { anyPlace: true, draftToApplicant: { value: 1, unit: 'day' as const } };
  await samplePublished(t.app, { code: procedureCode, content: { rules } });
  http = await createServer(t.app);
}, 60_000);
afterAll(async () => {
  await http.close();
  await t[Symbol.asyncDispose]();
});

/** A case handed in without an account, open in a browser that knows its secret. */
async function followed(): Promise<{ id: string; b: Browser; secret: string }> {
  const draft = await t.call(saveDraft, { procedureCode, content: {} }, publicActor);
  const applicant = { kind: 'citizen' as const, fullName: 'Trần Văn Bình', phone: '0905111222' };
  const draftSecret = draft.secret!;
  await t.call(
    submitCase,
    { id: draft.id, draftSecret, procedureCode, placeUnitId: desk.unitId, applicant },
    publicActor,
  );
  const b = new Browser(http);
  await b.open('/track');
  await b.send('open', { code: draft.id, secret: draftSecret });
  return { id: draft.id, b, secret: draftSecret };
}

test('a draft of the result is read, and objected to with a reason, before its time is over', async () => {
  const { id, b } = await followed();
  await t.call(acceptCase, { id }, desk.desk);
  await t.call(proposeResult, { id, outcome: 'granted', text: 'Xác nhận: sinh năm 1981' }, desk.specialist);
  await b.open(b.at);
  expect(b.body).toContain('Xác nhận: sinh năm 1981');
  expect(b.body).toContain('im lặng được coi là đồng ý');
  await b.send('draft', { agrees: 'false', objection: '' });
  expect(b.status).toBe(422);
  expect(b.body).toContain('Ghi rõ chỗ cần sửa');
  await b.send('draft', { agrees: 'false', objection: 'Tôi sinh năm 1980' });
  expect(b.body).toContain('Không đồng ý với dự thảo kết quả: Tôi sinh năm 1980');
  expect(b.body).not.toContain('im lặng được coi là đồng ý');
});

test('the receipt slip is printed with the secret that this browser keeps', async () => {
  const { id, b } = await followed();
  expect(b.body).not.toContain('value="receipt"');
  await t.call(acceptCase, { id }, desk.desk);
  await b.open(b.at);
  await b.send('slip', { key: 'receipt' });
  expect(b.status).toBe(200);
  expect(b.body.slice(0, 5)).toBe('%PDF-');
});

test('the time line shows every slip where it happened: the apology too, and the first of two', async () => {
  const { id, b, secret } = await followed();
  await t.call(acceptCase, { id }, desk.desk);
  const apology = { id, reason: 'Chờ xác minh', limit: { value: 2, unit: 'workingDay' as const } };
  const basis = 'Nghị định 118/2025/NĐ-CP';
  await t.call(apologise, { ...apology, basis }, desk.specialist);
  await t.call(apologise, { ...apology, basis, decisionNumber: '12/QĐ' }, desk.specialist);
  const { slips } = await t.call(trackCase, { code: id, secret }, publicActor);
  expect(slips.map(({ key }) => key)).toEqual(['receipt', 'apology', 'apology']);
  await b.open(b.at);
  expect(b.body.match(/Cơ quan xin lỗi và hẹn lại ngày trả/g)).toHaveLength(2);
  for (const { key, about } of slips)
    expect(b.body).toMatch(new RegExp(`name="about" value="${about}"[^]{0,300}value="${key}"`));
  await b.send('slip', { key: 'apology', about: String(slips[1]!.about) });
  expect(b.body.slice(0, 5)).toBe('%PDF-');
  const seen = await t.call(getCase, { id }, desk.desk);
  const d = new Browser(http);
  d.jar.set('lt_session', await sampleSession(t.app, `desk.${desk.unitId}@cases.test.vn`));
  await d.open(`/cases/${id}`);
  for (const { key, about } of slips) expect(d.body).toContain(`/slips/${key}?about=${about}"`);
  await d.open(`/api/cases/${id}/slips/apology?about=${slips[1]!.about}`);
  expect(d.body.slice(0, 5)).toBe('%PDF-');
  const issued = seen.timeline.filter(({ kind }) => kind === 'case.slipIssued');
  expect(issued.map(({ payload }) => payload['about'])).toEqual([slips[1]!.about]);
});

test('how a case was handled is rated once, after it has ended', async () => {
  const { id, b } = await followed();
  expect(b.body).not.toContain('name="stars"');
  await t.call(
    refuseCase,
    { id, reason: 'Không thuộc thẩm quyền', legalBasis: 'Luật Hộ tịch 2014' },
    desk.desk,
  );
  await b.open(b.at);
  await b.send('rate', { stars: '', text: 'Nhanh' });
  expect(b.status).toBe(422);
  expect(b.body).toContain('Nhanh');
  expect(b.body).toContain('Chọn một mức, từ 1 đến 5.');
  await b.send('rate', { stars: '4', text: 'Nhanh' });
  expect(b.body).not.toContain('name="stars"');
  const seen = await t.call(getCase, { id }, desk.desk);
  expect(seen.timeline.find((one) => one.kind === 'case.rated')?.payload).toMatchObject({ stars: 4 });
});

test('the secret opens the case as people copy it from a slip: in small letters, with spaces', async () => {
  const { id, secret } = await followed();
  const other = new Browser(http);
  await other.open('/track');
  await other.send('open', { code: id, secret: 'AAAAAAAAAA' });
  expect(other.body).toContain('Chưa mở được hồ sơ');
  await other.send('open', { code: id, secret: ` ${secret.slice(0, 5).toLowerCase()} ${secret.slice(5)}` });
  expect(other.at).toBe(`/track/${id}`);
  expect(other.body).toContain('chờ bộ phận một cửa');
});

test('the short code opens the case; a mistyped one is told as that', async () => {
  const { id, secret, b } = await followed();
  const code = lookupCodeOf(id)!;
  expect(b.body).toContain(`Mã tra cứu ${code}`);
  const other = new Browser(http);
  await other.open('/track');
  await other.send('open', { code: code.slice(0, -1), secret });
  expect(other.status).toBe(422);
  expect(other.body).toContain('Mã tra cứu gõ chưa đúng');
  await other.send('open', { code: code.toLowerCase().replaceAll('-', ''), secret });
  expect(other.at).toBe(`/track/${id}`);
});

test('the secret is asked for anew at the address of a slip, and never stands in it', async () => {
  const { id } = await followed();
  const stranger = new Browser(http);
  await stranger.open(`/track/${id}`);
  expect(stranger.body).toContain('name="secret"');
  expect(stranger.body).not.toContain('Trần Văn Bình');
  await stranger.send('message', { text: 'Tôi là ai?', secret: 'AAAAAAAAAA' });
  expect(stranger.status).toBe(422);
  expect((await t.call(getCase, { id }, desk.desk)).timeline.map((one) => one.kind)).not.toContain(
    'case.message',
  );
});

test('who has handed in before under his account is not asked for his number and phone again', async () => {
  await sampleAccount(t.app, { email: 'binh@dan.vn', name: 'Trần Văn Bình', roles: [] });
  const actor = await actorOf(t.app, 'binh@dan.vn');
  const stated = { kind: 'citizen' as const, fullName: 'Trần Văn Bình', personalId: '046090000777' };
  const applicant = { ...stated, phone: '0905777777' };
  const made = await sampleSubmitted(
    t.app,
    { procedureCode, placeUnitId: desk.unitId, applicant },
    { actor },
  );
  await t.call(acceptCase, { id: made.id }, desk.desk);
  const b = new Browser(http);
  b.jar.set('lt_session', await sampleSession(t.app, 'binh@dan.vn'));
  await b.open(`/procedures/${procedureCode}/apply`);
  expect(b.body).toContain('lưu vào Hồ sơ của tôi');
  await b.send('begin', {});
  for (const known of ['046090000777', '0905777777']) expect(b.body).toContain(`value="${known}"`);
  expect(b.body).not.toContain('cùng mã bí mật');
});
