import { type RawBuilder, sql } from 'kysely';

import { prepared, type Tx } from './db.ts';

/** By name, the token of each state that somebody keeps in memory. */
export type Revisions = Readonly<Record<string, string>>;

/** By name, where the token of a state is found. */
const tokens = new Map<string, RawBuilder<unknown>>();

/** Looks that are under way: of a transaction itself, and those that somebody else takes for it. */
const looks = new WeakMap<Tx, Promise<Revisions>>();
const shared = new WeakMap<Tx, Promise<Revisions>>();

function underWay(
  where: WeakMap<Tx, Promise<Revisions>>,
  tx: Tx,
  made: Promise<Revisions>,
): Promise<Revisions> {
  const held = made.finally(() => where.delete(tx));
  held.catch(() => undefined); // whoever asks is told
  where.set(tx, held);
  return held;
}

/** All tokens at once; who asks while a look is under way waits for the same answer. */
export function readRevisions(tx: Tx): Promise<Revisions> {
  const known = looks.get(tx) ?? (tx.isFresh() ? shared.get(tx) : undefined);
  if (known) return known;
  const columns = [...tokens].map(([name, token]) => sql`(${token}) as ${sql.ref(name)}`);
  return underWay(looks, tx, tx.one<Revisions>(prepared(sql`select ${sql.join(columns)}`)));
}

/**
 * Lets the first questions of a transaction use a look that somebody else takes meanwhile. What it writes or waits for
 * makes it look for itself: others may have stated something, or it has done so.
 */
export const shareLook = (tx: Tx, made: Promise<Revisions>): void => void underWay(shared, tx, made);

/**
 * Whoever keeps a state in memory names here the token that says, in any transaction, whether it still holds: one text
 * that is never used again. A request asks for several of them at once, so all are read in one statement.
 */
export function revision(name: string, token: RawBuilder<unknown>): (tx: Tx) => Promise<string> {
  tokens.set(name, token);
  return async (tx) => (await readRevisions(tx))[name]!;
}
