import { afterAll, beforeAll, expect, test } from 'vitest';

import { getCase } from '../../src/modules/cases/contract.ts';
import { type SampleDesk, sampleDesks, sampleReceived } from '../../src/modules/cases/samples.ts';
import { sampleCompared, sampleConnection, sampleSent } from '../../src/modules/exchange/samples.ts';
import { samplePublished } from '../../src/modules/procedures/samples.ts';
import { type NationalPortal, openNationalPortal } from '../../standins/national-portal.ts';
import { openWorld, type World } from './world.ts';

let world: World;
let desk: SampleDesk;
let portal: NationalPortal;
const office = 'vanphong@cong.vn';
const phone = { viewport: { width: 360, height: 740 } };
const codes: string[] = [];
const ids: string[] = [];

beforeAll(async () => {
  world = await openWorld();
  const { app } = world.t;
  [desk] = await sampleDesks(app, ['Xã Kết Nối']);
  await samplePublished(app);
  await world.account(office, 'Trần Thị Văn Phòng', 'office', 'province-46');
  portal = await openNationalPortal();
  sampleConnection(app, portal);
  for (let i = 0; i < 3; i += 1) {
    const made = await sampleReceived(app, desk);
    codes.push(made.code!);
    ids.push(made.id);
  }
  portal.mischief.refuse.set(codes[0]!, 'Thiếu trường MaLinhVuc');
  await sampleSent(app);
  portal.report(codes[1]!, 8);
  await sampleCompared(app);
}, 120_000);
afterAll(async () => {
  await portal?.[Symbol.asyncDispose]();
  await world?.[Symbol.asyncDispose]();
});

test('A refused message is found in the queue, looked at, and sent again by hand', async () => {
  const visitor = await world.visitor({ as: office });
  const { page } = visitor;
  await visitor.visit('/exchange');
  const row = page.getByRole('row', { name: new RegExp(codes[0]!) });
  expect(await row.innerText()).toContain('Thiếu trường MaLinhVuc');
  await row.getByRole('link', { name: codes[0]! }).click();
  await visitor.check();
  expect(await page.locator('main').innerText()).toContain('"MaTTHC": "1.000001"');
  portal.mischief.refuse.clear();
  await page.getByRole('button', { name: 'Gửi lại ngay' }).click();
  await visitor.check();
  await sampleSent(world.t.app);
  await page.reload();
  expect(await page.locator('main').innerText()).toContain('Cổng đã xác nhận');
  expect(portal.cases.has(codes[0]!)).toBe(true);
  await visitor.close();
}, 60_000);

test('Of two statuses a person sees both sides and has ours sent again; the case was never changed', async () => {
  const visitor = await world.visitor({ as: office });
  const { page } = visitor;
  await visitor.visit(`/cases/${ids[1]!}`);
  expect(await page.locator('#portal').innerText()).toContain('trên Cổng “8 dừng xử lý”');
  await page.locator('#portal').getByRole('link', { name: 'Xem và quyết định' }).click();
  await visitor.check();
  await page.getByRole('button', { name: 'Quyết định' }).click();
  expect(await page.locator('main').innerText()).toContain('8 dừng xử lý');
  await page.getByLabel('Lý do').fill('Hồ sơ vẫn đang được giải quyết');
  await page.getByRole('button', { name: 'Quyết định' }).click();
  await visitor.check();
  await sampleSent(world.t.app);
  expect(portal.cases.get(codes[1]!)?.status).toBe('2');
  const seen = await world.t.call(getCase, { id: ids[1]! }, desk.desk);
  expect(seen).toMatchObject({ handling: 'received', sync: 'acknowledged' });
  await visitor.close();
}, 60_000);

test('The comparison names each difference, as a page and as a file; its days are refused at their field', async () => {
  const visitor = await world.visitor({ as: office });
  const { page } = visitor;
  await visitor.visit('/exchange/reconciliation');
  await page.getByLabel('Đến hết ngày').fill('01/01/2025');
  await page.getByRole('button', { name: 'Đối soát ngay' }).click();
  expect(await page.locator('main').innerText()).toContain('Ngày cuối phải sau hoặc bằng ngày đầu');
  await visitor.visit('/exchange/reconciliation');
  await page.locator('main tbody a').first().click();
  await visitor.check();
  const text = await page.locator('main').innerText();
  expect(text).toContain('Cổng từ chối thông điệp');
  expect(text).toContain('Khác trạng thái');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tải CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^doi-soat-.*\.csv$/);
  await visitor.close();
}, 60_000);

test('Every page fits a phone, in English too', async () => {
  const visitor = await world.visitor({ as: office, ...phone });
  const paths = ['/exchange?state=all', '/exchange/conflicts', '/exchange/reconciliation', '/exchange/run'];
  for (const path of [...paths, `/exchange/message?caseId=${ids[0]!}&seq=1`]) await visitor.visit(path);
  await visitor.visit('/exchange/reconciliation');
  await visitor.page.locator('main tbody a').first().click();
  await visitor.check();
  await visitor.visit('/exchange?state=all&lang=en');
  await visitor.visit('/exchange/conflicts');
  await visitor.close();
}, 60_000);

test('Without a connection the pages say so and what to do', async () => {
  world.t.app.config.portal = undefined;
  const visitor = await world.visitor({ as: office });
  for (const path of ['/exchange', '/exchange/conflicts', '/exchange/reconciliation']) {
    await visitor.visit(path);
    expect(await visitor.page.locator('main').innerText()).toContain('Chưa kết nối Cổng');
  }
  await visitor.visit('/exchange/message');
  await visitor.close();
}, 60_000);
