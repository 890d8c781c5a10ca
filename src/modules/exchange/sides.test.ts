import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { type NationalPortal, openNationalPortal } from '../../../standins/national-portal.ts';
import type { Actor } from '../../kit/actor.ts';
import { type TestApp, testApp } from '../../kit/testing.ts';
import { claimCase, getCase } from '../cases/contract.ts';
import { type SampleDesk, sampleDesks, sampleReceived } from '../cases/samples.ts';
import { actorOf, sampleAccount } from '../identity/samples.ts';
import { samplePublished } from '../procedures/samples.ts';
import { reconcile, reconcileDaily } from './actions/reconcile.ts';
import { watchLate } from './actions/watch.ts';
import { commands } from './commands.ts';
import {
  caseExchange,
  decideConflict,
  exchangeSummary,
  exportReconciliation,
  getMessage,
  getReconciliation,
  listConflicts,
  listMessages,
  listReconciliations,
  reportStatus,
  retryMessage,
  sendMissing,
  setMessageAside,
  startReconciliation,
} from './contract.ts';
import { conflictReplay } from './replay.ts';
import { sampleConnection, sampleSent } from './samples.ts';

let t: TestApp;
let a: SampleDesk;
let b: SampleDesk;
let portal: NationalPortal;
let coordinator: Actor;
let administrator: Actor;

beforeAll(async () => {
  t = await testApp();
  [a, b] = await sampleDesks(t.app, ['Xã A Mẫu', 'Xã B Mẫu']);
  await samplePublished(t.app);
  for (const [role, unitId] of [
    ['coordinator', a.unitId],
    ['administrator', '*'],
  ] as const) {
    const clearance = 'internal' as const;
    await sampleAccount(t.app, { email: `${role}@x.vn`, name: role, roles: [{ role, unitId, clearance }] });
  }
  coordinator = await actorOf(t.app, 'coordinator@x.vn');
  administrator = await actorOf(t.app, 'administrator@x.vn');
  portal = await openNationalPortal();
  sampleConnection(t.app, portal);
}, 60_000);
afterAll(async () => {
  await portal?.[Symbol.asyncDispose]();
  await t?.[Symbol.asyncDispose]();
});

const TODAY = { from: '2025-11-17', to: '2025-11-17', by: 'test' };
const pass = (minutes: number): void => t.clock.advance(minutes * 60_000);
async function acknowledged(at: SampleDesk): Promise<{ id: string; code: string }> {
  const { id, code } = await sampleReceived(t.app, at);
  await sampleSent(t.app);
  return { id, code: code! };
}
const causesOf = async (codes: readonly string[]) => {
  const { compared } = await reconcile(t.app, TODAY);
  return compared.differences.filter(({ code }) => codes.includes(code)).map(({ cause }) => cause);
};

describe('the queue', () => {
  test('is seen by the coordinator of the unit and by the administrator, not by another unit', async () => {
    const { id, code } = await acknowledged(b);
    await acknowledged(a);
    const codes = async (actor: Actor) =>
      (await t.call(listMessages, { state: 'all', limit: 500 }, actor)).items.map((m) => m.code);
    expect(await codes(coordinator)).not.toContain(code);
    expect(await codes(administrator)).toContain(code);
    await expect(t.call(getMessage, { caseId: id, seq: 1 }, coordinator)).rejects.toMatchObject({
      kind: { status: 404 },
    });
  });

  test('names no applicant; what a message says is for those who may see the case', async () => {
    const { id } = await acknowledged(a);
    const listed = await t.call(listMessages, { caseId: id, state: 'all' }, administrator);
    expect(JSON.stringify(listed)).not.toContain('Nguyễn Văn Mẫu');
    const hidden = await t.call(getMessage, { caseId: id, seq: 1 }, administrator);
    expect(hidden.body).toBeUndefined();
    const shown = await t.call(getMessage, { caseId: id, seq: 1 });
    expect(shown).toMatchObject({ state: 'acknowledged', unchanged: true });
    expect(JSON.stringify(shown.body)).toContain('Nguyễn Văn Mẫu');
  });

  test('a refused message is sent again by hand', async () => {
    portal.mischief.refuseWithout = 'NgayKetThucXuLy';
    const { id, code } = await sampleReceived(t.app, a);
    await sampleSent(t.app);
    const [m] = (await t.call(listMessages, { state: 'refused', code: code! }, coordinator)).items;
    expect(m).toMatchObject({ answer: 'Thiếu trường NgayKetThucXuLy', steps: ['retry', 'setAside'] });
    const block = await t.call(caseExchange, { caseId: id }, a.desk);
    expect(block.messages).toMatchObject([{ state: 'refused', answer: 'Thiếu trường NgayKetThucXuLy' }]);
    portal.mischief.refuseWithout = undefined;
    await t.call(retryMessage, { caseId: id, seq: m!.seq }, coordinator);
    await sampleSent(t.app);
    expect(portal.cases.has(code!)).toBe(true);
    await expect(t.call(retryMessage, { caseId: id, seq: m!.seq }, coordinator)).rejects.toMatchObject({
      kind: { code: 'exchange.notOpen' },
    });
  });

  test('a message set aside lets the later ones go, with its reason kept', async () => {
    const { id, code } = await sampleReceived(t.app, a);
    portal.mischief.refuse.set(code!, 'Không hợp lệ');
    await sampleSent(t.app);
    const aside = { caseId: id, seq: 1, reason: 'Cổng đang sửa danh mục' };
    const done = await t.call(setMessageAside, aside, coordinator);
    expect(done).toMatchObject({ state: 'setAside', setAside: { by: 'coordinator', reason: aside.reason } });
    portal.mischief.refuse.clear();
    expect((await t.call(getCase, { id }, a.desk)).sync).toBe('notSent');
  });

  test('what is not acknowledged within two working hours is told once', async () => {
    portal.mischief.dead = true;
    await sampleReceived(t.app, a);
    await sampleSent(t.app);
    expect(await watchLate(t.app)).toBe(0);
    pass(125);
    expect(await watchLate(t.app)).toBe(1);
    expect(await watchLate(t.app)).toBe(0);
    expect(await t.call(exchangeSummary, {}, coordinator)).toMatchObject({ connected: true, late: 1 });
    portal.mischief.dead = false;
    await sampleSent(t.app);
    expect((await t.call(exchangeSummary, {}, coordinator)).late).toBe(0);
  });
});

describe('a status that the portal tells otherwise', () => {
  test('never overwrites ours: both sides are shown, and a person has ours sent again', async () => {
    const { id, code } = await acknowledged(a);
    const told = await t.call(reportStatus, { code, status: 9, words: 'Đã xong' }, coordinator);
    expect(told).toMatchObject({ result: 'conflict', ours: 2 });
    const again = await t.call(reportStatus, { code, status: 8 }, coordinator);
    expect(again.conflictId).toBe(told.conflictId);
    expect(await t.call(getCase, { id }, a.desk)).toMatchObject({ handling: 'received', statusCode: 2 });
    const { items } = await t.call(listConflicts, {}, coordinator);
    expect(items).toMatchObject([{ code, ours: 2, theirs: '8', via: 'call', mayDecide: true }]);
    portal.report(code, 8);
    const decision = { id: told.conflictId!, how: 'sendOurs' as const, reason: 'Cổng nhầm' };
    expect(await t.call(decideConflict, decision, coordinator)).toMatchObject({
      settled: { how: 'sendOurs', by: 'coordinator', reason: 'Cổng nhầm' },
    });
    await expect(t.call(decideConflict, decision, coordinator)).rejects.toMatchObject({
      kind: { code: 'exchange.alreadyDecided' },
    });
    await sampleSent(t.app);
    expect(portal.cases.get(code)?.status).toBe('2');
  });

  test('found by the daily comparison, is noted by a person and not asked about again until a side moves', async () => {
    const { id, code } = await acknowledged(a);
    portal.report(code, 9);
    expect(await causesOf([code])).toEqual(['otherStatus']);
    const conflict = (await t.call(listConflicts, {}, coordinator)).items.find((c) => c.code === code)!;
    expect(conflict).toMatchObject({ ours: 2, theirs: '9', via: 'reconciliation' });
    await t.call(decideConflict, { id: conflict.id, how: 'noted', reason: 'Biết rồi' }, coordinator);
    await causesOf([code]);
    const open = async () => (await t.call(listConflicts, {}, coordinator)).items.map((c) => c.code);
    expect(await open()).not.toContain(code);
    pass(1);
    await t.call(claimCase, { id }, a.specialist);
    await sampleSent(t.app);
    portal.report(code, 9);
    await causesOf([code]);
    expect(await open()).toContain(code);
    portal.report(code, 4);
    await causesOf([code]);
    expect(await open()).not.toContain(code);
  });

  test('is judged by nobody who may not: another unit, or for a case never sent', async () => {
    const { code } = await acknowledged(b);
    await expect(t.call(reportStatus, { code, status: 9 }, coordinator)).rejects.toMatchObject({
      kind: { status: 404 },
    });
  });

  test('its record follows from its events', async () => {
    const { checked, differences } = await t.app.db.read((tx) => conflictReplay.verify(tx));
    expect(checked).toBeGreaterThan(1);
    expect(differences).toEqual([]);
  });
});

describe('the daily reconciliation', () => {
  test('lists each difference by case with its cause, on the page, as a file and by command', async () => {
    pass(1);
    const [good, gone, other, odd] = [
      await acknowledged(a),
      await acknowledged(a),
      await acknowledged(a),
      await acknowledged(a),
    ];
    portal.forget(gone.code);
    portal.report(other.code, 8);
    portal.report(odd.code, '99');
    const refused = await sampleReceived(t.app, a);
    portal.mischief.refuse.set(refused.code!, 'Sai mã lĩnh vực');
    await sampleSent(t.app);
    t.app.config.portal = undefined;
    const older = await sampleReceived(t.app, a);
    await t.settle();
    sampleConnection(t.app, portal);
    const { id } = await reconcile(t.app, TODAY);
    const run = await t.call(getReconciliation, { id, limit: 500 }, coordinator);
    const causes = new Map(run.items.map((d) => [d.code, d.cause]));
    expect(causes.get(good.code)).toBeUndefined();
    expect(causes.get(gone.code)).toBe('notThere');
    expect(causes.get(other.code)).toBe('otherStatus');
    expect(causes.get(odd.code)).toBe('unknownCode');
    expect(causes.get(refused.code!)).toBe('refusedMessage');
    expect(causes.get(older.code!)).toBe('neverSent');
    expect(run.items.find((d) => d.code === refused.code)?.detail).toBe('Sai mã lĩnh vực');
    expect(run.days.every(({ unitId }) => unitId === a.unitId)).toBe(true);
    expect(run.ours).toBeGreaterThan(run.same);
    const file = (await t.call(exportReconciliation, { id }, coordinator)) as { body: string };
    expect(file.body).toContain('Sai mã lĩnh vực');
    expect(file.body).toContain('8 dừng xử lý');
    pass(1);
    const command = commands.find((one) => one.words === 'reconcile portal')!;
    const said = await command.run(t.app, [], { from: '2025-11-17', to: '2025-11-17' });
    expect(said.exit).toBe(1);
    expect(said.lines.join('\n')).toContain(`${gone.code} · Đã gửi nhưng Cổng không có`);
  });

  test('sends what the portal lacks: what it has lost, what was set aside, and what is older than the connection', async () => {
    const [latest] = (await t.call(listReconciliations, {}, coordinator)).items;
    const { sent } = await t.call(sendMissing, { id: latest!.id }, coordinator);
    expect(sent).toBe(3);
    expect(await sampleSent(t.app)).toBe(3);
    const { compared } = await reconcile(t.app, TODAY);
    expect(compared.differences.map(({ cause }) => cause)).not.toContain('notThere');
  });

  test('runs once a day; a portal that does not answer is on record and asked again', async () => {
    t.clock.set('2025-11-18T03:00:00+07:00');
    portal.mischief.dead = true;
    await reconcileDaily(t.app);
    const last = async () => (await t.call(listReconciliations, { limit: 1 }, administrator)).items[0]!;
    expect(await last()).toMatchObject({ by: '', error: expect.any(String), differences: 0 });
    portal.mischief.dead = false;
    pass(60);
    await reconcileDaily(t.app);
    const done = await last();
    expect(done.error).toBeUndefined();
    pass(60);
    await reconcileDaily(t.app);
    expect((await last()).id).toBe(done.id);
  });

  test('takes days in their order, and no more than a quarter', async () => {
    const ask = (from: string, to: string) => t.call(startReconciliation, { from, to }, coordinator);
    expect(await ask('2025-11-01', '2025-11-17')).toEqual({ queued: true });
    for (const [from, to] of [
      ['2025-11-17', '2025-11-01'],
      ['2025-01-01', '2025-11-01'],
    ] as const)
      await expect(ask(from, to)).rejects.toMatchObject({ fields: [{ path: 'to' }] });
  });
});
