import { afterAll, beforeAll, expect, test } from 'vitest';

import { sampleDesk, type SampleDesk, sampleReceived } from '../../src/modules/cases/samples.ts';
import { sampleCompetence } from '../../src/modules/mandates/samples.ts';
import { sampleUnit, stateDemoOrganisations } from '../../src/modules/organisations/samples.ts';
import { samplePublished } from '../../src/modules/procedures/samples.ts';
import { openWorld, type World } from './world.ts';

let world: World;
let desk: SampleDesk;

beforeAll(async () => {
  world = await openWorld();
  const { app } = world.t;
  await stateDemoOrganisations(app);
  await sampleCompetence(app);
  const commune = { level: 'commune', kind: 'commune', parentId: 'province-46' } as const;
  const unitId = await sampleUnit(app, { nameVi: 'Xã Sống Động', ...commune, validFrom: '2025-07-01' });
  desk = await sampleDesk(app, unitId);
  await samplePublished(app);
  await sampleReceived(app, desk);
}, 120_000);
afterAll(() => world[Symbol.asyncDispose]());

const received = 'main tbody tr:first-child td:nth-of-type(8)';

test('The overview by unit shows a case within a second of its event, keeps the focus, and says when the line is cut', async () => {
  const visitor = await world.visitor({ as: `head.${desk.unitId}@cases.test.vn` });
  const { page } = visitor;
  await visitor.visit('/cases/overview');
  await page.locator('[data-live-is=liveOn]').waitFor();
  expect(await page.locator(received).innerText()).toBe('1');
  const link = page.locator(received).getByRole('link');
  await link.focus();
  const before = await link.evaluateHandle((one) => one);

  const begun = performance.now();
  await sampleReceived(world.t.app, desk);
  const at = performance.now();
  await expect.poll(() => page.locator(received).innerText(), { interval: 25, timeout: 5000 }).toBe('2');
  // On a busy machine everything takes longer, the reception too.
  expect(performance.now() - at).toBeLessThan(Math.max(1000, 2 * (at - begun)));
  expect(await before.evaluate((one) => one.isConnected && document.activeElement === one)).toBe(true);
  expect(await page.locator('[data-live-say]').innerText()).toContain('2 tiếp nhận');
  await visitor.check();

  await page.getByRole('button', { name: 'Tạm dừng cập nhật' }).click();
  await expect.poll(() => page.locator('[data-live-state]').innerText()).toContain('Đã tạm dừng');
  await page.getByRole('button', { name: 'Tạm dừng cập nhật' }).click();
  await page.locator('[data-live-is=liveOn]').waitFor();

  await page.context().setOffline(true);
  await page.route('**/api/cases/overview/live', (route) => route.abort());
  await page.getByRole('button', { name: 'Tạm dừng cập nhật' }).click();
  await page.getByRole('button', { name: 'Tạm dừng cập nhật' }).click();
  await page.locator('[data-live-is=liveCut]').waitFor({ timeout: 10_000 });
  expect(await page.locator('[data-live-state]').innerText()).toContain('Mất kết nối');
  await page.unroute('**/api/cases/overview/live');
  await page.context().setOffline(false);
  await page.locator('[data-live-is=liveOn]').waitFor({ timeout: 15_000 });
  await visitor.close();
}, 60_000);

test('Without scripts the overview is a plain page with a link to load it again, and each number opens its cases', async () => {
  const visitor = await world.visitor({
    as: `head.${desk.unitId}@cases.test.vn`,
    javaScriptEnabled: false,
  });
  const { page } = visitor;
  await visitor.visit('/cases/overview');
  expect(await page.getByRole('button', { name: 'Tạm dừng cập nhật' }).count()).toBe(0);
  await page.getByRole('link', { name: 'Tải lại trang' }).click();
  const working = page.locator('main tbody tr:first-child td:nth-of-type(3) a');
  const n = Number(await working.innerText());
  await working.click();
  expect(await page.locator('main table tbody tr').count()).toBe(n);
  await visitor.check();
  await visitor.close();
});
