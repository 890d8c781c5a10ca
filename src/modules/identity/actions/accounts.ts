import { randomBytes } from 'node:crypto';

import { z } from 'zod';

import type { Context } from '../../../kit/context.ts';
import { packCursor, type ParsedOf, type ReplyOf, unpackCursor } from '../../../kit/contract.ts';
import { newId } from '../../../kit/ids.ts';
import { fieldProblem, Problem } from '../../../kit/problems.ts';
import { findPerson } from '../../organisations/index.ts';
import type * as contract from '../contract/accounts.ts';
import { emailTaken, lastAdministrator } from '../contract/problems.ts';
import { type Places, readPlaces } from '../places.ts';
import { livesOn } from '../rules/account.ts';
import { passwordFault } from '../rules/password.ts';
import { attemptKey, emailKey, hashPassword } from '../secrets.ts';
import * as accounts from '../store/accounts.ts';
import { listStreamPage } from '../store/events.ts';
import { clearAttempts, endSessions, findAttempts } from '../store/sessions.ts';
import { endTokens } from '../store/tokens.ts';
import { accountEvent, getManaged, lockManaged, readable, resolveUnit } from './common.ts';

type Shown = ReplyOf<typeof contract.getAccount>;

const shownGrant = (ctx: Context, places: Places, g: accounts.GrantRow): Shown['grants'][number] => ({
  id: g.id,
  role: g.role,
  unitId: g.unitId,
  unitName: places.name(g.unitId),
  clearance: g.clearance,
  validFrom: g.validFrom,
  validTo: g.validTo,
  paper: g.paper,
  givenBy: g.givenBy,
  givenAt: g.givenAt.toISOString(),
  living: livesOn(g, ctx.today),
});

export function shownAccount(
  ctx: Context,
  places: Places,
  a: accounts.AccountRow,
  grants: readonly accounts.GrantRow[],
  lockedUntil: Date | null,
): Shown {
  return {
    id: a.id,
    email: a.email,
    name: a.name,
    lang: a.lang,
    personId: a.personId,
    unitId: a.unitId,
    unitName: places.name(a.unitId),
    disabled: a.disabled,
    secondFactor: a.totpSecret !== null,
    mustChangePassword: a.mustChangePassword,
    hasPassword: a.passwordHash !== null,
    lockedUntil: lockedUntil && lockedUntil > ctx.now ? lockedUntil.toISOString() : null,
    createdAt: a.createdAt.toISOString(),
    grants: grants.filter((g) => g.accountId === a.id).map((g) => shownGrant(ctx, places, g)),
  };
}

const isWhole = (g: Context['actor']['grants'][number]): boolean => g.units === 'all';

export async function listAccounts(
  ctx: Context,
  input: ParsedOf<typeof contract.listAccounts>,
): Promise<ReplyOf<typeof contract.listAccounts>> {
  const held = ctx.actor.grants.filter((g) => g.permissions.has('account.manage') || g.permissions.has('*'));
  const units = held.some(isWhole) ? 'all' : held.flatMap((g) => [...(g.units as ReadonlySet<string>)]);
  const after = unpackCursor(input.cursor)?.[0];
  const rows = await accounts.listAccounts(ctx.tx, {
    ...input,
    today: ctx.today,
    units,
    after: typeof after === 'string' ? after : undefined,
  });
  const page = rows.slice(0, input.limit);
  const grants = await accounts.listGrants(
    ctx.tx,
    page.map((a) => a.id),
  );
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  const places = await readPlaces(ctx.tx, ctx.today);
  return {
    items: page.map((a) => shownAccount(ctx, places, a, grants, null)),
    ...(last ? { next: packCursor([last.emailKey]) } : {}),
  };
}

export async function getAccount(ctx: Context, { id }: ParsedOf<typeof contract.getAccount>): Promise<Shown> {
  const account = await getManaged(ctx, id);
  const attempts = await findAttempts(ctx.tx, attemptKey(ctx.app.keys, account.email));
  return shownAccount(
    ctx,
    await readPlaces(ctx.tx, ctx.today),
    account,
    await accounts.listGrants(ctx.tx, [id]),
    attempts?.lockedUntil ?? null,
  );
}

function firstPassword(input: ParsedOf<typeof contract.createAccount>): string | undefined {
  if (input.password === 'none') return undefined;
  if (input.password === 'generate') return readable(randomBytes(20));
  const fault = input.initialPassword
    ? passwordFault(input.initialPassword, input)
    : { vi: 'Chưa nhập mật khẩu.', en: 'The password is missing.' };
  if (fault) throw fieldProblem('initialPassword', fault.vi, fault.en);
  return input.initialPassword;
}

export async function createAccount(
  ctx: Context,
  input: ParsedOf<typeof contract.createAccount>,
): Promise<ReplyOf<typeof contract.createAccount>> {
  const unitId = await resolveUnit(ctx, input.unitId);
  const key = emailKey(input.email);
  if (await accounts.findAccountByEmail(ctx.tx, key)) throw new Problem(emailTaken);
  await assertPerson(ctx, input.personId);
  const password = firstPassword(input);
  const id = newId(ctx.now);
  const { email, name, lang = null, personId = null } = input;
  const mustChangePassword = password !== undefined && input.mustChangePassword;
  await accounts.insertAccount(ctx.tx, {
    id,
    email,
    emailKey: key,
    name,
    lang,
    personId,
    unitId,
    mustChangePassword,
    passwordHash: password ? await hashPassword(password) : null,
    passwordChangedAt: password ? ctx.now : null,
    totpSecret: null,
    totpStep: null,
    totpPending: null,
    disabled: false,
    createdAt: ctx.now,
  });
  ctx.emit(accountEvent(id, 'created', { email, name, lang, personId, unitId, mustChangePassword }));
  return { id, ...(input.password === 'generate' && password ? { initialPassword: password } : {}) };
}

/** Refuses an official who is not among the people of the tree. */
async function assertPerson(ctx: Context, personId: string | null | undefined): Promise<void> {
  if (!personId) return;
  const isId = z.uuid().safeParse(personId).success;
  if (isId && (await findPerson(ctx.tx, 'all', personId))) return;
  throw fieldProblem('personId', 'Không có người này.', 'There is no such person.');
}

export async function updateAccount(
  ctx: Context,
  input: ParsedOf<typeof contract.updateAccount>,
): Promise<Record<string, never>> {
  const account = await lockManaged(ctx, input.id);
  await assertPerson(ctx, input.personId);
  const profile = {
    name: input.name ?? account.name,
    lang: input.lang ?? account.lang,
    personId: input.personId ?? account.personId,
  };
  await accounts.saveProfile(ctx.tx, account.id, profile);
  ctx.emit(accountEvent(account.id, 'updated', profile));
  return {};
}

/** The old address hears of it (see notices): whoever loses an account to somebody else must learn so. */
export async function changeEmail(
  ctx: Context,
  { id, email, reason }: ParsedOf<typeof contract.changeEmail>,
): Promise<Record<string, never>> {
  const account = await lockManaged(ctx, id);
  if (account.email === email) return {};
  const key = emailKey(email);
  const other = await accounts.findAccountByEmail(ctx.tx, key);
  if (other && other.id !== id) throw new Problem(emailTaken);
  await accounts.saveEmail(ctx.tx, id, email, key);
  const { email: before, name, lang, unitId } = account;
  ctx.emit(
    accountEvent(id, 'emailChanged', { email, before, name, lang, unitId, ...(reason && { reason }) }),
  );
  return {};
}

/** Refuses when nobody else would be left with a lasting grant of this role for the whole installation. */
export async function assertNotLast(
  ctx: Context,
  leaving: (holder: { accountId: string; grantId: string }) => boolean,
): Promise<void> {
  const places = await readPlaces(ctx.tx, ctx.today);
  const holders = (await accounts.lockLastingHolders(ctx.tx, 'administrator', ctx.today)).filter(
    (h) => places.reach(h.unitId) === 'all',
  );
  if (holders.some(leaving) && holders.every(leaving)) throw new Problem(lastAdministrator);
}

export async function disableAccount(
  ctx: Context,
  { id, reason }: ParsedOf<typeof contract.disableAccount>,
): Promise<Record<string, never>> {
  const account = await lockManaged(ctx, id);
  if (account.disabled) return {};
  await assertNotLast(ctx, (holder) => holder.accountId === id);
  await accounts.saveDisabled(ctx.tx, id, true);
  await endSessions(ctx.tx, id, ctx.now, null);
  await endTokens(ctx.tx, id, ctx.now);
  ctx.emit(accountEvent(id, 'disabled', reason ? { reason } : {}));
  return {};
}

export async function enableAccount(
  ctx: Context,
  { id }: ParsedOf<typeof contract.enableAccount>,
): Promise<Record<string, never>> {
  const account = await lockManaged(ctx, id);
  if (!account.disabled) return {};
  await accounts.saveDisabled(ctx.tx, id, false);
  ctx.emit(accountEvent(id, 'enabled'));
  return {};
}

export async function unlockAccount(
  ctx: Context,
  { id }: ParsedOf<typeof contract.unlockAccount>,
): Promise<Record<string, never>> {
  const account = await lockManaged(ctx, id);
  if (await clearAttempts(ctx.tx, attemptKey(ctx.app.keys, account.email)))
    ctx.emit(accountEvent(id, 'unlocked'));
  return {};
}

export async function resetPassword(
  ctx: Context,
  { id }: ParsedOf<typeof contract.resetPassword>,
): Promise<ReplyOf<typeof contract.resetPassword>> {
  const account = await lockManaged(ctx, id);
  const initialPassword = readable(randomBytes(20));
  await accounts.savePassword(ctx.tx, id, await hashPassword(initialPassword), true, ctx.now);
  await endSessions(ctx.tx, id, ctx.now, null);
  await clearAttempts(ctx.tx, attemptKey(ctx.app.keys, account.email));
  ctx.emit(accountEvent(id, 'passwordReset', { mustChangePassword: true }));
  return { initialPassword };
}

export async function resetSecondFactor(
  ctx: Context,
  { id }: ParsedOf<typeof contract.resetSecondFactor>,
): Promise<Record<string, never>> {
  const account = await lockManaged(ctx, id);
  if (!account.totpSecret) return {};
  await accounts.saveTotp(ctx.tx, id, { secret: null, step: null, pending: null });
  await accounts.replaceRecoveryCodes(ctx.tx, id, []);
  await endSessions(ctx.tx, id, ctx.now, null);
  ctx.emit(accountEvent(id, 'secondFactorOff', { by: 'administrator' }));
  return {};
}

export async function listAccountEvents(
  ctx: Context,
  input: ParsedOf<typeof contract.listAccountEvents>,
): Promise<ReplyOf<typeof contract.listAccountEvents>> {
  await getManaged(ctx, input.id);
  const before = unpackCursor(input.cursor)?.[0];
  const rows = await listStreamPage(
    ctx.tx,
    `account:${input.id}`,
    Number.isSafeInteger(before) ? (before as number) : undefined,
    input.limit + 1,
  );
  const page = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  return {
    items: page.map((e) => ({ ...e, at: e.at.toISOString() })),
    ...(last ? { next: packCursor([last.seq]) } : {}),
  };
}
