import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { instantOf } from '../../kit/day.ts';
import { testApp, type TestApp } from '../../kit/testing.ts';
import { createServer } from '../../server.ts';
import { listAssignments } from '../directives/contract.ts';
import { sampleDirective, sampleTask } from '../directives/samples.ts';
import { sampleAccount, sampleSession } from '../identity/samples.ts';
import { stateDemoOrganisations } from '../organisations/samples.ts';
import { sampleReminders } from './samples.ts';

let t: TestApp;
let http: FastifyInstance;
let cookie: string;
const email = 'van-phong@lienthong.test';

beforeAll(async () => {
  t = await testApp({ now: '2025-11-03T09:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  const directiveId = await sampleDirective(t.app, { number: '03/NQ-CP' });
  const { id } = await sampleTask(t.app, directiveId, { ref: 'TR-1', deadlineText: '20/11/2025' });
  const [a] = (await t.call(listAssignments, { taskId: id })).items;
  await sampleAccount(t.app, {
    email,
    name: 'Lê Văn Phòng',
    roles: [
      { role: 'office', unitId: 'centre' },
      { role: 'coordinator', unitId: a!.unit.id },
    ],
  });
  t.clock.set(instantOf('2025-11-05', '09:00'));
  await sampleReminders(t.app, t.app.clock.now());
  http = await createServer(t.app);
  cookie = `lt_session=${await sampleSession(t.app, email)}`;
});
afterAll(async () => {
  await http.close();
  await t[Symbol.asyncDispose]();
});

const get = async (url: string) => http.inject({ url, headers: { cookie } });
const post = (url: string, fields: Record<string, string>) =>
  http.inject({
    method: 'POST',
    url,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
const csrfOf = (html: string): string => /name="csrf" value="([^"]+)"/.exec(html)![1]!;

test('The inbox shows what is unread with its count, in both languages, and is emptied by one button', async () => {
  const page = await get('/notices');
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('Còn 15 ngày đến hạn: TR-1');
  expect((await get('/notices?lang=en')).body).toContain('Due in 15 days: TR-1');
  const sent = await post('/notices', { csrf: csrfOf(page.body), form: 'read', all: 'true' });
  expect(sent.statusCode).toBe(303);
  expect((await get('/notices?lang=vi')).body).toContain('Không có nhắc việc nào chưa đọc.');
});

test('Reminders sent can be filtered; their receipts and gaps stand there', async () => {
  const page = await get('/notices/sent?rung=due-15');
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('Lê Văn Phòng');
  expect((await get('/notices/sent?state=failed')).body).toContain('Không có nhắc việc nào khớp bộ lọc.');
});

test('The ladder is a form of plain lines: a wrong one keeps what was typed and says which, a right one is in force from its day', async () => {
  const page = await get('/notices/ladders');
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('Trước hạn 15 ngày');
  const fields = {
    csrf: csrfOf(page.body),
    form: 'set',
    validFrom: '10/11/2025',
    rungsText: 'som | dueIn | 20 | owner | app, mail',
    start: '08:00',
    end: '16:30',
    catchUpDays: '10',
    quietDays: '2',
    weekdays: '1',
    holidaysText: '01/01/2026',
    extraText: '',
    note: 'Thử',
  };
  const refused = await post('/notices/ladders', {
    ...fields,
    rungsText: 'som | dueIn | hai mươi | owner | app',
  });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('hai mươi');
  expect((await post('/notices/ladders', fields)).statusCode).toBe(303);
  expect((await get('/notices/ladders')).body).toContain('Phiên bản 1');
});
