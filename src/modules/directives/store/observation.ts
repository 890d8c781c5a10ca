import { sql } from 'kysely';

import type { Actor } from '../../../kit/actor.ts';
import type { Tx } from '../../../kit/db.ts';
import { visibleAssignments } from './visible.ts';

export interface Observation {
  period: string;
  unitId: string;
  value?: string;
  numerator?: number;
  denominator?: number;
}

/** Values reported for a target that still count, oldest period first. */
export async function listObservations(tx: Tx, actor: Actor, taskId: string): Promise<Observation[]> {
  const rows = await tx.rows<{
    period: string;
    unitId: string;
    content: Omit<Observation, 'period' | 'unitId'>;
  }>(sql`
    select r.period, r.unit_id, r.content from directives.report r join directives.assignment a on a.id = r.assignment_id and a.unit_id = r.unit_id
    where a.task_id = ${taskId} and r.state <> 'returned' and (r.content ? 'value' or r.content ? 'numerator') and ${visibleAssignments(actor)} order by r.period, r.submitted_at`);
  return rows.map(({ period, unitId, content }) => ({
    period,
    unitId,
    ...(content.value ? { value: content.value } : {}),
    ...(content.numerator !== undefined ? { numerator: content.numerator } : {}),
    ...(content.denominator !== undefined ? { denominator: content.denominator } : {}),
  }));
}
