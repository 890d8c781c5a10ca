import { afterAll, beforeAll, expect, test } from 'vitest';

import { publicActor } from '../../src/kit/actor.ts';
import { sampleDesk, sampleReceived, sampleSubmitted } from '../../src/modules/cases/samples.ts';
import { sampleCompetence } from '../../src/modules/mandates/samples.ts';
import { sampleUnit, stateDemoOrganisations } from '../../src/modules/organisations/samples.ts';
import { samplePublished } from '../../src/modules/procedures/samples.ts';
import { openWorld, type World } from './world.ts';

let world: World;
let unitId: string;
let caseId: string;
const who = (role: string): string => `${role}.${unitId}@cases.test.vn`;

beforeAll(async () => {
  world = await openWorld({ now: '2025-11-17T08:00:00+07:00' });
  const { app } = world.t;
  await stateDemoOrganisations(app);
  await sampleCompetence(app);
  unitId = await sampleUnit(app, {
    nameVi: 'Xã Hành Trình',
    level: 'commune',
    kind: 'commune',
    parentId: 'province-46',
    validFrom: '2025-07-01',
  });
  const desk = await sampleDesk(app, unitId);
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
