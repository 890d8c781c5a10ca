import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { instantOf } from '../../src/kit/day.ts';
import { checkReportFile } from '../../src/modules/indicators/reporting/verify.ts';
import { sampleSet } from '../../src/modules/indicators/samples.ts';
import { stateDemoOrganisations } from '../../src/modules/organisations/samples.ts';
import { openWorld, type World } from './world.ts';

let world: World;
const [writer, signer] = ['soan@thu.vn', 'ky@thu.vn'];

beforeAll(async () => {
  world = await openWorld({ now: '2025-01-10T09:00:00+07:00' });
  await stateDemoOrganisations(world.t.app);
  await sampleSet(world.t.app);
  world.t.clock.set(instantOf('2025-11-17', '09:00'));
  await world.account(writer, 'Nguyễn Văn Soạn', 'coordinator', 'government');
  await world.account(signer, 'Trần Thị Ký', 'leader', 'government');
}, 120_000);
afterAll(() => world[Symbol.asyncDispose]());

let address: string;
test('A report is written from a template: saved as typed, its numbers filled in, typed digits pointed out', async () => {
  const visitor = await world.visitor({ as: writer });
  const { page } = visitor;
  await visitor.visit('/reports/new');
  await page.selectOption('select[name=templateCode]', 'quarter');
  await page.fill('input[name=period]', '2025-Q4');
  await page.click('main form button[type=submit]');
  await page.waitForURL(/\/reports\/drafts\//);
  address = new URL(page.url()).pathname;
  await page.fill('textarea[name="part.a.text"]', 'Đạt {{figure:completionOfAll}}, tức 33,3 %.');
  await expect.poll(() => page.innerText('[data-autosave-state]'), { timeout: 10_000 }).toMatch(/Đã lưu/);
  await page.click('button[value=preview]');
  await page.waitForURL(/preview=1/);
  const preview = await page.innerText('#preview');
  expect(preview.replaceAll('\u00a0', ' ')).toMatch(/33,3 % \(3\/9\)[\s\S]*33,3 %\*/);
  expect(await page.innerText('#preview .notice-warn')).toContain('{{figure:completionOfAll}}');
  expect(await page.locator('#preview button:has-text("Đóng và ký")').count()).toBe(0);
  await visitor.close();
}, 90_000);

test('Who may sign freezes it, and each file that is downloaded proves itself', async () => {
  const visitor = await world.visitor({ as: signer });
  const { page } = visitor;
  await visitor.visit(`${address}?preview=1`);
  await page.click('#preview button:has-text("Đóng và ký")');
  await page.locator('dialog[open] button').first().click();
  await page.waitForURL((url) => /\/reports\/[0-9a-f-]{36}$/.test(url.pathname), { timeout: 30_000 });
  const report = new URL(page.url()).pathname;
  for (const format of ['pdf', 'docx', 'xlsx']) {
    const reply = await page.context().request.get(`${world.url}/api${report}/file?format=${format}`);
    expect(checkReportFile(await reply.body()).faults, format).toEqual([]);
  }
  await visitor.visit(report);
  await visitor.close();
}, 90_000);

test('A page of somebody else frames a public figure, and nothing but that', async () => {
  const framing = createServer((request, reply) => {
    const path = request.url === '/figure' ? '/api/public-figures/completionOfAll/frame' : '/public-figures';
    reply.setHeader('content-type', 'text/html');
    reply.end(`<!doctype html><title>x</title><iframe src="${world.url}${path}"></iframe>`);
  }).listen(0, '127.0.0.1');
  await new Promise((done) => framing.once('listening', done));
  const other = `http://127.0.0.1:${(framing.address() as AddressInfo).port}`;
  const visitor = await world.visitor({});
  const { page } = visitor;
  await page.goto(`${other}/figure`);
  const picture = page.frameLocator('iframe').locator('img');
  await expect.poll(() => picture.getAttribute('alt'), { timeout: 10_000 }).toMatch(/37,5.*3 \/ 8/);
  await page.goto(`${other}/page`);
  await page.waitForTimeout(500);
  expect(await page.frameLocator('iframe').locator('h1:has-text("Số liệu")').count()).toBe(0);
  framing.close();
  await visitor.close();
}, 60_000);
