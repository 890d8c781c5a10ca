import { type Actor, type Grant, publicActor } from '../../kit/actor.ts';
import { dayOf } from '../../kit/day.ts';
import type { Authenticate } from '../../kit/module.ts';
import { type Places, readPlaces } from './places.ts';
import { permissionsOf } from './rules/roles.ts';
import { isAlive } from './rules/sessionLife.ts';
import { hashToken } from './secrets.ts';
import { lastSeen, noteSeen } from './seen.ts';
import {
  type Bearer,
  listSessionBearers,
  listTokenBearers,
  type SessionBearer,
  type TokenBearer,
} from './store/credentials.ts';

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

function byToken(found: TokenBearer | undefined, places: Places, now: Date): Actor | undefined {
  if (!found || found.disabled || found.endedAt || found.expiresAt <= now) return undefined;
  noteSeen('token', found.id, now);
  return { ...actorBehind(found, places), tokenScope: found.scope };
}

function bySession(found: SessionBearer | undefined, places: Places, now: Date): Actor | undefined {
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

const hashed = (secret: string | undefined): string | undefined =>
  secret && hashToken(secret).toString('hex');

/** Those behind some hashes by their hash; nobody is asked about none. */
async function listBy<T extends { hash: string }>(
  hashes: readonly (string | undefined)[],
  list: (hashes: readonly string[]) => Promise<T[]>,
): Promise<Map<string | undefined, T>> {
  const some = hashes.filter((hash) => hash !== undefined);
  return new Map(some.length === 0 ? [] : (await list(some)).map((one) => [one.hash, one]));
}

/**
 * Who stands behind session cookies or bearer tokens; undefined where neither is alive. Reads the database for every
 * request, so that what is ended stops at once; a token counts before a cookie. All looks travel together.
 */
export const authenticate: Authenticate = async (tx, shown, now) => {
  const today = dayOf(now);
  const tokens = shown.map(({ bearer }) => hashed(bearer));
  const cookies = shown.map(({ bearer, session }) => (bearer ? undefined : hashed(session)));
  const [tokenBearers, sessionBearers, places] = await Promise.all([
    listBy(tokens, (hashes) => listTokenBearers(tx, hashes, today)),
    listBy(cookies, (hashes) => listSessionBearers(tx, hashes, today)),
    readPlaces(tx, today),
  ]);
  return shown.map((_, i) =>
    tokens[i]
      ? byToken(tokenBearers.get(tokens[i]), places, now)
      : bySession(sessionBearers.get(cookies[i]), places, now),
  );
};
