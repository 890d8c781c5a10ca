import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { acceptCase, askSupplement, getCase } from '../../src/modules/cases/contract.ts';
import { sampleDesk, type SampleDesk } from '../../src/modules/cases/samples.ts';
import { sampleCompetence } from '../../src/modules/mandates/samples.ts';
import { sampleUnit, stateDemoOrganisations } from '../../src/modules/organisations/samples.ts';
import { completeProcedures } from '../../src/modules/procedures/facts/catalogue.ts';
import { samplePublished } from '../../src/modules/procedures/samples.ts';
import { openWorld, type Visitor, type World } from './world.ts';

const code = '1.001193';
const paper = {
  name: 'giay-chung-sinh.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n%%EOF startxref\n'),
};
let world: World;
let desk: SampleDesk;

beforeAll(async () => {
  world = await openWorld({ now: '2025-11-17T08:30:00+07:00' });
  const { app } = world.t;
  await stateDemoOrganisations(app);
  await sampleCompetence(app);
  const commune = {
    level: 'commune',
    kind: 'commune',
    parentId: 'province-46',
    validFrom: '2025-07-01',
  } as const;
  desk = await sampleDesk(app, await sampleUnit(app, { nameVi: 'Xã Hành Trình', ...commune }));
  const { content } = completeProcedures.find((one) => one.code === code)!;
  await samplePublished(app, { code, content });
}, 120_000);
afterAll(() => world[Symbol.asyncDispose]());

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const next = (page: Page) => press(page, 'Lưu và tiếp tục');

async function sayWho(page: Page): Promise<void> {
  await page.fill('[name="who.fullName"]', 'Nguyễn Thị Lan');
  await page.fill('[name="who.personalId"]', '046190000001');
  await page.fill('[name="who.phone"]', '0912 345 678');
}

async function fillBirth(page: Page, scripts: boolean): Promise<void> {
  await page.check('[name="form.relation"][value="mother"]');
  const texts = {
    childName: 'Nguyễn An Nhiên',
    childBirthDay: '02/11/2025',
    childEthnicity: 'Kinh',
    childNationality: 'Việt Nam',
    childHomeTown: 'Huế',
    birthPlace: 'Bệnh viện Trung ương Huế',
  };
  for (const [key, value] of Object.entries(texts)) await page.fill(`[name="form.${key}"]`, value);
  await page.check('[name="form.childSex"][value="female"]');
  await page.check('[name="form.hasProof"][value="true"]');
  if (!scripts) await page.getByRole('button', { name: 'Tiếp tục', exact: true }).last().click();
  await page.check('[name="form.fatherKnown"][value="false"]');
  await page.fill('[name="form.motherResidence-text"]', 'Xã Hành Trình');
  if (scripts) await page.getByRole('option', { name: 'Xã Hành Trình' }).first().click();
}

async function apply(visitor: Visitor, scripts: boolean): Promise<string> {
  const { page } = visitor;
  const check = () => (scripts ? visitor.check() : Promise.resolve());
  await page.goto(`${world.url}/procedures/${code}`);
  await page.getByRole('link', { name: 'Nộp hồ sơ trực tuyến' }).click();
  await check();
  await press(page, 'Bắt đầu');
  await check();
  await next(page);
  await check(); // refused: nothing was filled in
  await sayWho(page);
  await next(page);
  await check();
  await fillBirth(page, scripts);
  await next(page);
  await page.waitForURL(/step=papers/);
  await check();
  await page.setInputFiles('[name="camera.birthCertificate"]', paper);
  await press(page, 'Tải lên và kiểm tra');
  await page.getByText('giay-chung-sinh.pdf').first().waitFor();
  await check();
  await next(page);
  await page.waitForURL(/step=give/);
  await page.check('[name="give.how"][value="portal"]');
  await check();
  await next(page);
  await page.waitForURL(/step=review/);
  await page.check('[name="truth"]');
  await check();
  await press(page, 'Nộp hồ sơ');
  await page.getByRole('heading', { name: 'Đã nộp hồ sơ' }).waitFor();
  await check();
  return /draft=([\w-]+)/.exec(page.url())![1]!;
}

test('On a phone, without an account, a birth is registered, followed, and supplemented', async () => {
  const visitor = await world.visitor({ viewport: { width: 360, height: 780 }, hasTouch: true });
  const { page } = visitor;
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  const id = await apply(visitor, true);
  const secret = (await page.locator('code').last().textContent())!;
  expect(secret).toMatch(/^[2-9A-Z]{10}$/);
  await page.getByRole('link', { name: 'Theo dõi hồ sơ' }).click();
  await visitor.check();
  await world.t.call(acceptCase, { id }, desk.desk);
  const points = [
    { field: 'birthPlace', reason: 'incomplete' as const, text: 'Ghi rõ phường, tỉnh của bệnh viện' },
    { component: 'birthCertificate', reason: 'unreadable' as const, text: 'Ảnh mờ, chụp lại' },
  ];
  await world.t.call(askSupplement, { id, points }, desk.specialist);
  await page.reload();
  await visitor.check();
  await page.fill('[name="form.birthPlace"]', 'Bệnh viện Trung ương Huế, phường Thuận Hóa, Huế');
  await page.setInputFiles('[name="camera.birthCertificate"]', paper);
  await press(page, 'Gửi bổ sung');
  await page.getByText('Đã gửi bổ sung').waitFor();
  await visitor.check();
  const seen = await world.t.call(getCase, { id }, desk.specialist);
  expect(seen.content?.values).toMatchObject({ fullName: 'Nguyễn Thị Lan', childBirthDay: '2025-11-02' });
  expect(seen.content?.values['birthPlace']).toContain('Thuận Hóa');
  expect(seen.content?.components.filter((one) => one.component === 'birthCertificate')).toHaveLength(2);
  expect(requested.filter((url) => url.includes(secret))).toEqual([]);
  await visitor.close();
}, 120_000);

test('Without scripts the same application goes through', async () => {
  const visitor = await world.visitor({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } });
  const id = await apply(visitor, false);
  const seen = await world.t.call(getCase, { id }, desk.desk);
  expect(seen.content?.values).toMatchObject({ childName: 'Nguyễn An Nhiên', motherResidence: desk.unitId });
  await visitor.close();
}, 120_000);

test('What is typed while the line is cut is there again', async () => {
  const visitor = await world.visitor({ viewport: { width: 360, height: 780 } });
  const { page } = visitor;
  await page.goto(`${world.url}/procedures/${code}/apply`);
  await press(page, 'Bắt đầu');
  await page.waitForURL(/step=who/);
  await page.context().setOffline(true);
  await sayWho(page);
  await next(page);
  await page
    .getByText(/trên máy|thiết bị/)
    .first()
    .waitFor();
  await page.context().setOffline(false);
  await page
    .getByText(/^Đã lưu lúc|Đã lưu/)
    .first()
    .waitFor();
  await page.waitForTimeout(500);
  await page.reload();
  expect(await page.inputValue('[name="who.fullName"]')).toBe('Nguyễn Thị Lan');
  await visitor.close();
}, 60_000);
