import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { publicActor } from '../../../../kit/actor.ts';
import { type TestApp, testApp } from '../../../../kit/testing.ts';
import { createServer } from '../../../../server.ts';
import { sampleAccount, sampleSession } from '../../../identity/samples.ts';
import { samplePublished } from '../../../procedures/samples.ts';
import { advanceCase, getCase, listCases, listViews } from '../../contract.ts';
import { type SampleDesk, sampleReceived, sampleSubmitted, sampleDesks } from '../../samples.ts';

let t: TestApp;
let http: FastifyInstance;
let desk: SampleDesk;
const cookies = { desk: '', specialist: '', head: '', leader: '' };

beforeAll(async () => {
  t = await testApp({ now: '2025-11-17T08:00:00+07:00' });
  [desk] = await sampleDesks(t.app, ['Xã Bàn Mẫu']);
  await samplePublished(t.app);
  await sampleAccount(t.app, {
    email: 'leader@cases.test.vn',
    name: 'Lãnh đạo',
    roles: [{ role: 'leader', unitId: 'province-46', clearance: 'internal' }],
  });
  http = await createServer(t.app);
  await signIn();
}, 60_000);
afterAll(async () => {
  await http.close();
  await t[Symbol.asyncDispose]();
});

async function signIn(): Promise<void> {
  for (const who of ['desk', 'specialist', 'head'] as const)
    cookies[who] = `lt_session=${await sampleSession(t.app, `${who}.${desk.unitId}@cases.test.vn`)}`;
  cookies.leader = `lt_session=${await sampleSession(t.app, 'leader@cases.test.vn')}`;
}

const get = (url: string, cookie: string) => http.inject({ url, headers: { cookie } });
async function post(url: string, fields: Record<string, string | string[]>, cookie: string) {
  const shown = await get(url, cookie);
  const csrf = /name="csrf" value="([^"]+)"/.exec(shown.body)?.[1] ?? '';
  const body = new URLSearchParams({ csrf });
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) body.append(name, one);
  return http.inject({
    method: 'POST',
    url,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    payload: body.toString(),
  });
}

test('An address that names nothing, and a page without the right to it, are not found; a filter that cannot be is left out', async () => {
  for (const url of ['/cases/khong-co', '/catalogue']) {
    const { statusCode, body } = await get(url, cookies.desk);
    expect([url, statusCode, body.includes('Không tìm thấy'), body.includes('Cần đăng nhập')]).toEqual([
      url,
      404,
      true,
      false,
    ]);
  }
  const filtered = await get('/cases?handling=bar', cookies.desk);
  expect(filtered.body).toContain('<title>Hồ sơ');
  expect(filtered.body).toContain('bar');
});

test('The day of the desk shows what waits, with the hours left to answer, and leads to the step', async () => {
  const waiting = await sampleSubmitted(t.app, { placeUnitId: desk.unitId }, { actor: publicActor });
  const page = await get('/desk', cookies.desk);
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('Nộp trực tuyến, chờ tiếp nhận');
  expect(page.body).toContain('1 ngày làm việc');
  expect(page.body).toContain(`/cases/${waiting.id}#step-accept`);
  const accepted = await post(`/cases/${waiting.id}`, { form: 'accept' }, cookies.desk);
  expect(accepted.headers.location).toBe(`/cases/${waiting.id}`);
  expect((await t.call(getCase, { id: waiting.id }, desk.desk)).handling).toBe('received');
  expect((await get('/desk?lang=en', cookies.desk)).body).toContain('The desk today');
});

test('A case is received at the counter; a twin is warned of once, and what was typed is never lost', async () => {
  await get('/desk?lang=vi', cookies.desk);
  const chosen = await get(`/desk/receive?q=xac+nhan`, cookies.desk);
  expect(chosen.body).toContain('Xác nhận tình trạng mẫu');
  const first = await get(`/desk/receive?unitId=${desk.unitId}&code=1.000001`, cookies.desk);
  const url = String(first.headers.location);
  const refused = await post(
    url,
    { form: 'receive', 'applicant.personalId': '046090000001', 'applicant.phone': '0905' },
    cookies.desk,
  );
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('value="046090000001"');
  expect(refused.body).toContain(
    'href="#f-receive-applicant-fullName"><strong>Họ và tên hoặc tên tổ chức</strong>',
  );
  expect(refused.body.match(/đã nhập vẫn được giữ/g)).toHaveLength(1);
  const whole = {
    form: 'receive',
    'applicant.personalId': '046090000001',
    'applicant.fullName': 'Trần Thị Quầy',
    'applicant.kind': 'citizen',
    'coApplicants.0.fullName': 'Lê Văn Cùng',
    'coApplicants.0.personalId': '046090000077',
    'representative.fullName': 'Phạm Thị Thay',
    'representative.authority': 'Giấy ủy quyền 3/2025',
    'representative.consent': 'true',
    'got.declaration': 'true',
    'as.declaration': 'original',
    'count.declaration': '1',
  };
  const made = await post(url, whole, cookies.desk);
  expect(made.statusCode).toBe(200);
  expect(made.body).toContain('Đã tiếp nhận');
  expect(made.body).toContain('/slips/receipt');
  const caseId = /\/cases\/([0-9a-f-]{36})/.exec(made.body)![1]!;
  const { content } = await t.call(getCase, { id: caseId }, desk.desk);
  expect(content!.coApplicants).toEqual([{ fullName: 'Lê Văn Cùng', personalId: '046090000077' }]);
  expect(content!.representative).toMatchObject({ fullName: 'Phạm Thị Thay', consentAt: expect.any(String) });
  expect(made.body).toContain('Vì sao hẹn ngày này');
  const second = String(
    (await get(`/desk/receive?unitId=${desk.unitId}&code=1.000001`, cookies.desk)).headers.location,
  );
  const warned = await post(second, whole, cookies.desk);
  expect(warned.body).toContain('1 hồ sơ mở cho cùng thủ tục');
  expect(warned.body).toContain('value="Trần Thị Quầy"');
  const again = await post(second, { ...whole, twinsSeen: 'true' }, cookies.desk);
  expect(again.body).toContain('Đã tiếp nhận');
});

test('What is typed at the desk is kept under the id of the intake', async () => {
  const first = await get(`/desk/receive?unitId=${desk.unitId}&code=1.000001`, cookies.desk);
  const url = String(first.headers.location);
  const page = await get(url, cookies.desk);
  const address = /data-autosave="([^"]+)"/.exec(page.body)![1]!;
  const csrf = /name="csrf" value="([^"]+)"/.exec(page.body)![1]!;
  const saved = await http.inject({
    method: 'PUT',
    url: address,
    headers: { cookie: cookies.desk, 'x-csrf-token': csrf },
    payload: { content: { procedureCode: '1.000001', 'applicant.fullName': 'Đang gõ dở' } },
  });
  expect(saved.statusCode).toBe(200);
  expect((await get(url, cookies.desk)).body).toContain('value="Đang gõ dở"');
});

test('A case goes through its pages from the first step to the hand-over, each button shown only to whom it is open', async () => {
  const { id, code } = await sampleReceived(t.app, desk);
  const url = `/cases/${id}`;
  const seen = await get(url, cookies.desk);
  expect(seen.statusCode).toBe(200);
  expect(seen.body).toContain(code!);
  expect(seen.body).not.toContain('Hoàn thành, chuyển bước');
  const work = await get(url, cookies.specialist);
  expect(work.body).toContain('Hoàn thành, chuyển bước');
  expect(work.body).toContain('Vì sao hạn trả là ngày này');
  expect(work.body).toContain('Tỉnh (theo ngày)');
  expect(work.body).toContain('Tiếp nhận hồ sơ, cấp mã');
  const moved = await post(
    url,
    { form: 'advance', step: 'appraise', remarks: 'Đủ điều kiện' },
    cookies.specialist,
  );
  expect(moved.statusCode).toBe(303);
  const queue = await get('/cases/signing', cookies.head);
  // Nothing was proposed yet, and the page says so before anybody signs.
  expect(queue.body).toContain('Chưa trình');
  expect(queue.body).toContain('hồ sơ chưa có dự thảo');
  expect(queue.body).toContain(code!);
  const signed = await post(
    '/cases/signing',
    { form: 'sign', which: 'picked', ids: id, outcome: 'granted' },
    cookies.head,
  );
  expect(signed.body).toContain('Làm được 1 trên 1 hồ sơ');
  await post(url, { form: 'number', number: '15/2025' }, cookies.specialist);
  const returned = await post(url, { form: 'return', how: 'handedOver', taker: 'Người nhận' }, cookies.desk);
  expect(returned.statusCode).toBe(303);
  const done = await get(url, cookies.desk);
  expect(done.body).toContain('Đã trả kết quả cho Người nhận');
  expect(done.body).toContain('Vào sổ, đóng dấu, số 15/2025');
  expect((await get(`${url}?lang=en`, cookies.desk)).body).toContain('Registered and sealed, number 15/2025');
  await get(`${url}?lang=vi`, cookies.desk);
});

test('A request for a supplement points at papers, is refused without a text, and is answered at the desk', async () => {
  const { id } = await sampleReceived(t.app, desk);
  const url = `/cases/${id}`;
  const point = {
    form: 'askSupplement',
    'points.0.about': 'component:declaration',
    'points.0.reason': 'missing',
    'points.1.text': '',
  };
  const refused = await post(url, { ...point, 'points.0.text': '' }, cookies.specialist);
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('href="#f-askSupplement-points-0-text"');
  const asked = await post(url, { ...point, 'points.0.text': 'Thiếu chữ ký' }, cookies.specialist);
  expect(asked.statusCode).toBe(303);
  expect((await get(url, cookies.desk)).body).toContain('Thiếu chữ ký');
  const answered = await post(
    url,
    { form: 'answerSupplement', 'got.declaration': 'true', 'as.declaration': 'original' },
    cookies.desk,
  );
  expect(answered.statusCode).toBe(303);
  expect((await get('/desk', cookies.desk)).body).toContain('Bổ sung mới đến');
});

test('The list has views, filters, a batch with an answer for each case, saved views and spreadsheets', async () => {
  const { id, code } = await sampleReceived(t.app, desk);
  const page = await get('/cases', cookies.specialist);
  expect(page.body).toContain(code!);
  expect((await get('/cases?stepRole=sign', cookies.specialist)).body).not.toContain(code!);
  expect((await get(`/cases?q=${code}`, cookies.specialist)).body).toContain(code!);
  const batch = await post(
    '/cases',
    { form: 'batch', do: 'claim', ids: [id, '0199c000-0000-7000-8000-00000000dead'] },
    cookies.specialist,
  );
  expect(batch.body).toContain('Làm được 1 trên 2 hồ sơ');
  expect((await get('/cases?view=mine', cookies.specialist)).body).toContain(code!);
  expect(
    (await post('/cases?stepRole=appraise', { form: 'view', name: 'Chờ thẩm định' }, cookies.specialist))
      .statusCode,
  ).toBe(303);
  expect((await t.call(listViews, {}, desk.specialist)).items).toHaveLength(1);
  expect((await get('/cases', cookies.specialist)).body).toContain('Chờ thẩm định');
  const csv = await get('/cases?format=csv', cookies.specialist);
  expect(csv.headers['content-type']).toContain('text/csv');
  expect(csv.body).toContain(code!);
  expect((await get('/cases?format=xlsx', cookies.specialist)).rawPayload.subarray(0, 2).toString()).toBe(
    'PK',
  );
});

test('Workload tells who has how much, and what is late without an apology; the work page shows cases beside tasks', async () => {
  const late = await sampleReceived(t.app, desk);
  t.clock.set(new Date('2025-11-20T09:00:00+07:00'));
  await signIn();
  await t.call(advanceCase, { id: late.id, step: 'appraise' }, desk.specialist);
  const page = await get('/cases/workload', cookies.leader);
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('Xã Bàn Mẫu');
  expect(page.body).toContain('Quá hạn mà chưa xin lỗi');
  expect(page.body).toContain(late.code!);
  expect((await get('/cases?time=late', cookies.head)).body).toContain(late.code!);
  const work = await get('/work', cookies.specialist);
  expect(work.body).toContain('Hồ sơ của tôi');
  expect((await t.call(listCases, { view: 'mine' }, desk.specialist)).items.length).toBeGreaterThan(0);
});

test('The book of the desk and the forms 06a, 07a and 07b stand on the page and in files', async () => {
  const day = await get('/cases/book?from=17/11/2025', cookies.desk);
  expect(day.statusCode).toBe(200);
  expect(day.body).toContain('Trần Thị Quầy');
  const form = await get(`/cases/book?form=06a&from=01/11/2025&unitId=${desk.unitId}`, cookies.leader);
  expect(form.body).toContain('Hộ tịch');
  expect(form.body).toContain('Cổng quốc gia: đúng hạn / quá hạn');
  const causes = await get('/cases/book?form=07b&unitId=province-46', cookies.leader);
  expect(causes.body).toContain('Xã Bàn Mẫu');
  const csv = await get('/cases/book?form=06a&format=csv', cookies.desk);
  expect(csv.body).toContain('Hộ tịch');
  const xlsx = await get('/cases/book?form=07a&format=xlsx', cookies.desk);
  expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK');
  const pdf = await get('/cases/book?form=06a&format=pdf', cookies.desk);
  expect(pdf.rawPayload.subarray(0, 4).toString()).toBe('%PDF');
});
