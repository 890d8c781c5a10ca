import { afterAll, beforeAll, expect, test } from 'vitest';

import { type NationalPortal, openNationalPortal } from '../../../standins/national-portal.ts';
import type { Actor } from '../../kit/actor.ts';
import { type TestApp, testApp } from '../../kit/testing.ts';
import { type SampleDesk, sampleDesks, sampleReceived } from '../cases/samples.ts';
import { reportStatus } from '../exchange/contract.ts';
import { sampleConnection, sampleLate, sampleSent } from '../exchange/samples.ts';
import { actorOf, sampleAccount } from '../identity/samples.ts';
import { samplePublished } from '../procedures/samples.ts';
import { listNotices } from './contract.ts';

let t: TestApp;
let a: SampleDesk;
let b: SampleDesk;
let portal: NationalPortal;
let owner: Actor;
let office: Actor;

beforeAll(async () => {
  t = await testApp();
  [a, b] = await sampleDesks(t.app, ['Xã A Mẫu', 'Xã B Mẫu']);
  await samplePublished(t.app);
  const clearance = 'internal' as const;
  const roles = (role: 'coordinator' | 'office', unitId: string) => [{ role, unitId, clearance }];
  await sampleAccount(t.app, { email: 'o@x.vn', name: 'Đầu mối', roles: roles('coordinator', a.unitId) });
  await sampleAccount(t.app, { email: 'v@x.vn', name: 'Văn phòng', roles: roles('office', 'province-46') });
  owner = await actorOf(t.app, 'o@x.vn');
  office = await actorOf(t.app, 'v@x.vn');
  portal = await openNationalPortal();
  sampleConnection(t.app, portal);
}, 60_000);
afterAll(async () => {
  await portal?.[Symbol.asyncDispose]();
  await t?.[Symbol.asyncDispose]();
});

const heard = async (who: Actor) =>
  (await t.call(listNotices, { state: 'all' }, who)).items.filter(({ rung }) => rung.startsWith('portal'));

test('What the portal has not acknowledged within two working hours reaches the owner of the unit once', async () => {
  portal.mischief.dead = true;
  await sampleReceived(t.app, a);
  await sampleReceived(t.app, a);
  await sampleSent(t.app);
  t.clock.advance(121 * 60_000);
  for (let i = 0; i < 3; i += 1) await sampleLate(t.app);
  expect(await heard(owner)).toMatchObject([
    { rung: 'portalLate', href: '/exchange?state=late', title: { vi: expect.stringContaining('Xã A Mẫu') } },
  ]);
  expect(await heard(office)).toEqual([]);
  portal.mischief.dead = false;
  await sampleSent(t.app);
});

test('A refused message is told with the portal’s words; where no coordinator is named the officials of the unit hear of it', async () => {
  const { code } = await sampleReceived(t.app, b);
  portal.mischief.refuse.set(code!, 'Sai mã lĩnh vực');
  await sampleSent(t.app);
  const [notice] = await heard(b.specialist);
  expect(notice).toMatchObject({ rung: 'portalRefused', href: '/exchange?state=refused' });
  expect(notice!.body.vi).toContain(`Hồ sơ ${code!}: “Sai mã lĩnh vực”`);
});

test('A conflict of status leads its reader to both sides', async () => {
  const { code } = await sampleReceived(t.app, a);
  await sampleSent(t.app);
  await t.call(reportStatus, { code: code!, status: 9 });
  await t.settle();
  expect(await heard(owner)).toContainEqual(
    expect.objectContaining({ rung: 'portalConflict', href: '/exchange/conflicts' }),
  );
});
