import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Actor } from '../../kit/actor.ts';
import type { FileReply } from '../../kit/contract.ts';
import { Problem } from '../../kit/problems.ts';
import { type TestApp, testApp } from '../../kit/testing.ts';
import { sampleDesk, type SampleDesk, sampleReceived } from '../cases/samples.ts';
import { listAssignments } from '../directives/contract.ts';
import { sampleDirective, sampleTask } from '../directives/samples.ts';
import type { Role } from '../identity/index.ts';
import { actorOf, sampleAccount } from '../identity/samples.ts';
import { getMeasure } from '../indicators/contract.ts';
import { fillMeasures } from '../indicators/samples.ts';
import { sampleCompetence } from '../mandates/samples.ts';
import { sampleUnit, stateDemoOrganisations } from '../organisations/samples.ts';
import { samplePublished } from '../procedures/samples.ts';
import { getAreas, getBoard, listBoardRecords, liveBoard } from './contract.ts';
import { linksOf, recordKinds } from './rules/links.ts';

let t: TestApp;
let desk: SampleDesk;
let leader: Actor;
let coordinator: Actor;

async function person(role: Role, unitId: string): Promise<Actor> {
  const email = `${role}.${unitId}@operations.test.vn`;
  const name = `Người ${role} ${unitId}`;
  await sampleAccount(t.app, { email, name, roles: [{ role, unitId, clearance: 'internal' }] });
  return actorOf(t.app, email);
}

beforeAll(async () => {
  t = await testApp({ now: '2025-11-17T08:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  await sampleCompetence(t.app);
  const commune = { level: 'commune', kind: 'commune', parentId: 'province-46' } as const;
  desk = await sampleDesk(
    t.app,
    await sampleUnit(t.app, { nameVi: 'Xã Trực Ban', ...commune, validFrom: '2025-07-01' }),
  );
  await samplePublished(t.app);
  leader = await person('leader', 'province-46');
  coordinator = await person('coordinator', 'province-46');
  const directiveId = await sampleDirective(t.app);
  await sampleTask(t.app, directiveId, { leadText: 'UBND thành phố Huế', deadlineText: '6/2025' });
  await sampleTask(t.app, directiveId, { leadText: 'UBND thành phố Huế', deadlineText: '20/11/2025' });
  await sampleReceived(t.app, desk);
  await t.settle();
  await fillMeasures(t.app);
  t.clock.set('2025-11-18T09:00:00+07:00');
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

test('The board says what is late and soon late, who must act by name, and every number has as many records', async () => {
  const board = await t.call(getBoard, {}, leader);
  expect(board.unit).toMatchObject({ id: 'province-46', level: 'province' });
  expect(board.late.counts).toEqual({ tasks: 1, cases: 0, consultations: 0 });
  expect(board.soon.counts.tasks).toBe(1);
  expect(board.late.items[0]).toMatchObject({ what: 'task', unit: { id: 'province-46' }, due: '2025-06-30' });
  const lead = { unitId: 'province-46', subtree: true, role: 'lead', kind: 'task' } as const;
  expect((await t.call(listAssignments, { ...lead, time: 'overdue' }, leader)).items).toHaveLength(1);
  expect(board.act).toMatchObject([{ unit: { id: 'province-46' }, tasks: 1, cases: 0 }]);
  expect(board.act[0]!.people.map((one) => one.name)).toContain('Người coordinator province-46');
  expect(board.load!.total).toMatchObject({ working: 1, receivedToday: 0 });
  expect(board.load!.rows.map((row) => row.unit.id)).toEqual([desk.unitId]);
});

test('What nobody tells this installation has no number, and what the reader may not see is absent', async () => {
  const board = await t.call(getBoard, {}, coordinator);
  expect(board.feedback).toEqual({ source: 'none' });
  expect(board.load).toBeUndefined();
  expect(board.late.counts).toEqual({ tasks: 1 });
  expect(board.quality.blocked).toBeUndefined();
});

test('Each percentage carries both counts and its version', async () => {
  const { figures } = await t.call(getBoard, {}, leader);
  expect(figures.length).toBeGreaterThan(2);
  for (const one of figures) {
    expect(one.numerator).toBeLessThanOrEqual(one.denominator);
    expect(one.version).not.toBe('');
  }
});

test('What is on time this month is a figure of a definition, and its page says the same', async () => {
  await t.settle();
  const { figures } = await t.call(getBoard, {}, leader);
  const own = figures.filter((one) => one.month);
  expect(own.map((one) => [one.code, one.month])).toEqual([
    ['766.2.1', '2025-11'],
    ['local.2.1.closed', '2025-11'],
  ]);
  for (const { code, month, numerator, denominator } of own) {
    const { figure } = await t.call(getMeasure, { code, unitId: 'province-46', period: month });
    expect(figure).toMatchObject({ numerator, denominator });
  }
  expect(own[0]).toMatchObject({ denominator: 1 });
});

test('Each number of the board opens as many records as it says', async () => {
  await sampleReceived(t.app, desk);
  await t.settle();
  const board = await t.call(getBoard, {}, leader);
  const { total } = board.load!;
  const { jobs, listeners } = board.exchange;
  const numbers = {
    lateAnswers: board.late.counts.consultations,
    soonAnswers: board.soon.counts.consultations,
    received: total.receivedToday,
    ended: total.endedToday,
    gaps: board.quality.gaps?.units,
    silent: board.quality.silent?.silent,
    jobs: jobs.waiting,
    failedJobs: jobs.failed,
    listeners: listeners.length,
    failing: listeners.filter((one) => one.failing).length,
  };
  expect(numbers.received).toBe(1);
  for (const [what, n] of Object.entries(numbers)) {
    const { items } = await t.call(listBoardRecords, { what: what as 'received' }, leader);
    expect([what, items?.length]).toEqual([what, n]);
  }
  // The queue goes by the clock of the machine; what it will do is told in the time of the installation.
  const jobsTold = (await t.call(listBoardRecords, { what: 'jobs' }, leader)).items ?? [];
  for (const job of jobsTold) expect(job.at?.slice(0, 4)).toBe('2025');
  const alone = await t.call(listBoardRecords, { what: 'received', own: true }, leader);
  expect(alone.items).toEqual([]);
  // Of the country too: it holds every unit, but received nothing itself.
  const country = { what: 'received', unitId: 'centre' } as const;
  expect((await t.call(listBoardRecords, country)).items).toHaveLength(1);
  expect((await t.call(listBoardRecords, { ...country, own: true })).items).toEqual([]);
  const before = await t.call(listBoardRecords, { what: 'received', day: '2025-11-17' }, leader);
  expect(before.items).toMatchObject([{ unit: { id: desk.unitId }, title: { en: 'Sample confirmation' } }]);
  for (const what of recordKinds)
    expect(await t.call(listBoardRecords, { what }, leader)).toMatchObject({ what });
});

test('The unit itself opens its own cases alone, a place below with all that is below it', () => {
  const links = linksOf('province-46', false, '2025-11-18', ['2025-11-25', '2025-11-19']);
  expect(links.load('overdue', 'province-46', false)).toBe(
    '/cases?view=decision&unitId=province-46&work=working&dueTo=2025-11-17',
  );
  expect(links.load('receivedToday', 'commune-1')).toBe(
    '/operations/records?what=received&unitId=commune-1&day=2025-11-18',
  );
});

test('A unit outside the reach is not there', async () => {
  await expect(t.call(getBoard, { unitId: 'province-01' }, leader)).rejects.toThrow(Problem);
  await expect(t.call(getBoard, { unitId: 'nowhere' }, leader)).rejects.toMatchObject({
    kind: { code: 'operations.unknownUnit' },
  });
});

test('The board is made anew with the next event, and an open page is told within a second', async () => {
  const before = await t.call(getBoard, {}, leader);
  expect((await t.call(getBoard, {}, leader)).version).toBe(before.version);
  const { body } = (await t.call(liveBoard, {}, leader)) as FileReply;
  const stream = body as NodeJS.ReadableStream & { destroy(): void };
  const told: string[] = [];
  stream.setEncoding('utf8').on('data', (text: string) => {
    for (const [, data] of text.matchAll(/^data: (.*)$/gm))
      told.push((JSON.parse(data!) as { version: string }).version);
  });
  await expect.poll(() => told, { timeout: 5000 }).toEqual([before.version]);
  const begun = performance.now();
  await sampleReceived(t.app, desk);
  const at = performance.now();
  await expect.poll(() => told.length, { interval: 20, timeout: 5000 }).toBe(2);
  // On a busy machine everything takes longer, the reception too.
  expect(performance.now() - at).toBeLessThan(at - begun + 1500);
  const after = await t.call(getBoard, {}, leader);
  expect(after.version).toBe(told[1]);
  expect(after.load!.total).toMatchObject({ working: 3, receivedToday: 2 });
  stream.destroy();
});

test('Areas carry both counts and their official codes; without a file of boundaries none is invented', async () => {
  const country = await t.call(getAreas, { unitId: 'centre' });
  expect(country.areas.length).toBeGreaterThan(30);
  expect(country.areas.find((one) => one.unitId === 'province-46')).toMatchObject({
    code: '46',
    numerator: 1,
    denominator: 2,
  });
  expect(country.boundaries).toBeUndefined();
  const province = await t.call(getAreas, { figure: 'lateCases' }, leader);
  expect(province.areas.find((one) => one.unitId === desk.unitId)).toMatchObject({ denominator: 3 });
});
