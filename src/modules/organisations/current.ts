import type { Tx } from '../../kit/db.ts';
import type { OrganisationFacts } from './rules/model.ts';
import { buildSnapshot } from './rules/snapshot.ts';
import type { Snapshot } from './rules/snapshot.ts';
import { getFacts, getToken } from './store/facts.ts';

type Current = { facts: OrganisationFacts; snapshot: Snapshot };

/** The newest states by token; a token is never used again, so databases and roll-backs cannot be confused. */
const cache = new Map<string, Current>();
const kept = 4;

async function load(tx: Tx): Promise<Current> {
  const { token, facts } = await getFacts(tx);
  const current = { facts, snapshot: buildSnapshot(facts) };
  cache.set(token, current);
  for (const old of [...cache.keys()].slice(0, -kept)) cache.delete(old);
  return current;
}

/** All facts as they stand in this transaction, with their snapshot. */
export async function loadCurrent(tx: Tx): Promise<Current> {
  return cache.get(await getToken(tx)) ?? load(tx);
}

/**
 * The tree this process saw last, of whatever transaction: for questions that travel together with the look that says
 * whether it is still the right one. What was asked on its ground counts only if `loadSnapshot` then gives the same.
 */
export const snapshotInMemory = (): Snapshot | undefined => [...cache.values()].at(-1)?.snapshot;

/**
 * The organisation tree with its whole history as it stands in this transaction. One small look at the database says
 * whether the copy in memory is still the right one.
 */
export async function loadSnapshot(tx: Tx): Promise<Snapshot> {
  return (await loadCurrent(tx)).snapshot;
}
