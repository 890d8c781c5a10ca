import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { newId, newSecret } from '../../../kit/ids.ts';
import { Problem, tooMany } from '../../../kit/problems.ts';
import { locked, signInOver, wrongCode, wrongSignIn } from '../contract/problems.ts';
import type * as contract from '../contract/signIn.ts';
import { afterFailure, isLocked } from '../rules/lockout.ts';
import { expiryOf, isAlive, type Stage } from '../rules/sessionLife.ts';
import { codeFits } from '../secondFactor.ts';
import { attemptKey, emailKey, hashToken, passwordFits } from '../secrets.ts';
import { type AccountRow, findAccount, findAccountByEmail } from '../store/accounts.ts';
import {
  clearAttempts,
  endSession,
  findAttempts,
  insertSession,
  lockAttempts,
  lockSession,
  saveAttempts,
} from '../store/sessions.ts';
import { allowTry } from '../tries.ts';
import { accountEvent } from './common.ts';

type SignedIn = ReplyOf<typeof contract.signIn>;

const minute = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(11, 16);

/** What the person is told while the address is locked, whether it has an account or not. */
function lockedProblem(until: Date, keep = false): Problem {
  return new Problem(locked, {
    detail: { vi: `Có thể thử lại sau ${minute(until)}.`, en: `Try again after ${minute(until)}.` },
    keep,
  });
}

/** Counts a wrong sign-in and says what to throw; the count is kept although the request is refused. */
async function failure(
  ctx: Context,
  email: string,
  account: AccountRow | undefined,
  why: 'password' | 'code',
  problem: typeof wrongSignIn,
): Promise<Problem> {
  const key = attemptKey(ctx.app.keys, email);
  const before = await lockAttempts(ctx.tx, key, ctx.now);
  if (isLocked(before, ctx.now)) return lockedProblem(before.lockedUntil!, true);
  const attempts = afterFailure(before, ctx.now);
  await saveAttempts(ctx.tx, key, attempts);
  const lockedNow = isLocked(attempts, ctx.now);
  if (account) {
    ctx.emit(accountEvent(account.id, 'signInFailed', { why, ip: ctx.client?.ip ?? null }));
    if (lockedNow)
      ctx.emit(accountEvent(account.id, 'locked', { until: attempts.lockedUntil!.toISOString() }));
  }
  return lockedNow ? lockedProblem(attempts.lockedUntil!, true) : new Problem(problem, { keep: true });
}

/** Opens a session of a stage for an account and tells its token, which is stored only as a hash. */
export async function openSession(
  ctx: Context,
  account: AccountRow | undefined,
  stage: Stage,
  way: string,
  checks: Record<string, string> | null = null,
): Promise<string> {
  const token = newSecret();
  const id = newId(ctx.now);
  const { ip = '', device = '' } = ctx.client ?? {};
  await insertSession(ctx.tx, {
    id,
    accountId: account?.id ?? null,
    stage,
    way,
    checks,
    ip,
    device,
    tokenHash: hashToken(token),
    createdAt: ctx.now,
    seenAt: ctx.now,
    expiresAt: expiryOf(stage, ctx.now),
    endedAt: null,
  });
  if (stage === 'full') ctx.emit(accountEvent(account!.id, 'signedIn', { sessionId: id, way, ip, device }));
  return token;
}

const mustChange = (account: AccountRow, way: string): boolean =>
  account.mustChangePassword && way.startsWith('password');

/** A new session always gets a new token, and the one the browser had before ends. */
export async function finishSignIn(ctx: Context, account: AccountRow, way: string): Promise<SignedIn> {
  await clearAttempts(ctx.tx, attemptKey(ctx.app.keys, account.email));
  if (ctx.actor.sessionId)
    await endSession(
      ctx.tx,
      ctx.actor.kind === 'account' ? ctx.actor.id : account.id,
      ctx.actor.sessionId,
      ctx.now,
    );
  const session = await openSession(ctx, account, 'full', way);
  return { outcome: 'signedIn', session, mustChangePassword: mustChange(account, way), lang: account.lang };
}

/** Unknown address, wrong password, disabled account: one answer, after the same time, counted alike. */
export async function signIn(ctx: Context, input: ParsedOf<typeof contract.signIn>): Promise<SignedIn> {
  if (!allowTry(ctx)) throw new Problem(tooMany);
  const waiting = await findAttempts(ctx.tx, attemptKey(ctx.app.keys, input.email));
  const account = await findAccountByEmail(ctx.tx, emailKey(input.email));
  const fits = await passwordFits(account?.passwordHash, input.password);
  if (isLocked(waiting, ctx.now)) throw lockedProblem(waiting!.lockedUntil!);
  if (!account || !fits || account.disabled)
    throw await failure(ctx, input.email, account, 'password', wrongSignIn);
  const meanwhile = await lockAttempts(ctx.tx, attemptKey(ctx.app.keys, input.email), ctx.now);
  if (isLocked(meanwhile, ctx.now)) throw lockedProblem(meanwhile.lockedUntil!);
  return enter(ctx, account, 'password');
}

/** After the first factor, whichever it was: in, or on to the second. */
export async function enter(
  ctx: Context,
  account: AccountRow,
  way: 'password' | 'provider',
): Promise<SignedIn> {
  if (!account.totpSecret) return finishSignIn(ctx, account, way);
  const session = await openSession(ctx, account, 'secondFactor', way);
  return { outcome: 'secondFactor', session, mustChangePassword: false, lang: account.lang };
}

/** The account whose first factor was right in this browser a moment ago. */
async function halfSignedIn(ctx: Context): Promise<{ account: AccountRow; way: string }> {
  const session =
    ctx.actor.kind === 'public' && ctx.actor.sessionId
      ? await lockSession(ctx.tx, ctx.actor.sessionId)
      : undefined;
  if (!session || session.stage !== 'secondFactor' || !isAlive(session, ctx.now))
    throw new Problem(signInOver);
  const account = await findAccount(ctx.tx, session.accountId!);
  if (!account || account.disabled) throw new Problem(signInOver);
  return { account, way: session.way };
}

export async function giveCode(
  ctx: Context,
  { code }: ParsedOf<typeof contract.giveCode>,
): Promise<SignedIn> {
  const { account, way } = await halfSignedIn(ctx);
  const waiting = await lockAttempts(ctx.tx, attemptKey(ctx.app.keys, account.email), ctx.now);
  if (isLocked(waiting, ctx.now)) throw lockedProblem(waiting.lockedUntil!);
  const second = await codeFits(ctx, account, code);
  if (!second) throw await failure(ctx, account.email, account, 'code', wrongCode);
  return finishSignIn(ctx, account, `${way}+${second}`);
}

export async function signOut(ctx: Context): Promise<Record<string, never>> {
  const { sessionId, id } = ctx.actor;
  if (sessionId && (await endSession(ctx.tx, id, sessionId, ctx.now)))
    ctx.emit(accountEvent(id, 'signedOut', { sessionId }));
  return {};
}
