import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { testApp, type TestApp } from '../../../kit/testing.ts';
import { createServer } from '../../../server.ts';
import { sampleAccount, sampleSession } from '../../identity/samples.ts';
import { stateDemoOrganisations } from '../../organisations/samples.ts';
import { getProcedure, getVersion, listProcedures, saveDraft, saveOverlay } from '../contract.ts';
import { catalogueFacts } from '../facts/catalogue.ts';
import { sampleContent, samplePublished } from '../samples.ts';
import { boxesOf, editedBy, parts } from './editor/parts.ts';

let t: TestApp;
let http: FastifyInstance;
let cookie: string;
let draftId: string;
let overlayId: string;
const code = '1.400001';

beforeAll(async () => {
  t = await testApp({ now: '2025-11-17T08:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  http = await createServer(t.app);
  await sampleAccount(t.app, {
    email: 'office@demo.vn',
    name: 'Văn phòng',
    roles: [{ role: 'office', unitId: 'centre', clearance: 'internal' }],
  });
  cookie = `lt_session=${await sampleSession(t.app, 'office@demo.vn')}`;
  const content = { name: { vi: 'Đăng ký khai sinh', en: 'Birth registration' }, lifeEvents: ['sinh con'] };
  await samplePublished(t.app, { code, content });
  const steps = sampleContent().steps.map((step) => ({ ...step }));
  draftId = (
    await t.call(saveDraft, {
      code,
      validFrom: '2026-01-01',
      content: sampleContent({
        ...content,
        steps,
        channels: [
          ...sampleContent().channels,
          {
            channel: 'desk',
            caseKind: 'remote',
            limit: { value: 3, unit: 'day' },
            fee: { kind: 'amount', dong: 8000, per: { vi: 'bản' } },
            remark: { vi: 'Vùng xa', en: 'Remote' },
          },
        ],
        caseKinds: [{ key: 'remote', name: { vi: 'Vùng xa' } }],
        conditions: [{ vi: 'Trong 60 ngày', en: 'Within 60 days' }],
        coordinating: ['Công an cấp xã'],
      }),
      transition: { kind: 'beforeStep', step: 'sign' },
    })
  ).id;
  overlayId = (
    await t.call(saveOverlay, {
      code,
      provinceId: 'province-46',
      validFrom: '2025-12-01',
      content: { decision: '2770/QĐ-UBND', serviceLevel: 'partial', serviceLevelReason: 'Chưa kết nối' },
    })
  ).id;
});
afterAll(async () => {
  await http.close();
  await t[Symbol.asyncDispose]();
});

const get = (url: string, by = '') => http.inject({ url, headers: { cookie: by } });

const unescape = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** Every value the last form of a page would send, as a browser without scripts would. */
function valuesOf(html: string): Record<string, string> {
  const form = html.slice(html.lastIndexOf('<form class="form"'));
  const values: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    const isBox = /type="(checkbox|radio)"/.test(tag);
    if (name && (!isBox || /\bchecked\b/.test(tag)))
      values[name] = unescape(/value="([^"]*)"/.exec(tag)?.[1] ?? '');
  }
  for (const [, name, text] of form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^]*?)<\/textarea>/g))
    values[name!] = unescape(text!);
  for (const [, name, options] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([^]*?)<\/select>/g)) {
    const chosen =
      /<option[^>]*selected[^>]*>/.exec(options!)?.[0] ?? /<option[^>]*>/.exec(options!)?.[0] ?? '';
    values[name!] = unescape(/value="([^"]*)"/.exec(chosen)?.[1] ?? '');
  }
  return values;
}

const post = (url: string, fields: Record<string, string>) =>
  http.inject({
    method: 'POST',
    url,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });

describe('every page opens in both languages', () => {
  const pages = () => [
    '/procedures',
    '/procedures?q=khai%20sinh',
    `/procedures/${code}`,
    `/procedures/${code}?placeId=province-46&asOf=2025-12-02`,
    '/procedures/coverage',
    '/catalogue',
    '/catalogue?state=draft',
    '/catalogue/new',
    '/catalogue/import',
    '/catalogue/parity',
    `/catalogue/${code}`,
    `/catalogue/${code}/new`,
    `/catalogue/${code}/overlay`,
    `/catalogue/${code}/overlay?overlayId=${overlayId}`,
    `/catalogue/versions/${draftId}`,
    `/catalogue/versions/${draftId}/publish`,
  ];
  test.each(Array.from({ length: 16 }, (_, i) => i))('page %i', async (i) => {
    for (const lang of ['vi', 'en']) {
      const url = pages()[i]!;
      const shown = await get(`${url}${url.includes('?') ? '&' : '?'}lang=${lang}`, cookie);
      expect([url, shown.statusCode]).toEqual([url, 200]);
      expect(shown.body).not.toContain('[object Object]');
      expect(shown.body).not.toContain('undefined');
    }
  });
});

test('a citizen finds a procedure without diacritics and sees what holds for his place', async () => {
  const found = await get('/procedures?q=dang+ky+khai+sinh');
  expect(found.body).toContain(`/procedures/${code}`);
  const shown = (await get(`/procedures/${code}`)).body;
  expect(shown).toContain('1 ngày làm việc');
  expect(shown).toContain('Miễn phí');
  expect(shown).toContain('Trực tuyến toàn trình');
  expect(shown).toContain('hẹn trả chậm nhất 17:30 ngày 18/11/2025');
  expect((await get('/catalogue')).statusCode).not.toBe(200);
});

const editorParts = ['general', 'times', 'papers', 'steps', 'form', 'expert'];

test.each(editorParts)('the part %s saved without a change leaves the draft identical', async (part) => {
  const url = `/catalogue/versions/${draftId}?part=${part}`;
  const before = await t.call(getVersion, { id: draftId });
  const sent = await post(url, valuesOf((await get(url, cookie)).body));
  expect(sent.statusCode).toBe(303);
  expect((await t.call(getVersion, { id: draftId })).version).toEqual(before.version);
});

test.each(['1.001193', '1.013978', '1.004873', '2.000815'])(
  'every part of the written procedure %s saved without a change leaves it identical',
  (code) => {
    const { content } = catalogueFacts().find((one) => one.code === code)!;
    const was = { content: JSON.parse(JSON.stringify(content)) as typeof content };
    for (const part of parts) expect(editedBy(part, boxesOf(part, was), was).content).toEqual(was.content);
  },
);

test('the editor keeps what was typed when it is refused, and says what the checks say', async () => {
  const steps = `/catalogue/versions/${draftId}?part=steps`;
  const values = valuesOf((await get(steps, cookie)).body);
  const refused = await post(steps, { ...values, 'steps.0.vi': 'Tên mới', 'steps.0.limit': 'hai giờ' });
  expect(refused.body).toContain('Không đọc được thời hạn');
  expect(refused.body).toContain('value="Tên mới"');
  const general = `/catalogue/versions/${draftId}?part=general`;
  const unnamed = await post(general, {
    ...valuesOf((await get(general, cookie)).body),
    'general.nameVi': '',
  });
  expect(unnamed.body).toContain('<a href="#f-general-nameVi"><strong>Tên (tiếng Việt)</strong>: Chưa nhập');
  const times = `/catalogue/versions/${draftId}?part=times`;
  const channels = valuesOf((await get(times, cookie)).body);
  await post(times, { ...channels, 'channels.0.fee': '', 'channels.0.limit': '1' });
  const shown = (await get(`/catalogue/versions/${draftId}`, cookie)).body;
  expect(shown).toContain('không có đơn vị');
  expect(shown).toContain('chưa rõ có thu phí hay không');
  await post(times, channels);
});

test('rows are added, moved and removed by a round trip that keeps what was typed and saves nothing', async () => {
  const url = `/catalogue/versions/${draftId}?part=papers`;
  const before = await t.call(getVersion, { id: draftId });
  const added = await post(url, { ...valuesOf((await get(url, cookie)).body), row: 'add components' });
  const last = before.version.content.components.length;
  const typed = { ...valuesOf(added.body), [`components.${last}.vi`]: 'Sơ đồ nhà' };
  const moved = await post(url, { ...typed, row: `up components ${last}` });
  expect(moved.body).toContain('value="Sơ đồ nhà"');
  expect((await t.call(getVersion, { id: draftId })).version).toEqual(before.version);
  await post(url, valuesOf(moved.body));
  const { components } = (await t.call(getVersion, { id: draftId })).version.content;
  expect(components[last - 1]).toMatchObject({ key: 'soDoNha', name: { vi: 'Sơ đồ nhà' }, required: true });
  const gone = await post(url, {
    ...valuesOf((await get(url, cookie)).body),
    row: `remove components ${last - 1}`,
  });
  await post(url, valuesOf(gone.body));
  expect((await t.call(getVersion, { id: draftId })).version).toEqual(before.version);
});

test('a form is built without JSON: section, question of the dictionary, condition', async () => {
  const { version } = await t.call(getVersion, { id: draftId });
  const url = `/catalogue/versions/${draftId}?part=form`;
  const empty = valuesOf((await get(url, cookie)).body);
  const section = {
    ...empty,
    'sections.7.vi': 'Về trẻ',
    'sections.7.en': 'The child',
    'sections.7.fields.0.vi': 'Có Giấy chứng sinh không?',
    'sections.7.fields.0.en': 'Is there a certificate?',
    'sections.7.fields.0.datum': 'case.question',
    'sections.7.fields.0.role': 'child',
    'sections.7.fields.0.type': 'yesNo',
    'sections.7.fields.0.required': 'true',
    'sections.7.fields.1.vi': 'Họ tên trẻ',
    'sections.7.fields.1.en': 'Name of the child',
    'sections.7.fields.1.datum': 'person.fullName',
    'sections.7.fields.1.role': 'child',
    'sections.7.fields.1.when.0.field': 'childQuestion',
    'sections.7.fields.1.when.0.compare': '===',
    'sections.7.fields.1.when.0.value': 'có',
  };
  expect((await post(url, section)).statusCode).toBe(303);
  const built = (await t.call(getVersion, { id: draftId })).version.content.form!.sections.at(-1)!;
  expect(built).toMatchObject({
    key: 'veTre',
    fields: [
      { key: 'childQuestion', term: 'case.question@child', type: 'yesNo', required: true },
      { key: 'childFullName', when: { '===': [{ var: 'childQuestion' }, true] }, required: false },
    ],
  });
  expect((await get(url, cookie)).body).toContain('name="preview.childQuestion"');
  const { code, validFrom, content, transition } = version;
  await t.call(saveDraft, {
    versionId: draftId,
    code,
    validFrom,
    content,
    ...(transition ? { transition } : {}),
  });
});

test('a province takes over the channels, changes a fee and goes back', async () => {
  const url = `/catalogue/${code}/overlay?overlayId=${overlayId}`;
  const national = valuesOf((await get(url, cookie)).body);
  const taken = await post(url, { ...national, row: 'take channels' });
  await post(url, { ...valuesOf(taken.body), 'channels.0.fee': '15000' });
  const line = () => t.call(getVersion, { id: draftId, overlayId });
  expect((await line()).overlay).toMatchObject({
    decision: '2770/QĐ-UBND',
    serviceLevel: 'partial',
  });
  expect((await line()).overlay!.channels![0]!.fee).toEqual({ kind: 'amount', dong: 15_000 });
  const dropped = await post(url, { ...valuesOf((await get(url, cookie)).body), row: 'drop channels' });
  await post(url, valuesOf(dropped.body));
  expect((await line()).overlay).not.toHaveProperty('channels');
});

test('a new procedure is entered part by part, looked at and published from the pages', async () => {
  const general = valuesOf((await get(`/catalogue/versions/${draftId}`, cookie)).body);
  const sent = await post('/catalogue/new', {
    ...general,
    csrf: valuesOf((await get('/catalogue/new', cookie)).body)['csrf']!,
    code: '1.400002',
    validFrom: '01/12/2025',
    'general.nameVi': 'Thủ tục mới nhập',
    'general.serviceLevel': 'full',
  });
  expect(sent.statusCode).toBe(303);
  const at = sent.headers.location!.split('?')[0]!;
  for (const part of ['times', 'papers', 'steps']) {
    const values = valuesOf((await get(`/catalogue/versions/${draftId}?part=${part}`, cookie)).body);
    const done = await post(`${at}?part=${part}`, { ...values, code: '1.400002', validFrom: '01/12/2025' });
    expect([part, done.statusCode]).toEqual([part, 303]);
  }
  const look = `${at}/publish`;
  const form = { ...valuesOf((await get(look, cookie)).body), 'announcement.number': '900/QĐ-BTP' };
  const early = await post(look, { ...form, 'announcement.day': '18/11/2025' });
  expect(early.body).toContain('Ngày quyết định còn ở phía trước');
  expect(early.body).toContain('value="900/QĐ-BTP"');
  const done = await post(look, { ...form, 'announcement.day': '20/10/2025' });
  expect(done.headers.location).toBe('/catalogue/1.400002');
  const { version } = await t.call(getProcedure, { code: '1.400002', asOf: '2025-12-01' });
  expect(version?.announcement).toEqual({ number: '900/QĐ-BTP', day: '2025-10-20' });
  expect((await get('/catalogue/1.400002', cookie)).body).toContain('công bố ngày 20/10/2025');
  const [found] = (await t.call(listProcedures, { q: 'thu tuc moi nhap', asOf: '2025-12-01' })).items;
  expect(found).toMatchObject({ code: '1.400002', validFrom: '2025-12-01' });
});
