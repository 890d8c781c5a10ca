import { sql } from 'kysely';

import type { Actor } from '../../../kit/actor.ts';
import type { Tx } from '../../../kit/db.ts';
import { riskRulesOn, timeCondition } from '../../directives/index.ts';
import { recordsOf, type Selection } from './selection.ts';

/** How many open records in term a rule calls at risk today. */
export async function countAtRisk(tx: Tx, actor: Actor, s: Selection): Promise<number> {
  const rules = await riskRulesOn(tx, s.asOf);
  const id = s.count === 'tasks' ? sql`a.task_id` : sql`a.record_id`;
  const risky = sql`select ${id} from directives.v_figure_assignment a where ${s.directiveId === undefined ? sql`true` : sql`a.directive_id = ${s.directiveId}::uuid`} and ${timeCondition('atRisk', s.asOf, rules)}`;
  const { n } = await tx.one<{ n: number }>(
    sql`select count(*)::int as n from ${recordsOf(actor, s)} r where r.class = 'inTerm' and r.record_id in (${risky})`,
  );
  return n;
}
