import { afterAll, beforeAll, expect, test } from 'vitest';

import { publicActor } from '../../../kit/actor.ts';
import { instantOf } from '../../../kit/day.ts';
import { createHttp } from '../../../kit/http.ts';
import { testApp, type TestApp } from '../../../kit/testing.ts';
import { stateDemoOrganisations } from '../../organisations/samples.ts';
import {
  computeFigure,
  getPublicFigure,
  listPublicFigures,
  publicFigureData,
  publicFigurePicture,
} from '../contract.ts';
import { sampleSet } from '../samples.ts';

let t: TestApp;
let http: Awaited<ReturnType<typeof createHttp>>;
beforeAll(async () => {
  t = await testApp({ now: '2025-01-10T09:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  await sampleSet(t.app);
  t.clock.set(instantOf('2025-11-17', '09:00'));
  http = await createHttp(t.app);
});
afterAll(async () => {
  await http.close();
  await t[Symbol.asyncDispose]();
});

const body = (file: unknown): string => (file as { body: string }).body;
const address = '/api/public-figures/completionOfAll';

test('A public figure is the same for everybody: counted with the rights of the public, whoever asks', async () => {
  const asked = await t.call(getPublicFigure, { code: 'completionOfAll' });
  const seen = await t.call(getPublicFigure, { code: 'completionOfAll' }, publicActor);
  expect(asked).toEqual(seen);
  const own = await t.call(computeFigure, { code: 'completionOfAll' });
  expect(own.figure.denominator).toBe(seen.figure.denominator! + 1);
  expect(seen.figure).toMatchObject({ numerator: 3, denominator: 8, rounded: '37.5' });
});

test('Figures are found by words without diacritics, and every one has a unit of measure and a rule', async () => {
  const { items } = await t.call(listPublicFigures, { q: 'qua han' }, publicActor);
  expect(items.map((f) => f.code)).toEqual(expect.arrayContaining(['overdueShare', 'overdueOfDue']));
  expect(items.map((f) => f.code)).not.toContain('inTermShare');
  const all = (await t.call(listPublicFigures, { unitId: 'mops' }, publicActor)).items;
  expect(all.length).toBeGreaterThan(items.length);
  for (const one of all) if (one.rounded !== undefined) expect(one.denominator).toBeGreaterThan(0);
});

test('Data come as JSON and CSV with both counts, readable from other sites, and unchanged data are not sent again', async () => {
  const first = await http.inject({ url: `${address}/data` });
  expect(first.headers['access-control-allow-origin']).toBe('*');
  expect(first.headers['cache-control']).toBe('public, max-age=60');
  expect(first.json()).toMatchObject({ figure: { numerator: 3, denominator: 8 } });
  const etag = String(first.headers['etag']);
  const again = await http.inject({ url: `${address}/data`, headers: { 'if-none-match': etag } });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  const csv = body(await t.call(publicFigureData, { code: 'completionOfAll', format: 'csv' }, publicActor));
  expect(csv).toContain('completionOfAll,1,,Toàn bộ số liệu công khai,3,8,37.5,2025-11-17');
});

test('The picture bears the value, both counts, the day and the source', async () => {
  const svg = body(await t.call(publicFigurePicture, { code: 'completionOfAll' }, publicActor));
  for (const words of ['37,5', '3 / 8', '17/11/2025', 'Nguồn: Lienthong']) expect(svg).toContain(words);
  expect(svg).not.toMatch(/<script|style=|<style/);
  const en = body(
    await t.call(publicFigurePicture, { code: 'completionOfAll', language: 'en' }, publicActor),
  );
  expect(en).toContain('as of 17/11/2025');
});

test('Only the frame and the picture may be framed by others', async () => {
  for (const path of ['frame', 'picture']) {
    const { headers } = await http.inject({ url: `${address}/${path}` });
    expect(headers['content-security-policy']).toContain('frame-ancestors *');
    expect(headers['x-frame-options']).toBeUndefined();
    expect(headers['access-control-allow-origin']).toBeUndefined();
  }
  for (const url of [address, `${address}/data`, '/api/figures']) {
    const { headers } = await http.inject({ url });
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  }
});

test('There is no page of a figure or a unit that is not', async () => {
  await expect(t.call(getPublicFigure, { code: 'khong-co' }, publicActor)).rejects.toThrow('unknownFigure');
  await expect(
    t.call(getPublicFigure, { code: 'completionOfAll', unitId: 'khong-co' }, publicActor),
  ).rejects.toThrow('invalidInput');
});
