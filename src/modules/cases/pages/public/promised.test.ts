import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { testApp, type TestApp } from '../../../../kit/testing.ts';
import { createServer } from '../../../../server.ts';
import { sampleSession } from '../../../identity/samples.ts';
import { samplePublished } from '../../../procedures/samples.ts';
import { acceptCase, askSupplement } from '../../contract.ts';
import { type SampleDesk, sampleDesks } from '../../samples.ts';
import { Browser } from './testBrowser.ts';
import { form, paper } from './testProcedure.ts';

let t: TestApp;
let http: FastifyInstance;
let desk: SampleDesk;
const code = '1.500004';

beforeAll(async () => {
  t = await testApp();
  [desk] = await sampleDesks(t.app, ['Xã Giữ Lời']);
  await samplePublished(t.app, {
    code,
    content: { name: { vi: 'Xác nhận cư trú', en: 'Residence' }, form, components: [paper] },
  });
  http = await createServer(t.app);
}, 60_000);
afterAll(async () => {
  await http.close();
  await t[Symbol.asyncDispose]();
});

async function applied(): Promise<{ id: string; b: Browser }> {
  const b = new Browser(http);
  await b.open(`/procedures/${code}/apply`);
  await b.send('begin', {});
  const id = /draft=([\w-]+)/.exec(b.at)![1]!;
  await b.send('who', {
    'who.kind': 'citizen',
    'who.for': 'self',
    'who.fullName': 'Lê Thị Hoa',
    'who.personalId': '046190000001',
    'who.phone': '0912 345 678',
  });
  await b.send('form', { 'form.residence': desk.unitId, 'form.purpose': 'Nhập học' });
  await b.send('papers', { 'atDesk.photo': 'true' });
  await b.send('give', { 'give.how': 'portal' });
  await b.send('review', { truth: 'true' });
  expect(b.body).toContain('Giấy tờ bạn sẽ nộp tại quầy');
  await b.open(`/track/${id}`);
  return { id, b };
}

async function atDesk(id: string): Promise<Browser> {
  const d = new Browser(http);
  d.jar.set('lt_session', await sampleSession(t.app, `desk.${desk.unitId}@cases.test.vn`));
  return d.open(`/cases/${id}`);
}

test('the paper promised in the application is shown to both, and taken in by one button', async () => {
  const { id, b } = await applied();
  expect(b.body).toContain('sẽ nộp tại quầy');
  expect(b.body).toContain('Nộp tại bộ phận một cửa của Xã Giữ Lời');
  const d = await atDesk(id);
  expect(d.body).toContain('sẽ nộp tại quầy');
  expect(d.body).toContain('data-key="1"');
  await d.send('receivePaper', { component: 'photo', as: 'original' });
  expect(d.body).toContain('Đã ghi nhận giấy tờ.');
  expect(d.body).toContain('Bản chính × 1');
  expect(d.body).toContain('Đã nhận tại quầy: Ảnh chân dung (bản chính × 1)');
  expect(d.body).not.toContain('data-key="1"');
  await b.open(b.at);
  expect(b.body).not.toContain('sẽ nộp tại quầy');
  expect(b.body).toContain('bản chính × 1');
});

test('a paper asked for is promised at the supplement, which waits for it', async () => {
  const { id, b } = await applied();
  await t.call(acceptCase, { id }, desk.desk);
  const points = [{ component: 'photo', reason: 'missing' as const, text: 'Thiếu ảnh' }];
  await t.call(askSupplement, { id, points }, desk.specialist);
  await b.open(b.at);
  await b.send('supplement', {});
  expect(b.status).toBe(422);
  await b.send('supplement', { 'atDesk.photo': 'true' });
  expect(b.body).toContain('Đã ghi nhận. Mang giấy tờ đến bộ phận một cửa');
  expect(b.body).toContain('Chờ bạn bổ sung');
  expect(b.body).toMatch(/name="atDesk.photo"[^>]*checked/);
  const d = await atDesk(id);
  expect(d.body).toContain('Người nộp sẽ nộp tại quầy: Ảnh chân dung; hồ sơ vẫn chờ bổ sung');
  await d.send('receivePaper', { component: 'photo', as: 'copy' });
  await b.open(b.at);
  expect(b.body).not.toContain('Chờ bạn bổ sung');
});
