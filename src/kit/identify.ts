import { hash } from 'node:crypto';

import { type Actor, publicActor, sameActor } from './actor.ts';
import type { App } from './app.ts';
import type { Tx } from './db.ts';

/** What a request shows of itself. */
export interface Credentials {
  session?: string | undefined;
  bearer?: string | undefined;
}

/** Who asks; with `confirm` he is only taken for whom he was before, and the transaction of his request has to ask again. */
export interface Identity {
  actor: Actor;
  confirm?: (tx: Tx) => Promise<boolean>;
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
 * Finds out who stands behind credentials. Who came before is told from memory, so that the look at the database can
 * travel together with the first statements of the request; nothing it did counts before that look has said the same.
 */
export function openGate(app: App): Gate {
  const known = new Map<string, Actor>();
  const look = async (tx: Tx, shown: Credentials, key: string): Promise<Actor> => {
    const actor = (await app.authenticate(tx, shown, app.clock.now())) ?? publicActor;
    if (known.size >= MOST_KNOWN) known.clear();
    if (actor.kind === 'account') known.set(key, actor);
    else known.delete(key);
    return actor;
  };
  const identify = async (shown: Credentials): Promise<Identity> => {
    if (!shown.session && !shown.bearer) return { actor: publicActor };
    return { actor: await app.db.read((tx) => look(tx, shown, keyOf(shown))) };
  };
  const recognise = async (shown: Credentials): Promise<Identity> => {
    const key = keyOf(shown);
    const actor = known.get(key);
    if (!actor) return identify(shown);
    return { actor, confirm: async (tx) => sameActor(actor, await look(tx, shown, key)) };
  };
  return { identify, recognise };
}
