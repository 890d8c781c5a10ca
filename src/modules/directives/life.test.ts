import { beforeAll, afterAll, expect, test } from 'vitest';

import { instantOf } from '../../kit/day.ts';
import { Problem } from '../../kit/problems.ts';
import { testApp, type TestApp } from '../../kit/testing.ts';
import { stateDemoOrganisations } from '../organisations/samples.ts';
import {
  acceptClaim,
  assignAgain,
  checkReport,
  confirmClaim,
  getTask,
  listAssignments,
  listDirectives,
  listReports,
  markUncheckable,
  returnClaim,
  submitReport,
} from './contract.ts';
import { assignmentReplay, pastReplay, reportReplay, tallyReplay } from './replay.ts';
import { sampleDirective, sampleTask } from './samples.ts';

let t: TestApp;
beforeAll(async () => {
  t = await testApp({ now: '2025-01-10T09:00:00+07:00' });
  await stateDemoOrganisations(t.app);
});
afterAll(() => t[Symbol.asyncDispose]());

const at = (day: string): void => t.clock.set(instantOf(day, '09:00'));

async function assignmentsOf(taskId: string) {
  return (await t.call(listAssignments, { taskId })).items;
}

test('A claimed product is confirmed, accepted and late by its own date, not by the day of entry', async () => {
  at('2025-06-24');
  const directiveId = await sampleDirective(t.app, {
    number: '315/TB-VPCP',
    kind: 'notice',
    issuedOn: '2025-06-23',
  });
  const task = await sampleTask(t.app, directiveId, {
    titleVi: 'Nghị quyết về tạo lập dữ liệu',
    leadText: 'Bộ Công an',
    deadlineText: '30/6/2025',
  });
  const [a] = await assignmentsOf(task.id);
  at('2025-08-20');
  const claimed = await t.call(submitReport, {
    id: a!.id,
    result: 'Đã ban hành',
    product: { number: '214/NQ-CP', date: '2025-07-23' },
  });
  expect(claimed.standing.work).toBe('submitted');
  await t.call(confirmClaim, { id: a!.id });
  const done = await t.call(acceptClaim, { id: a!.id });
  expect(done.standing).toMatchObject({
    work: 'completed',
    time: 'doneLate',
    daysLate: 23,
    doneOn: '2025-07-23',
  });
  const shown = await t.call(getTask, { id: task.id });
  expect(shown.standing).toMatchObject({ work: 'completed', daysLate: 23 });
  expect(shown.explanation.map((l) => l.vi).join(' ')).toContain('23 ngày');
  const before = await t.call(getTask, { id: task.id, asOf: '2025-07-15' });
  expect(before.standing).toMatchObject({ work: 'notStarted', time: 'overdue', daysLate: 15 });
});

test('A returned claim counts as not completed until it is accepted again', async () => {
  at('2025-02-01');
  const directiveId = await sampleDirective(t.app, { number: 'trả lại' });
  const task = await sampleTask(t.app, directiveId);
  const [a] = await assignmentsOf(task.id);
  at('2025-05-01');
  await t.call(submitReport, { id: a!.id, product: { number: '1/QĐ', date: '2025-05-01' } });
  await t.call(confirmClaim, { id: a!.id });
  const back = await t.call(returnClaim, { id: a!.id, reason: 'Chưa đúng sản phẩm' });
  expect(back.standing.work).toBe('inProgress');
  expect((await t.call(getTask, { id: task.id })).standing.work).toBe('inProgress');
});

test('Progress falls back with what is returned, and what cannot be checked is no work to do; a replay agrees', async () => {
  at('2025-02-01');
  const directiveId = await sampleDirective(t.app, { number: 'trả lại tiến độ' });
  const task = await sampleTask(t.app, directiveId, { leadText: 'Bộ Công an' });
  const [a] = await assignmentsOf(task.id);
  const progress = async () => (await assignmentsOf(task.id))[0]!.progress;
  at('2025-03-01');
  await t.call(submitReport, { id: a!.id, progress: 30, result: 'Đã có dự thảo' });
  at('2025-04-01');
  await t.call(submitReport, { id: a!.id, progress: 80, result: 'Sắp xong' });
  const newest = (await t.call(listReports, { id: a!.id })).items[0]!;
  await t.call(checkReport, { id: newest.id, decision: 'return', reason: 'Chưa có căn cứ' });
  expect(await progress()).toBe(30);
  at('2025-05-01');
  await t.call(submitReport, { id: a!.id, product: { number: '1/QĐ', date: '2025-05-01' } });
  expect(await progress()).toBe(100);
  await t.call(returnClaim, { id: a!.id, reason: 'Chưa đúng sản phẩm' });
  expect(await progress()).toBe(30);
  const marked = await t.call(markUncheckable, { id: a!.id, reason: 'Không đo, đếm được' });
  expect(marked.standing).toMatchObject({ work: 'cancelled', time: 'noTerm' });
  const differences = async (replay: typeof tallyReplay) =>
    (await t.app.db.read((tx) => replay.verify(tx))).differences;
  for (const replay of [assignmentReplay, reportReplay, tallyReplay, pastReplay])
    expect(await differences(replay)).toEqual([]);
});

test('A collective lead becomes one assignment per unit existing on that day', async () => {
  at('2025-01-10');
  const directiveId = await sampleDirective(t.app, { number: 'tập thể' });
  const task = await sampleTask(t.app, directiveId, { leadText: 'Các bộ, ngành, địa phương' });
  expect(task.assignments).toBeGreaterThan(80);
  const shown = await t.call(getTask, { id: task.id });
  expect(shown.leads).toBe(task.assignments);
});

test('The successor of a merged ministry sees the task as its own, with the origin shown', async () => {
  at('2025-01-10');
  const directiveId = await sampleDirective(t.app, { number: 'sáp nhập' });
  const task = await sampleTask(t.app, directiveId, { leadText: 'Bộ Thông tin và Truyền thông' });
  const [before] = await assignmentsOf(task.id);
  expect(before!.unit.holder).toBeUndefined();
  at('2025-03-05');
  const [after] = await assignmentsOf(task.id);
  expect(after!.unit.name).toBe('Bộ Thông tin và Truyền thông');
  expect(after!.unit.holder?.name).toBe('Bộ Khoa học và Công nghệ');
  const held = await t.call(listAssignments, { unitId: after!.unit.holder!.id, directiveId });
  expect(held.items.map((i) => i.taskId)).toEqual([task.id]);
});

test('A task assigned three times is one task with three duties', async () => {
  at('2025-01-10');
  const first = await sampleDirective(t.app, { number: 'ba lần' });
  const task = await sampleTask(t.app, first, { ref: 'NQ03-047', deadlineText: '2025-2026' });
  const second = await sampleDirective(t.app, {
    number: '552/TB-VPCP',
    kind: 'notice',
    issuedOn: '2025-10-13',
  });
  const third = await sampleDirective(t.app, {
    number: '624/TB-VPCP',
    kind: 'notice',
    issuedOn: '2025-11-16',
  });
  await t.call(assignAgain, { id: task.id, directiveId: second });
  await t.call(assignAgain, {
    id: task.id,
    directiveId: third,
    deadlineText: '11/2025',
    movesDeadline: true,
  });
  const shown = await t.call(getTask, { id: task.id });
  expect(shown.dutyList.map((y) => y.number)).toEqual(['ba lần', '552/TB-VPCP', '624/TB-VPCP']);
  expect(shown.standing).toMatchObject({ due: '2025-11-30', firstDue: '2026-12-31' });
  expect((await assignmentsOf(task.id)).length).toBe(1);
});

test('Nothing wrong passes silently: unknown agencies, unreadable deadlines and empty reports name the field', async () => {
  at('2025-01-10');
  const directiveId = await sampleDirective(t.app, { number: 'sai' });
  const faultOf = async (work: Promise<unknown>) =>
    (await work.then(
      () => undefined,
      (e: Problem) => e.fields.map((f) => f.path),
    )) ?? 'passed';
  expect(await faultOf(sampleTask(t.app, directiveId, { leadText: 'Bộ Phép thuật' }))).toEqual(['leadText']);
  expect(await faultOf(sampleTask(t.app, directiveId, { deadlineText: 'hôm nào đó' }))).toEqual([
    'deadlineText',
  ]);
  const task = await sampleTask(t.app, directiveId);
  const [a] = await assignmentsOf(task.id);
  expect(await faultOf(t.call(submitReport, { id: a!.id }))).toEqual(['result']);
  expect(await faultOf(t.call(submitReport, { id: a!.id, product: { date: '2024-01-01' } }))).toEqual([
    'product.number',
  ]);
});

test('A replay of the events gives the live rows, and names the row that was tampered with', async () => {
  const verify = async () => {
    const found: string[] = [];
    for (const replay of t.app.modules.flatMap((m) => m.replays ?? []))
      found.push(...(await t.app.db.snapshot((tx) => replay.verify(tx))).differences);
    return found;
  };
  expect(await verify()).toEqual([]);
  await t.app.db.owner.query(
    `update directives.assignment set done_on = done_on - 30 where work = 'completed'`,
  );
  expect((await verify()).join()).toMatch(/assignment:.*doneOn/);
});

test('Search needs no diacritics', async () => {
  const lists = await t.call(listDirectives, { q: 'tap the' });
  expect(lists.items).toHaveLength(1);
  expect(lists.items[0]!.counts.assignments).toBeGreaterThan(80);
});
