import { afterAll, beforeAll, expect, test } from 'vitest';

import { publicActor } from '../../kit/actor.ts';
import { instantOf } from '../../kit/day.ts';
import { testApp, type TestApp } from '../../kit/testing.ts';
import { changeDue, listAssignments } from '../directives/contract.ts';
import { sampleTask } from '../directives/samples.ts';
import { stateDemoOrganisations } from '../organisations/samples.ts';
import { board, checkTotal, explainChange, listLate } from './contract.ts';
import { completeTask, sampleSet } from './samples.ts';

let t: TestApp;
let set: Awaited<ReturnType<typeof sampleSet>>;
beforeAll(async () => {
  t = await testApp({ now: '2025-01-10T09:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  set = await sampleSet(t.app);
  at('2025-10-02');
  const [d] = (await t.call(listAssignments, { taskId: set.tasks['D']! })).items;
  await t.call(changeDue, { id: d!.id, deadlineText: '2026', document: '71/NQ-CP' });
  const late = await sampleTask(t.app, set.directiveId, {
    ref: 'N',
    deadlineText: '6/2025',
    leadText: 'Bộ Công an',
  });
  await sampleTask(t.app, set.directiveId, {
    ref: 'N1',
    deadlineText: '10/2025',
    parentIds: [set.tasks['C']!],
  });
  const [n] = (await t.call(listAssignments, { taskId: late.id })).items;
  at('2025-11-01');
  await t.call(changeDue, { id: n!.id, deadlineText: '12/2025', document: '552/TB-VPCP' });
  at('2025-11-05');
  await completeTask(t.app, late.id, '2025-11-05', '2025-11-04');
  at('2025-11-17');
});
afterAll(() => t[Symbol.asyncDispose]());

const at = (day: string): void => t.clock.set(instantOf(day, '09:00'));
const change = (over = {}) =>
  t.call(explainChange, {
    code: 'onTimeOfClosedAndOverdue',
    directiveId: set.directiveId,
    from: '2025-07-15',
    ...over,
  });

test('A change of a rate splits into results and changed base, and both sum up exactly', async () => {
  const days = [
    '2025-01-09',
    '2025-01-10',
    '2025-06-30',
    '2025-07-15',
    '2025-09-30',
    '2025-10-02',
    '2025-11-03',
    '2025-11-17',
  ];
  for (const code of ['completionOfAll', 'onTimeOfClosedAndOverdue', 'onTimeOfDue', 'overdueShare']) {
    for (const count of ['tasks', 'assignments'] as const) {
      for (const [i, from] of days.entries()) {
        const made = await change({
          code,
          count,
          from,
          to: days[(i + 2) % days.length]! > from ? days[(i + 2) % days.length] : '2025-11-17',
        });
        expect(made.missing).toEqual({ numerator: 0, denominator: 0 });
        expect(made.unexplained ?? 0).toBe(0);
        if (made.change !== null && made.results !== null)
          expect(made.results + made.changedBase!).toBeCloseTo(made.change, 9);
        expect(made.events.reduce((n, e) => n + e.denominator, 0)).toBe(
          made.after.denominator - made.before.denominator,
        );
        expect(made.events.reduce((n, e) => n + e.numerator, 0)).toBe(
          made.after.numerator - made.before.numerator,
        );
      }
    }
  }
});

test('Each entry, exit and postponement names its paper, and a split its parent', async () => {
  const made = await change({ code: 'completionOfAll' });
  const said = made.items.map((i) => [i.ref, i.cause, i.event, i.document ?? '']);
  expect(said).toContainEqual(['G', 'base', 'cancelled', '45/TB']);
  expect(said).toContainEqual(['H', 'base', 'merged', 'Giao trùng']);
  expect(said).toContainEqual(['N', 'base', 'entered', 'bộ mẫu']);
  expect(said).toContainEqual(['N1', 'base', 'split', 'bộ mẫu']);
  const due = await change({ from: '2025-10-30', code: 'onTimeOfClosed' });
  expect(due.items.map((i) => [i.ref, i.cause, i.event, i.document ?? ''])).toContainEqual([
    'N',
    'base',
    'postponed',
    '552/TB-VPCP',
  ]);
  expect(due.items.map((i) => [i.ref, i.cause, i.event])).toContainEqual(['N', 'result', 'completedLate']);
});

test('Pages of the log hold each item once', async () => {
  const whole = await change({ code: 'completionOfAll' });
  const seen: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await change({ code: 'completionOfAll', limit: 2, ...(cursor ? { cursor } : {}) });
    seen.push(...page.items.map((i) => i.ref));
    if (!page.next) break;
    cursor = page.next;
  }
  expect(seen).toEqual(whole.items.map((i) => i.ref));
  expect(seen.length).toBe(whole.total);
});

test('The late list names agencies, ministries first, and says why its sum exceeds the total', async () => {
  const late = await t.call(listLate, { directiveId: set.directiveId });
  expect(late.total).toBe(late.overdue + late.doneLate);
  expect(late).toMatchObject({ overdue: 3, doneLate: 1, withoutAgency: 0 });
  expect(late.sum).toBe(late.total + late.excess);
  expect(late.excess).toBe(1);
  expect(late.statement?.vi).toContain('được tính cho từng cơ quan');
  expect(late.groups.map((g) => g.kind)).toEqual(['ministry', 'ministry']);
  const c = late.items.find((i) => i.ref === 'C')!;
  expect(c.agencies.map((a) => a.name)).toEqual(['Bộ Công an', 'Bộ Nội vụ']);
  expect(c.days).toBe(48);
  expect(late.items.find((i) => i.ref === 'B')).toMatchObject({ class: 'doneLate', days: 32 });
  const one = await t.call(listLate, { directiveId: set.directiveId, agencyId: c.agencies[0]!.id });
  expect(one.items.length).toBe(late.groups.find((g) => g.id === c.agencies[0]!.id)!.count);
  const open = await t.call(listLate, { directiveId: set.directiveId }, publicActor);
  expect(open.overdue).toBe(2);
  expect(
    (await t.call(listLate, { directiveId: set.directiveId, asOf: '2025-07-15' })).items
      .map((i) => i.ref)
      .sort(),
  ).toEqual(['B', 'G', 'H']);
});

test('The late list of a unit names what is late by its own part, whatever the others do', async () => {
  const [home, police] = (await t.call(listAssignments, { taskId: set.tasks['C']! })).items.toSorted((a, b) =>
    b.unit.name.localeCompare(a.unit.name, 'vi'),
  );
  const refs = async (unitId: string) =>
    (await t.call(listLate, { unitId, directiveId: set.directiveId })).items.map((i) => i.ref).toSorted();
  expect(await refs(home!.unit.id)).toEqual(['C', 'L', 'N1']);
  expect(await refs(police!.unit.id)).toEqual(['B', 'C']);
  const one = await t.call(listLate, { unitId: police!.unit.id, directiveId: set.directiveId });
  expect(one).toMatchObject({ total: 2, overdue: 1, doneLate: 1, sum: 2, excess: 0 });
  expect(one.counts.vi).toContain('phần');
  expect(one.items.find((i) => i.ref === 'C')!.agencies.map((a) => a.name)).toEqual(['Bộ Công an']);
});

test('The sums of a board are its total, by each key; shared tasks exceed it and the board says so', async () => {
  for (const by of ['directive', 'section', 'period', 'field'] as const) {
    for (const count of ['tasks', 'assignments'] as const) {
      for (const asOf of ['2025-11-17', '2025-09-15']) {
        const made = await t.call(board, { by, count, asOf });
        expect(made.rows.reduce((n, r) => n + r.total, 0)).toBe(made.total.total);
        expect(made.note).toBeUndefined();
      }
    }
  }
  const tasks = await t.call(board, { by: 'unit' });
  expect(tasks.rows.reduce((n, r) => n + r.total, 0)).toBe(tasks.total.total + 1);
  expect(tasks.note?.vi).toContain('nhiều hơn tổng');
  const parts = await t.call(board, { by: 'unit', count: 'assignments', withRisk: true });
  expect(parts.rows.reduce((n, r) => n + r.total, 0)).toBe(parts.total.total);
  expect(parts.atRisk).toBeGreaterThanOrEqual(0);
});

test('9,831 fails its total check by 18, with the digits that were swapped', async () => {
  const parts = [
    { name: 'Hoàn thành', count: 7892, printedPercent: '80,3 %' },
    { name: 'Trong hạn', count: 1602, printedPercent: '16,47 %' },
    { name: 'Quá hạn', count: 319, printedPercent: '3,23 %' },
  ];
  const check = await t.call(checkTotal, { total: 9831, parts });
  expect(check).toMatchObject({ ok: false, sum: 9813, missing: 18 });
  expect(check.suggestions[0]).toMatchObject({ name: 'Trong hạn', from: 1602, to: 1620 });
  expect(check.suggestions[0]!.words.vi).toContain('bị đảo');
});
