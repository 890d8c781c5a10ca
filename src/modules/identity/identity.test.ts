import { sql } from 'kysely';
import { expect, test } from 'vitest';

import { publicActor } from '../../kit/actor.ts';
import { Problem } from '../../kit/problems.ts';
import { verifyChains } from '../../kit/seal.ts';
import { testApp, type TestApp } from '../../kit/testing.ts';
import { createPerson } from '../organisations/contract.ts';
import { findByName, loadSnapshot } from '../organisations/index.ts';
import { sampleUnit, stateDemoOrganisations } from '../organisations/samples.ts';
import {
  changeEmail,
  createAccount,
  disableAccount,
  endGrant,
  getAccount,
  giveGrant,
  listAccounts,
} from './contract/accounts.ts';
import { getMe } from './contract/mine.ts';
import { signIn } from './contract/signIn.ts';
import { accountReplay } from './replay.ts';
import { actorOf, sampleAccount, sampleSession } from './samples.ts';

const code = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (e: unknown) => (e instanceof Problem ? e.kind.code : String(e)),
  );

const PASSWORD = 'con trâu gặm cỏ bờ đê';
const as = (t: TestApp, session: string) =>
  t.app.db.read(async (tx) => (await t.app.authenticate(tx, [{ session }], t.clock.now()))[0]!);

test('An account signs in, and its session ends after eight idle hours', async () => {
  await using t = await testApp();
  const made = await sampleAccount(t.app, {
    email: 'Lan@Example.vn',
    name: 'Nguyễn Thị Lan',
    password: PASSWORD,
    roles: [{ role: 'office', unitId: '*' }],
  });
  const entered = await t.app.call(
    signIn,
    { email: 'lan@example.VN', password: PASSWORD.normalize('NFD') },
    { actor: publicActor },
  );
  expect(entered.outcome).toBe('signedIn');
  const actor = await as(t, entered.session);
  expect(actor).toMatchObject({ kind: 'account', id: made.id, grants: [{ role: 'office', units: 'all' }] });
  expect((await t.call(getMe, {}, actor)).permissions).toContain('report.accept');
  t.clock.advance(7 * 3_600_000);
  expect(await as(t, entered.session)).toBeDefined();
  t.clock.advance(7 * 3_600_000);
  expect(await as(t, entered.session)).toBeDefined();
  t.clock.advance(9 * 3_600_000);
  expect(await as(t, entered.session)).toBeUndefined();
});

test('Grants count from their first to their last day', async () => {
  await using t = await testApp();
  const { id } = await sampleAccount(t.app, { email: 'a@x.vn', name: 'A', roles: [] });
  const { grantId } = await t.call(giveGrant, {
    id,
    role: 'head',
    unitId: '*',
    validFrom: '2025-11-18',
    validTo: '2025-11-19',
  });
  const roles = async () => (await actorOf(t.app, 'a@x.vn')).grants.map((g) => g.role);
  expect(await roles()).toEqual([]);
  t.clock.set('2025-11-19T23:59:00+07:00');
  expect(await roles()).toEqual(['head']);
  await t.call(endGrant, { id, grantId });
  expect(await roles()).toEqual([]);
});

const units = async (t: TestApp): Promise<void> => {
  await sampleUnit(t.app, { id: 'centre', level: 'centre', kind: 'centre', nameVi: 'Trung ương' });
  await sampleUnit(t.app, {
    id: 'hue',
    level: 'province',
    kind: 'centralCity',
    nameVi: 'Thành phố Huế',
    parentId: 'centre',
  });
  await sampleUnit(t.app, {
    id: 'hue-finance',
    level: 'department',
    kind: 'department',
    nameVi: 'Sở Tài chính thành phố Huế',
    parentId: 'hue',
  });
};

test('A grant reaches the subtree of its unit; one for the centre reaches all', async () => {
  await using t = await testApp();
  await units(t);
  await sampleAccount(t.app, {
    email: 'h@x.vn',
    name: 'H',
    roles: [
      { role: 'office', unitId: 'hue' },
      { role: 'leader', unitId: 'centre' },
    ],
  });
  const { grants } = await actorOf(t.app, 'h@x.vn');
  const unitsOf = (role: string) => grants.find((g) => g.role === role)!.units;
  expect([...(unitsOf('office') as Set<string>)].sort()).toEqual(['hue', 'hue-finance']);
  expect(unitsOf('leader')).toBe('all');
});

test('After a merger the successor reaches what its predecessors held', async () => {
  await using t = await testApp();
  await stateDemoOrganisations(t.app);
  await sampleAccount(t.app, {
    email: 'mst@x.vn',
    name: 'M',
    roles: [{ role: 'coordinator', unitId: 'Bộ Khoa học và Công nghệ' }],
  });
  const [grant] = (await actorOf(t.app, 'mst@x.vn')).grants;
  const former = await t.app.db.read(async (tx) =>
    findByName(await loadSnapshot(tx), 'Bộ Thông tin và Truyền thông', '2025-02-01'),
  );
  expect(grant!.units).toContain((former as { unitId: string }).unitId);
});

test('Who administers one unit neither sees nor changes accounts that reach further', async () => {
  await using t = await testApp();
  await units(t);
  await sampleAccount(t.app, {
    email: 'hue@x.vn',
    name: 'Quản trị Huế',
    roles: [{ role: 'administrator', unitId: 'hue' }],
  });
  const inside = await sampleAccount(t.app, {
    email: 'in@x.vn',
    name: 'Trong',
    roles: [{ role: 'head', unitId: 'hue' }],
  });
  const both = await sampleAccount(t.app, {
    email: 'both@x.vn',
    name: 'Cả hai',
    roles: [
      { role: 'head', unitId: 'hue' },
      { role: 'leader', unitId: '*' },
    ],
  });
  const admin = await actorOf(t.app, 'hue@x.vn');
  expect((await t.call(listAccounts, {}, admin)).items.map((a) => a.email)).toEqual(['hue@x.vn', 'in@x.vn']);
  expect(await code(t.call(getAccount, { id: inside.id }, admin))).toBe('done');
  expect(await code(t.call(getAccount, { id: both.id }, admin))).toBe('kit.notFound');
  expect(await code(t.call(disableAccount, { id: both.id }, admin))).toBe('kit.notFound');
  expect(await code(t.call(giveGrant, { id: inside.id, role: 'office', unitId: '*' }, admin))).toBe(
    'kit.invalidInput',
  );
  expect(await code(t.call(createAccount, { email: 'n@x.vn', name: 'N' }, admin))).toBe('kit.invalidInput');
  expect(await code(t.call(giveGrant, { id: admin.id, role: 'office', unitId: 'hue' }, admin))).toBe(
    'identity.ownGrant',
  );
  expect((await t.call(listAccounts, { q: 'trong' })).items).toHaveLength(1);
});

test('The last administrator of the installation cannot be removed', async () => {
  await using t = await testApp();
  const one = await sampleAccount(t.app, {
    email: 'one@x.vn',
    name: 'Một',
    roles: [{ role: 'administrator', unitId: '*' }],
  });
  const grantId = (await t.call(getAccount, { id: one.id })).grants[0]!.id;
  expect(await code(t.call(disableAccount, { id: one.id }))).toBe('identity.lastAdministrator');
  expect(await code(t.call(endGrant, { id: one.id, grantId }))).toBe('identity.lastAdministrator');
  await sampleAccount(t.app, {
    email: 'two@x.vn',
    name: 'Hai',
    roles: [{ role: 'administrator', unitId: '*' }],
  });
  const session = await sampleSession(t.app, 'one@x.vn');
  expect(await code(t.call(disableAccount, { id: one.id }))).toBe('done');
  expect(await as(t, session)).toBeUndefined();
});

test('Events hold no secret, fold to the live rows and are chained', async () => {
  await using t = await testApp();
  const { id } = await sampleAccount(t.app, {
    email: 's@x.vn',
    name: 'Sự kiện',
    password: PASSWORD,
    roles: [
      { role: 'head', unitId: '*' },
      { role: 'leader', unitId: '*', clearance: 'restricted' },
    ],
  });
  const generated = await t.call(createAccount, { email: 'g@x.vn', name: 'G' });
  await t.call(disableAccount, { id });
  const said = await t.app.db.read((tx) =>
    tx.rows<{ text: string }>(sql`select payload::text as text from kit.event`),
  );
  const hashes = await t.app.db.read((tx) =>
    tx.rows<{ passwordHash: string }>(sql`select password_hash from identity.account`),
  );
  for (const secret of [PASSWORD, generated.initialPassword!, ...hashes.map((h) => h.passwordHash)])
    expect(said.filter((s) => s.text.includes(secret))).toEqual([]);
  const replay = t.app.modules.flatMap((m) => m.replays ?? []).find((r) => r.name === 'identity.accounts')!;
  expect(await t.app.db.read((tx) => replay.verify(tx))).toEqual({ checked: 2, differences: [] });
  expect((await t.app.db.read((tx) => verifyChains(t.app, tx))).faults).toEqual([]);
  await t.app.db.owner.query(`update identity.account set name = 'Khác' where id = $1`, [id]);
  expect((await t.app.db.read((tx) => replay.verify(tx))).differences).toEqual([`account ${id}: name`]);
});

test('An administrator changes the e-mail of an account: the next sign-in takes the new one, and the events agree', async () => {
  await using t = await testApp();
  const { id } = await sampleAccount(t.app, { email: 'old@x.vn', name: 'A', password: PASSWORD, roles: [] });
  await sampleAccount(t.app, { email: 'taken@x.vn', name: 'B', roles: [] });
  expect(await code(t.call(changeEmail, { id, email: 'TAKEN@x.vn' }))).toBe('identity.emailTaken');
  await t.call(changeEmail, { id, email: 'new@x.vn' });
  const enter = (email: string) => t.app.call(signIn, { email, password: PASSWORD }, { actor: publicActor });
  expect((await enter('new@x.vn')).outcome).toBe('signedIn');
  expect(await code(enter('old@x.vn'))).not.toBe('done');
  expect((await t.app.db.read((tx) => accountReplay.verify(tx))).differences).toEqual([]);
});

test('An account is tied to an official of the tree, or to none', async () => {
  await using t = await testApp();
  const account = { email: 'p@x.vn', name: 'P', password: 'none' } as const;
  for (const personId of ['nobody', '01890000-0000-7000-8000-000000000000'])
    expect(await code(t.call(createAccount, { ...account, personId }))).toBe('kit.invalidInput');
  const person = { fullName: 'Trần Thị P', email: null, phone: null };
  const { id: personId } = await t.call(createPerson, person);
  expect(await code(t.call(createAccount, { ...account, personId }))).toBe('done');
});
