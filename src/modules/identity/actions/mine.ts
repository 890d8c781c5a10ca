import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { fieldProblem, missing, Problem } from '../../../kit/problems.ts';
import type * as contract from '../contract/mine.ts';
import { inPersonOnly, noEnrolment, wrongCode, wrongPassword } from '../contract/problems.ts';
import { readPlaces } from '../places.ts';
import { isLocked, afterFailure } from '../rules/lockout.ts';
import { passwordFault } from '../rules/password.ts';
import { isAlive } from '../rules/sessionLife.ts';
import { newRecoveryCodes, newTotpSecret, recoveryMac, stepOf, totpOf } from '../secondFactor.ts';
import { attemptKey, hashPassword, openSecret, passwordFits, sealSecret } from '../secrets.ts';
import { lastSeen } from '../seen.ts';
import * as accounts from '../store/accounts.ts';
import * as sessions from '../store/sessions.ts';
import { shownAccount } from './accounts.ts';
import { accountEvent, lockOwn } from './common.ts';

/** Asks for the password again before something that would lock the owner out; wrong ones count as wrong sign-ins. */
async function assertPassword(
  ctx: Context,
  account: accounts.AccountRow,
  password: string,
  field: string,
): Promise<void> {
  const key = attemptKey(ctx.app.keys, account.email);
  const before = await sessions.lockAttempts(ctx.tx, key, ctx.now);
  if (!isLocked(before, ctx.now) && (await passwordFits(account.passwordHash, password))) return;
  if (!isLocked(before, ctx.now)) await sessions.saveAttempts(ctx.tx, key, afterFailure(before, ctx.now));
  throw new Problem(wrongPassword, { keep: true, fields: [{ path: field, message: wrongPassword.title }] });
}

export async function getMe(ctx: Context): Promise<ReplyOf<typeof contract.getMe>> {
  const account = ctx.actor.kind === 'account' ? await accounts.findAccount(ctx.tx, ctx.actor.id) : undefined;
  if (!account) return missing();
  const { lockedUntil: _, ...shown } = shownAccount(
    ctx,
    await readPlaces(ctx.tx, ctx.today),
    account,
    await accounts.listGrants(ctx.tx, [account.id]),
    null,
  );
  const permissions = [...new Set(ctx.actor.grants.flatMap((g) => [...g.permissions]))].sort();
  return { ...shown, permissions, ...(ctx.actor.tokenScope ? { tokenScope: ctx.actor.tokenScope } : {}) };
}

export async function updateMe(
  ctx: Context,
  input: ParsedOf<typeof contract.updateMe>,
): Promise<Record<string, never>> {
  const account = await lockOwn(ctx);
  const profile = {
    name: input.name ?? account.name,
    lang: input.lang ?? account.lang,
    personId: account.personId,
  };
  await accounts.saveProfile(ctx.tx, account.id, profile);
  ctx.emit(accountEvent(account.id, 'updated', profile));
  return {};
}

export async function changePassword(
  ctx: Context,
  input: ParsedOf<typeof contract.changePassword>,
): Promise<Record<string, never>> {
  const account = await lockOwn(ctx);
  await assertPassword(ctx, account, input.current, 'current');
  const fault = passwordFault(input.next, account);
  if (fault) throw fieldProblem('next', fault.vi, fault.en);
  if (input.next === input.current)
    throw fieldProblem(
      'next',
      'Mật khẩu mới phải khác mật khẩu đang dùng.',
      'The new password must differ from the present one.',
    );
  if (input.again !== undefined && input.again !== input.next)
    throw fieldProblem('again', 'Hai lần nhập chưa khớp.', 'The two entries differ.');
  await accounts.savePassword(ctx.tx, account.id, await hashPassword(input.next), false, ctx.now);
  const ended = await sessions.endSessions(ctx.tx, account.id, ctx.now, account.sessionId);
  ctx.emit(accountEvent(account.id, 'passwordChanged', { sessionsEnded: ended }));
  return {};
}

export async function listSessions(ctx: Context): Promise<ReplyOf<typeof contract.listSessions>> {
  if (ctx.actor.kind !== 'account') return { items: [] };
  const rows = (await sessions.listSessions(ctx.tx, ctx.actor.id, ctx.now)).map((s) => ({
    ...s,
    seenAt: lastSeen('session', s.id, s.seenAt),
  }));
  const items = rows
    .filter((s) => isAlive(s, ctx.now))
    .map((s) => ({
      id: s.id,
      device: s.device,
      ip: s.ip,
      way: s.way,
      current: s.id === ctx.actor.sessionId,
      createdAt: s.createdAt.toISOString(),
      seenAt: s.seenAt.toISOString(),
      expiresAt: s.expiresAt.toISOString(),
    }));
  return { items };
}

export async function endSession(
  ctx: Context,
  { id }: ParsedOf<typeof contract.endSession>,
): Promise<Record<string, never>> {
  const account = await lockOwn(ctx);
  if (!(await sessions.endSession(ctx.tx, account.id, id, ctx.now))) missing();
  ctx.emit(accountEvent(account.id, 'sessionEnded', { sessionId: id }));
  return {};
}

export async function endOtherSessions(ctx: Context): Promise<{ ended: number }> {
  const account = await lockOwn(ctx);
  const ended = await sessions.endSessions(ctx.tx, account.id, ctx.now, account.sessionId);
  if (ended > 0) ctx.emit(accountEvent(account.id, 'otherSessionsEnded', { ended }));
  return { ended };
}

export async function getSecondFactor(ctx: Context): Promise<ReplyOf<typeof contract.getSecondFactor>> {
  const { actor } = ctx;
  if (actor.kind !== 'account' || !actor.sessionId) throw new Problem(inPersonOnly);
  const account = (await accounts.findAccount(ctx.tx, actor.id)) ?? missing();
  const secret = account.totpPending ? openSecret(ctx.app.keys, account.totpPending) : undefined;
  return {
    on: account.totpSecret !== null,
    recoveryCodesLeft: await accounts.countRecoveryCodes(ctx.tx, account.id),
    ...(secret ? { pending: { secret, uri: totpOf(secret, account.email).toString() } } : {}),
  };
}

export async function startSecondFactor(
  ctx: Context,
  input: ParsedOf<typeof contract.startSecondFactor>,
): Promise<ReplyOf<typeof contract.startSecondFactor>> {
  const account = await lockOwn(ctx);
  await assertPassword(ctx, account, input.password, 'password');
  const secret = newTotpSecret();
  await accounts.saveTotp(ctx.tx, account.id, {
    secret: account.totpSecret,
    step: account.totpStep,
    pending: sealSecret(ctx.app.keys, secret),
  });
  return { secret, uri: totpOf(secret, account.email).toString() };
}

export async function confirmSecondFactor(
  ctx: Context,
  { code }: ParsedOf<typeof contract.confirmSecondFactor>,
): Promise<ReplyOf<typeof contract.confirmSecondFactor>> {
  const account = await lockOwn(ctx);
  if (!account.totpPending) throw new Problem(noEnrolment);
  const step = stepOf(openSecret(ctx.app.keys, account.totpPending), code, ctx.app.clock.wall(), null);
  if (step === undefined)
    throw new Problem(wrongCode, { fields: [{ path: 'code', message: wrongCode.title }] });
  const recoveryCodes = newRecoveryCodes();
  await accounts.saveTotp(ctx.tx, account.id, { secret: account.totpPending, step, pending: null });
  await accounts.replaceRecoveryCodes(
    ctx.tx,
    account.id,
    recoveryCodes.map((c) => recoveryMac(ctx.app.keys, account.id, c)),
  );
  await sessions.endSessions(ctx.tx, account.id, ctx.now, account.sessionId);
  ctx.emit(accountEvent(account.id, 'secondFactorOn'));
  return { recoveryCodes };
}

export async function removeSecondFactor(
  ctx: Context,
  input: ParsedOf<typeof contract.removeSecondFactor>,
): Promise<Record<string, never>> {
  const account = await lockOwn(ctx);
  await assertPassword(ctx, account, input.password, 'password');
  if (!account.totpSecret) return {};
  await accounts.saveTotp(ctx.tx, account.id, { secret: null, step: null, pending: null });
  await accounts.replaceRecoveryCodes(ctx.tx, account.id, []);
  ctx.emit(accountEvent(account.id, 'secondFactorOff', { by: 'owner' }));
  return {};
}
