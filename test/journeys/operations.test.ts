import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { sampleDesk, type SampleDesk, sampleReceived } from '../../src/modules/cases/samples.ts';
import { sampleDirective, sampleTask } from '../../src/modules/directives/samples.ts';
import { sampleCompetence } from '../../src/modules/mandates/samples.ts';
import { recordKinds } from '../../src/modules/operations/rules/links.ts';
import { sampleUnit, stateDemoOrganisations } from '../../src/modules/organisations/samples.ts';
import { samplePublished } from '../../src/modules/procedures/samples.ts';
import { openWorld, type World } from './world.ts';

let world: World;
let desk: SampleDesk;
const province = 'province-46';
const [onDuty, next] = ['ca.ngay@thu.vn', 'ca.dem@thu.vn'];

beforeAll(async () => {
  world = await openWorld();
  const { app } = world.t;
  await stateDemoOrganisations(app);
  await sampleCompetence(app);
  const commune = { level: 'commune', kind: 'commune', parentId: province } as const;
  const unitId = await sampleUnit(app, { nameVi: 'Xã Trực Ban', ...commune, validFrom: '2025-07-01' });
  desk = await sampleDesk(app, unitId);
  await samplePublished(app);
  await sampleReceived(app, desk);
  await world.account(onDuty, 'Trần Thị Ca Ngày', 'office', province);
  await world.account(next, 'Lê Văn Ca Đêm', 'leader', province);
  const directiveId = await sampleDirective(app);
  await sampleTask(app, directiveId, { leadText: 'UBND thành phố Huế', deadlineText: '6/2025' });
}, 120_000);
afterAll(() => world[Symbol.asyncDispose]());

test('The board shows what has just happened within a second or two, without losing the focus', async () => {
  const visitor = await world.visitor({ as: onDuty });
  const { page } = visitor;
  await visitor.visit('/operations');
  await page.locator('[data-live-is=liveOn]').waitFor();
  const total = page.locator('tfoot td').nth(6);
  expect(await total.innerText()).toBe('1');
  const late = page.locator('.tally-bad .tally-number a').first();
  await late.focus();
  const before = await late.evaluateHandle((one) => one);
  await sampleReceived(world.t.app, desk);
  await expect.poll(() => total.innerText(), { interval: 25, timeout: 3000 }).toBe('2');
  expect(await before.evaluate((one) => one.isConnected && document.activeElement === one)).toBe(true);
  await late.click();
  expect(await page.locator('main tbody tr').count()).toBe(1);
  await visitor.close();
}, 60_000);

test('The wall turns its panels, stops on demand, and names nobody', async () => {
  const visitor = await world.visitor({ as: onDuty, viewport: { width: 1920, height: 1080 } });
  const { page } = visitor;
  await visitor.visit('/operations?kiosk=1');
  const shown = page.locator('[data-slide]:not([hidden])');
  expect(await shown.count()).toBe(1);
  expect(await page.locator('[data-kiosk-place]').innerText()).toMatch(/^1 \/ \d$/);
  const slides = await page.locator('[data-slide]').count();
  for (let i = 1; i < slides; i += 1) {
    await page.getByRole('button', { name: 'Màn hình sau' }).click();
    await visitor.check();
  }
  expect(await page.getByRole('button', { name: 'Dừng chuyển màn hình' }).getAttribute('aria-pressed')).toBe(
    'true',
  );
  const whole = await page.locator('body').textContent();
  expect(whole).not.toContain('Ca Ngày');
  expect(whole).not.toContain('Nguyễn Văn Mẫu');
  expect(whole).not.toContain('Chuyên viên commune');
  const received = page.locator('tfoot td').nth(6);
  const before = Number(await received.textContent());
  await sampleReceived(world.t.app, desk);
  await expect.poll(async () => Number(await received.textContent()), { timeout: 3000 }).toBe(before + 1);
  expect(await shown.count()).toBe(1);
  await visitor.close();
}, 60_000);

test('A leader sees on a phone what is late, who must act and what waits for a signature', async () => {
  const visitor = await world.visitor({ as: next, viewport: { width: 360, height: 780 }, hasTouch: true });
  const { page } = visitor;
  await visitor.visit('/operations');
  const tallies = await page.locator('.tallies').innerText();
  for (const words of ['Nhiệm vụ quá hạn', 'Hồ sơ quá hạn', 'Chờ tôi ký']) expect(tallies).toContain(words);
  expect(await page.getByRole('heading', { name: 'Ai phải làm' }).count()).toBe(1);
  expect(await page.getByText('Chưa kết nối nguồn nào').count()).toBe(1);
  await visitor.close();
});

test('A shift is handed over with its figures and taken over by name', async () => {
  const day = await world.visitor({ as: onDuty });
  await day.visit('/operations/hand-overs');
  await day.page.getByLabel('Nội dung bàn giao').fill('Theo dõi xã Trực Ban.');
  await day.page.getByRole('button', { name: 'Bàn giao', exact: true }).click();
  await day.page.getByText('Đã ghi bàn giao').waitFor();
  await day.check();
  const address = new URL(day.page.url()).pathname;
  expect(await day.page.getByRole('button', { name: 'Nhận ca' }).count()).toBe(0);
  await day.close();
  const night = await world.visitor({ as: next });
  await night.visit(address);
  await night.page.getByRole('button', { name: 'Nhận ca' }).click();
  await night.page.getByText('Lê Văn Ca Đêm, ').waitFor();
  await night.check();
  await night.visit('/operations/hand-overs');
  await night.close();
}, 60_000);

test('With a file of boundaries the map has their shapes, and names what it could not use', async () => {
  const folder = join(world.t.app.config.dataDir, 'boundaries');
  mkdirSync(folder, { recursive: true });
  const ring = (w: number, s: number) => [
    [w, s],
    [w + 1, s],
    [w + 1, s + 1],
    [w, s + 1],
    [w, s],
  ];
  const area = (ma: string, w: number, s: number) => ({
    type: 'Feature',
    properties: { ma },
    geometry: { type: 'Polygon', coordinates: [ring(w, s)] },
  });
  const features = [area('46', 107, 16), area('48', 108, 15), area('99', 105, 10)];
  writeFileSync(join(folder, 'tinh.geojson'), JSON.stringify({ type: 'FeatureCollection', features }));
  await world.account('toan.quoc@thu.vn', 'Người toàn quốc', 'leader', 'centre');
  const visitor = await world.visitor({ as: 'toan.quoc@thu.vn' });
  await visitor.visit('/operations/map');
  expect(await visitor.page.locator('.map path.map-area').count()).toBe(2);
  expect(await visitor.page.getByText('“99” không phải của đơn vị nào ở đây').count()).toBe(1);
  await visitor.close();
});

test('In English by night on a phone and in Vietnamese on a desk no page of the centre has a fault', async () => {
  const pages = [
    '/operations',
    '/operations?kiosk=1',
    '/operations/map',
    '/operations/hand-overs',
    ...recordKinds.map((what) => `/operations/records?what=${what}`),
    '/cases/overview',
  ];
  for (const look of [
    { locale: 'en', colorScheme: 'dark', viewport: { width: 360, height: 780 } },
    { locale: 'vi', colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  ] as const) {
    const visitor = await world.visitor({ as: onDuty, ...look });
    await visitor.page.goto(`${world.url}/?lang=${look.locale}`);
    for (const path of pages) await visitor.visit(path);
    await visitor.close();
  }
}, 120_000);
