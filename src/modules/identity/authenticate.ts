import { type Actor, type Grant, publicActor } from '../../kit/actor.ts';
import { dayOf } from '../../kit/day.ts';
import type { Tx } from '../../kit/db.ts';
import type { Authenticate } from '../../kit/module.ts';
import { readPlaces } from './places.ts';
import { permissionsOf } from './rules/roles.ts';
import { isAlive } from './rules/sessionLife.ts';
import { hashToken } from './secrets.ts';
import { lastSeen, noteSeen } from './seen.ts';
import { type Bearer, findSessionBearer, findTokenBearer } from './store/credentials.ts';

/** Who an account is at this moment, with the rights it holds today. */
export async function actorBehind(tx: Tx, bearer: Bearer, now: Date, held = bearer.grants): Promise<Actor> {
  const today = dayOf(now);
  const places = held.length > 0 ? await readPlaces(tx, today) : undefined;
  const grants = held.map((g): Grant => ({
    ...g,
    permissions: permissionsOf(g.role),
    units: places!.reach(g.unitId),
  }));
  return {
    kind: 'account',
    id: bearer.accountId!,
    name: bearer.name!,
    ...(bearer.personId !== null && { personId: bearer.personId }),
    lang: bearer.lang ?? undefined,
    grants,
  };
}

async function byToken(tx: Tx, token: string, now: Date): Promise<Actor | undefined> {
  const found = await findTokenBearer(tx, hashToken(token), dayOf(now));
  if (!found || found.disabled || found.endedAt || found.expiresAt <= now) return undefined;
  noteSeen('token', found.id, now);
  return { ...(await actorBehind(tx, found, now)), tokenScope: found.scope };
}

async function bySession(tx: Tx, token: string, now: Date): Promise<Actor | undefined> {
  const found = await findSessionBearer(tx, hashToken(token), dayOf(now));
  if (!found || found.disabled) return undefined;
  const seenAt = lastSeen('session', found.id, found.seenAt);
  if (!isAlive({ ...found, seenAt }, now)) return undefined;
  // Half signed in: still the public, but this browser can go on where it was.
  if (found.stage !== 'full') return { ...publicActor, sessionId: found.id };
  noteSeen('session', found.id, now);
  // Who came in with a password that somebody else has read must change it before anything else.
  const held = found.mustChangePassword && found.way.startsWith('password') ? [] : found.grants;
  return { ...(await actorBehind(tx, found, now, held)), sessionId: found.id };
}

/**
 * Who stands behind a session cookie or a bearer token; undefined when neither is alive. Reads the database on every
 * request, so that what is ended stops at once; a token counts before a cookie.
 */
export const authenticate: Authenticate = async (tx, { session, bearer }, now) => {
  if (bearer) return byToken(tx, bearer, now);
  return session ? bySession(tx, session, now) : undefined;
};
