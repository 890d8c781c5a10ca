import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { listAssignments, listTasks } from '../../src/modules/directives/contract.ts';
import { computeFigure } from '../../src/modules/indicators/contract/figures.ts';
import { stateDemoOrganisations } from '../../src/modules/organisations/samples.ts';
import { openWorld, type Visitor, type World } from './world.ts';

/** The real rows lie beside the repository; without them there is nothing to walk through. */
const rows = resolve('../shared/data/directive-tasks.csv');
const there = existsSync(rows);
if (!there) process.stderr.write(`No ${rows}: the journey over the real rows is left out.\n`);

const REF = 'TB315-01';
const figure = '/figures/completionOfAll?count=assignments';

describe.skipIf(!there)('from the real rows to a figure that opens to its records', () => {
  let world: World;
  let office: Visitor;
  let coordinator: Visitor;
  let head: Visitor;
  let assignment: string;
  const before = { numerator: 0, denominator: 0 };

  const counts = async () => {
    const { figure: f } = await world.t.call(computeFigure, {
      code: 'completionOfAll',
      count: 'assignments',
    });
    return { numerator: f.numerator, denominator: f.denominator };
  };

  beforeAll(async () => {
    world = await openWorld({ now: '2025-11-17T08:00:00+07:00' });
    await stateDemoOrganisations(world.t.app, { now: new Date('2024-12-01T09:00:00+07:00') });
    await world.account('vanphong@thu.vn', 'Văn phòng', 'office', 'centre');
    await world.account('daumoi@thu.vn', 'Đầu mối', 'coordinator', 'mops');
    await world.account('thutruong@thu.vn', 'Thủ trưởng', 'head', 'mops');
    office = await world.visitor();
    coordinator = await world.visitor();
    head = await world.visitor();
  });
  afterAll(() => world[Symbol.asyncDispose]());

  test('The standing office signs in, previews the file and imports all 279 rows', async () => {
    await office.signIn('vanphong@thu.vn');
    await office.visit('/directives/import');
    const { page } = office;
    await page.getByLabel('Tệp nhiệm vụ').setInputFiles(rows);
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.getByText('Sẵn sàng nhập: thêm 279, sửa 0').waitFor();
    await office.check();
    await page.getByRole('button', { name: 'Nhập vào hệ thống' }).click({ timeout: 60_000 });
    await page.getByText('Đã nhập 279 dòng.').waitFor();
    await office.check();
    Object.assign(before, await counts());
    expect(before.numerator).toBe(0);
    expect(before.denominator).toBeGreaterThan(1000);
  });

  test('The unit finds the overdue task in its work list and reports it done with evidence', async () => {
    await coordinator.signIn('daumoi@thu.vn');
    await coordinator.visit('/work?tab=overdue');
    const { page } = coordinator;
    await page.getByRole('link', { name: /Nghị quyết thúc đẩy tạo lập dữ liệu/ }).click();
    await page.waitForURL(/\/assignments\//);
    assignment = new URL(page.url()).pathname;
    await coordinator.check();
    await page.goto(`${world.url}${assignment}/report`);
    await page
      .getByLabel(/^Kết quả/)
      .first()
      .fill('Chính phủ đã ban hành Nghị quyết số 214/NQ-CP.');
    await page.locator('input[name="outcome"][value="done"]').check();
    await page.locator('[name="product.number"]').fill('214/NQ-CP');
    await page.locator('[name="product.date"]').fill('23/07/2025');
    await page.locator('[name="evidence.0.number"]').fill('1234/BC-BCA');
    await coordinator.check();
    await page.locator('#report-form button.button-primary, #report-form button[type=submit]').last().click();
    await page.waitForURL(`**${assignment}`);
    await coordinator.check();
  });

  test('The head confirms, the office returns with a reason, and the task is not completed', async () => {
    await head.signIn('thutruong@thu.vn');
    await confirmInQueue();
    await office.visit('/queue');
    const { page } = office;
    const item = page.locator('li, article').filter({ hasText: REF }).first();
    await item.getByText('Trả lại', { exact: true }).click();
    await item.getByLabel('Lý do trả lại').fill('Thiếu tệp văn bản đã ký.');
    await item.getByRole('button', { name: 'Trả lại kèm lý do' }).click();
    await page.getByText('Đã trả lại báo cáo kèm lý do.').waitFor();
    await office.check();
    expect(await counts()).toEqual(before);
    await coordinator.visit(assignment);
    await coordinator.page.getByText('Thiếu tệp văn bản đã ký.').first().waitFor();
  });

  test('Without JavaScript the unit reports again, and the figure moves when the office accepts', async () => {
    const plain = await world.visitor({ javaScriptEnabled: false, as: 'daumoi@thu.vn' });
    const { page } = plain;
    await plain.visit(`${assignment}/report`);
    await page.locator('input[name="outcome"][value="done"]').check();
    await page.locator('[name="result"]').fill('Đã bổ sung tệp văn bản đã ký.');
    await page.locator('[name="product.number"]').fill('214/NQ-CP');
    await page.locator('[name="product.date"]').fill('23/07/2025');
    await page.locator('[name="product.file"]').setInputFiles({
      name: '214-nq-cp.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
    });
    await page.locator('#report-form button[type=submit], #report-form button:not([type])').last().click();
    await page.waitForURL(`**${assignment}`);
    await plain.close();
    await confirmInQueue();
    await office.visit('/queue');
    const item = office.page.locator('li, article').filter({ hasText: REF }).first();
    await item.getByRole('button', { name: 'Chấp nhận' }).click();
    await office.page.getByText('Đã chấp nhận.').waitFor();
    const after = await counts();
    expect(after).toEqual({ numerator: before.numerator + 1, denominator: before.denominator });
  });

  test('The figure opens to its records, and this very assignment is among them', async () => {
    const { page } = office;
    await office.visit(figure);
    await office.visit(`${figure}&part=numerator`);
    await page
      .locator('#records')
      .getByRole('link', { name: /tạo lập dữ liệu/ })
      .first()
      .click();
    await page.waitForURL(/\/(assignments|tasks)\//);
    await office.check();
    expect(await page.textContent('main')).toContain('23 ngày');
  });

  test('A collective lead has become one assignment per unit of that day', async () => {
    const found = await world.t.call(listTasks, { q: 'NQ03-NV-007' });
    const task = found.items.find((i) => i.ref === 'NQ03-NV-007')!;
    expect(task.leads).toBeGreaterThan(80);
    const { items } = await world.t.call(listAssignments, { taskId: task.id, limit: 500 });
    expect(new Set(items.map((i) => i.unit.id)).size).toBe(items.length);
  });

  async function confirmInQueue(): Promise<void> {
    await head.visit('/queue');
    const item = head.page.locator('li, article').filter({ hasText: REF }).first();
    await item.getByRole('button', { name: 'Xác nhận' }).click();
    await head.page.getByText('Đã xác nhận báo cáo.').waitFor();
  }
});
