import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { type Actor, publicActor } from '../../../kit/actor.ts';
import { testApp, type TestApp } from '../../../kit/testing.ts';
import { advanceCase, numberResult, signResult } from '../../cases/contract.ts';
import { sampleDesk, type SampleDesk, sampleReceived } from '../../cases/samples.ts';
import { actorOf, sampleAccount } from '../../identity/samples.ts';
import { sampleCompetence } from '../../mandates/samples.ts';
import { sampleUnit, stateDemoOrganisations } from '../../organisations/samples.ts';
import { samplePublished } from '../../procedures/samples.ts';
import { listVersions } from '../definitions/store/definition.ts';
import { fillMeasures } from '../measures/keep.ts';
import * as contract from './contract.ts';
import { definitions766 } from './facts/definitions766.ts';
import { builtInTrees } from './facts/trees.ts';
import { indexReplay } from './replay.ts';

let t: TestApp;
let a: SampleDesk;
let b: SampleDesk;
const HUE = 'province-46';
const now = '2025-11-17';

const commune = (nameVi: string) =>
  sampleUnit(t.app, { nameVi, level: 'commune', kind: 'commune', parentId: HUE, validFrom: '2025-07-01' });

async function finish(id: string, desk: SampleDesk): Promise<void> {
  await t.call(advanceCase, { id, step: 'appraise' }, desk.specialist);
  await t.call(signResult, { id, step: 'sign', outcome: 'granted' }, desk.head);
  await t.call(numberResult, { id }, desk.specialist);
}

const account = async (email: string, role: 'coordinator' | 'office', unitId: string): Promise<Actor> => {
  await sampleAccount(t.app, { email, name: email, roles: [{ role, unitId, clearance: 'internal' }] });
  return actorOf(t.app, email);
};

beforeAll(async () => {
  t = await testApp();
  await stateDemoOrganisations(t.app);
  await sampleCompetence(t.app);
  a = await sampleDesk(t.app, await commune('Xã A Mẫu'));
  b = await sampleDesk(t.app, await commune('Xã B Mẫu'));
  await samplePublished(t.app);
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

test('the definitions that the product brings along stand in the database as they are written down', async () => {
  const stored = new Map(
    (await t.app.db.read(listVersions)).map((v) => [`${v.code} ${v.version}`, v] as const),
  );
  for (const { code, version, validFrom, validTo, body } of definitions766)
    expect(stored.get(`${code} ${version}`)).toMatchObject({ validFrom, validTo: validTo ?? null, body });
});

describe('the index of a unit from its cases', () => {
  const score = (unitId: string, over = {}) =>
    t.call(contract.getIndexScore, { code: '766', unitId, ...over }, publicActor);
  const nodeOf = async (unitId: string, code: string, over = {}) =>
    (await score(unitId, over)).nodes.find((n) => n.code === code)!;

  beforeAll(async () => {
    for (let i = 0; i < 4; i += 1) {
      const { id } = await sampleReceived(t.app, a);
      if (i < 3) await finish(id, a);
    }
    await sampleReceived(t.app, b);
    await t.settle();
    await fillMeasures(t.app);
  }, 60_000);

  test('each indicator carries both counts, its figure and version, and the total says what is open', async () => {
    const answer = await score(a.unitId);
    console.log(
      answer.nodes.map(
        (n) => `${n.code} ${n.points} /${n.max} ${n.numerator}/${n.denominator} ${n.status} ${n.rounded}`,
      ),
    );
    console.log(answer.total);
    expect(answer).toMatchObject({ period: '2025', asOf: now, level: 'commune', index: { version: '2025' } });
  });
});
