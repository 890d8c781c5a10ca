import { afterAll, beforeAll, expect, test } from 'vitest';

import { publicActor } from '../../src/kit/actor.ts';
import { sampleDesks, sampleReceived, sampleSubmitted } from '../../src/modules/cases/samples.ts';
import { sampleAccount } from '../../src/modules/identity/samples.ts';
import { samplePublished } from '../../src/modules/procedures/samples.ts';
import { openWorld, type World } from './world.ts';

let world: World;
let unitId: string;
let caseId: string;
const who = (role: string): string => `${role}.${unitId}@cases.test.vn`;

beforeAll(async () => {
  world = await openWorld({ now: '2025-11-17T08:00:00+07:00' });
  const { app } = world.t;
  const [desk] = await sampleDesks(app, ['Xã Hành Trình']);
  ({ unitId } = desk);
  await samplePublished(app);
  await sampleSubmitted(app, { placeUnitId: unitId }, { actor: publicActor });
  caseId = (await sampleReceived(app, desk)).id;
}, 120_000);
afterAll(() => world[Symbol.asyncDispose]());

test('An officer receives a case by keyboard alone: the number of the procedure, the applicant, Ctrl+Enter', async () => {
  const visitor = await world.visitor({ as: who('desk') });
  const { page } = visitor;
  await visitor.visit('/desk');
  await visitor.visit('/desk/receive');
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await page.waitForURL(/code=1\.000001/);
  await visitor.check();
  await page.keyboard.type('046091000001');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Lê Thị Phím');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Đã tiếp nhận').first().waitFor();
  await visitor.check();
  expect(await page.locator('a', { hasText: 'In giấy tiếp nhận' }).count()).toBe(1);
  await visitor.close();
});

test.each(['desk', 'specialist', 'head'])('The pages of cases hold on a phone for %s', async (role) => {
  const visitor = await world.visitor({ as: who(role), viewport: { width: 360, height: 780 } });
  const paths = [
    '/cases',
    '/cases?view=received',
    `/cases/${caseId}`,
    '/cases/workload',
    '/cases/book',
    '/cases/book?form=06a',
    '/work',
  ];
  for (const path of [
    ...paths,
    ...(role === 'desk' ? ['/desk', '/desk/receive'] : []),
    ...(role === 'head' ? ['/cases/signing'] : []),
  ])
    await visitor.visit(path);
  for (const path of paths.slice(0, 3))
    await visitor.visit(`${path}${path.includes('?') ? '&' : '?'}lang=en`);
  await visitor.close();
});

test('Shared contacts hold on a phone and a desk, in both languages, with the cases behind one open', async () => {
  const { t } = world;
  for (let n = 1; n <= 5; n += 1)
    await sampleSubmitted(
      t.app,
      {
        placeUnitId: unitId,
        applicant: {
          kind: 'citizen',
          fullName: `Người ${n}`,
          personalId: `04609100010${n}`,
          phone: '0912345678',
        },
      },
      { actor: publicActor },
    );
  await t.settle();
  const roles = [{ role: 'inspector' as const, unitId: 'province-46', clearance: 'internal' as const }];
  await sampleAccount(t.app, { email: 'thanh.tra@cases.test.vn', name: 'Thanh tra', roles });
  for (const width of [360, 1280]) {
    const visitor = await world.visitor({
      as: 'thanh.tra@cases.test.vn',
      viewport: { width, height: 780 },
    });
    await visitor.visit('/shared-contacts?lang=vi');
    await visitor.page.getByRole('link', { name: '•••• 678' }).click();
    await visitor.page.getByText('Người 5').first().waitFor();
    await visitor.check();
    await visitor.visit('/shared-contacts?lang=en');
    await visitor.close();
  }
});
