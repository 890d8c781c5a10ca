import type { Tx } from '../../kit/db.ts';
import { buildBook, type MandateBook } from './proof/book.ts';
import type { Absence, Assignment, Competence, Delegation, Fact, FactKind } from './rules/model.ts';
import { getBookParts, getToken } from './store/facts.ts';

/** The newest books by token; a token is never used again, so databases and roll-backs cannot be confused. */
const cache = new Map<string, MandateBook>();
const kept = 4;

function ofKind<T>(facts: readonly Fact[], wanted: FactKind): T[] {
  const own = facts.filter(({ kind }) => kind === wanted);
  return own.map((fact) => Object.fromEntries(Object.entries(fact).filter(([key]) => key !== 'kind')) as T);
}

async function load(tx: Tx): Promise<MandateBook> {
  const { token, facts, service } = await getBookParts(tx);
  const book = buildBook(
    {
      competences: ofKind<Competence>(facts, 'competence'),
      delegations: ofKind<Delegation>(facts, 'delegation'),
      assignments: ofKind<Assignment>(facts, 'assignment'),
      absences: ofKind<Absence>(facts, 'absence'),
    },
    service,
    token,
  );
  cache.set(token, book);
  for (const old of [...cache.keys()].slice(0, -kept)) cache.delete(old);
  return book;
}

/**
 * All mandates with their whole history, and who serves where, as they stand in this transaction. One small look at the
 * database says whether the copy in memory is still the right one.
 */
export async function loadMandates(tx: Tx): Promise<MandateBook> {
  return cache.get(await getToken(tx)) ?? load(tx);
}
