import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { testApp, type TestApp } from '../../../kit/testing.ts';
import { createServer } from '../../../server.ts';
import { sampleAccount, sampleSession } from '../../identity/samples.ts';
import { stateDemoOrganisations } from '../../organisations/samples.ts';
import { getVersion, listProcedures, saveDraft, saveOverlay } from '../contract.ts';
import { sampleContent, samplePublished } from '../samples.ts';

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
  expect(shown).toContain('Toàn trình');
  expect((await get('/catalogue')).statusCode).not.toBe(200);
});

test('a draft saved from the editor without a change is the same draft', async () => {
  const url = `/catalogue/versions/${draftId}`;
  const before = await t.call(getVersion, { id: draftId });
  const values = valuesOf((await get(url, cookie)).body);
  const sent = await post(url, values);
  expect(sent.statusCode).toBe(303);
  const after = await t.call(getVersion, { id: draftId });
  expect(after.version).toEqual(before.version);
});

test('the editor keeps what was typed when it is refused, and says what the checks say', async () => {
  const url = `/catalogue/versions/${draftId}`;
  const values = valuesOf((await get(url, cookie)).body);
  const refused = await post(url, { ...values, nameVi: 'Tên mới', 'steps.0.limit': 'hai giờ' });
  expect(refused.body).toContain('Không đọc được thời hạn');
  expect(refused.body).toContain('value="Tên mới"');
  await post(url, { ...values, 'channels.0.fee': '', 'channels.0.limit': '1' });
  const shown = (await get(url, cookie)).body;
  expect(shown).toContain('không có đơn vị');
  expect(shown).toContain('chưa rõ có thu phí hay không');
  await post(url, values);
});

test('a new procedure is entered, looked at and published from the pages', async () => {
  const base = valuesOf((await get(`/catalogue/versions/${draftId}`, cookie)).body);
  const sent = await post('/catalogue/new', {
    ...base,
    code: '1.400002',
    validFrom: '01/12/2025',
    nameVi: 'Thủ tục mới nhập',
    serviceLevel: 'full',
  });
  expect(sent.statusCode).toBe(303);
  const look = `${sent.headers.location}/publish`;
  const values = valuesOf((await get(look, cookie)).body);
  const done = await post(look, values);
  expect(done.headers.location).toBe('/catalogue/1.400002');
  const [found] = (await t.call(listProcedures, { q: 'thu tuc moi nhap', asOf: '2025-12-01' })).items;
  expect(found).toMatchObject({ code: '1.400002', validFrom: '2025-12-01' });
});
