import { afterAll, beforeAll, expect, test } from 'vitest';

import { advanceCase, approveResult } from '../../src/modules/cases/contract.ts';
import { sampleDesks, sampleReceived } from '../../src/modules/cases/samples.ts';
import { sampleAccount } from '../../src/modules/identity/samples.ts';
import { sampleCertificates } from '../../src/modules/mandates/samples.ts';
import { samplePublished } from '../../src/modules/procedures/samples.ts';
import { openWorld, type World } from './world.ts';

let world: World;
let unitId: string;
let caseId: string;
const office = 'van-phong@chung-thu.test';

beforeAll(async () => {
  world = await openWorld({ now: '2025-11-17T08:00:00+07:00' });
  const { t } = world;
  const [desk] = await sampleDesks(t.app, ['Xã Ký Số']);
  ({ unitId } = desk);
  await samplePublished(t.app);
  await sampleAccount(t.app, {
    email: office,
    name: 'Văn phòng',
    roles: [{ role: 'office', unitId: 'province-46' }],
  });
  caseId = (await sampleReceived(t.app, desk)).id;
  await t.call(advanceCase, { id: caseId, step: 'appraise' }, desk.specialist);
  await t.call(approveResult, { id: caseId, outcome: 'granted', text: 'Đủ điều kiện' }, desk.head);
}, 120_000);
afterAll(() => world[Symbol.asyncDispose]());

test('The office states that the unit signs with certificates; a signature without one is refused, with his own it is made and re-checked', async () => {
  const keeper = await world.visitor({ as: office });
  await keeper.visit(`/mandates/certificates?unitId=${unitId}`);
  await keeper.page.getByText('Quy định từ một ngày').click();
  await keeper.page.getByLabel('Số văn bản').first().fill('12/QĐ-UBND');
  await keeper.page.getByRole('button', { name: 'Ghi quy định' }).click();
  await keeper.page.getByText('chữ ký phải mang chứng thư đã đăng ký').waitFor();
  await keeper.close();

  const head = await world.visitor({
    as: `head.${unitId}@cases.test.vn`,
    viewport: { width: 360, height: 780 },
  });
  const { page } = head;
  await head.visit(`/cases/${caseId}`);
  const sign = page.locator('#step-sign');
  await sign.getByRole('button').click();
  await page.getByText('Cơ quan ký bằng chứng thư số: chọn chứng thư của mình.').first().waitFor();
  await head.check();

  await head.visit('/mandates/certificates/mine');
  await page.setInputFiles('input[type=file]', {
    name: 'chung-thu.cer',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(sampleCertificates.valid),
  });
  await page.getByRole('button', { name: 'Đăng ký' }).click();
  await page.getByText('5401A9').first().waitFor();
  await head.check();

  await head.visit(`/cases/${caseId}`);
  expect(await sign.locator('select').last().inputValue()).toBe('5401A9');
  await sign.getByRole('button').click();
  await page.getByText('Kiểm tra lại chữ ký tại thời điểm ký').waitFor();
  await head.check();
  await page.getByText('Kiểm tra lại chữ ký tại thời điểm ký').click();
  await page.getByText('Khi đó cơ quan đã quy định ký bằng chứng thư số.').waitFor();
  await page.getByText('Còn hiệu lực').waitFor();
  await head.check();
  await head.close();
});

test('Time by step holds on a phone and a desk, in both languages', async () => {
  for (const width of [360, 1280]) {
    const visitor = await world.visitor({
      as: `head.${unitId}@cases.test.vn`,
      viewport: { width, height: 780 },
    });
    for (const lang of ['vi', 'en']) {
      await visitor.visit(`/cases/times?procedureCode=1.000001&lang=${lang}`);
      await visitor.visit(`/cases/${caseId}?lang=${lang}`);
    }
    expect(await visitor.page.getByText('Time in each state').count()).toBeGreaterThan(0);
    await visitor.close();
  }
});
