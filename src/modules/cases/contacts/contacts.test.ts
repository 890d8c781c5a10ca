import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { type Actor, publicActor } from '../../../kit/actor.ts';
import { type TestApp, testApp } from '../../../kit/testing.ts';
import { createServer } from '../../../server.ts';
import { actorOf, sampleAccount, sampleSession } from '../../identity/samples.ts';
import { samplePublished } from '../../procedures/samples.ts';
import * as c from '../contract.ts';
import { Browser } from '../pages/public/testBrowser.ts';
import { sampleDesks, type SampleDesk, sampleSubmitted } from '../samples.ts';
import { contactsOf, filesForAnother, hintOf, phoneKey } from './rules.ts';

let t: TestApp;
let http: FastifyInstance;
let a: SampleDesk;
let b: SampleDesk;
let citizen: Actor;
let inspector: Actor;
let communeInspector: Actor;
const from = '2025-11-01';

async function inspectorOf(email: string, unitId: string): Promise<Actor> {
  const roles = [{ role: 'inspector' as const, unitId, clearance: 'internal' as const }];
  await sampleAccount(t.app, { email, name: 'Thanh tra', roles });
  return actorOf(t.app, email, t.app.clock.now());
}
beforeAll(async () => {
  t = await testApp({ now: '2025-11-17T08:00:00+07:00' });
  [a, b] = await sampleDesks(t.app, ['Xã A Mẫu', 'Xã B Mẫu']);
  await samplePublished(t.app);
  await sampleAccount(t.app, { email: 'dan@test.vn', name: 'Lê Văn Dân', roles: [] });
  citizen = await actorOf(t.app, 'dan@test.vn', t.app.clock.now());
  inspector = await inspectorOf('thanh.tra@test.vn', 'province-46');
  communeInspector = await inspectorOf('thanh.tra.b@test.vn', b.unitId);
  http = await createServer(t.app);
}, 60_000);
afterAll(async () => {
  await http.close();
  await t[Symbol.asyncDispose]();
});

let n = 0;
/** A case handed in online by somebody new, reached as said. */
const handIn = (over: object, { actor = publicActor, at = a }: { actor?: Actor; at?: SampleDesk } = {}) => {
  n += 1;
  const personalId = String(46_300_000_000 + n).padStart(12, '0');
  const applicant = { kind: 'citizen' as const, fullName: `Người ${n}`, personalId, ...over };
  return sampleSubmitted(t.app, { placeUnitId: at.unitId, applicant }, { actor });
};
const shared = async (actor: Actor = inspector, people?: number) => {
  await t.settle();
  const { items } = await t.call(c.listSharedContacts, { from, ...(people && { people }) }, actor);
  return items;
};

describe('what is compared', () => {
  test.each([
    ['+84 91 234 5678', '0912345678'],
    ['0912.345.678', '0912345678'],
    ['(0234) 382 1234', '02343821234'],
  ])('%s is dialled as %s', (written, dialled) => expect(phoneKey(written)).toBe(dialled));

  test('a contact is told by a few of its signs, never whole', () => {
    expect(hintOf('phone', '0912345678')).toBe('•••• 678');
    expect(hintOf('email', 'lethihoa@example.vn')).toBe('le•••@example.vn');
    expect(contactsOf({ email: ' Hoa@Example.VN ' })).toEqual([{ kind: 'email', value: 'hoa@example.vn' }]);
  });

  test.each([
    ['an official for somebody else', true, 'Trần Thị B', undefined, true],
    ['an official for himself', true, 'lê  văn a', undefined, false],
    ['an official for his mother, as her representative', true, 'Trần Thị B', 'Lê Văn A', false],
    ['a citizen for anybody', false, 'Trần Thị B', undefined, false],
  ])('%s', (_who, isOfficial, fullName, representative, expected) => {
    const people = {
      applicant: { fullName },
      representative: representative ? { fullName: representative } : undefined,
    };
    expect(filesForAnother({ isOfficial, name: 'Lê Văn A' }, people)).toBe(expected);
  });
});

test('one phone of five people is found; four are a family, and one person many times is himself', async () => {
  for (let i = 0; i < 5; i += 1) await handIn({ phone: i % 2 ? '0912 345 678' : '+84912345678' });
  for (let i = 0; i < 4; i += 1) await handIn({ phone: '0900000004' });
  for (let i = 0; i < 6; i += 1) await handIn({ phone: '0900000006', personalId: '046099999999' });
  const [found, ...more] = await shared();
  expect(found).toMatchObject({ kind: 'phone', hint: '•••• 678', people: 5, cases: 5, ofStaff: false });
  expect(more).toEqual([]);
  expect(JSON.stringify(found)).not.toContain('0912345678');
  expect((await shared(inspector, 4)).map(({ hint }) => hint)).toContain('•••• 004');
  const { items } = await t.call(c.listCasesOfContact, { key: found!.key, from }, inspector);
  expect(items).toHaveLength(5);
  expect(items[0]).toMatchObject({ channel: 'online', unit: { id: a.unitId, vi: 'Xã A Mẫu' } });
});

test('what an official enters for citizens under his own account came through a helper, and is listed from two people on', async () => {
  const [first] = [await handIn({}, { actor: a.specialist }), await handIn({}, { actor: a.specialist })];
  const { channel } = (await t.call(c.getCase, { id: first.id }, a.desk)) as { channel: string };
  expect(channel).toBe('helper');
  const own = await handIn({ fullName: a.specialist.name }, { actor: a.specialist });
  expect(await t.call(c.getCase, { id: own.id }, a.desk)).toMatchObject({ channel: 'online' });
  const found = (await shared()).find(({ kind }) => kind === 'account');
  expect(found).toMatchObject({ hint: a.specialist.name, people: 3, ofStaff: true });
});

test('an e-mail address of an official under the cases of citizens is found from two people on', async () => {
  const email = `desk.${a.unitId}@cases.test.vn`;
  await handIn({ email });
  await handIn({ email });
  expect((await shared()).find(({ kind }) => kind === 'email')).toMatchObject({ people: 2, ofStaff: true });
});

test('one citizen’s account for many people is found, and stays a matter of who inspects those units', async () => {
  for (let i = 0; i < 5; i += 1) await handIn({}, { actor: citizen, at: b });
  const [found] = await shared(communeInspector);
  expect(found).toMatchObject({ kind: 'account', hint: 'Lê Văn Dân', people: 5, ofStaff: false });
  expect(await shared(communeInspector)).toHaveLength(1);
  const others = (await shared()).find(({ kind }) => kind === 'phone')!;
  expect(await t.call(c.listCasesOfContact, { key: others.key, from }, communeInspector)).toEqual({
    items: [],
  });
  await expect(t.call(c.listSharedContacts, { from }, a.desk)).rejects.toThrow(/notAllowed/);
});

test('the page tells each contact, opens the cases behind it, and speaks both languages', async () => {
  await shared();
  const browser = new Browser(http);
  browser.jar.set('lt_session', await sampleSession(t.app, 'thanh.tra@test.vn'));
  await browser.open('/shared-contacts?people=4');
  expect(browser.status).toBe(200);
  expect(browser.body).toContain('•••• 678');
  expect(browser.body).toContain('Của cán bộ');
  const href = /href="(\/shared-contacts[^"]*contact=[^"]*)#behind"/.exec(browser.body)![1]!;
  await browser.open(href.replaceAll('&amp;', '&'));
  expect(browser.body).toContain('id="behind"');
  await browser.open('/shared-contacts?lang=en');
  expect(browser.body).toContain('Many applicants, one contact');
});
