import type { App } from '../../../kit/app.ts';
import { type Context, openContext } from '../../../kit/context.ts';
import type { ReplyOf } from '../../../kit/contract.ts';
import type { PageContext } from '../../../kit/page.ts';
import { Problem } from '../../../kit/problems.ts';
import { signInOver, unknownAtProvider } from '../contract/problems.ts';
import type { signIn } from '../contract/signIn.ts';
import { type Checks, comeBack, leaveTo, type ProviderPerson } from '../provider.ts';
import { isAlive } from '../rules/sessionLife.ts';
import { emailKey } from '../secrets.ts';
import { type AccountRow, findAccount, findAccountByEmail } from '../store/accounts.ts';
import { findLinked, insertLink } from '../store/links.ts';
import { endSession, lockSession } from '../store/sessions.ts';
import { accountEvent } from './common.ts';
import { enter, openSession } from './signIn.ts';

type Asking = Pick<PageContext, 'actor' | 'requestId' | 'client' | 'now'> & { app: App };

/** No endpoint: what is said here by an identity provider must not be sayable by anybody over the API. */
async function within<T>(p: Asking, work: (ctx: Context) => Promise<T>): Promise<T> {
  return p.app.db.write(async (tx) => {
    const ctx = openContext(p.app, tx, {
      actor: p.actor,
      now: p.now,
      requestId: p.requestId,
      client: p.client,
    });
    const made = await work(ctx);
    await ctx.flush();
    return made;
  });
}

/** Opens the half session that ties the answer to this browser; its token goes into the cookie. */
export async function startAtProvider(p: Asking, next: string): Promise<{ url: string; session: string }> {
  const { url, checks } = await leaveTo(p.app, next);
  return {
    url,
    session: await within(p, (ctx) => openSession(ctx, undefined, 'provider', 'provider', { ...checks })),
  };
}

/** Takes the half session of this browser; it is good for one return. */
async function takeChecks(ctx: Context): Promise<Checks> {
  const { sessionId, kind } = ctx.actor;
  const session = kind === 'public' && sessionId ? await lockSession(ctx.tx, sessionId) : undefined;
  if (!session?.checks || session.stage !== 'provider' || !isAlive(session, ctx.now))
    throw new Problem(signInOver);
  await endSession(ctx.tx, null, session.id, ctx.now);
  return session.checks as unknown as Checks;
}

/** The account of a person: linked before, or the one with the address the provider has verified. */
async function accountOf(ctx: Context, person: ProviderPerson): Promise<AccountRow> {
  const linked = await findLinked(ctx.tx, person.issuer, person.subject);
  const verified = person.emailVerified && person.email ? emailKey(person.email) : undefined;
  const account = linked
    ? await findAccount(ctx.tx, linked)
    : verified
      ? await findAccountByEmail(ctx.tx, verified)
      : undefined;
  if (!account || account.disabled) throw new Problem(unknownAtProvider);
  if (!linked && (await insertLink(ctx.tx, person.issuer, person.subject, account.id, ctx.now))) {
    ctx.emit(accountEvent(account.id, 'linked', { issuer: person.issuer, subject: person.subject }));
  }
  return account;
}

/** The browser is back from the provider with `path` (its query carries the code). */
export async function finishAtProvider(
  p: Asking,
  path: string,
): Promise<ReplyOf<typeof signIn> & { next: string }> {
  const checks = await within(p, takeChecks);
  const person = await comeBack(p.app, path, checks);
  return within(p, async (ctx) => ({
    ...(await enter(ctx, await accountOf(ctx, person), 'provider')),
    next: checks.next,
  }));
}
