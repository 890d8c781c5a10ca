import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { App } from '../../kit/app.ts';
import { instantOf } from '../../kit/day.ts';
import { Problem } from '../../kit/problems.ts';
import { testApp, type TestApp } from '../../kit/testing.ts';
import {
  askExtension,
  changeDue,
  enterDirective,
  listAssignments,
  returnClaim,
  submitReport,
} from '../directives/contract.ts';
import { sampleDirective, sampleTask } from '../directives/samples.ts';
import { actorOf, sampleAccount } from '../identity/samples.ts';
import { stateDemoOrganisations } from '../organisations/samples.ts';
import {
  listLadders,
  listNotices,
  listSentNotices,
  markNoticesRead,
  previewLadder,
  setLadder,
} from './contract.ts';
import { sampleReminders } from './samples.ts';

let t: TestApp;
const office = 'van-phong@lienthong.test';
const owner = 'dau-moi@lienthong.test';
const head = 'thu-truong@lienthong.test';
let ministry: string;

const at = (day: string, clock = '09:00'): void => t.clock.set(instantOf(day, clock));
const run = () => sampleReminders(t.app, t.app.clock.now());
const inbox = async (email: string) =>
  (await t.call(listNotices, { state: 'all', limit: 200 }, await actorOf(t.app, email))).items;
const about = async (email: string, ref: string) =>
  (await inbox(email)).filter((n) => n.title.vi.includes(ref)).map((n) => n.rung);
const db = <R>(text: ReturnType<typeof sql>) => t.app.db.read((tx) => tx.rows<R>(text));

async function task(directiveId: string, ref: string, deadlineText: string, leadText = 'Bộ Nội vụ') {
  const made = await sampleTask(t.app, directiveId, { ref, deadlineText, leadText });
  const [a] = (await t.call(listAssignments, { taskId: made.id })).items;
  return a!;
}

beforeAll(async () => {
  t = await testApp({ now: '2025-10-01T09:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  const directiveId = await sampleDirective(t.app, { number: 'mở đầu' });
  ministry = (await task(directiveId, 'MĐ-1', '31/12/2026')).unit.id;
  await sampleAccount(t.app, {
    email: office,
    name: 'Văn phòng',
    roles: [{ role: 'office', unitId: 'centre' }],
  });
  await sampleAccount(t.app, {
    email: owner,
    name: 'Nguyễn Thị Đầu Mối',
    roles: [{ role: 'coordinator', unitId: ministry }],
  });
  await sampleAccount(t.app, {
    email: head,
    name: 'Trần Văn Thủ Trưởng',
    roles: [{ role: 'head', unitId: ministry }],
  });
  await t.settle();
});
afterAll(async () => {
  await t[Symbol.asyncDispose]();
});

test('The ladder climbs from owner to deputy, head and office, once each, in working hours only', async () => {
  at('2025-10-02');
  const directiveId = await sampleDirective(t.app, { number: 'bậc thang' });
  await task(directiveId, 'BT-1', '20/11/2025');
  const days = [
    '2025-11-05',
    '2025-11-15',
    '2025-11-17',
    '2025-11-19',
    '2025-11-21',
    '2025-11-23',
    '2025-11-24',
    '2025-12-01',
  ];
  for (const day of days)
    for (const clock of ['03:00', '09:00', '09:01', '23:00']) {
      at(day, clock);
      await run();
    }
  expect((await about(owner, 'BT-1')).toReversed()).toEqual(['due-15', 'due-5', 'late-1']);
  expect((await about(head, 'BT-1')).toReversed()).toEqual(['due-1', 'late-3']);
  expect(await about(office, 'BT-1')).toEqual(['late-10']);
  const [first] = await inbox(owner);
  expect(first!.title).toEqual({ vi: 'Quá hạn 1 ngày: BT-1', en: '1 day overdue: BT-1' });
});

test('Two processes at the same moment climb each rung once', async () => {
  at('2025-10-02');
  const directiveId = await sampleDirective(t.app, { number: 'hai tiến trình' });
  for (let n = 1; n <= 30; n += 1) await task(directiveId, `HT-${n}`, '18/12/2025');
  at('2025-12-15');
  const made = await Promise.all([run(), run(), run()]);
  expect(made.reduce((a, b) => a + b)).toBeGreaterThanOrEqual(30);
  const rows = await db<{ n: number; keys: number }>(
    sql`select count(*)::int as n, count(distinct (subject_id, recipient))::int as keys from notices.notice where rung = 'due-5' and params->>'ref' like 'HT-%'`,
  );
  expect(rows[0]).toEqual({ n: 30, keys: 30 });
  expect(await run()).toBe(0);
});

test('A process that dies before its commit leaves nothing, and the next run makes up for it once', async () => {
  at('2025-10-02');
  const directiveId = await sampleDirective(t.app, { number: 'đứt giữa chừng' });
  await task(directiveId, 'DG-1', '22/12/2025');
  at('2025-12-17');
  const dying: App = {
    ...t.app,
    db: {
      ...t.app.db,
      write: (work) =>
        t.app.db.write(async (tx) => {
          await work(tx);
          throw new Error('power cut');
        }),
    },
  };
  await expect(sampleReminders(dying, t.app.clock.now())).rejects.toThrow('power cut');
  expect(await about(owner, 'DG-1')).toEqual([]);
  await run();
  await run();
  expect(await about(owner, 'DG-1')).toEqual(['due-5']);
});

test('A report stops the ladder, a moved deadline starts it anew for the new day, and what was asked counts as acted on', async () => {
  at('2025-10-02');
  const directiveId = await sampleDirective(t.app, { number: 'dừng' });
  const a = await task(directiveId, 'DU-1', '18/11/2025');
  const b = await task(directiveId, 'DU-2', '18/11/2025');
  const c = await task(directiveId, 'DU-3', '18/11/2025');
  at('2025-11-13');
  await run();
  expect(await about(owner, 'DU-1')).toEqual(['due-5']);
  at('2025-11-14');
  await t.call(submitReport, { id: a.id, progress: 60, result: 'Đang thực hiện' });
  await t.call(changeDue, { id: b.id, deadlineText: '28/11/2025', document: '700/TB-VPCP' });
  await t.call(askExtension, { id: c.id, until: '2025-12-30', reason: 'Chờ ý kiến các bộ' });
  await t.settle();
  expect((await inbox(owner)).find((n) => n.title.vi.includes('DU-1'))!.actedAt).toBeDefined();
  at('2025-11-17');
  await run();
  expect(await about(head, 'DU-1')).toEqual([]);
  at('2025-11-19');
  await run();
  expect(await about(owner, 'DU-3')).not.toContain('late-1');
  expect(await about(office, 'DU-3')).toEqual(['check-5', 'extensionAsked']);
  at('2025-11-24');
  await run();
  expect((await about(owner, 'DU-2')).filter((r) => r === 'due-5')).toHaveLength(2);
});

test('Assigned, claimed and returned are told at once to those whose turn it is; the reason goes along', async () => {
  at('2025-11-10');
  const directiveId = await sampleDirective(t.app, { number: 'tức thì' });
  const a = await task(directiveId, 'TT-1', '31/12/2026');
  await t.settle();
  expect(await about(owner, 'TT-1')).toEqual(['assigned']);
  at('2025-11-11');
  await t.call(submitReport, { id: a.id, product: { number: '1/QĐ', date: '2025-11-11' } });
  await t.settle();
  expect(await about(head, 'TT-1')).toEqual(['toConfirm']);
  at('2025-11-12');
  await t.call(returnClaim, { id: a.id, reason: 'Chưa đúng sản phẩm' });
  await t.settle();
  expect((await inbox(owner)).find((n) => n.kind === 'sentBack')!.body.vi).toContain('Chưa đúng sản phẩm');
  at('2025-11-18');
  await run();
  expect((await about(owner, 'TT-1'))[0]).toBe('returned-5');
});

test('What is entered about the past tells nobody', async () => {
  at('2025-11-12');
  const then = { now: instantOf('2025-02-01', '09:00') };
  const directiveId = await sampleDirective(t.app, { number: 'quá khứ' }, then);
  await sampleTask(t.app, directiveId, { ref: 'QK-1' }, then);
  await t.settle();
  expect(await about(owner, 'QK-1')).toEqual([]);
});

test('Where nobody is there, the office hears of it once a month for the unit, and the rung is tried again', async () => {
  at('2025-10-02');
  const directiveId = await sampleDirective(t.app, { number: 'không ai' });
  const [one, two] = [
    await task(directiveId, 'KA-1', '18/11/2025', 'Bộ Tài chính'),
    await task(directiveId, 'KA-2', '18/11/2025', 'Bộ Tài chính'),
  ];
  expect(one.unit.id).toBe(two.unit.id);
  await t.settle();
  at('2025-11-13');
  await run();
  const gaps = (await inbox(office)).filter(
    (n) => n.kind === 'noRecipient' && n.unitId === one.unit.id && n.about === '2025-11-01',
  );
  expect(gaps.map((g) => g.rung)).toEqual(['noRecipient:owner']);
  expect(gaps[0]!.title.vi).toContain('Bộ Tài chính');
  await sampleAccount(t.app, {
    email: 'tai-chinh@lienthong.test',
    name: 'Đầu mối Tài chính',
    roles: [{ role: 'coordinator', unitId: one.unit.id }],
  });
  at('2025-11-14');
  await run();
  expect((await about('tai-chinh@lienthong.test', 'KA-')).filter((r) => r === 'due-5')).toHaveLength(2);
});

test('Before a cut-off one reminder says how many reports a unit owes, and stops when they are in', async () => {
  at('2025-10-02');
  const settings = {
    confirm: true,
    accept: true,
    cycle: {
      period: 'month' as const,
      cutoffDay: 10,
      cutoffHour: '23:30',
      cutoffMonthOffset: 1 as const,
      remindDaysBefore: 3,
      lockHoursAfter: 24,
    },
  };
  const { id: directiveId } = await t.app.call(
    enterDirective,
    {
      ownerUnitId: 'centre',
      number: 'chu kỳ',
      kind: 'plan',
      issuedOn: '2025-10-01',
      titleVi: 'Kế hoạch',
      classification: 'public',
      settings,
    },
    { actor: (await import('../../kit/actor.ts')).systemActor },
  );
  const a = await task(directiveId, 'CK-1', '31/12/2026');
  await task(directiveId, 'CK-2', 'thường xuyên');
  at('2025-12-08');
  await run();
  const told = (await inbox(owner)).filter((n) => n.kind === 'cutoffIn');
  expect(told.map((n) => n.title.vi)).toEqual([
    'Còn 2 ngày chốt báo cáo kỳ 2025-11: 2 nhiệm vụ chưa báo cáo',
  ]);
  await t.call(submitReport, { id: a.id, period: '2025-11', progress: 10, result: 'x' });
  at('2025-12-10');
  await run();
  expect((await inbox(head)).find((n) => n.kind === 'cutoffIn')!.title.vi).toBe(
    'Hôm nay chốt báo cáo kỳ 2025-11: còn 1 nhiệm vụ',
  );
});

test('Each sees his own notices and those of units in reach; reading them empties the count', async () => {
  const me = await actorOf(t.app, owner);
  const { unread } = await t.call(listNotices, {}, me);
  expect(unread).toBeGreaterThan(0);
  expect(await t.call(markNoticesRead, { all: true }, me)).toEqual({ marked: expect.any(Number) });
  expect((await t.call(listNotices, {}, me)).unread).toBe(0);
  const seen = (await t.call(listSentNotices, { limit: 500 }, me)).items;
  expect(new Set(seen.map((n) => n.unitId))).toEqual(new Set([ministry]));
});

test('A ladder is set as a new version by whoever answers for all units; the preview says who would get what', async () => {
  at('2025-11-10');
  const directiveId = await sampleDirective(t.app, { number: 'phiên bản' });
  await task(directiveId, 'PB-1', '17/11/2025');
  const { inForce } = await t.call(listLadders, {}, await actorOf(t.app, office));
  const preview = await t.call(previewLadder, { on: '2025-11-12' }, await actorOf(t.app, office));
  expect(preview.rungs.find((r) => r.rung.code === 'due-5')!.recipients).toContainEqual(
    expect.objectContaining({ name: 'Nguyễn Thị Đầu Mối' }),
  );
  const { version: _version, setBy: _setBy, setAt: _setAt, ...body } = inForce;
  const rungs = [
    {
      code: 'due-7',
      when: { kind: 'dueIn' as const, days: 7 },
      to: 'owner' as const,
      channels: ['app' as const],
    },
  ];
  await expect(t.call(setLadder, { ...body, rungs, validFrom: '2025-11-01' })).rejects.toThrow(Problem);
  await t.call(
    setLadder,
    { ...body, rungs, validFrom: '2025-11-11', note: 'Thử' },
    await actorOf(t.app, office),
  );
  at('2025-11-12');
  await run();
  expect(await about(owner, 'PB-1')).toContain('due-7');
  expect(await about(owner, 'PB-1')).not.toContain('due-5');
});
