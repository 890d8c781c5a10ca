import { expect, test } from 'vitest';

import { type Actor, publicActor } from '../../kit/actor.ts';
import { Problem } from '../../kit/problems.ts';
import { testApp, type TestApp } from '../../kit/testing.ts';
import { commands } from './commands.ts';
import {
  createAccount,
  getAccount,
  listAccountEvents,
  resetPassword,
  resetSecondFactor,
  unlockAccount,
} from './contract/accounts.ts';
import * as mine from './contract/mine.ts';
import { giveCode, signIn, signOut } from './contract/signIn.ts';
import { safeNext } from './rules/nextPath.ts';
import { passwordFault } from './rules/password.ts';
import { sampleAccount, sampleSession } from './samples.ts';
import { totpOf } from './secondFactor.ts';

const PASSWORD = 'con trâu gặm cỏ bờ đê';
const EMAIL = 'lan@x.vn';
const code = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (e: unknown) => (e instanceof Problem ? e.kind.code : String(e)),
  );
const enter = (t: TestApp, password = PASSWORD, email = EMAIL) =>
  t.call(signIn, { email, password }, publicActor);
const actorFor = (t: TestApp, session: string) =>
  t.app.db.read(async (tx) => (await t.app.authenticate(tx, [{ session }], t.clock.now()))[0]!);
const withBearer = (t: TestApp, bearer: string) =>
  t.app.db.read(async (tx) => (await t.app.authenticate(tx, [{ bearer }], t.clock.now()))[0]);

async function lan(t: TestApp): Promise<{ id: string; actor: Actor }> {
  const { id } = await sampleAccount(t.app, {
    email: EMAIL,
    name: 'Nguyễn Thị Lan',
    password: PASSWORD,
    roles: [{ role: 'office', unitId: '*' }],
  });
  return { id, actor: await actorFor(t, await sampleSession(t.app, EMAIL)) };
}

test('Five wrong passwords lock an address for 15 minutes, the next five for 30, whether it has an account or not', async () => {
  await using t = await testApp();
  const { id } = await lan(t);
  for (const email of [EMAIL, 'nobody@x.vn']) {
    t.clock.set('2025-11-17T08:00:00+07:00');
    const wrong = () => code(enter(t, 'sai mật khẩu', email));
    for (let i = 0; i < 4; i += 1) expect(await wrong()).toBe('identity.wrongSignIn');
    expect(await wrong()).toBe('identity.locked');
    expect(await code(enter(t, PASSWORD, email))).toBe('identity.locked');
    t.clock.advance(16 * 60_000);
    for (let i = 0; i < 4; i += 1) expect(await wrong()).toBe('identity.wrongSignIn');
    expect(await wrong()).toBe('identity.locked');
    t.clock.advance(16 * 60_000);
    expect(await wrong()).toBe('identity.locked');
  }
  expect((await t.call(getAccount, { id })).lockedUntil).not.toBeNull();
  await t.call(unlockAccount, { id });
  expect(await code(enter(t))).toBe('done');
  expect((await t.call(listAccountEvents, { id })).items.map((e) => e.kind)).toContain('account.locked');
});

test('A second factor is asked for, each code works once, and recovery codes replace it', async () => {
  await using t = await testApp();
  const { id, actor } = await lan(t);
  expect(await code(t.call(mine.startSecondFactor, { password: 'không đúng' }, actor))).toBe(
    'identity.wrongPassword',
  );
  const { secret, uri } = await t.call(mine.startSecondFactor, { password: PASSWORD }, actor);
  expect(uri).toMatch(/^otpauth:\/\/totp\/Lienthong:/);
  const now = Date.now();
  const at = (steps: number) => totpOf(secret, EMAIL).generate({ timestamp: now + steps * 30_000 });
  const { recoveryCodes } = await t.call(mine.confirmSecondFactor, { code: at(-1) }, actor);
  expect(recoveryCodes).toHaveLength(10);

  const half = await enter(t);
  expect(half.outcome).toBe('secondFactor');
  const waiting = await actorFor(t, half.session);
  expect(waiting).toMatchObject({ kind: 'public', grants: [] });
  expect(await code(t.call(mine.getMe, {}, waiting))).toBe('kit.signInNeeded');
  expect(await code(t.call(giveCode, { code: at(-1) }, waiting))).toBe('identity.wrongCode');
  const full = await t.call(giveCode, { code: at(0) }, waiting);
  expect((await actorFor(t, full.session)).id).toBe(id);
  expect(await code(t.call(giveCode, { code: at(0) }, waiting))).toBe('identity.signInOver');

  const again = await actorFor(t, (await enter(t)).session);
  expect(await code(t.call(giveCode, { code: at(0) }, again))).toBe('identity.wrongCode');
  expect(await code(t.call(giveCode, { code: recoveryCodes[0]!.toLowerCase() }, again))).toBe('done');
  const last = await actorFor(t, (await enter(t)).session);
  expect(await code(t.call(giveCode, { code: recoveryCodes[0]! }, last))).toBe('identity.wrongCode');
  await t.call(resetSecondFactor, { id });
  expect((await enter(t)).outcome).toBe('signedIn');
});

test('Sessions are listed and ended one by one, all others at once, and with a change of password', async () => {
  await using t = await testApp();
  const { actor } = await lan(t);
  const [one, two, three] = [(await enter(t)).session, (await enter(t)).session, (await enter(t)).session];
  const { items } = await t.call(mine.listSessions, {}, actor);
  expect(items.map((s) => s.current).filter(Boolean)).toHaveLength(1);
  expect(items).toHaveLength(4);
  await t.call(signOut, {}, await actorFor(t, one));
  expect(await actorFor(t, one)).toBeUndefined();
  await t.call(mine.endSession, { id: (await actorFor(t, two)).sessionId! }, actor);
  expect(await actorFor(t, two)).toBeUndefined();
  expect(
    await code(t.call(mine.changePassword, { current: 'không đúng', next: 'một câu mới rất dài' }, actor)),
  ).toBe('identity.wrongPassword');
  expect(await code(t.call(mine.changePassword, { current: PASSWORD, next: 'matkhau123456' }, actor))).toBe(
    'kit.invalidInput',
  );
  await t.call(mine.changePassword, { current: PASSWORD, next: 'một câu mới rất dài' }, actor);
  expect(await actorFor(t, three)).toBeUndefined();
  expect((await t.call(mine.listSessions, {}, actor)).items).toHaveLength(1);
  expect(await code(enter(t))).toBe('identity.wrongSignIn');
});

test('A first password that somebody else knows gives no rights until it is changed', async () => {
  await using t = await testApp();
  const { id } = await lan(t);
  const { initialPassword } = await t.call(resetPassword, { id });
  const entered = await enter(t, initialPassword);
  expect(entered.mustChangePassword).toBe(true);
  const actor = await actorFor(t, entered.session);
  expect(actor.grants).toEqual([]);
  await t.call(mine.changePassword, { current: initialPassword, next: 'một câu mới rất dài' }, actor);
  expect((await actorFor(t, entered.session)).grants).toHaveLength(1);
});

test('Access tokens hold to their scope and end date, stop at once, and manage no credentials', async () => {
  await using t = await testApp();
  const { id, actor } = await lan(t);
  const { token, id: tokenId } = await t.call(
    mine.createToken,
    { name: 'máy', scope: 'read', days: 30 },
    actor,
  );
  const program = (await withBearer(t, token))!;
  expect(program).toMatchObject({ id, tokenScope: 'read' });
  expect(await code(t.call(mine.getMe, {}, program))).toBe('done');
  expect(await code(t.call(mine.updateMe, { name: 'X' }, program))).toBe('kit.notAllowed');
  const { token: writing } = await t.call(mine.createToken, { name: 'ghi', scope: 'write', days: 1 }, actor);
  expect(await code(t.call(mine.createToken, { name: 'y' }, await withBearer(t, writing)))).toBe(
    'identity.inPersonOnly',
  );
  await t.call(mine.endToken, { id: tokenId }, actor);
  expect(await withBearer(t, token)).toBeUndefined();
  expect(await withBearer(t, writing)).toBeDefined();
  t.clock.advance(25 * 3_600_000);
  expect(await withBearer(t, writing)).toBeUndefined();
});

test('The token command prints a working token and says when there is no such account', async () => {
  await using t = await testApp();
  await lan(t);
  const command = commands.find((c) => c.words === 'token')!;
  const made = await command.run(t.app, [], { account: EMAIL });
  expect(await withBearer(t, (made.value as { token: string }).token)).toMatchObject({
    name: 'Nguyễn Thị Lan',
    tokenScope: 'write',
  });
  expect((await command.run(t.app, [], { account: 'nobody@x.vn' })).exit).toBe(1);
  expect(() => command.run(t.app, [], { account: EMAIL, scope: 'all' })).toThrow(/--scope/);
});

test('Two accounts cannot have one address, whatever its case', async () => {
  await using t = await testApp();
  await lan(t);
  expect(await code(t.call(createAccount, { email: 'LAN@X.VN', name: 'L' }))).toBe('identity.emailTaken');
});

test('Passwords that are guessed first are refused, sentences are not', () => {
  const about = { email: 'nguyen.lan@x.vn', name: 'Nguyễn Thị Lan' };
  const accepted = (passwords: string[]) => passwords.filter((p) => !passwordFault(p, about));
  const bad = [
    'ngắn quá',
    'matkhau12345',
    'Password@2025',
    'P@ssw0rd12345!',
    'aaaaaaaaaaaaaa',
    '123456789012',
  ];
  const personal = ['qwertyuiopasdf', 'xin nguyen.lan 1', 'Nguyễn Thị Lan 9', 'VietNam!!2025'];
  expect(accepted([...bad, ...personal])).toEqual([]);
  const good = [PASSWORD, 'tháng năm rực rỡ', 'k7d-Lq2-0xv-Pp9'];
  expect(accepted(good)).toEqual(good);
});

test('After signing in one goes only to a path of this site', () => {
  const away = [
    '//evil.vn',
    '/\\evil.vn',
    'https://evil.vn',
    '/\t/evil.vn',
    '/.//evil.vn',
    'javascript:alert(1)',
  ];
  expect([...away, '/sign-out', ''].filter(safeNext)).toEqual([]);
  expect(safeNext('/tasks?late=1#a')).toBe('/tasks?late=1#a');
});
