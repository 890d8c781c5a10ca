import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { testApp, type TestApp } from '../../../kit/testing.ts';
import { createServer } from '../../../server.ts';
import { sampleAccount, sampleSession } from '../../identity/samples.ts';
import { stateDemoOrganisations } from '../../organisations/samples.ts';
import { getWarningRule } from './contract.ts';

let t: TestApp;
let http: FastifyInstance;
let cookie: string;

beforeAll(async () => {
  t = await testApp({ now: '2025-11-17T08:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  http = await createServer(t.app);
  const roles = [{ role: 'office' as const, unitId: 'centre', clearance: 'internal' as const }];
  await sampleAccount(t.app, { email: 'canhbao@test.vn', name: 'Người đặt quy tắc', roles });
  cookie = `lt_session=${await sampleSession(t.app, 'canhbao@test.vn')}`;
}, 60_000);
afterAll(async () => {
  await http.close();
  await t[Symbol.asyncDispose]();
});

const open = (url: string, lang: string) =>
  http.inject({ url, headers: { cookie, 'accept-language': lang } });
async function send(url: string, fields: Record<string, string>) {
  const csrf = /name="csrf" value="([^"]+)"/.exec((await open(url, 'vi')).body)?.[1] ?? '';
  return http.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams({ csrf, form: 'default', do: 'save', ...fields }).toString(),
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
  });
}

const rule = {
  code: 'imLang',
  'name.vi': 'Im lặng',
  'explanation.vi': 'Đơn vị không báo cáo.',
  'source.vi': 'Cơ quan tự đặt',
  'source.en': 'Set by the office itself',
  severity: 'serious',
  'watch.kind': 'silence',
  'watch.of': 'unitReports',
  'watch.days': '45',
  'units.levels': 'province',
  'actor.role': 'office',
  'actor.at': 'above',
  escalateAfterDays: '5',
  active: 'true',
  validFrom: '17/11/2025',
  reason: 'Đặt lần đầu',
};
const boxOf = (html: string, name: string) =>
  new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)`).exec(html)?.[1];

test('a rule is written in both languages; English that was left blank stays blank and follows the Vietnamese', async () => {
  expect((await send('/warnings/rules/new?kind=silence', rule)).headers.location).toBe(
    '/warnings/rules/imLang',
  );
  const { rule: kept } = await t.call(getWarningRule, { code: 'imLang' });
  expect(kept.source.en).toBe('Set by the office itself');
  expect(kept.explanation.en).toBe('Đơn vị không báo cáo.');
  const edit = (await open('/warnings/rules/imLang/edit', 'en')).body;
  expect(boxOf(edit, 'source.en')).toBe('Set by the office itself');
  expect(boxOf(edit, 'explanation.en')).toBe('');
  const next = { ...rule, 'explanation.vi': 'Đổi.', 'explanation.en': '', reason: 'Sửa lời' };
  expect((await send('/warnings/rules/imLang/edit', next)).statusCode).toBe(303);
  expect((await t.call(getWarningRule, { code: 'imLang' })).versions.at(0)!.explanation.en).toBe('Đổi.');
});

test.each(['vi', 'en'])('the editor opens in %s for each kind of rule, without holes', async (lang) => {
  for (const kind of ['threshold', 'trend', 'silence', 'prediction']) {
    const { statusCode, body } = await open(`/warnings/rules/new?kind=${kind}`, lang);
    expect([statusCode, /undefined|NaN|\[object/.exec(body)?.[0]]).toEqual([200, undefined]);
  }
});
