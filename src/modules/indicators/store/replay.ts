import { sql } from 'kysely';

import type { Actor } from '../../../kit/actor.ts';
import type { Tx } from '../../../kit/db.ts';
import type { ByClass } from '../rules/classes.ts';
import { countClasses } from './counts.ts';
import type { Selection } from './selection.ts';

/** The day of the newest change of which figures know: what stands now is what was known at its end. */
export const newestDay = async (tx: Tx): Promise<string | undefined> =>
  (
    await tx.one<{ day: string | null }>(sql`
      select greatest((select max(greatest(from_at, to_at)) from directives.v_span), (select max(greatest(from_at, to_at)) from directives.v_task_merge),
        (select max(greatest(known_from, (closing->>'on')::date)) from directives.v_figure_task))::date as day`)
  ).day ?? undefined;

/** Counts by class as kept with each change, and from the history in force at the end of a day, by directive. */
export async function twoCounts(
  tx: Tx,
  actor: Actor,
  count: Selection['count'],
  asOf: string,
): Promise<{ directiveId: string; kept: ByClass; told: ByClass }[]> {
  const base: Selection = { count, kind: 'all', role: count === 'tasks' ? 'lead' : 'all', asOf, live: true };
  const [live, past] = [
    await countClasses(tx, actor, base, 'directive'),
    await countClasses(tx, actor, { ...base, live: false }, 'directive'),
  ];
  const ids = [...new Set([...live, ...past].map((r) => r.key!))].sort();
  const of = (rows: typeof live, id: string): ByClass =>
    Object.fromEntries(rows.filter((r) => r.key === id).map((r) => [r.class, r.n]));
  return ids.map((directiveId) => ({
    directiveId,
    kept: of(live, directiveId),
    told: of(past, directiveId),
  }));
}
