import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { testApp, type TestApp } from '../../kit/testing.ts';
import { createServer } from '../../server.ts';
import { sampleAccount, sampleSession } from '../identity/samples.ts';
import { sampleOfficeHolder, stateDemoOrganisations } from '../organisations/samples.ts';
import { listFacts } from './contract.ts';
import { sampleAssignment, sampleCompetence, sampleDelegation } from './samples.ts';

let t: TestApp;
let http: FastifyInstance;
let cookie: string;
let chair: string;
const email = 'van-phong@hue.test';
const commune = 'commune-19753';

beforeAll(async () => {
  t = await testApp();
  await stateDemoOrganisations(t.app);
  const holder = { unitId: commune, titleVi: 'Chủ tịch', titleEn: 'Chair', rank: 'head' as const };
  chair = (await sampleOfficeHolder(t.app, { ...holder, fullName: 'Trần Thị Mai' })).personId;
  await sampleCompetence(t.app, { holder: { level: 'commune', within: 'province-46' } });
  await sampleAssignment(t.app, { unitId: commune, personId: chair, roles: ['sign'] });
  await sampleDelegation(t.app, {
    giverUnitId: 'province-46',
    taker: { unitId: 'hue-industry' },
    scope: { fields: ['Công Thương'] },
    to: '2025-11-20',
    paper: { number: '5742/QĐ-UBND', issuedOn: '2025-06-30' },
  });
  await sampleAccount(t.app, {
    email,
    name: 'Lê Văn Phòng',
    personId: chair,
    roles: [
      { role: 'office', unitId: 'province-46' },
      { role: 'head', unitId: commune },
    ],
  });
  http = await createServer(t.app);
  cookie = `lt_session=${await sampleSession(t.app, email)}`;
});
afterAll(async () => {
  await http.close();
  await t[Symbol.asyncDispose]();
});

const get = async (url: string) => http.inject({ url, headers: { cookie } });
async function post(url: string, fields: Record<string, string>) {
  const csrf = /name="csrf" value="([^"]+)"/.exec((await get(url)).body)![1]!;
  return http.inject({
    method: 'POST',
    url,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ csrf, ...fields }).toString(),
  });
}

test('The list warns of what ends soon and shows a unit with its people by step, in both languages', async () => {
  const all = await get('/mandates');
  expect(all.statusCode).toBe(200);
  expect(all.body).toContain('Sắp hết hiệu lực trong 15 ngày');
  expect(all.body).toContain('còn 3 ngày');
  const one = await get(`/mandates?unitId=${commune}&lang=en`);
  expect(one.body).toContain('People by step');
  expect(one.body).toContain('Trần Thị Mai');
  expect(one.body).toContain('Every commune and ward of');
  expect((await get('/mandates/mine?lang=vi')).body).toContain('01/QĐ-UBND');
});

test('Every kind has its form; what is refused stays typed and names the other decision', async () => {
  for (const kind of ['competence', 'delegation', 'assignment', 'absence'])
    expect((await get(`/mandates/new/${kind}?unitId=${commune}`)).statusCode).toBe(200);
  expect((await get('/mandates/new/nothing')).statusCode).toBe(404);
  const fields = {
    form: 'delegation',
    giverUnitId: 'province-46',
    takerUnitId: 'hue-office',
    scopeKind: 'fields',
    scopeList: 'Công Thương\nGiá',
    roles: 'sign',
    'paper.number': '7/QĐ-UBND',
    'paper.issuedOn': '17/11/2025',
    from: '18/11/2025',
  };
  const refused = await post('/mandates/new/delegation', fields);
  expect(refused.statusCode).toBe(409);
  expect(refused.body).toContain('5742/QĐ-UBND');
  expect(refused.body).toContain('7/QĐ-UBND');
  const stated = await post('/mandates/new/delegation', { ...fields, scopeList: 'Giá' });
  expect(stated.statusCode).toBe(303);
  const { items } = await t.call(listFacts, { kind: 'delegation', field: 'giá', asOf: '2025-11-18' });
  expect(items).toMatchObject([{ scope: { fields: ['Giá'] }, roles: ['sign'], from: '2025-11-18' }]);
  const end = { form: 'default', on: '01/12/2025', 'paper.number': '8/QĐ', 'paper.issuedOn': '17/11/2025' };
  const ended = await post(stated.headers.location!, end);
  expect(ended.statusCode).toBe(303);
  expect((await get(ended.headers.location!)).body).toContain('8/QĐ');
});

test('A level of units is competent by form, a person is assigned and away', async () => {
  const paper = { 'paper.number': '9/NĐ', 'paper.issuedOn': '17/11/2025', from: '18/11/2025' };
  const scope = { scopeKind: 'procedures', scopeList: '1.001; 1.002' };
  const level = { holderKind: 'level', level: 'commune', within: 'province-46', ground: 'transfer' };
  const made = await post('/mandates/new/competence', { form: 'competence', ...level, ...scope, ...paper });
  expect(made.statusCode).toBe(303);
  const person = { unitId: commune, personId: chair };
  const role = { roles: 'check', ...scope };
  const assigned = await post('/mandates/new/assignment', {
    form: 'assignment',
    ...person,
    ...role,
    ...paper,
  });
  expect(assigned.statusCode).toBe(303);
  const away = await post('/mandates/new/absence', { form: 'absence', ...person, ...paper });
  expect(away.statusCode).toBe(303);
  expect((await get(away.headers.location!)).body).toContain('Không ai làm thay');
});

test('A signature is re-checked for its day: who, position, mandate, paper', async () => {
  const ask = `unitId=${commune}&personId=${chair}&role=sign&procedureCode=1.001193`;
  const yes = (await get(`/mandates/check?${ask}&day=2025-11-17`)).body;
  for (const said of ['Có thẩm quyền', 'Chủ tịch', '01/QĐ-UBND', 'Phân công']) expect(yes).toContain(said);
  const no = (await get(`/mandates/check?${ask}&day=2025-06-01`)).body;
  expect(no).toContain('Không có thẩm quyền');
  expect((await get('/mandates/check')).statusCode).toBe(200);
});
