import { type Actor, type Grant, publicActor } from '../../kit/actor.ts';
import { dayOf } from '../../kit/day.ts';
import type { Tx } from '../../kit/db.ts';
import type { Authenticate } from '../../kit/module.ts';
import { type Places, readPlaces } from './places.ts';
import { permissionsOf } from './rules/roles.ts';
import { isAlive } from './rules/sessionLife.ts';
import { hashToken } from './secrets.ts';
import { lastSeen, noteSeen } from './seen.ts';
import { type Bearer, findSessionBearer, findTokenBearer } from './store/credentials.ts';

/** Who an account is with the rights it holds in the organisation of a day. */
export function actorBehind(bearer: Bearer, places: Places, held = bearer.grants): Actor {
  const grants = held.map((g): Grant => ({
    ...g,
    permissions: permissionsOf(g.role),
    units: places.reach(g.unitId),
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
  const today = dayOf(now);
  const [found, places] = await Promise.all([
    findTokenBearer(tx, hashToken(token), today),
    readPlaces(tx, today),
  ]);
  if (!found || found.disabled || found.endedAt || found.expiresAt <= now) return undefined;
  noteSeen('token', found.id, now);
  return { ...actorBehind(found, places), tokenScope: found.scope };
}

async function bySession(tx: Tx, token: string, now: Date): Promise<Actor | undefined> {
  const today = dayOf(now);
  const [found, places] = await Promise.all([
    findSessionBearer(tx, hashToken(token), today),
    readPlaces(tx, today),
  ]);
  if (!found || found.disabled) return undefined;
  const seenAt = lastSeen('session', found.id, found.seenAt);
  if (!isAlive({ ...found, seenAt }, now)) return undefined;
  // Half signed in: still the public, but this browser can go on where it was.
  if (found.stage !== 'full') return { ...publicActor, sessionId: found.id };
  noteSeen('session', found.id, now);
  // Who came in with a password that somebody else has read must change it before anything else.
  const held = found.mustChangePassword && found.way.startsWith('password') ? [] : found.grants;
  return { ...actorBehind(found, places, held), sessionId: found.id };
}

/**
 * Who stands behind a session cookie or a bearer token; undefined when neither is alive. Reads the database on every
 * request, so that what is ended stops at once; a token counts before a cookie. Both looks travel together.
 */
export const authenticate: Authenticate = async (tx, { session, bearer }, now) => {
  if (bearer) return byToken(tx, bearer, now);
  return session ? bySession(tx, session, now) : undefined;
};
