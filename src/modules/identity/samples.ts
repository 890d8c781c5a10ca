import { type Actor, type Classification, systemActor } from '../../kit/actor.ts';
import type { App } from '../../kit/app.ts';
import { openContext } from '../../kit/context.ts';
import { type Day, dayOf } from '../../kit/day.ts';
import { newSecret } from '../../kit/ids.ts';
import { openSession } from './actions/signIn.ts';
import { actorBehind } from './authenticate.ts';
import { createAccount, giveGrant } from './contract/accounts.ts';
import { readPlaces } from './places.ts';
import type { Role } from './rules/roles.ts';
import { emailKey } from './secrets.ts';
import { findAccountByEmail } from './store/accounts.ts';
import { findAccountBearer } from './store/credentials.ts';

export interface SampleAccount {
  email: string;
  name: string;
  roles: readonly {
    role: Role;
    unitId: string;
    clearance?: Classification;
    validFrom?: Day;
    paper?: string;
  }[];
  password?: string;
  lang?: 'vi' | 'en';
  unitId?: string;
  /** The official of the organisation tree whose account this is. */
  personId?: string;
  now?: Date;
}

/** Makes an account with its roles through the endpoints, as the installation itself; its password need not be changed first. */
export async function sampleAccount(
  app: App,
  sample: SampleAccount,
): Promise<{ id: string; email: string; password: string }> {
  const { email, name, lang, roles, unitId, personId, now, password = `mẫu ${newSecret(12)}` } = sample;
  const who = { actor: systemActor, ...(now ? { now } : {}) };
  const made = await app.call(
    createAccount,
    {
      email,
      name,
      lang,
      ...(personId && { personId }),
      unitId: unitId ?? roles[0]?.unitId,
      password: 'given',
      initialPassword: password,
      mustChangePassword: false,
    },
    who,
  );
  for (const grant of roles) await app.call(giveGrant, { id: made.id, ...grant }, who);
  return { id: made.id, email, password };
}

/** The actor of an account at a moment, without a session: for tests and for entering the demo's data. */
export async function actorOf(app: App, email: string, now = app.clock.now()): Promise<Actor> {
  return app.db.read(async (tx) => {
    const today = dayOf(now);
    const found = await findAccountBearer(tx, emailKey(email), today);
    if (!found || found.disabled) throw new Error(`${email} cannot sign in`);
    return actorBehind(found, await readPlaces(tx, today));
  });
}

/** Opens a session for an account and returns the value of its cookie. */
export async function sampleSession(app: App, email: string, now = app.clock.now()): Promise<string> {
  return app.db.write(async (tx) => {
    const account = await findAccountByEmail(tx, emailKey(email));
    if (!account) throw new Error(`there is no account ${email}`);
    const ctx = openContext(app, tx, { actor: systemActor, now, requestId: 'sample' });
    const session = await openSession(ctx, account, 'full', 'sample');
    await ctx.flush();
    return session;
  });
}
