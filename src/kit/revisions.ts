import { type RawBuilder, sql } from 'kysely';

import { prepared, type Tx } from './db.ts';

/** By name, where the token of a state is found. */
const tokens = new Map<string, RawBuilder<unknown>>();

/** Looks that are under way. */
const looks = new WeakMap<Tx, Promise<Record<string, string>>>();

function look(tx: Tx): Promise<Record<string, string>> {
  const known = looks.get(tx);
  if (known) return known;
  const columns = [...tokens].map(([name, token]) => sql`(${token}) as ${sql.ref(name)}`);
  const made = tx
    .one<Record<string, string>>(prepared(sql`select ${sql.join(columns)}`))
    .finally(() => looks.delete(tx));
  looks.set(tx, made);
  return made;
}

/**
 * Whoever keeps a state in memory names here the token that says, in any transaction, whether it still holds: one text
 * that is never used again. A request asks for several of them at once, so all are read in one statement, and who asks
 * while it is under way waits for the same answer.
 */
export function revision(name: string, token: RawBuilder<unknown>): (tx: Tx) => Promise<string> {
  tokens.set(name, token);
  return async (tx) => (await look(tx))[name]!;
}
