import { sql } from 'kysely';

import type { Actor } from '../../../kit/actor.ts';
import type { Day } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';
import { visibleAssignments, visibleTasks } from './visible.ts';

export interface DirectiveCounts {
  tasks: number;
  targets: number;
  assignments: number;
  completed: number;
  overdue: number;
}

/**
 * Counts beside the directives of a list: tasks and targets, then assignments to leads, completed and overdue among them.
 * Read from the tally, which has the same columns that decide what one may see; claims, which are few, from their rows.
 */
export async function countDirectives(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
  today: Day,
): Promise<Map<string, DirectiveCounts>> {
  if (ids.length === 0) return new Map();
  const tasks = await tx.rows<{ id: string; tasks: number; targets: number }>(sql`
    select t.directive_id as id, count(*) filter (where t.kind = 'task') as tasks, count(*) filter (where t.kind = 'target') as targets
    from directives.task t join directives.directive d on d.id = t.directive_id
    where t.directive_id = any(${ids}::uuid[]) and t.same_as is null and ${visibleTasks(actor)} group by 1`);
  const work = await tx.rows<{ id: string; assignments: number; completed: number; overdue: number }>(sql`
    select a.directive_id as id, sum(a.n)::int as assignments, coalesce(sum(a.n) filter (where a.work = 'completed'), 0)::int as completed,
      coalesce(sum(a.n) filter (where a.work in ('notStarted', 'inProgress') and a.due < ${today}::date), 0)::int as overdue
    from directives.tally a where a.directive_id = any(${ids}::uuid[]) and a.role = 'lead' and a.work <> 'cancelled' and ${visibleAssignments(actor)} group by 1`);
  const claims = await tx.rows<{ id: string; overdue: number }>(sql`
    select a.directive_id as id, count(*)::int as overdue from directives.assignment a
    where a.directive_id = any(${ids}::uuid[]) and a.role = 'lead' and a.work = 'submitted' and a.due < least(a.claimed_on, ${today}::date) and ${visibleAssignments(actor)} group by 1`);
  const lateClaims = new Map(claims.map((row) => [row.id, row.overdue]));
  const found = new Map<string, DirectiveCounts>();
  for (const row of tasks)
    found.set(row.id, { tasks: row.tasks, targets: row.targets, assignments: 0, completed: 0, overdue: 0 });
  for (const row of work)
    found.set(row.id, {
      tasks: 0,
      targets: 0,
      ...found.get(row.id),
      assignments: row.assignments,
      completed: row.completed,
      overdue: row.overdue + (lateClaims.get(row.id) ?? 0),
    });
  return found;
}
