import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Actor } from '../../../kit/actor.ts';
import { publicActor } from '../../../kit/actor.ts';
import { listStream } from '../../../kit/events.ts';
import { type TestApp, testApp } from '../../../kit/testing.ts';
import { actorOf, sampleAccount } from '../../identity/samples.ts';
import * as c from '../contract.ts';
import { casesModule } from '../module.ts';
import { type SampleDesk, sampleDesks } from '../samples.ts';
import { runOffers } from './schedule.ts';
import { BIRTH, CARD, COPY, PASS, PENSION, publishServices } from './testServices.ts';

let t: TestApp;
let a: SampleDesk;
let citizen: Actor;
const START = '2025-11-17T08:00:00+07:00';
beforeAll(async () => {
  t = await testApp({ now: START });
  [a] = await sampleDesks(t.app, ['Xã A Mẫu']);
  await sampleAccount(t.app, { email: 'me@test.vn', name: 'Trần Thị Mẹ', roles: [] });
  citizen = await actorOf(t.app, 'me@test.vn');
  await publishServices(t.app);
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

let n = 0;
/** A birth registered for somebody, with account or secret; what is offered for it. */
async function birth(actor: Actor = publicActor, childBirthDay = '2025-11-10') {
  t.clock.set(START);
  n += 1;
  const made = await t.call(
    c.submitCase,
    {
      procedureCode: BIRTH,
      placeUnitId: a.unitId,
      applicant: {
        kind: 'citizen',
        fullName: `Mẹ ${n}`,
        personalId: String(46_100_000_000 + n).padStart(12, '0'),
      },
      values: { childName: `Bé ${n}`, childBirthDay },
    },
    actor,
  );
  const { id } = made;
  await t.call(c.acceptCase, { id }, a.desk);
  await t.call(c.advanceCase, { id, step: 'appraise' }, a.specialist);
  await t.call(c.signResult, { id, step: 'sign', outcome: 'granted' }, a.head);
  await t.call(c.numberResult, { id }, a.specialist);
  await t.settle();
  const secret = made.secret!;
  const own = { id, ...(actor === publicActor && { secret }) };
  const { items: found } = await t.call(c.listOffersOfCase, own, actor);
  const items = found.toSorted((x, y) => (x.procedureCode < y.procedureCode ? -1 : 1));
  const of = (code: string) => items.find((one) => one.procedureCode === code)!;
  return { id, secret, items, of };
}
const status = async (id: string, secret: string, actor: Actor = publicActor) =>
  (await t.call(c.openOffer, { id, secret }, actor)).status;

describe('when a birth is registered, the next services are offered', () => {
  test('filled in, with reason, source, last day; nothing runs before the citizen has answered (R32)', async () => {
    const { items, of, secret, id } = await birth();
    expect(items.map((one) => [one.procedureCode, one.level, one.ready, one.until])).toEqual([
      [COPY, 3, true, '2025-12-17'],
      [CARD, 2, false, '2025-12-17'],
    ]);
    const full = await t.call(c.openOffer, { id: of(COPY).id, secret }, publicActor);
    expect(full).toMatchObject({
      status: 'open',
      source: { kind: 'case', caseId: id },
      occasion: { kind: 'granted', procedureCode: BIRTH },
      occasionName: { en: 'Sample confirmation' },
      legalBasis: 'Nghị định 224/2026/NĐ-CP',
      undoDays: 15,
    });
    expect(full.fields.map(({ key, shown, from }) => [key, shown.vi, from.source])).toEqual([
      ['childName', `Bé ${n}`, 'earlierCase'],
      ['copies', '2', 'registry'],
    ]);
    const card = await t.call(c.openOffer, { id: of(CARD).id, secret }, publicActor);
    expect(card.missing).toEqual([{ vi: 'clinic', en: 'clinic' }]);
    await expect(
      t.call(c.openOffer, { id: of(COPY).id, secret: 'SAI-MA-BI-MAT' }, publicActor),
    ).rejects.toThrow(/notFound/);
  });

  test('accepted as it is it is a case of the same person; undone in time, the case is withdrawn and what it stated is forgotten', async () => {
    const { of } = await birth(citizen);
    const { id } = of(COPY);
    const taken = await t.call(c.acceptOffer, { id }, citizen);
    expect(taken).toMatchObject({ as: 'case', undoUntil: '2025-12-02' });
    await t.call(c.acceptCase, { id: taken.caseId }, a.desk);
    const handling = async () => (await t.call(c.trackCase, { code: taken.caseId }, citizen)).handling;
    const copies = async () =>
      (await t.call(c.knownOfMe, {}, citizen)).items.some(({ term }) => term === 'case.copies');
    expect([await handling(), await copies()]).toEqual(['received', true]);
    await expect(t.call(c.acceptOffer, { id }, citizen)).rejects.toThrow(/offerNotOpen/);
    t.clock.set('2025-12-02T20:00:00+07:00');
    expect(await t.call(c.undoOffer, { id }, citizen)).toEqual({ id, status: 'undone', undone: 'case' });
    expect([await handling(), await copies()]).toEqual(['withdrawn', false]);
  });

  test('to be changed it is a draft of the same person; undone it is gone', async () => {
    const { of, secret } = await birth();
    const { id } = of(CARD);
    const taken = await t.call(c.acceptOffer, { id, secret, how: 'change' }, publicActor);
    const draft = { id: taken.caseId, secret };
    expect((await t.call(c.openDraft, draft, publicActor)).content).toMatchObject({
      typed: { who: { 'who.fullName': `Mẹ ${n}` }, form: { 'form.childName': `Bé ${n}` } },
    });
    await t.call(c.undoOffer, { id, secret }, publicActor);
    await expect(t.call(c.openDraft, draft, publicActor)).rejects.toThrow(/notFound/);
  });

  test('refused it is never made again for that birth, and no case runs', async () => {
    const { id: birthId, of, secret } = await birth();
    await t.call(c.refuseOffer, { id: of(COPY).id, secret, reason: 'Không cần' }, publicActor);
    await t.settle();
    await runOffers(t.app);
    const { items } = await t.call(c.listOffersOfCase, { id: birthId, secret }, publicActor);
    expect(items.filter((one) => one.procedureCode === COPY).map((one) => [one.status, one.caseId])).toEqual([
      ['refused', undefined],
    ]);
    await expect(t.call(c.acceptOffer, { id: of(COPY).id, secret }, publicActor)).rejects.toThrow(
      /offerNotOpen/,
    );
  });

  test('not answered by its last day it lapses by itself', async () => {
    const { of, secret } = await birth();
    t.clock.set('2025-12-17T23:59:00+07:00');
    await runOffers(t.app);
    expect(await status(of(COPY).id, secret)).toBe('open');
    t.clock.set('2025-12-18T00:01:00+07:00');
    await runOffers(t.app);
    expect(await status(of(COPY).id, secret)).toBe('lapsed');
  });

  test('with an account it stands among one’s own; the desk counts it and sees it at the case', async () => {
    const { id } = await birth(citizen);
    const mine = await t.call(c.listMyOffers, {}, citizen);
    expect(mine.items.filter((one) => one.source.kind === 'case' && one.source.caseId === id)).toHaveLength(
      2,
    );
    expect((await t.call(c.listOffersOfCase, { id }, a.desk)).items).toHaveLength(2);
    expect((await t.call(c.countUnitOffers, { unitId: a.unitId }, a.desk)).open).toBeGreaterThan(1);
  });

  test('a child near its sixth birthday is told so by itself, once', async () => {
    const { id, secret, of } = await birth(publicActor, '2019-12-25');
    expect(of(PASS)).toBeUndefined();
    t.clock.set('2025-11-24T09:00:00+07:00');
    await runOffers(t.app);
    const seen = async () =>
      (await t.call(c.listOffersOfCase, { id, secret }, publicActor)).items.filter(
        (o) => o.procedureCode === PASS,
      );
    expect(await seen()).toEqual([]);
    t.clock.set('2025-11-25T09:00:00+07:00');
    await runOffers(t.app);
    await runOffers(t.app);
    expect(await seen()).toMatchObject([{ level: 1, factDay: '2019-12-25', until: '2025-12-25' }]);
  });
});

describe('a service of level 4', () => {
  const tell = async (personalId: string) =>
    t.call(
      c.tellLifeEvent,
      {
        event: 'retirement',
        day: '2025-11-17',
        unitId: a.unitId,
        authority: 'Bảo hiểm xã hội Việt Nam',
        person: { kind: 'citizen', fullName: 'Trần Thị Mẹ', personalId },
      },
      a.desk,
    );

  test('without consent given earlier never begins by itself', async () => {
    t.clock.set(START);
    const { offers, secret } = await tell('046000009001');
    const offer = { id: offers[0]!, secret };
    expect(await t.call(c.openOffer, offer, publicActor)).toMatchObject({
      level: 4,
      ready: true,
      source: { kind: 'authority', name: 'Bảo hiểm xã hội Việt Nam' },
    });
    t.clock.set('2025-12-10T09:00:00+07:00');
    await runOffers(t.app);
    expect(await t.call(c.openOffer, offer, publicActor)).toMatchObject({ status: 'open' });
    expect((await t.call(c.openOffer, offer, publicActor)).caseId).toBeUndefined();
  });

  test('with consent begins on the day it told, can be refused before, and undone after, with its result revoked', async () => {
    t.clock.set(START);
    await t.call(c.giveConsent, { procedureCode: PENSION }, citizen);
    await expect(t.call(c.giveConsent, { procedureCode: COPY }, citizen)).rejects.toThrow(/consentUnfit/);
    // The account is known by an earlier case of the same person.
    await t.call(
      c.submitCase,
      {
        procedureCode: BIRTH,
        placeUnitId: a.unitId,
        applicant: { kind: 'citizen', fullName: 'Trần Thị Mẹ', personalId: '046000009002' },
        values: { childName: 'Bé', childBirthDay: '2025-11-01' },
      },
      citizen,
    );
    const { offers, secret } = await tell('046000009002');
    expect(secret).toBeUndefined();
    const id = offers[0]!;
    const open = () => t.call(c.openOffer, { id }, citizen);
    expect(await open()).toMatchObject({ startsOn: '2025-11-27', steps: ['accept', 'refuse'] });
    t.clock.set('2025-11-26T09:00:00+07:00');
    await runOffers(t.app);
    expect((await open()).status).toBe('open');
    t.clock.set('2025-11-27T09:00:00+07:00');
    await runOffers(t.app);
    const started = await open();
    expect(started).toMatchObject({ status: 'started', undoUntil: '2025-12-12', steps: ['undo'] });
    const caseId = started.caseId!;
    const [first] = await t.app.db.read((tx) => listStream(tx, `case:${caseId}`));
    expect(first!.payload['by']).toEqual({ as: 'system' });

    await t.call(c.acceptCase, { id: caseId }, a.desk);
    await t.call(c.advanceCase, { id: caseId, step: 'appraise' }, a.specialist);
    await t.call(c.signResult, { id: caseId, step: 'sign', outcome: 'granted' }, a.head);
    await t.call(c.numberResult, { id: caseId }, a.specialist);
    t.clock.set('2025-12-12T09:00:00+07:00');
    expect(await t.call(c.undoOffer, { id }, citizen)).toMatchObject({ undone: 'result' });
    expect((await t.call(c.trackCase, { code: caseId }, citizen)).revoked).toMatchObject({
      from: '2025-12-12',
    });
  });

  test('whose consent was taken back stays an offer', async () => {
    t.clock.set(START);
    const { id: consent } = await t.call(c.giveConsent, { procedureCode: PENSION }, citizen);
    const { offers } = await tell('046000009002');
    expect((await t.call(c.openOffer, { id: offers[0]! }, citizen)).startsOn).toBe('2025-11-27');
    await t.call(c.withdrawConsent, { id: consent }, citizen);
    t.clock.set('2025-11-27T09:00:00+07:00');
    await runOffers(t.app);
    const after = await t.call(c.openOffer, { id: offers[0]! }, citizen);
    expect([after.status, after.startsOn]).toEqual(['open', undefined]);
  });
});

test('the events of all offers and cases make their rows again', async () => {
  await t.settle();
  for (const replay of casesModule.replays ?? []) {
    const { differences } = await t.app.db.read((tx) => replay.verify(tx));
    expect([replay.name, differences]).toEqual([replay.name, []]);
  }
});
