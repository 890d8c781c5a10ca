import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Actor, Classification } from '../src/kit/actor.ts';
import { may, publicActor } from '../src/kit/actor.ts';
import type { FileReply } from '../src/kit/contract.ts';
import { Problem, notAllowed, notFound, signInNeeded } from '../src/kit/problems.ts';
import { testApp, type TestApp } from '../src/kit/testing.ts';
import {
  exportTasks,
  getAssignment,
  getDirective,
  getTask,
  listAssignments,
  listDirectives,
  listTasks,
} from '../src/modules/directives/contract.ts';
import { sampleDirective, sampleTask } from '../src/modules/directives/samples.ts';
import { roles } from '../src/modules/identity/index.ts';
import { actorOf, sampleAccount } from '../src/modules/identity/samples.ts';
import { stateDemoOrganisations } from '../src/modules/organisations/samples.ts';

/** Every endpoint × role × place, generated from the contracts, and every way to see a record against what one may see. */

const places = ['centre', 'ministry', 'province'] as const;
type Place = (typeof places)[number];
const clearances: Classification[] = ['public', 'internal', 'restricted'];

interface Known {
  directiveId: string;
  taskId: string;
  classification: Classification;
  owner: Place;
  lead: Place;
}

let t: TestApp;
const actors = new Map<string, Actor>([['public', publicActor]]);
const known: Known[] = [];

async function unitNamed(name: string): Promise<string> {
  const { findByName, loadSnapshot } = await import('../src/modules/organisations/index.ts');
  const found = findByName(await t.app.db.read(loadSnapshot), name, '2025-11-17');
  if (found.found !== 'unit') throw new Error(name);
  return found.unitId;
}

const unitOf: Record<Place, string> = { centre: 'centre', ministry: '', province: '' };

beforeAll(async () => {
  t = await testApp();
  await stateDemoOrganisations(t.app);
  unitOf.ministry = await unitNamed('Bộ Nội vụ');
  unitOf.province = await unitNamed('Huế');
  for (const role of roles)
    for (const place of places)
      for (const clearance of clearances) {
        if (role === 'administrator' && clearance === 'restricted') continue;
        const email = `${role}.${place}.${clearance}@test.vn`;
        await sampleAccount(t.app, {
          email,
          name: email,
          roles: [{ role, unitId: unitOf[place], clearance }],
        });
        actors.set(`${role} × ${place} × ${clearance}`, await actorOf(t.app, email));
      }
  let n = 0;
  for (const owner of ['centre', 'province'] as const)
    for (const lead of ['ministry', 'province'] as const)
      for (const classification of clearances) {
        n += 1;
        const directiveId = await sampleDirective(t.app, {
          number: `M-${n}/QĐ`,
          titleVi: `Ma trận ${n}`,
          ownerUnitId: unitOf[owner],
          classification,
        });
        const task = await sampleTask(t.app, directiveId, {
          ref: `M-${n}`,
          titleVi: `Việc ma trận ${n}`,
          leadText: '',
          leadUnitIds: [unitOf[lead]],
        });
        known.push({ directiveId, taskId: task.id, classification, owner, lead });
      }
}, 120_000);
afterAll(() => t[Symbol.asyncDispose]());

/** What the rule of the house says, written a second time and by hand: the test of the choke point. */
function maySee(name: string, record: Known): boolean {
  if (record.classification === 'public') return true;
  if (name === 'public') return false;
  const [, place, clearance] = name.split(' × ') as [string, Place, Classification];
  if (clearances.indexOf(record.classification) > clearances.indexOf(clearance)) return false;
  return place === 'centre' || place === record.owner || place === record.lead;
}

const refusal = async (work: Promise<unknown>): Promise<Problem | undefined> =>
  work.then(
    () => undefined,
    (e: unknown) => {
      if (e instanceof Problem) return e;
      throw e;
    },
  );

describe('every endpoint asks for its permission first', () => {
  test('a role without the permission is refused, whatever it sends', async () => {
    const wrong: string[] = [];
    for (const [name, actor] of actors)
      for (const { endpoint } of t.app.routes.values()) {
        const allowed =
          endpoint.permission === 'public' ||
          (actor.kind !== 'public' &&
            (endpoint.permission === 'signedIn' || may(actor, endpoint.permission)));
        if (allowed) continue;
        const problem = await refusal(t.app.call(endpoint, {}, { actor }));
        const expected = actor.kind === 'public' ? signInNeeded : notAllowed;
        if (problem?.kind !== expected)
          wrong.push(`${name}: ${endpoint.name} → ${problem?.kind.code ?? 'passed'}`);
      }
    expect(wrong).toEqual([]);
  });

  test('a read-only token changes nothing', async () => {
    const actor: Actor = { ...actors.get('office × centre × restricted')!, tokenScope: 'read' };
    for (const { endpoint } of t.app.routes.values()) {
      if (endpoint.effect === 'read' || endpoint.permission === 'public') continue;
      expect((await refusal(t.app.call(endpoint, {}, { actor })))?.kind, endpoint.name).toBe(notAllowed);
    }
  });
});

describe('what one may not see is 404 and is not counted', () => {
  test('single records, lists, searches, counts and exports agree for every role, place and clearance', async () => {
    const wrong: string[] = [];
    for (const [name, actor] of actors) {
      const visible = known.filter((k) => maySee(name, k));
      const say = (what: string, found: unknown, expected: unknown): void => {
        if (JSON.stringify(found) !== JSON.stringify(expected))
          wrong.push(`${name}: ${what} ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
      };
      const refs = visible.map((k) => k.directiveId).sort();
      const listed = (await t.call(listDirectives, { q: 'ma tran' }, actor)).items;
      say('directives', listed.map((d) => d.id).sort(), refs);
      say(
        'counts',
        listed.map((d) => d.counts.assignments),
        listed.map(() => 1),
      );
      say('tasks', (await t.call(listTasks, { q: 'ma tran' }, actor)).items.length, visible.length);
      say(
        'assignments',
        (await t.call(listAssignments, { q: 'ma tran' }, actor)).items.length,
        visible.length,
      );
      const csv = ((await t.call(exportTasks, { q: 'ma tran' }, actor)) as FileReply).body as string;
      say('export', (csv.match(/\r\n"?M-/g) ?? []).length, visible.length);
      for (const k of known) {
        const found = [
          await refusal(t.call(getDirective, { id: k.directiveId }, actor)),
          await refusal(t.call(getTask, { id: k.taskId }, actor)),
        ];
        say(
          `record ${k.owner}/${k.lead}/${k.classification}`,
          found.map((p) => p?.kind.code),
          maySee(name, k) ? [null, null] : [notFound.code, notFound.code],
        );
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  test('an assignment that may not be seen cannot be stepped on either', async () => {
    const [hidden] = known.filter(
      (k) => k.classification === 'restricted' && k.lead === 'ministry' && k.owner === 'centre',
    );
    const [a] = (await t.call(listAssignments, { taskId: hidden!.taskId })).items;
    const actor = actors.get('head × ministry × internal')!;
    expect((await refusal(t.call(getAssignment, { id: a!.id }, actor)))?.kind).toBe(notFound);
    const { confirmClaim } = await import('../src/modules/directives/contract.ts');
    expect((await refusal(t.call(confirmClaim, { id: a!.id }, actor)))?.kind).toBe(notFound);
  });

  test('the office of a province decides on its own directives and not on those of the centre', async () => {
    const { cancelAssignment } = await import('../src/modules/directives/contract.ts');
    const actor = actors.get('office × province × restricted')!;
    for (const owner of ['centre', 'province'] as const) {
      const [k] = known.filter(
        (one) => one.owner === owner && one.lead === 'province' && one.classification === 'internal',
      );
      const [a] = (await t.call(listAssignments, { taskId: k!.taskId })).items;
      const problem = await refusal(t.call(cancelAssignment, { id: a!.id, reason: 'Thử quyền' }, actor));
      expect(problem?.kind).toBe(owner === 'centre' ? notAllowed : undefined);
    }
  });
});
