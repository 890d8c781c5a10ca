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
import { sampleCompetence } from '../mandates/samples.ts';
import { sampleUnit, stateDemoOrganisations } from '../organisations/samples.ts';
import { samplePublished } from '../procedures/samples.ts';
import { getAreas, getBoard, liveBoard } from './contract.ts';

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
  expect(board.figures.map((one) => one.code)).not.toContain('casesOnTime');
});

test('Each percentage carries both counts and its version', async () => {
  const { figures } = await t.call(getBoard, {}, leader);
  expect(figures.length).toBeGreaterThan(2);
  for (const one of figures) {
    expect(one.numerator).toBeLessThanOrEqual(one.denominator);
    expect(one.version).not.toBe('');
  }
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
  expect(after.load!.total).toMatchObject({ working: 2, receivedToday: 1 });
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
  expect(province.areas.find((one) => one.unitId === desk.unitId)).toMatchObject({ denominator: 2 });
});
