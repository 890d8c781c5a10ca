import { sql } from 'kysely';

import type { Actor } from '../../../kit/actor.ts';
import type { Tx } from '../../../kit/db.ts';
import type { ByClass } from '../rules/classes.ts';
import { countClasses } from './counts.ts';
import type { Selection } from './selection.ts';

/** Now, as the database's clock of events has it: the newest change, so that spans are read after it. */
export const newestDay = async (tx: Tx): Promise<string | undefined> =>
  (
    await tx.maybe<{ day: string | null }>(
      sql`select max(greatest(s.from_at, s.to_at))::date as day from directives.v_span s`,
    )
  )?.day ?? undefined;

/** Counts by class of assignments from the tally and from the spans in force, as of one day, by directive. */
export async function twoCounts(
  tx: Tx,
  actor: Actor,
  asOf: string,
): Promise<{ directiveId: string; tally: ByClass; spans: ByClass }[]> {
  const base: Selection = { count: 'assignments', kind: 'all', role: 'all', asOf, live: true };
  const [live, past] = [
    await countClasses(tx, actor, base, 'directive'),
    await countClasses(tx, actor, { ...base, live: false }, 'directive'),
  ];
  const ids = [...new Set([...live, ...past].map((r) => r.key!))].sort();
  const of = (rows: typeof live, id: string): ByClass =>
    Object.fromEntries(rows.filter((r) => r.key === id).map((r) => [r.class, r.n]));
  return ids.map((directiveId) => ({
    directiveId,
    tally: of(live, directiveId),
    spans: of(past, directiveId),
  }));
}
