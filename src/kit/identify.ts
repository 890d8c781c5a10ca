import { hash } from 'node:crypto';

import { type Actor, publicActor, sameActor } from './actor.ts';
import type { App } from './app.ts';
import { readRevisions, type Revisions } from './revisions.ts';
import { together } from './together.ts';

/** What a request shows of itself. */
export interface Credentials {
  session?: string | undefined;
  bearer?: string | undefined;
}

/** What a look at the database after the arrival of a request says. */
export interface Confirmation {
  /** Whether he who asks is still whom he was taken for. */
  isSame: Promise<boolean>;
  /** The states in which what is kept in memory still holds. */
  revisions: Promise<Revisions>;
}

/** Who asks; with `confirm` he is only taken for whom he was before, and nothing counts before it has said the same. */
export interface Identity {
  actor: Actor;
  confirm?: () => Confirmation;
}

export interface Gate {
  /** As the database says now. */
  identify(shown: Credentials): Promise<Identity>;
  /** As it was the last time, to be confirmed; as the database says now for who comes for the first time. */
  recognise(shown: Credentials): Promise<Identity>;
}

const MOST_KNOWN = 10_000;

/** Secrets themselves stay in memory no longer than their request. */
const keyOf = ({ session = '', bearer = '' }: Credentials): string =>
  hash('sha256', `${session} ${bearer}`, 'base64url');

/**
 * Finds out who stands behind credentials. Requests that arrive together are looked up together, over a connection that
 * does nothing else. Who came before is told from memory, so that his request need not wait for the look.
 */
export function openGate(app: App): Gate {
  const known = new Map<string, Actor>();
  const look = together((shown: readonly Credentials[]) =>
    app.db.look(async (tx) => {
      const [actors, revisions] = await Promise.all([
        app.authenticate(tx, shown, app.clock.now()),
        readRevisions(tx),
      ]);
      return actors.map((actor = publicActor) => ({ actor, revisions }));
    }),
  );
  const lookAt = async (shown: Credentials, key: string) => {
    const seen = await look(shown);
    if (known.size >= MOST_KNOWN) known.clear();
    if (seen.actor.kind === 'account') known.set(key, seen.actor);
    else known.delete(key);
    return seen;
  };
  const identify = async (shown: Credentials): Promise<Identity> => {
    if (!shown.session && !shown.bearer) return { actor: publicActor };
    return { actor: (await lookAt(shown, keyOf(shown))).actor };
  };
  const recognise = async (shown: Credentials): Promise<Identity> => {
    const key = keyOf(shown);
    const actor = known.get(key);
    if (!actor) return identify(shown);
    const confirm = (): Confirmation => {
      const seen = lookAt(shown, key);
      const isSame = seen.then((found) => sameActor(actor, found.actor));
      const revisions = seen.then((found) => found.revisions);
      revisions.catch(() => undefined); // not everybody asks for them
      return { isSame, revisions };
    };
    return { actor, confirm };
  };
  return { identify, recognise };
}
