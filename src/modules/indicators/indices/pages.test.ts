import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { testApp, type TestApp } from '../../../kit/testing.ts';
import { createServer } from '../../../server.ts';
import { sampleAccount, sampleSession } from '../../identity/samples.ts';
import { stateDemoOrganisations } from '../../organisations/samples.ts';
import { getIndexTree } from './contract.ts';

let t: TestApp;
let http: FastifyInstance;
let cookie: string;
const HUE = 'province-46';

beforeAll(async () => {
  t = await testApp();
  await stateDemoOrganisations(t.app);
  http = await createServer(t.app);
  const email = 'office@demo.vn';
  await sampleAccount(t.app, {
    email,
    name: 'Văn phòng',
    roles: [{ role: 'office', unitId: 'centre', clearance: 'internal' }],
  });
  cookie = `lt_session=${await sampleSession(t.app, email)}`;
}, 60_000);
afterAll(async () => {
  await http.close();
  await t[Symbol.asyncDispose]();
});

const get = (url: string) => http.inject({ url, headers: { cookie } });
const post = (url: string, fields: Record<string, string | string[]>) =>
  http.inject({
    method: 'POST',
    url,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
    ).toString(),
  });

const plain = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** What the last form of a page would send as it stands: boxes, ticked boxes, chosen options. */
function boxesOf(html: string): Record<string, string | string[]> {
  const form = html.slice(html.lastIndexOf('<form class="form"'));
  const sent: Record<string, string | string[]> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    const value = plain(/value="([^"]*)"/.exec(tag)?.[1] ?? '');
    const isTick = tag.includes('type="checkbox"');
    if (!name || (isTick && !/ checked/.test(tag))) continue;
    sent[name] = isTick ? [sent[name] ?? [], value].flat() : value;
  }
  for (const [, name, options] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    sent[name!] = plain(/<option[^>]*value="([^"]*)"[^>]* selected/.exec(options!)?.[1] ?? '');
  return sent;
}

test.each([
  '/indices',
  '/indices/766?unitId=',
  `/indices/766?unitId=${HUE}&trend=1&wanted=2,5&period=2025-Q4`,
  `/indices/dti-province?unitId=${HUE}`,
  '/indices/dti-province?unitId=centre',
  '/indices/766/ranking?level=province',
  `/indices/766/ranking?level=commune&within=${HUE}&node=2.1&by=value&floor=3`,
  `/indices/data-quality/ranking?level=province&about=${HUE}`,
  `/indices/766?unitId=${HUE}&procedure=2.000815`,
  `/indices/766/ranking?level=department&within=${HUE}&procedure=2.000815`,
  '/indices/766/procedures?unitId=&q=&field=&floor=',
  `/indices/766/procedures?unitId=${HUE}&part=unranked&order=worst&by=value&floor=3&q=khai+sinh`,
  '/indices/766/procedures?unitId=centre&period=2024&field=none',
  `/indices/dti-province/procedures?unitId=${HUE}`,
  '/indices/766/tree?version=2026',
  '/indices/766/edit',
  '/rankings/published/hue-01-07-2025?by=lowerBound&floor=30',
  `/index-values?code=dti-province&unitId=${HUE}`,
])('%s opens in both languages, without holes', async (path) => {
  for (const lang of ['vi', 'en']) {
    const { statusCode, body } = await get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
    expect([statusCode, /undefined|NaN|\[object/.exec(body)?.[0]]).toEqual([200, undefined]);
  }
});

test('what does not exist is not found', async () => {
  for (const path of ['/indices/none', '/indices/766?unitId=nobody', '/rankings/published/none'])
    expect((await get(path)).statusCode).toBe(404);
});

test('a new version is written from the one before; what does not add up comes back with what was typed', async () => {
  const page = '/indices/766/edit?version=2026';
  const values = { ...boxesOf((await get(page)).body), version: '2027', validFrom: '01/01/2027' };
  const at = Object.keys(values).find((name) => name.endsWith('.code') && values[name as never] === '1.1')!;
  const max = at.replace('.code', '.max');
  const refused = await post(page, { ...values, [max]: '5' });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('các phần cộng lại là 17 (lệch -1)');
  expect(refused.body).toContain('value="2027"');
  const done = await post(page, values);
  expect([done.statusCode, done.headers.location]).toEqual([303, '/indices/766/tree?version=2027']);
  const { tree } = await t.call(getIndexTree, { code: '766', version: '2027' });
  const { tree: before } = await t.call(getIndexTree, { code: '766', version: '2026' });
  expect(tree.nodes).toEqual(before.nodes);
  expect(tree.bands).toEqual(before.bands);
});

test('scopes and rules for an empty denominator are edited; classes say where they begin and end', async () => {
  const page = '/indices/766/edit?version=2026';
  const { body } = await get(page);
  expect(body).toContain('đến dưới');
  const values = { ...boxesOf(body), version: '2028', validFrom: '01/01/2028' };
  const row = Object.entries(values)
    .find(([, value]) => value === '1.1')![0]
    .replace('.code', '');
  const edited = { ...values, [`${row}.zero.rule`]: 'ratio', [`${row}.zero.value`]: '0,5' };
  const none = await post(page, { ...edited, [`${row}.scopes`]: [] });
  expect(none.statusCode).toBe(422);
  const wrong = await post(page, { ...edited, [`${row}.zero.value`]: '7', [`${row}.scopes`]: ['commune'] });
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toMatch(new RegExp(`name="${row}.scopes"[^>]*value="commune"[^>]*checked`));
  expect(wrong.body).not.toMatch(new RegExp(`name="${row}.scopes"[^>]*value="province"[^>]*checked`));
  const done = await post(page, { ...edited, [`${row}.scopes`]: ['province', 'commune'] });
  expect(done.statusCode).toBe(303);
  const { tree } = await t.call(getIndexTree, { code: '766', version: '2028' });
  expect(tree.nodes.find((node) => node.code === '1.1')).toMatchObject({
    zero: { rule: 'ratio', value: 0.5 },
    scopes: ['province', 'commune'],
  });
});

test('a value is stated on the page of its index and waits there', async () => {
  const page = `/index-values?code=dti-province&unitId=${HUE}`;
  const { csrf } = boxesOf((await get(page)).body);
  const claim = {
    csrf: String(csrf),
    form: 'claim',
    code: 'dti-province',
    unitId: HUE,
    node: 'people',
    period: '2025',
  };
  const wrong = await post(page, { ...claim, numerator: '11', denominator: '10', evidence: 'Báo cáo 7/BC' });
  expect(wrong.statusCode).toBe(409);
  expect(wrong.body).toContain('Tử số không được lớn hơn mẫu số.');
  const done = await post(page, { ...claim, numerator: '7', denominator: '10', evidence: 'Báo cáo 7/BC' });
  expect([done.statusCode, done.headers.location]).toEqual([303, page]);
  expect((await get(page)).body).toContain('Báo cáo 7/BC');
});
