import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { type TestApp, testApp } from '../../kit/testing.ts';
import { type SampleDesk, sampleDesks } from '../cases/samples.ts';
import { actorOf } from '../identity/samples.ts';
import { stateSecondment } from '../mandates/contract.ts';
import { sampleCertificate, samplePaper } from '../mandates/samples.ts';
import { listNotices } from './contract.ts';

let t: TestApp;
let a: SampleDesk;
let b: SampleDesk;
const START = '2025-11-17T08:00:00+07:00';

beforeAll(async () => {
  t = await testApp({ now: START });
  [a, b] = await sampleDesks(t.app, ['Xã A Mẫu', 'Xã B Mẫu']);
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());
beforeEach(() => t.clock.set(START));

const told = async (who: string, kind: string) => {
  const actor = await actorOf(t.app, `${who}@cases.test.vn`);
  const { items } = await t.call(listNotices, { state: 'all', limit: 200 }, actor);
  return items.filter((one) => one.kind === kind);
};
async function warn(name: string): Promise<void> {
  const schedule = t.app.modules.flatMap((m) => m.schedules ?? []).find((one) => one.name === name);
  await schedule!.run(t.app);
  await t.settle();
}

test('a certificate that ends in 30 days is told to its holder and to the head, once', async () => {
  await sampleCertificate(t.app, { unitId: a.unitId, personId: a.desk.personId! }, 'ending');
  await warn('mandates.certificates');
  await warn('mandates.certificates');
  for (const who of ['desk', 'head'])
    expect((await told(`${who}.${a.unitId}`, 'certificateEnds')).map((one) => one.href)).toEqual([
      expect.stringMatching(/^\/mandates\/certificates\/[0-9a-f-]{36}$/),
    ]);
  expect(await told(`specialist.${a.unitId}`, 'certificateEnds')).toEqual([]);
});

test('a secondment that ends in 15 days is told to the person and to the heads of both units', async () => {
  await t.call(stateSecondment, {
    personId: a.specialist.personId!,
    fromUnitId: a.unitId,
    toUnitId: b.unitId,
    roles: ['appraise'],
    from: '2025-11-17',
    to: '2026-11-17',
    paper: samplePaper,
  });
  t.clock.set('2026-11-03T08:00:00+07:00');
  await warn('mandates.secondments');
  await warn('mandates.secondments');
  for (const who of [`specialist.${a.unitId}`, `head.${a.unitId}`, `head.${b.unitId}`])
    expect([who, (await told(who, 'secondmentEnds')).length]).toEqual([who, 1]);
  expect((await told(`head.${b.unitId}`, 'secondmentEnds'))[0]).toMatchObject({
    href: expect.stringMatching(/^\/mandates\/secondments\//),
  });
});
