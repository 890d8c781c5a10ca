import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { testApp, type TestApp } from '../../../kit/testing.ts';
import { createServer } from '../../../server.ts';
import { sampleAccount, sampleSession } from '../../identity/samples.ts';
import { stateDemoOrganisations } from '../../organisations/samples.ts';
import { countWaitingForMe, listAssignments, listDifficulties, listQueue, listReports } from '../contract.ts';
import { sampleDirective, sampleTask } from '../samples.ts';

let t: TestApp;
let http: FastifyInstance;
let directiveId: string;
let taskId: string;
let assignmentId: string;
const cookies: Record<'coordinator' | 'head' | 'office', string> = { coordinator: '', head: '', office: '' };

beforeAll(async () => {
  t = await testApp({ now: '2025-11-17T08:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  http = await createServer(t.app);
  const early = { now: new Date('2025-01-10T09:00:00+07:00') };
  directiveId = await sampleDirective(
    t.app,
    {
      titleVi: 'Chương trình hành động về chuyển đổi số',
      settings: { cycle: { period: 'quarter', cutoffDay: 25, cutoffMonthOffset: 0 } },
    },
    early,
  );
  taskId = (
    await sampleTask(
      t.app,
      directiveId,
      {
        ref: 'NV-001',
        titleVi: 'Trình nghị định về dữ liệu',
        leadText: 'Bộ Khoa học và Công nghệ',
        deadlineText: '12/2025',
      },
      early,
    )
  ).id;
  assignmentId = (await t.call(listAssignments, { taskId })).items[0]!.id;
  for (const [role, unitId] of [
    ['coordinator', 'most'],
    ['head', 'most'],
    ['office', 'centre'],
  ] as const) {
    await sampleAccount(t.app, {
      email: `${role}@demo.vn`,
      name: role,
      roles: [{ role, unitId, clearance: 'internal' }],
    });
    cookies[role] = `lt_session=${await sampleSession(t.app, `${role}@demo.vn`)}`;
  }
});
afterAll(async () => {
  await http.close();
  await t[Symbol.asyncDispose]();
});

const get = (url: string, cookie = '') => http.inject({ url, headers: { cookie } });

/** Sends a form of a page as a browser does, with its token. */
async function post(url: string, fields: Record<string, string>, cookie: string) {
  const shown = await get(url, cookie);
  const csrf = /name="csrf" value="([^"]+)"/.exec(shown.body)?.[1] ?? '';
  return http.inject({
    method: 'POST',
    url,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ csrf, ...fields }).toString(),
  });
}

test('Everybody sees the start page, the directive with its tree and the task with its deadline explained', async () => {
  const start = await get('/');
  expect(start.statusCode).toBe(200);
  expect(start.body).toContain('Chương trình hành động về chuyển đổi số');
  expect((await get('/directives?q=chuyen+doi+so')).body).toContain('03/NQ-CP');
  const one = await get(`/directives/${directiveId}`);
  expect(one.body).toContain('NV-001');
  expect(one.body).toContain('Báo cáo hằng quý.');
  const task = await get(`/tasks/${taskId}`);
  expect(task.body).toContain('31/12/2025');
  expect(task.body).toContain('Vì sao ở trạng thái này');
  const past = await get(`/tasks/${taskId}?asOf=01/03/2025`);
  expect(past.body).toContain('Trang đang hiện tình trạng cuối ngày 01/03/2025');
});

test('The pages of work ask for sign-in and then show what one owes', async () => {
  expect((await get('/work')).headers.location).toContain('/sign-in');
  const mine = await get('/work', cookies.coordinator);
  expect(mine.statusCode).toBe(200);
  expect(mine.body).toContain('Trình nghị định về dữ liệu');
});

test('A refused report keeps what was typed and names the field', async () => {
  const url = `/assignments/${assignmentId}/report`;
  const refused = await post(
    url,
    { form: 'default', outcome: 'done', result: 'Đã trình Chính phủ', 'product.number': '12/TTr' },
    cookies.coordinator,
  );
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('Đã trình Chính phủ');
  expect(refused.body).toContain('href="#f-default-product-date"');
});

test('A report travels from the form through the head to the standing office and is accepted', async () => {
  const url = `/assignments/${assignmentId}/report`;
  const sent = await post(
    url,
    {
      form: 'default',
      outcome: 'done',
      period: '2025-Q4',
      result: 'Đã ban hành',
      'product.number': '15/2025/NĐ-CP',
      'product.date': '14/11/2025',
      'difficulties.0.kind': 'difficulty',
      'difficulties.0.body': '',
    },
    cookies.coordinator,
  );
  expect(sent.headers.location).toBe(`/assignments/${assignmentId}`);
  const report = (await t.call(listReports, { id: assignmentId })).items[0]!;
  expect(report).toMatchObject({ period: '2025-Q4', claims: true, product: { date: '2025-11-14' } });
  expect((await get('/queue', cookies.office)).body).not.toContain('15/2025/NĐ-CP');
  expect((await get('/queue', cookies.head)).body).toContain('15/2025/NĐ-CP');
  expect((await post('/queue', { id: report.id, decision: 'confirm' }, cookies.head)).statusCode).toBe(303);
  const withoutReason = await post(
    '/queue',
    { id: report.id, decision: 'return', reason: '' },
    cookies.office,
  );
  expect(withoutReason.body).toContain('Cần ghi lý do trả lại.');
  expect((await post('/queue', { id: report.id, decision: 'accept' }, cookies.office)).statusCode).toBe(303);
  const done = await get(`/assignments/${assignmentId}`, cookies.office);
  expect(done.body).toContain('Hoàn thành đúng hạn');
});

test('The office enters a directive, sees the fan-out before saving a task, and saves it', async () => {
  const entered = await post(
    '/directives/new',
    {
      number: '9/KH',
      kind: 'plan',
      issuedOn: '15/10/2025',
      ownerUnitId: 'centre',
      titleVi: 'Kế hoạch mới',
      classification: 'internal',
      'settings.confirm': 'true',
      sections: 'I | Thể chế',
    },
    cookies.office,
  );
  const url = String(entered.headers.location);
  expect(url).toMatch(/tasks\/new$/);
  const fields = {
    kind: 'task',
    ref: 'KH-1',
    titleVi: 'Lập kế hoạch',
    sectionCode: 'I',
    leadText: 'Các bộ, cơ quan ngang bộ',
    deadlineText: 'quý I/2026',
  };
  const preview = await post(url, { ...fields, action: 'preview' }, cookies.office);
  expect(preview.body).toMatch(/= \d+ đơn vị vào ngày 15\/10\/2025/);
  expect(preview.body).toContain('Lập kế hoạch');
  const saved = await post(url, { ...fields, action: 'save' }, cookies.office);
  expect(saved.headers.location).toMatch(/^\/directives\//);
  expect((await get(String(saved.headers.location), cookies.office)).body).toContain('Lập kế hoạch');
  expect((await get(String(saved.headers.location))).statusCode).toBe(404);
});

const csrfIn = (body: string) => /name="csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';
/** Sends the form of a unit from the page of the task, as a browser without scripts does. */
async function assign(fields: Record<string, string>) {
  const url = `/tasks/${taskId}`;
  const cookie = cookies.office;
  const csrf = csrfIn((await get(url, cookie)).body);
  const payload = new URLSearchParams({ csrf, form: 'units', role: 'coordinating', ...fields }).toString();
  const type = 'application/x-www-form-urlencoded';
  return http.inject({ method: 'POST', url, headers: { cookie, 'content-type': type }, payload });
}

test('A unit is found by typing a part of its name, chosen among what fits, and assigned, without a script', async () => {
  const asked = await assign({ 'unitIds-text': 'tu phap', 'unitIds-seen': '' });
  expect(asked.statusCode).toBe(422);
  expect(asked.body).toContain('Chọn một trong các cơ quan khớp với “tu phap”.');
  const found = /type="radio" name="unitIds" value="([^"]+)"/.exec(asked.body)?.[1] ?? '';
  expect(asked.body).toContain('value="tu phap"');

  const sent = await assign({ 'unitIds-text': 'tu phap', 'unitIds-seen': 'tu phap', unitIds: found });
  expect(sent.statusCode).toBe(303);
  const { items } = await t.call(listAssignments, { taskId });
  expect(items.map((a) => a.unit.id)).toContain(found);

  const typed = await assign({ 'unitIds-text': 'bo tai chinh', 'unitIds-seen': 'tu phap', unitIds: found });
  expect(typed.statusCode).toBe(303);
  const nothing = await assign({ 'unitIds-text': 'khong co co quan nay', 'unitIds-seen': '' });
  expect(nothing.body).toContain('Không có cơ quan nào khớp');
});

test('A filter by unit becomes an address with the unit, or asks which one is meant', async () => {
  const one = await get('/board?unitId-text=bo+khoa+hoc+va+cong+nghe&unitId-seen=', cookies.office);
  expect([one.statusCode, one.headers.location]).toEqual([303, '/board?unitId=most']);
  const shown = await get('/board?unitId=most', cookies.office);
  expect(shown.body).toContain('value="Bộ Khoa học và Công nghệ"');
  const several = await get('/board?unitId-text=bo&unitId-seen=', cookies.office);
  expect(several.statusCode).toBe(200);
  expect(several.body).toContain('type="radio" name="unitId"');
  const cleared = await get('/board?unitId=most&unitId-text=&unitId-seen=x', cookies.office);
  expect(cleared.headers.location).toBe('/board');
});

test('Directives are filtered by who issued them, with the number of each', async () => {
  const all = await get('/directives');
  expect(all.body).toContain('<option value="Chính phủ">Chính phủ (1)</option>');
  const none = await get('/directives?issuer=Th%E1%BB%A7+t%C6%B0%E1%BB%9Bng');
  expect(none.body).not.toContain('Chương trình hành động về chuyển đổi số');
  expect(none.body).toContain('selected');
  const its = await get('/directives?issuer=Ch%C3%ADnh+ph%E1%BB%A7');
  expect(its.body).toContain('Chương trình hành động về chuyển đổi số');
});

test('The short address of a unit leads to its page for good', async () => {
  const moved = await get('/units/most?asOf=2025-01-01');
  expect([moved.statusCode, moved.headers.location]).toEqual([
    308,
    '/organisations/units/most?asOf=2025-01-01',
  ]);
});

test('The rules of risk are read by all, with thresholds in words, and stated anew by those who may', async () => {
  const read = await get('/risk-rules');
  expect(read.body).toContain('Không có báo cáo nào trong 45 ngày trở lên');
  expect(read.body).not.toContain('Ban hành bộ quy tắc mới');
  const fields = {
    'rules.0.code': 'silence',
    'rules.0.kind': 'silence',
    'rules.0.days': '30',
    'rules.1.code': 'half-time',
    'rules.1.kind': '',
    validFrom: '18/11/2025',
    reason: 'Thông báo 15/TB-VPCP',
  };
  const wrong = await post(
    '/risk-rules',
    { ...fields, form: 'default', 'rules.0.days': 'ba' },
    cookies.office,
  );
  expect(wrong.statusCode).toBe(422);
  expect((await post('/risk-rules', { ...fields, form: 'default' }, cookies.office)).statusCode).toBe(303);
  const after = await get('/risk-rules', cookies.office);
  expect(after.body).toContain('Không có báo cáo nào trong 30 ngày trở lên');
  expect(after.body).toContain('Chưa đến ngày áp dụng');
  expect(after.body).toMatch(/Ban hành: office, /);
  expect((await post('/risk-rules', { ...fields, form: 'default' }, cookies.head)).statusCode).not.toBe(303);
});

test('Beside the entries of the navigation stand the true numbers of what waits', async () => {
  const { queue, difficulties } = await t.call(countWaitingForMe, {});
  const { items } = await t.call(listQueue, { limit: 500 });
  expect(queue).toBe(items.length);
  expect(difficulties).toBe((await t.call(listDifficulties, { state: 'open', limit: 500 })).items.length);
});

test('The shares of the start page are the figures of the catalogue, by their definitions', async () => {
  const start = await get('/');
  for (const code of ['completionOfAll', 'onTimeOfClosedAndOverdue', 'overdueShare'])
    expect(start.body).toContain(`/figures/${code}?count=assignments&amp;kind=all`);
});
