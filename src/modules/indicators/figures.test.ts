import { afterAll, beforeAll, expect, test } from 'vitest';

import { publicActor } from '../../kit/actor.ts';
import { instantOf } from '../../kit/day.ts';
import { testApp, type TestApp } from '../../kit/testing.ts';
import { addTask, changeDue, closeTask, listAssignments } from '../directives/contract.ts';
import { figureDefinitions } from '../directives/index.ts';
import { sampleDirective, sampleTask } from '../directives/samples.ts';
import { readXlsx } from '../documents/index.ts';
import { actorOf, sampleAccount } from '../identity/samples.ts';
import { stateDemoOrganisations } from '../organisations/samples.ts';
import { computeFigure, exportFigureRecords, listFigureRecords, listFigures } from './contract.ts';
import { sampleSet } from './samples.ts';

let t: TestApp;
let directiveId: string;
let tasks: Record<string, string>;
beforeAll(async () => {
  t = await testApp({ now: '2025-01-10T09:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  ({ directiveId, tasks } = await sampleSet(t.app));
  at('2025-11-17');
});
afterAll(() => t[Symbol.asyncDispose]());

const at = (day: string): void => t.clock.set(instantOf(day, '09:00'));
const assignmentsOf = async (taskId: string) => (await t.call(listAssignments, { taskId })).items;

const figure = (code: string, over = {}, actor?: Parameters<typeof t.call>[2]) =>
  t.call(computeFigure, { code, directiveId, ...over }, actor);

test('The definitions stored are the definitions of the rules, three of them forms of on time', async () => {
  const { items } = await t.call(listFigures, {});
  expect(items.map((i) => [i.code, i.version, i.name, i.rounding, i.use])).toEqual(
    figureDefinitions.map((d) => [d.code, d.version, d.name, d.rounding, d.use]),
  );
  expect(items.filter((i) => i.onTimeForm).length).toBe(3);
});

test('Each record has one class, and each figure both counts and what it leaves out with the reason', async () => {
  const all = await figure('completionOfAll');
  expect(all.byClass).toEqual({
    doneOnTime: 1,
    doneAhead: 1,
    doneLate: 1,
    overdue: 2,
    inTerm: 2,
    recurring: 1,
    cancelled: 1,
    merged: 1,
    openNoTerm: 1,
  });
  expect(all.figure).toMatchObject({ numerator: 3, denominator: 9, rounded: '33.3' });
  expect(all.excluded.map((e) => [e.reason, e.n])).toEqual([
    ['cancelled', 1],
    ['merged', 1],
  ]);
  const due = await figure('onTimeOfClosedAndOverdue');
  expect(due.figure).toMatchObject({ numerator: 2, denominator: 5, rounded: '40.0' });
  expect(due.onTime.map((f) => `${f.code} ${f.numerator}/${f.denominator}`)).toEqual([
    'onTimeOfClosedAndOverdue 2/5',
    'onTimeOfClosed 2/3',
    'onTimeOfDue 1/4',
  ]);
  expect(due.excludedTotal).toBe(6);
  expect(due.definition.rule.vi).toContain('chia cho');
});

test('Assignments count once per lead agency, and a claim is judged by the date of its product, as task and as assignment', async () => {
  const tasks = await figure('overdueShare');
  const parts = await figure('overdueShare', { count: 'assignments' });
  expect(tasks.byClass).toMatchObject({ overdue: 2, inTerm: 2 });
  expect(parts.byClass).toEqual({ ...tasks.byClass, overdue: 3 });
  expect(parts.counts.vi).toContain('giao việc');
  expect((await figure('overdueShare', { count: 'assignments', kind: 'target' })).byClass).toEqual({
    inTerm: 1,
  });
  expect((await figure('overdueShare', { kind: 'all' })).figure.denominator).toBe(10);
});

test('Every way of counting gives the same classes: tally, rows, and the past of today', async () => {
  for (const kind of ['task', 'all'] as const) {
    const tally = await figure('overdueShare', { count: 'assignments', kind });
    const byField = await t.call(computeFigure, {
      code: 'overdueShare',
      count: 'assignments',
      kind,
      directiveId,
      role: 'lead',
    });
    expect(byField.byClass).toEqual(tally.byClass);
  }
  for (const count of ['tasks', 'assignments'] as const) {
    const today = await figure('overdueShare', { count });
    at('2025-11-18');
    const yesterday = await figure('overdueShare', { count, asOf: '2025-11-17' });
    at('2025-11-17');
    expect(yesterday.live).toBe(false);
    expect(yesterday.byClass).toEqual(today.byClass);
  }
});

test('A past day shows what was known then', async () => {
  const june = await figure('completionOfAll', { asOf: '2025-06-30' });
  expect(june.byClass).toEqual({ doneAhead: 1, inTerm: 8, recurring: 1, openNoTerm: 1 });
  const july = await figure('onTimeOfClosedAndOverdue', { asOf: '2025-07-15' });
  expect(july.byClass).toEqual({ doneOnTime: 1, overdue: 3, inTerm: 5, recurring: 1, openNoTerm: 1 });
  expect(july.figure).toMatchObject({ numerator: 1, denominator: 4, rounded: '25.0' });
  expect((await figure('completionOfAll', { asOf: '2025-01-09' })).figure).toMatchObject({
    numerator: 0,
    denominator: 0,
  });
  await expect(figure('completionOfAll', { asOf: '2025-12-01' })).rejects.toThrow('invalidInput');
});

test('The records are the very ones counted, page by page, in every part', async () => {
  for (const count of ['tasks', 'assignments'] as const) {
    const f = await figure('onTimeOfClosedAndOverdue', { count });
    for (const [part, n] of [
      ['numerator', f.figure.numerator],
      ['denominator', f.figure.denominator],
      ['excluded', f.excludedTotal],
    ] as const) {
      const seen: string[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await t.call(listFigureRecords, {
          code: 'onTimeOfClosedAndOverdue',
          directiveId,
          count,
          part,
          limit: 2,
          ...(cursor ? { cursor } : {}),
        });
        seen.push(...page.items.map((i) => i.id));
        if (!page.next) break;
        cursor = page.next;
      }
      expect(new Set(seen).size).toBe(n);
      expect(seen.length).toBe(n);
    }
  }
  const left = await t.call(listFigureRecords, {
    code: 'onTimeOfClosedAndOverdue',
    directiveId,
    part: 'excluded',
  });
  expect(left.items.map((i) => [i.ref, i.class])).toEqual([
    ['D', 'inTerm'],
    ['F', 'recurring'],
    ['G', 'cancelled'],
    ['H', 'merged'],
    ['I', 'openNoTerm'],
    ['J', 'inTerm'],
  ]);
});

test('What one may not see is not counted, found or downloaded', async () => {
  const unitId = (await assignmentsOf(tasks['L']!))[0]!.unit.id;
  const now = new Date('2025-01-01T00:00:00Z');
  await sampleAccount(t.app, {
    email: 'noivu@x.vn',
    name: 'Nội vụ',
    roles: [{ role: 'coordinator', unitId, clearance: 'internal' }],
    now,
  });
  await sampleAccount(t.app, {
    email: 'congan@x.vn',
    name: 'Công an',
    roles: [
      { role: 'coordinator', unitId: (await assignmentsOf(tasks['B']!))[0]!.unit.id, clearance: 'internal' },
    ],
    now,
  });
  const seen = async (actor: Parameters<typeof t.call>[2]) => {
    const made = [];
    for (const over of [
      {},
      { count: 'assignments' as const },
      { asOf: '2025-10-01' },
      { asOf: '2025-10-01', count: 'assignments' as const },
    ]) {
      const f = await figure('overdueShare', over, actor);
      const records = await t.call(
        listFigureRecords,
        { code: 'overdueShare', directiveId, part: 'numerator', ...over },
        actor,
      );
      expect(records.items.length).toBe(f.figure.numerator);
      made.push(f.figure.numerator);
    }
    return made;
  };
  expect(await seen(publicActor)).toEqual([1, 2, 1, 2]);
  expect(await seen(await actorOf(t.app, 'congan@x.vn'))).toEqual([1, 2, 1, 2]);
  expect(await seen(await actorOf(t.app, 'noivu@x.vn'))).toEqual([2, 3, 2, 3]);
  const csv = await t.call(
    exportFigureRecords,
    { code: 'overdueShare', directiveId, part: 'numerator' },
    publicActor,
  );
  expect((csv as { body: string }).body).not.toContain('Nhiệm vụ L');
});

test('A unit counts what it and its predecessors lead', async () => {
  const [a] = await assignmentsOf(
    (
      await t.call(addTask, {
        directiveId,
        ref: 'M',
        titleVi: 'Nhiệm vụ M',
        leadText: 'Bộ Thông tin và Truyền thông',
        deadlineText: '2025',
      })
    ).id,
  );
  const heir = a!.unit.holder!.id;
  expect((await figure('completionOfAll', { unitId: heir })).figure.denominator).toBe(1);
  expect((await figure('completionOfAll', { unitId: heir, count: 'assignments' })).figure.denominator).toBe(
    1,
  );
  await t.call(changeDue, { id: a!.id, deadlineText: '10/2025', document: '77/TB' });
  expect((await figure('completionOfAll', { unitId: heir })).byClass).toEqual({ overdue: 1 });
});

test('The download holds the records', async () => {
  const csv = await t.call(exportFigureRecords, { code: 'completionOfAll', directiveId, part: 'numerator' });
  const lines = (csv as { body: string }).body.trim().split('\r\n');
  expect(lines.length).toBe(4);
  expect(lines[1]).toContain('Hoàn thành');
  const xlsx = await t.call(exportFigureRecords, { code: 'completionOfAll', directiveId, format: 'xlsx' });
  const book = await readXlsx(
    Buffer.concat(await Array.fromAsync((xlsx as { body: AsyncIterable<Uint8Array> }).body)),
  );
  expect(JSON.stringify(book.sheets[0])).toMatch(/tính đến \d{2}\/\d{2}\/\d{4}/);
});

test('As data a figure goes by agency, in JSON and SDMX-JSON, with both counts unless they are not wanted', async () => {
  const file = async (more: object) => {
    const made = await t.call(exportFigureRecords, { code: 'completionOfAll', directiveId, ...more });
    return JSON.parse((made as { body: string }).body);
  };
  const { figure: total } = await figure('completionOfAll');
  const json = await file({ format: 'json' });
  expect(json.rows[0]).toMatchObject({
    key: 'centre',
    numerator: total.numerator,
    denominator: total.denominator,
    rounded: total.rounded,
  });
  expect(json.rows.length).toBeGreaterThan(1);
  const bare = await file({ format: 'json', includeNumDen: false });
  expect(Object.keys(bare.rows[0])).not.toContain('numerator');
  const { data } = await file({ format: 'sdmx' });
  const [structure] = data.structures;
  expect(structure.dimensions.observation[0].values).toHaveLength(json.rows.length);
  expect(Object.values(data.dataSets[0].observations)[0]).toEqual([
    Number(total.rounded),
    total.numerator,
    total.denominator,
    0,
    0,
  ]);
  await expect(file({ format: 'json', unitId: 'khong-co' })).rejects.toThrow('invalidInput');
});

test('A task that no unit leads has the term of its document, and is done with when it is closed', async () => {
  const alone = await sampleDirective(t.app, { number: 'không chủ trì' });
  const { id } = await sampleTask(t.app, alone, {
    leadText: 'Bộ Phép thuật',
    keepUnknown: true,
    deadlineText: '6/2025',
  });
  const seen = async (asOf?: string) =>
    (await t.call(computeFigure, { code: 'overdueShare', directiveId: alone, ...(asOf ? { asOf } : {}) }))
      .byClass;
  expect(await seen()).toEqual({ overdue: 1 });
  at('2025-11-20');
  await t.call(closeTask, { id, how: 'cancelled', reason: 'Không có cơ quan chủ trì' });
  expect(await seen()).toEqual({ cancelled: 1 });
  expect(await seen('2025-11-18')).toEqual({ overdue: 1 });
  at('2025-11-17');
});
