import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Actor } from '../../../kit/actor.ts';
import { listStream } from '../../../kit/events.ts';
import { type TestApp, testApp } from '../../../kit/testing.ts';
import { actorOf, sampleAccount } from '../../identity/samples.ts';
import { sampleOfficeHolder, stateDemoOrganisations } from '../../organisations/samples.ts';
import { checkAct, listFacts } from '../contract.ts';
import { mandatesModule } from '../module.ts';
import { sampleCompetence, samplePaper } from '../samples.ts';
import { warnOfEnds } from '../schedules.ts';
import * as c from './contract.ts';
import { isPeriod } from './rules.ts';
import { warnOfSecondments } from './schedule.ts';

let t: TestApp;
let personId: string;
let office: Actor;
let administrator: Actor;
const [fromUnitId, toUnitId] = ['commune-19753', 'commune-19789'];
const paper = { number: '88/QĐ-UBND', issuedOn: '2025-11-10' };

beforeAll(async () => {
  t = await testApp({ now: '2025-11-17T08:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  await sampleCompetence(t.app, { holder: { level: 'commune', within: 'province-46' } });
  const post = {
    unitId: fromUnitId,
    titleVi: 'Chuyên viên',
    titleEn: 'Specialist',
    rank: 'official' as const,
  };
  personId = (await sampleOfficeHolder(t.app, { ...post, fullName: 'Lê Thị Biệt' })).personId;
  const account = async (role: 'office' | 'administrator') => {
    const email = `${role}@biet-phai.test`;
    await sampleAccount(t.app, { email, name: role, roles: [{ role, unitId: 'province-46' }] });
    return actorOf(t.app, email);
  };
  office = await account('office');
  administrator = await account('administrator');
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

const given = () => ({
  personId,
  fromUnitId,
  toUnitId,
  roles: ['appraise' as const],
  from: '2025-12-01',
  to: '2026-12-01',
  paper,
});
const mayAppraise = async (day: string) =>
  (await t.call(checkAct, { personId, unitId: toUnitId, role: 'appraise', day })).mayAct;
const verified = async () => {
  const all = mandatesModule.replays!.map((one) => t.app.db.read(one.verify));
  return (await Promise.all(all)).flatMap((one) => one.differences);
};

test.each([
  ['2025-12-01', '2026-11-30', false],
  ['2025-12-01', '2026-12-01', true],
  ['2025-12-01', '2028-12-01', true],
  ['2025-12-01', '2028-12-02', false],
  ['2024-02-29', '2025-02-28', true],
])('from %s until %s is a period of 12 to 36 months: %s', (from, to, is) => {
  expect(isPeriod(from, to)).toBe(is);
});

test('what is no secondment is refused at its field, and who appoints nobody states none', async () => {
  const refused = (over: object, path: string) =>
    expect(t.call(c.stateSecondment, { ...given(), ...over })).rejects.toMatchObject({ fields: [{ path }] });
  await refused({ to: '2026-06-01' }, 'to');
  await refused({ toUnitId: fromUnitId }, 'toUnitId');
  await refused({ fromUnitId: 'commune-19777' }, 'personId');
  await expect(t.call(c.stateSecondment, given(), office)).rejects.toThrow(/notAllowed/);
});

test('a secondment makes a person assignable in the other unit by appointment and assignment, for its time alone', async () => {
  const { id } = await t.call(c.stateSecondment, given(), administrator);
  expect([await mayAppraise('2025-11-30'), await mayAppraise('2025-12-01')]).toEqual([false, true]);
  expect([await mayAppraise('2026-11-30'), await mayAppraise('2026-12-01')]).toEqual([true, false]);
  const facts = await t.call(listFacts, { personId, asOf: '2026-01-01' });
  expect(facts.items).toMatchObject([{ kind: 'assignment', unit: { id: toUnitId }, paper }]);
  const one = await t.call(c.getSecondment, { id });
  expect(one).toMatchObject({ person: { name: 'Lê Thị Biệt' }, assignmentId: facts.items[0]!.id, paper });
  for (const unitId of [fromUnitId, toUnitId])
    expect((await t.call(c.listSecondments, { unitId })).items.map((found) => found.id)).toEqual([id]);
  expect((await t.call(c.listSecondments, { unitId: 'hue-industry' })).items).toEqual([]);
  const again = { ...given(), from: '2026-06-01', to: '2027-06-01', toUnitId: 'commune-19777' };
  await expect(t.call(c.stateSecondment, again)).rejects.toThrow(/secondedAlready/);
  expect(await verified()).toEqual([]);
});

test('its end is announced once, 15 days before, and not a second time as that of its assignment', async () => {
  const { id, assignmentId } = (await t.call(c.listSecondments, {})).items[0]!;
  const told = async (stream: string) =>
    (await t.app.db.read((tx) => listStream(tx, stream))).filter(({ kind }) => kind.endsWith('.endsSoon'));
  t.clock.set('2026-11-15T08:00:00+07:00');
  await warnOfSecondments(t.app);
  expect(await told(`secondment:${id}`)).toEqual([]);
  t.clock.set('2026-11-16T08:00:00+07:00');
  await warnOfSecondments(t.app);
  await warnOfSecondments(t.app);
  await warnOfEnds(t.app);
  expect(await told(`secondment:${id}`)).toMatchObject([{ payload: { on: '2026-12-01', days: 15 } }]);
  expect(await told(`mandate:${assignmentId}`)).toEqual([]);
});

test('ended before its time it ends the appointment and the assignment with it', async () => {
  t.clock.set('2025-11-18T08:00:00+07:00');
  const { id } = (await t.call(c.listSecondments, {})).items[0]!;
  await expect(t.call(c.endSecondment, { id, on: '2025-12-01', paper: samplePaper })).rejects.toThrow(
    /invalidInput/,
  );
  await t.call(c.endSecondment, { id, on: '2026-03-01', paper: samplePaper }, administrator);
  expect([await mayAppraise('2026-02-28'), await mayAppraise('2026-03-01')]).toEqual([true, false]);
  await expect(t.call(c.endSecondment, { id, on: '2026-04-01', paper: samplePaper })).rejects.toThrow(
    /alreadyEnded/,
  );
  expect((await t.call(c.getSecondment, { id })).endPaper).toEqual(samplePaper);
  expect(await verified()).toEqual([]);
});
