import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Actor } from '../../../kit/actor.ts';
import { listStream } from '../../../kit/events.ts';
import { type TestApp, testApp } from '../../../kit/testing.ts';
import { actorOf, sampleAccount } from '../../identity/samples.ts';
import { sampleOfficeHolder, stateDemoOrganisations } from '../../organisations/samples.ts';
import { checkAct } from '../contract.ts';
import { mandatesModule } from '../module.ts';
import { sampleAssignment, sampleCertificate, sampleCompetence, samplePaper } from '../samples.ts';
import * as c from './contract.ts';
import { sampleCertificates } from './sampleCertificates.ts';
import { warnOfCertificates } from './schedule.ts';

let t: TestApp;
let chair: Actor;
let clerk: Actor;
const unitId = 'commune-19753';
const START = '2025-11-05T08:00:00+07:00';

async function official(title: string, role: 'head' | 'desk'): Promise<Actor> {
  const email = `${role}@chung-thu.test`;
  const rank = role === 'head' ? ('head' as const) : ('official' as const);
  const { personId } = await sampleOfficeHolder(t.app, {
    unitId,
    titleVi: title,
    titleEn: title,
    rank,
    fullName: title,
    email,
  });
  await sampleAccount(t.app, { email, personId, name: title, roles: [{ role, unitId }] });
  return actorOf(t.app, email);
}

beforeAll(async () => {
  t = await testApp({ now: START });
  await stateDemoOrganisations(t.app);
  chair = await official('Chủ tịch', 'head');
  clerk = await official('Một cửa', 'desk');
  await sampleCompetence(t.app, { holder: { level: 'commune', within: 'province-46' } });
  await sampleAssignment(t.app, { unitId, personId: chair.personId!, roles: ['sign'] });
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

const verified = async () => {
  const replay = mandatesModule.replays!.find(({ name }) => name === 'mandates.certificates')!;
  return t.app.db.read(replay.verify);
};

test('everybody registers his own certificate; those of others and of the unit the one who assigns there', async () => {
  const own = { unitId, personId: clerk.personId!, content: sampleCertificates.other };
  const { id } = await t.call(c.registerCertificate, own, clerk);
  expect((await t.call(c.listMyCertificates, {}, clerk)).items).toMatchObject([
    { id, serial: '5401D2', standing: 'valid', person: { name: 'Một cửa' } },
  ]);
  const others = { unitId, personId: chair.personId!, content: sampleCertificates.valid };
  await expect(t.call(c.registerCertificate, others, clerk)).rejects.toThrow(/notAllowed/);
  await expect(
    t.call(c.registerCertificate, { unitId, content: sampleCertificates.unit }, clerk),
  ).rejects.toThrow(/notAllowed/);
  await t.call(c.registerCertificate, others, chair);
  await t.call(c.registerCertificate, { unitId, content: sampleCertificates.unit }, chair);
  await expect(t.call(c.registerCertificate, { ...others, id: clerk.personId! }, chair)).rejects.toThrow(
    /certificateTaken/,
  );
  const listed = await t.call(c.listCertificates, { unitId }, chair);
  expect(listed.items.map((one) => one.serial).sort()).toEqual(['5401A9', '5401D2', '5401E3']);
});

test('who serves nowhere in the unit has no certificate there', async () => {
  const elsewhere = { unitId: 'hue-industry', personId: chair.personId!, content: sampleCertificates.later };
  await expect(t.call(c.registerCertificate, elsewhere)).rejects.toThrow(/invalidInput/);
});

test('the end of a certificate is announced 30 and 7 days before, once each', async () => {
  const ending = await sampleCertificate(t.app, { unitId, personId: chair.personId! }, 'ending');
  const told = async () =>
    (await t.app.db.read((tx) => listStream(tx, `certificate:${ending}`)))
      .filter((event) => event.kind === 'certificate.endsSoon')
      .map(({ payload }) => [payload['on'], payload['days'], payload['serial']]);
  await warnOfCertificates(t.app);
  expect(await told()).toEqual([]);
  t.clock.set('2025-11-09T08:00:00+07:00');
  await warnOfCertificates(t.app);
  await warnOfCertificates(t.app);
  expect(await told()).toEqual([['2025-12-09', 30, '5401B0']]);
  t.clock.set('2025-12-03T08:00:00+07:00');
  await warnOfCertificates(t.app);
  await warnOfCertificates(t.app);
  expect(await told()).toEqual([
    ['2025-12-09', 30, '5401B0'],
    ['2025-12-09', 6, '5401B0'],
  ]);
  expect((await verified()).differences).toEqual([]);
});

test('revoked once with reason and day; a signature of years ago is told with its certificate as it stood', async () => {
  t.clock.set('2025-12-04T08:00:00+07:00');
  const id = (await t.call(c.listCertificates, { unitId }, chair)).items.find(
    (one) => one.serial === '5401A9',
  )!.id;
  const revoke = { id, on: '2025-11-20', reason: 'Mất thiết bị' };
  await expect(t.call(c.revokeCertificate, revoke, clerk)).rejects.toThrow(/notAllowed/);
  await expect(t.call(c.revokeCertificate, { ...revoke, on: '2024-01-01' }, chair)).rejects.toThrow(
    /invalidInput/,
  );
  await t.call(c.revokeCertificate, revoke, chair);
  await expect(t.call(c.revokeCertificate, revoke, chair)).rejects.toThrow(/certificateRevoked/);
  t.clock.set('2029-05-04T08:00:00+07:00');
  const asked = { unitId, personId: chair.personId!, role: 'sign' as const, serial: '54:01:a9' };
  const at = async (day: string) => {
    const { certificates, mustBear } = await t.call(checkAct, {
      ...asked,
      day,
      at: `${day}T09:00:00+07:00`,
    });
    return [mustBear, ...certificates.map((one) => [one.stood, one.standsNow, one.isOwn])];
  };
  expect(await at('2025-11-10')).toEqual([false, ['valid', 'valid', true]]);
  expect(await at('2025-11-25')).toEqual([false, ['valid', 'revoked', true]]);
  expect(await at('2025-12-20')).toEqual([false, ['revoked', 'revoked', true]]);
  expect(await at('2024-06-01')).toEqual([false, ['notYet', 'notYet', true]]);
  const unknown = await t.call(checkAct, { ...asked, day: '2025-11-10', serial: 'FF' });
  expect(unknown).toMatchObject({ serialUnknown: true, certificates: [] });
  expect((await verified()).differences).toEqual([]);
});

test('that a unit signs with certificates begins today or later, once, and ends by a paper', async () => {
  t.clock.set('2025-12-04T08:00:00+07:00');
  const state = { unitId, paper: samplePaper };
  await expect(t.call(c.stateCertificateDuty, { ...state, from: '2025-12-03' })).rejects.toThrow(
    /invalidInput/,
  );
  await expect(t.call(c.stateCertificateDuty, { ...state, from: '2025-12-05' }, chair)).rejects.toThrow(
    /notAllowed/,
  );
  const { id } = await t.call(c.stateCertificateDuty, { ...state, from: '2025-12-05' });
  await expect(t.call(c.stateCertificateDuty, { ...state, from: '2026-01-01' })).rejects.toThrow(
    /certificateDutyStands/,
  );
  await t.call(c.endCertificateDuty, { id, on: '2026-01-01', paper: samplePaper });
  await expect(t.call(c.endCertificateDuty, { id, on: '2026-02-01', paper: samplePaper })).rejects.toThrow(
    /alreadyEnded/,
  );
  await t.call(c.stateCertificateDuty, { ...state, from: '2026-01-01' });
  const { duties } = await t.call(c.listCertificates, { unitId }, chair);
  expect(duties.map(({ from, to }) => [from, to])).toEqual([
    ['2025-12-05', '2026-01-01'],
    ['2026-01-01', undefined],
  ]);
  expect(await verified()).toMatchObject({ checked: 6, differences: [] });
});
