import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { publicActor } from '../../../kit/actor.ts';
import { type TestApp, testApp } from '../../../kit/testing.ts';
import { createServer } from '../../../server.ts';
import * as c from '../contract.ts';
import { Browser } from '../pages/public/testBrowser.ts';
import { sampleDesks, type SampleDesk } from '../samples.ts';
import { runOffers } from './schedule.ts';
import { BIRTH, CARD, COPY, GRANT, publishGrant, publishServices } from './testServices.ts';

let t: TestApp;
let http: FastifyInstance;
let a: SampleDesk;
const START = '2025-11-17T08:00:00+07:00';

beforeAll(async () => {
  t = await testApp({ now: START });
  [a] = await sampleDesks(t.app, ['Xã Đề Xuất']);
  await publishServices(t.app);
  await publishGrant(t.app);
  http = await createServer(t.app);
}, 60_000);
afterAll(async () => {
  await http.close();
  await t[Symbol.asyncDispose]();
});

let n = 0;
/** A birth handed in without an account, and the browser that follows it by its secret. */
async function followed() {
  t.clock.set(START);
  n += 1;
  const personalId = String(46_200_000_000 + n).padStart(12, '0');
  const { id, secret } = await t.call(
    c.submitCase,
    {
      procedureCode: BIRTH,
      placeUnitId: a.unitId,
      applicant: { kind: 'citizen', fullName: `Mẹ ${n}`, personalId },
      values: { childName: `Bé ${n}`, childBirthDay: '2025-11-10' },
    },
    publicActor,
  );
  const b = new Browser(http);
  await b.open(`/track/${id}`);
  await b.send('open', { secret: secret! });
  return { id, secret: secret!, b };
}
async function grant(id: string) {
  await t.call(c.acceptCase, { id }, a.desk);
  await t.call(c.advanceCase, { id, step: 'appraise' }, a.specialist);
  await t.call(c.signResult, { id, step: 'sign', outcome: 'granted' }, a.head);
  await t.call(c.numberResult, { id }, a.specialist);
  await t.settle();
}
const offersOf = async ({ id, secret }: { id: string; secret: string }) =>
  new Map(
    (await t.call(c.listOffersOfCase, { id, secret }, publicActor)).items.map((one) => [
      one.procedureCode,
      one,
    ]),
  );

test('what follows from one case is answered where it is followed: accepted, undone, refused, without an account', async () => {
  const { id, secret, b } = await followed();
  await grant(id);
  const offer = async (code: string) => (await offersOf({ id, secret })).get(code)!;
  await b.open(b.at);
  expect(b.body).toContain('Đồng ý, nộp như trên');
  expect(b.body).toContain(`Bé ${n}`);
  await b.send('acceptOffer', { offerId: (await offer(COPY)).id, how: 'asPrepared' });
  expect([b.status, (await offer(COPY)).status]).toEqual([200, 'accepted']);
  expect(b.body).toContain('Đã nộp hồ sơ. Bạn hoàn tác được');
  await b.send('undoOffer', { offerId: (await offer(COPY)).id, reason: 'Nhầm' });
  expect([b.status, (await offer(COPY)).status]).toEqual([200, 'undone']);
  await b.send('refuseOffer', { offerId: (await offer(CARD)).id, reason: '' });
  expect((await offer(CARD)).status).toBe('refused');
  const card = (await offer(CARD)).id;
  expect(b.body).not.toContain(`name="offerId" value="${card}"`);
});

test('to be changed first an offer opens as a draft that the same browser goes on with', async () => {
  const { id, secret, b } = await followed();
  await grant(id);
  const { id: offerId } = (await offersOf({ id, secret })).get(CARD)!;
  await b.send('acceptOffer', { offerId, how: 'change' });
  expect(b.at).toMatch(new RegExp(`/procedures/${CARD}/apply\\?draft=`));
  expect(b.body).toContain(`Mẹ ${n}`);
});

test('a stranger answers nothing, and what belongs to another case stays untouched', async () => {
  const [mine, other] = [await followed(), await followed()];
  await grant(other.id);
  const { id: offerId } = (await offersOf(other)).get(COPY)!;
  await mine.b.send('acceptOffer', { offerId, how: 'asPrepared' });
  expect(mine.b.status).toBe(422);
  expect((await offersOf(other)).get(COPY)!.status).toBe('open');
});

test('consent for what follows from this case alone is given and taken back there; with it the service begins by itself', async () => {
  const { id, secret, b } = await followed();
  expect(b.body).toContain('Cho phép tự bắt đầu');
  await b.send('allow', { procedureCode: GRANT });
  expect(b.body).toContain('Đã ghi nhận sự đồng ý.');
  const consents = () => t.call(c.listConsentsOfCase, { id, secret }, publicActor);
  const [given] = (await consents()).items;
  expect(await consents()).toMatchObject({ items: [{ procedureCode: GRANT }], possible: [] });
  const other = await followed();
  await expect(
    t.call(c.withdrawConsent, { id: given!.id, secret: other.secret }, publicActor),
  ).rejects.toThrow(/notFound/);
  await b.send('withdraw', { consentId: given!.id });
  expect(await consents()).toMatchObject({ items: [], possible: [{ procedureCode: GRANT }] });
  await b.send('allow', { procedureCode: GRANT });
  await grant(id);
  expect((await offersOf({ id, secret })).get(GRANT)!.startsOn).toBe('2025-11-27');
  t.clock.set('2025-11-27T09:00:00+07:00');
  await runOffers(t.app);
  expect((await offersOf({ id, secret })).get(GRANT)!.status).toBe('started');
  // Without consent the same service stays an offer.
  await grant(other.id);
  expect((await offersOf(other)).get(GRANT)!.startsOn).toBeUndefined();
});
