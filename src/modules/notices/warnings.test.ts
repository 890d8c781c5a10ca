import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Actor } from '../../kit/actor.ts';
import { instantOf } from '../../kit/day.ts';
import { testApp, type TestApp } from '../../kit/testing.ts';
import { sampleDirective, sampleTask } from '../directives/samples.ts';
import { actorOf, sampleAccount } from '../identity/samples.ts';
import { acknowledgeWarning, defineWarningRule, listWarnings } from '../indicators/contract.ts';
import { sampleLook, sampleRule } from '../indicators/samples.ts';
import { stateDemoOrganisations } from '../organisations/samples.ts';
import { listNotices, listSentNotices } from './contract.ts';
import { noticeReplay } from './replay.ts';
import { sampleReminders } from './samples.ts';

let t: TestApp;
let head: Actor;
const at = (day: string, clock = '09:00'): void => t.clock.set(instantOf(day, clock));
const now = (): Date => t.app.clock.now();
const mine = async (who: Actor) => (await t.call(listNotices, { state: 'all' }, who)).items;
const rungs = async (who: Actor) =>
  (await mine(who)).map((n) => n.rung).filter((rung) => rung.startsWith('warning'));

/** A task of the Ministry of Home Affairs due in December 2026, silent since it was assigned. */
beforeAll(async () => {
  t = await testApp({ now: '2025-11-13T09:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  await sampleAccount(t.app, {
    email: 'vp@thu.vn',
    name: 'Văn phòng',
    roles: [{ role: 'office', unitId: 'centre', clearance: 'internal' }],
  });
  await sampleAccount(t.app, {
    email: 'head@thu.vn',
    name: 'Thủ trưởng',
    roles: [{ role: 'head', unitId: 'moha', clearance: 'internal' }],
  });
  head = await actorOf(t.app, 'head@thu.vn');
  const by = { now: instantOf('2025-09-01', '09:00') };
  const directiveId = await sampleDirective(t.app, { issuedOn: '2025-09-01' }, by);
  await sampleTask(t.app, directiveId, { deadlineText: '12/2026' }, by);
  const watch = { kind: 'silence' as const, of: 'unitReports' as const, days: 30 };
  await t.call(
    defineWarningRule,
    sampleRule({ code: 'silent', watch, validFrom: '2025-11-13', escalateAfterDays: 30 }),
  );
}, 120_000);
afterAll(() => t[Symbol.asyncDispose]());

test('Who must act hears of a warning once, at night in the app and in the morning by mail', async () => {
  at('2025-11-13', '22:00');
  await sampleLook(t.app, now());
  await t.settle();
  await sampleLook(t.app, now());
  await t.settle();
  expect(await rungs(head)).toEqual(['warningRaised']);
  const [notice] = await mine(head);
  const [warning] = (await t.call(listWarnings, {})).items;
  expect(notice).toMatchObject({ href: `/warnings/${warning!.id}` });
  expect(notice!.title.vi).toContain('Bộ Nội vụ');
  expect(notice!.body.vi).toContain('73 ngày');
  const { items } = await t.call(listSentNotices, { rung: 'warningRaised' });
  expect(items.map((n) => n.mail?.notBefore)).toEqual([instantOf('2025-11-14', '07:30').toISOString()]);
});

test('Nobody acknowledges it: the ladder reminds on the next working day, exactly once however often it is climbed', async () => {
  at('2025-11-15', '10:00');
  expect(await sampleReminders(t.app, now())).toBe(0);
  at('2025-11-17', '08:00');
  await sampleReminders(t.app, now());
  await sampleReminders(t.app, now());
  expect((await rungs(head)).sort()).toEqual(['warning-2', 'warningRaised']);
});

test('Once acknowledged nothing follows, and what was asked counts as answered', async () => {
  const [warning] = (await t.call(listWarnings, {})).items;
  await t.call(acknowledgeWarning, { id: warning!.id, comment: 'Đang đôn đốc' }, head);
  await t.settle();
  expect((await mine(head)).every((n) => n.actedAt !== undefined)).toBe(true);
  at('2025-11-24', '08:00');
  await sampleReminders(t.app, now());
  const office = await actorOf(t.app, 'vp@thu.vn');
  expect([...(await rungs(head)), ...(await rungs(office))].sort()).toEqual(['warning-2', 'warningRaised']);
});

test('Reminders of warnings are what the events tell', async () => {
  const found = await t.app.db.snapshot((tx) => noticeReplay.verify(tx));
  expect(found.differences).toEqual([]);
});
