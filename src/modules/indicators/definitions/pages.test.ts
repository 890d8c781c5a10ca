import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { testApp, type TestApp } from '../../../kit/testing.ts';
import { createServer } from '../../../server.ts';
import { sampleAccount, sampleSession } from '../../identity/samples.ts';
import { stateDemoOrganisations } from '../../organisations/samples.ts';
import { getDefinition, getDefinitionDraft, saveDefinitionDraft } from './contract.ts';
import { sampleBody } from './samples.ts';

let t: TestApp;
let http: FastifyInstance;
let cookie: string;

const open = (url: string, lang = 'vi') => http.inject({ url, headers: { cookie, 'accept-language': lang } });

/** Sends the editor's form as a browser without a script does. */
async function send(url: string, fields: Record<string, string | string[]>) {
  const csrf = /name="csrf" value="([^"]+)"/.exec((await open(url)).body)?.[1] ?? '';
  const payload = new URLSearchParams({ csrf });
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) payload.append(name, one);
  return http.inject({
    method: 'POST',
    url,
    payload: payload.toString(),
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
  });
}

const filled: Record<string, string | string[]> = {
  form: 'save',
  code: 'traSom',
  validFrom: '17/11/2025',
  'body.owner': 'centre',
  'body.owner-text': 'Cấp trung ương',
  'body.owner-seen': 'Cấp trung ương',
  'body.name.vi': 'Tỷ lệ trả sớm',
  'body.name.en': 'Returned early',
  'body.source.vi': 'Quyết định mẫu',
  'body.source.en': 'Sample decision',
  'body.unit': 'percent',
  'body.direction': 'higher',
  'body.status': 'verified',
  'body.rounding.mode': 'halfUp',
  'body.rounding.decimals': '1',
  'body.zeroDenominator.rule': 'ratio',
  'body.zeroDenominator.value': '0,5',
  'body.target': '',
  'body.scopes': ['province', 'commune'],
  'body.numerator.fact': 'case',
  'body.numerator.period': 'received',
  'body.numerator.where': 'returned < due',
  'body.denominator.fact': 'case',
  'body.denominator.period': 'received',
  'body.denominator.where': 'returned != null',
};

beforeAll(async () => {
  t = await testApp({ now: '2025-11-17T08:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  http = await createServer(t.app);
  const roles = [{ role: 'office' as const, unitId: 'centre', clearance: 'internal' as const }];
  await sampleAccount(t.app, { email: 'soan@test.vn', name: 'Người soạn', roles });
  cookie = `lt_session=${await sampleSession(t.app, 'soan@test.vn')}`;
}, 60_000);
afterAll(async () => {
  await http.close();
  await t[Symbol.asyncDispose]();
});

describe('the editor', () => {
  test('keeps what was typed when it is refused, and names the place and the remedy', async () => {
    const wrong = { ...filled, 'body.numerator.where': 'retruned < due', 'body.name.vi': 'Tên đã gõ' };
    const page = await send('/definitions/new', wrong);
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain('Tên đã gõ');
    expect(page.body).toContain('retruned &lt; due');
    expect(page.body).toMatch(/Có phải &quot;returned&quot;\?|Có phải "returned"\?/);
    expect(page.body).toMatch(/value="commune"[^>]*checked|checked[^>]*value="commune"/);
  });

  test('names each field that is missing, above the form and at its box', async () => {
    const empty = { code: '', 'body.name.en': '', 'body.source.vi': '', 'body.source.en': '' };
    const page = await send('/definitions/new', { ...filled, ...empty });
    expect(page.statusCode).toBe(422);
    for (const [field, label] of [
      ['code', 'Mã'],
      ['body.name.en', 'Tên (tiếng Anh)'],
      ['body.source.vi', 'Căn cứ (tiếng Việt)'],
      ['body.source.en', 'Căn cứ (tiếng Anh)'],
    ]) {
      const [, id] = /href="#([^"]+)$/.exec(page.body.split(`">${label}: Chưa nhập`)[0]!) ?? [];
      expect([field, page.body.includes(`id="${id}" name="${field}"`)]).toEqual([field, true]);
    }
  });

  test('saves, previews and publishes without a script', async () => {
    const saved = await send('/definitions/new', filled);
    expect([saved.statusCode, saved.headers.location]).toEqual([303, '/definitions/traSom/preview']);
    const draft = await t.call(getDefinitionDraft, { code: 'traSom' });
    expect(draft.body).toMatchObject({
      zeroDenominator: { rule: 'ratio', value: 0.5 },
      scopes: ['province', 'commune'],
    });
    const edit = await open('/definitions/traSom/edit');
    expect(edit.body).toContain('returned &lt; due');
    expect((await open('/definitions')).body).toContain('/definitions/traSom/preview');
    const preview = await open('/definitions/traSom/preview');
    expect(preview.statusCode).toBe(200);
    expect(preview.body).toContain('phiên bản 1');
    const published = await send('/definitions/traSom/preview', { form: 'publish' });
    expect([published.statusCode, published.headers.location]).toEqual([303, '/definitions/traSom']);
    expect((await t.call(getDefinition, { code: 'traSom' })).versions).toHaveLength(1);
  });

  test('asks in words before two versions meet', async () => {
    const body = sampleBody({ name: { vi: 'Tỷ lệ trả sớm (mới)', en: 'Returned early (new)' } });
    await t.call(saveDefinitionDraft, { code: 'traSom', validFrom: '2026-01-01', body });
    const refused = await send('/definitions/traSom/preview', { form: 'publish' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('đánh dấu ô này');
    const done = await send('/definitions/traSom/preview', { form: 'publish', endPrevious: 'true' });
    expect(done.statusCode).toBe(303);
  });

  test('ends a version with its reason', async () => {
    const refused = await send('/definitions/traSom', {
      form: 'end',
      version: '2',
      on: '01/12/2025',
      reason: 'Bãi bỏ',
    });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Bãi bỏ');
    const done = await send('/definitions/traSom', {
      form: 'end',
      version: '2',
      on: '01/06/2026',
      reason: 'Bãi bỏ',
    });
    expect(done.statusCode).toBe(303);
  });
});

describe('pages of figures', () => {
  test.each(['vi', 'en'])('answer in %s, with the rule, its version and every download', async (lang) => {
    const page = await open(`/measures/traSom?period=2025-Q4&lang=${lang}`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('returned &lt; due');
    for (const format of ['csv', 'xlsx', 'json', 'sdmx']) expect(page.body).toContain(`format=${format}`);
    expect((await open(`/measures/traSom/log?lang=${lang}`)).statusCode).toBe(200);
    const list = await open(`/definitions?q=tra+som&lang=${lang}`);
    expect(list.body).toContain('/definitions/traSom');
    expect((await open('/definitions/nope')).statusCode).toBe(404);
    expect((await open('/measures/traSom?period=2025-13')).statusCode).toBe(422);
  });

  test('stand without a filter that cannot be, and say what was typed and what is wrong with it', async () => {
    for (const [typed, said] of [
      ['30/02/2025', 'Không phải ngày hợp lệ'],
      ['2027-01-01', 'Ngày này chưa đến'],
    ] as const) {
      const page = await open(`/measures/traSom?period=2025-Q4&asOf=${typed}`);
      expect(page.statusCode).toBe(422);
      expect(page.body).toContain(`“${typed}”: ${said}`);
      expect(page.body).toContain('value="2025-Q4"');
      expect((await open(`/indices/766?unitId=centre&asOf=${typed}`)).body).toContain(`“${typed}”: ${said}`);
      expect((await open(`/figures/completionOfAll?asOf=${typed}`)).body).toContain(`“${typed}”: ${said}`);
    }
  });

  test.each(['2025-13', '9999', '1899-Q1', 'quý 4'])('name a period that is none: %s', async (typed) => {
    for (const path of ['/measures/traSom', '/indices/766']) {
      const page = await open(`${path}?unitId=centre&period=${encodeURIComponent(typed)}`);
      expect([path, page.statusCode]).toEqual([path, 422]);
      expect(page.body).toContain(`“${typed}”: Không phải kỳ; viết năm 2025`);
    }
  });

  test('are reached by the code of the figure, whatever it counts', async () => {
    const page = await open('/figures/traSom?unitId=centre&asOf=2025-11-17');
    expect(page.headers.location).toBe('/measures/traSom?unitId=centre&asOf=2025-11-17');
  });

  test('of the public tell what is divided by what, and open to the records of the same period', async () => {
    for (const [lang, words, unit] of [
      ['vi', 'chia cho', 'Thành phố Hà Nội'],
      ['en', 'divided by', 'Hanoi'],
    ]) {
      const page = await open(`/public-figures/traSom?unitId=province-01&lang=${lang}`);
      expect(page.body).toContain(words);
      expect(page.body).toContain(unit);
      const link = /href="(\/measures\/traSom[^"]*)"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&');
      expect(link).toBe('/measures/traSom?unitId=province-01&period=2025&tree=then&asOf=2025-11-17');
      expect((await open(link!)).statusCode).toBe(200);
    }
  });
});
