import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { testApp, type TestApp } from '../../../../kit/testing.ts';
import { createServer } from '../../../../server.ts';
import { sampleAccount, sampleSession } from '../../../identity/samples.ts';
import { samplePublished } from '../../../procedures/samples.ts';
import { acceptCase, askDuty, askSupplement, getCase } from '../../contract.ts';
import { type SampleDesk, sampleDesks } from '../../samples.ts';
import { Browser } from './testBrowser.ts';
import { form, paper } from './testProcedure.ts';

let t: TestApp;
let http: FastifyInstance;
let desk: SampleDesk;
const code = '1.500001';

beforeAll(async () => {
  t = await testApp();
  [desk] = await sampleDesks(t.app, ['Xã Công Khai']);
  await samplePublished(t.app, {
    code,
    content: { name: { vi: 'Xác nhận cư trú', en: 'Residence' }, form, components: [paper] },
  });
  const desks = [
    {
      channel: 'desk' as const,
      limit: { value: 1, unit: 'workingDay' as const },
      fee: { kind: 'free' as const },
    },
  ];
  await samplePublished(t.app, {
    code: '1.500002',
    content: { name: { vi: 'Chỉ nộp tại quầy', en: 'Desk only' }, channels: desks },
  });
  http = await createServer(t.app);
}, 60_000);
afterAll(async () => {
  await http.close();
  await t[Symbol.asyncDispose]();
});

const pdf = '%PDF-1.4\n%%EOF startxref\n';
const who = {
  'who.kind': 'citizen',
  'who.for': 'self',
  'who.fullName': 'Lê Thị Hoa',
  'who.personalId': '046190000001',
  'who.phone': '0912 345 678',
};
const answers = () => ({ 'form.residence': desk.unitId, 'form.purpose': 'Nhập học' });

let b: Browser;
const draftId = (): string => /draft=([\w-]+)/.exec(b.at)![1]!;
async function fill(): Promise<void> {
  await b.open(`/procedures/${code}/apply`);
  await b.send('begin', {});
  await b.send('who', who);
  await b.send('form', answers());
  await b.upload('papers', {}, 'file.photo', pdf);
  await b.send('give', { 'give.how': 'portal' });
}
const secretOn = (body: string): string => /<code>([2-9A-HJ-NP-Z]{10})<\/code>/.exec(body)![1]!;
beforeEach(() => {
  b = new Browser(http);
});

describe('applying without an account', () => {
  test('goes through five steps to a confirmation that shows code and secret', async () => {
    await fill();
    expect(b.at).toContain('step=review');
    expect(b.body).toContain('Nhập học');
    expect(b.body).toContain('Xã Công Khai');
    expect(b.body).toContain('18/11/2025');
    await b.send('review', { truth: 'true' });
    expect(b.status).toBe(200);
    const secret = secretOn(b.body);
    expect(b.addresses.join(' ')).not.toContain(secret);
    const seen = await t.call(getCase, { id: draftId() }, desk.desk);
    expect(seen.content).toMatchObject({
      applicant: { fullName: 'Lê Thị Hoa', personalId: '046190000001', phone: '0912345678' },
      values: { fullName: 'Lê Thị Hoa', residence: desk.unitId, purpose: 'Nhập học' },
      components: [{ component: 'photo', form: 'scan', fileIds: [expect.any(String)] }],
      delivery: { how: 'portal' },
    });
  });

  test('is thrown away for good, and says so', async () => {
    await b.open(`/procedures/${code}/apply`);
    await b.send('begin', {});
    const at = b.at;
    await b.send('drop', {});
    expect([b.at, b.status]).toEqual([`/procedures/${code}`, 200]);
    expect(b.body).toContain('Đã xóa hồ sơ đang soạn');
    await b.open(at);
    expect(b.body).toContain('name="secret"');
  });

  test('shows the same confirmation when it is sent again', async () => {
    await fill();
    await b.send('review', { truth: 'true' });
    const secret = secretOn(b.body);
    await b.send('review', { truth: 'true' });
    expect(secretOn(b.body)).toBe(secret);
    await b.open(b.at);
    expect(b.at).toMatch(/^\/track\//);
  });

  test('asks for nothing that step 1 has asked for already', async () => {
    await b.open(`/procedures/${code}/apply`);
    await b.send('begin', {});
    await b.send('who', who);
    expect(b.body).not.toContain('name="form.fullName"');
    expect(b.body).toContain('Lê Thị Hoa');
  });

  test('keeps what was typed when a step is refused, and in the draft', async () => {
    await b.open(`/procedures/${code}/apply`);
    await b.send('begin', {});
    await b.send('who', { ...who, 'who.personalId': '12', 'who.phone': '' });
    expect(b.status).toBe(422);
    expect(b.body).toContain('value="Lê Thị Hoa"');
    expect(b.body).toContain('12 chữ số');
    await b.open(b.at);
    expect(b.body).toContain('value="12"');
  });

  test('tells at its box why a file is refused, and what is missing', async () => {
    await b.open(`/procedures/${code}/apply`);
    await b.send('begin', {});
    await b.open(b.at.replace('step=who', 'step=papers'));
    await b.upload('papers', {}, 'file.photo', '%PDF-1.4 /Encrypt 5 0 R startxref %%EOF');
    expect(b.status).toBe(422);
    expect(b.body).toContain('Tệp có mật khẩu');
    await b.upload('papers', { 'atDesk.photo': 'true' }, 'file.photo', ' '.repeat(20 * 1024 * 1024 + 1));
    expect(b.status).toBe(422);
    expect(b.body).toContain('anh.pdf: tệp lớn hơn 20 MB. Chọn tệp nhỏ hơn');
    await b.send('papers', {});
    expect(b.body).toContain('Ảnh chân dung: chọn tệp');
    await b.send('papers', { 'atDesk.photo': 'true' });
    expect(b.at).toContain('step=give');
  });

  test('cannot be handed in before it is complete; the review leads to what is missing', async () => {
    await b.open(`/procedures/${code}/apply`);
    await b.send('begin', {});
    await b.open(b.at.replace('step=who', 'step=review'));
    expect(b.body).toContain('Hồ sơ chưa đủ để nộp');
    await b.send('review', { truth: 'true' });
    expect(b.status).toBe(422);
  });

  test('is continued elsewhere by link and secret, and nowhere without', async () => {
    await fill();
    await b.send('later', {});
    const secret = secretOn(b.body);
    const other = new Browser(http);
    await other.open(`/procedures/${code}/apply?draft=${draftId()}`);
    expect(other.body).not.toContain('Lê Thị Hoa');
    await other.send('open', { secret: 'AAAAAAAAAA' });
    expect(other.status).toBe(422);
    await other.send('open', { secret });
    expect(other.body).toContain('Lê Thị Hoa');
    expect([...b.addresses, ...other.addresses].join(' ')).not.toContain(secret);
  });

  test('loses nothing when the browser has forgotten the secret in between', async () => {
    await b.open(`/procedures/${code}/apply`);
    await b.send('begin', {});
    await b.send('later', {});
    const secret = secretOn(b.body);
    await b.open(`/procedures/${code}/apply?draft=${draftId()}&step=who`);
    for (const name of b.jar.keys()) if (name.startsWith('lt_k')) b.jar.delete(name);
    await b.send('who', who);
    expect(b.body).toContain('value="Lê Thị Hoa"');
    await b.send('who', { ...who, secret });
    expect(b.at).toContain('step=form');
  });
});

describe('following a case', () => {
  async function submitted(): Promise<{ id: string; secret: string }> {
    await fill();
    const id = draftId();
    await b.send('review', { truth: 'true' });
    return { id, secret: secretOn(b.body) };
  }

  test('needs code and secret, and explains the due date line by line', async () => {
    const { id, secret } = await submitted();
    const accepted = await t.call(acceptCase, { id }, desk.desk);
    const other = new Browser(http);
    await other.open('/track');
    await other.send('open', { code: accepted.code!, secret: 'AAAAAAAAAA' });
    expect(other.status).toBe(422);
    await other.send('open', { code: accepted.code!, secret });
    expect(other.at).toBe(`/track/${accepted.code}`);
    expect(other.body).toContain('Đã tiếp nhận');
    for (const { vi } of (await t.call(getCase, { id }, desk.desk)).due.lines)
      expect(other.body).toContain(vi);
    expect(other.addresses.join(' ')).not.toContain(secret);
    const stranger = new Browser(http);
    expect((await stranger.open(`/track/${accepted.code}`)).body).not.toContain('Đã tiếp nhận');
  });

  test('a supplement is answered in place: a field, a paper, and nothing is lost when it is refused', async () => {
    const { id } = await submitted();
    const points = [
      { field: 'purpose', reason: 'incomplete' as const, text: 'Ghi rõ tên trường' },
      { component: 'photo', reason: 'unreadable' as const, text: 'Ảnh mờ' },
    ];
    await t.call(askSupplement, { id, points }, desk.desk);
    await b.open(`/track/${id}`);
    expect(b.body).toContain('Ghi rõ tên trường');
    expect(b.body).toContain('Đang tạm dừng: ngày hẹn mới');
    expect(b.body).toContain('value="Nhập học"');
    await b.upload('supplement', { 'form.purpose': 'Nhập học trường A' }, 'file.photo', '');
    expect(b.status).toBe(422);
    expect(b.body).toContain('value="Nhập học trường A"');
    await b.upload('supplement', { 'form.purpose': 'Nhập học trường A' }, 'camera.photo', pdf);
    const seen = await t.call(getCase, { id }, desk.desk);
    expect(seen.handling).toBe('submitted');
    expect(seen.content?.values['purpose']).toBe('Nhập học trường A');
    expect(seen.content?.components).toHaveLength(2);
  });

  test('a payment is shown with the case code, and a receipt can be handed in', async () => {
    const { id } = await submitted();
    const { code: caseCode } = await t.call(acceptCase, { id }, desk.desk);
    await t.call(askDuty, { id, amount: 150_000, basis: 'Thông tư 85/2019/TT-BTC' }, desk.specialist);
    await b.open(`/track/${id}`);
    expect(b.body).toContain('150.000 đồng');
    expect(b.body).toContain(caseCode);
    await b.upload('receipt', {}, 'file.receipt', pdf, 'bien-lai.pdf');
    expect((await b.open(`/track/${id}`)).body).toContain('biên lai điện tử: bien-lai.pdf');
  });

  test('messages, stopping and withdrawing are there while they are open', async () => {
    const { id } = await submitted();
    await b.open(`/track/${id}`);
    await b.send('message', { text: 'Bao giờ xong?' });
    expect(b.body).toContain('Bao giờ xong?');
    await b.send('stop', { how: 'withdraw', reason: '' });
    expect(b.status).toBe(422);
    await b.send('stop', { how: 'withdraw', reason: 'Nộp nhầm' });
    expect(b.body).toContain('Bạn đã rút hồ sơ');
    expect((await t.call(getCase, { id }, desk.desk)).handling).toBe('withdrawn');
  });
});

test('the page of a procedure and the start page lead here, only where it is offered', async () => {
  expect((await b.open(`/procedures/${code}`)).body).toContain(`/procedures/${code}/apply`);
  await b.open(`/procedures/${code}?placeId=${desk.unitId}`);
  expect(b.body).toContain(`/procedures/${code}/apply?placeId=${desk.unitId}`);
  await b.open(`/procedures/${code}/apply?placeId=${desk.unitId}`);
  await b.send('begin', {});
  expect((await b.open(b.at.replace('step=who', 'step=form'))).body).toContain('value="Xã Công Khai"');
  expect((await b.open(`/procedures/${code}/apply?draft=abc`)).status).toBe(200);
  expect((await b.open('/procedures/1.500002')).body).not.toContain('/procedures/1.500002/apply');
  expect(b.body).toContain('Chưa nộp trực tuyến được');
  expect((await b.open('/procedures/1.500002/apply')).body).toContain('chưa nhận hồ sơ trực tuyến');
  expect((await b.open('/')).body).toContain('href="/track"');
});

test('who is signed in finds drafts and cases without a secret', async () => {
  await sampleAccount(t.app, { email: 'hoa@dan.vn', name: 'Lê Thị Hoa', roles: [] });
  b.jar.set('lt_session', await sampleSession(t.app, 'hoa@dan.vn'));
  await b.open(`/procedures/${code}/apply`);
  await b.send('begin', {});
  expect(b.body).toContain('value="Lê Thị Hoa"');
  const id = draftId();
  expect((await b.open('/my')).body).toContain(id);
  await b.open(`/procedures/${code}/apply?draft=${id}`);
  await b.send('who', who);
  await b.send('form', answers());
  await b.send('papers', { 'atDesk.photo': 'true' });
  await b.send('give', { 'give.how': 'portal' });
  await b.send('review', { truth: 'true' });
  expect(b.body).toContain('Đã nộp hồ sơ');
  expect((await b.open('/my')).body).toContain(`/track/${id}`);
  expect((await b.open(`/track/${id}`)).body).toContain('chờ bộ phận một cửa');
  expect(b.body).not.toContain('name="secret"');
});

test('every page is whole in English and below 100 kB', async () => {
  await fill();
  for (const step of ['who', 'form', 'papers', 'give', 'review']) {
    await b.open(`/procedures/${code}/apply?draft=${draftId()}&step=${step}&lang=en`);
    expect(b.status).toBe(200);
    expect(b.body.length).toBeLessThan(60_000);
    expect(b.body).toContain('Step ');
  }
});
