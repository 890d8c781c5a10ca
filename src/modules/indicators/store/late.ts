import { sql } from 'kysely';

import type { Actor } from '../../../kit/actor.ts';
import type { Day } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';
import type { RecordRow } from './records.ts';
import { recordsOf, rowClass, type Selection } from './selection.ts';
import { inForce } from './time.ts';

export interface LateTaskRow {
  taskId: string;
  class: 'overdue' | 'doneLate';
  /** The leads to name. */
  units: string[];
  /** Of a unit's list: its own earliest term passed, or the worst one it kept too late. */
  due: Day | null;
  doneOn: Day | null;
}

/**
 * Late tasks of the whole, each with the leads whose own part is late; where the whole is late but no part of its own (a
 * claim in time that waits for the decision), with the leads that have not finished.
 */
function lateTasks(tx: Tx, actor: Actor, s: Selection): Promise<LateTaskRow[]> {
  const leads = s.live
    ? sql`directives.v_assignment_unit a where a.role = 'lead' and a.work <> 'cancelled'`
    : sql`directives.v_span a where a.role = 'lead' and a.work <> 'cancelled' and ${inForce('a', s.asOf)}`;
  // The late tasks are found once; then each reads its own leads, so that nothing has to be sorted or grouped as a whole.
  return tx.rows(sql`
    with late as materialized (select r.record_id, r.class from ${recordsOf(actor, { ...s, count: 'tasks' })} r where r.class in ('overdue', 'doneLate'))
    select late.record_id as task_id, late.class, coalesce(u.late, u.undone, '{}') as units
    from late cross join lateral (
      select array_agg(l.unit_id) filter (where l.class in ('overdue', 'doneLate')) as late, array_agg(l.unit_id) filter (where l.class not like 'done%') as undone
      from (select a.unit_id, ${rowClass(s.asOf)} as class from ${leads} and a.task_id = late.record_id) l) u`);
}

/** Tasks of which a part that one of these units leads is late, whatever the others do. */
const lateParts = (tx: Tx, actor: Actor, s: Selection): Promise<LateTaskRow[]> =>
  tx.rows(sql`
    select r.task_id, case when bool_or(r.class = 'overdue') then 'overdue' else 'doneLate' end as class, array_agg(r.unit_id) as units,
      coalesce(min(r.due) filter (where r.class = 'overdue'), (array_agg(r.due order by r.done_on - r.due desc))[1]) as due,
      case when not bool_or(r.class = 'overdue') then (array_agg(r.done_on order by r.done_on - r.due desc))[1] end as done_on
    from ${recordsOf(actor, { ...s, count: 'assignments', role: 'lead' })} r where r.class in ('overdue', 'doneLate') group by 1`);

/** Late tasks of a selection; of a unit, by its own part in them. */
export const listLateTasks = (tx: Tx, actor: Actor, s: Selection): Promise<LateTaskRow[]> =>
  (s.unitIds ? lateParts : lateTasks)(tx, actor, s);

/** The tasks of a late list in full. */
export async function listTasksByIds(
  tx: Tx,
  actor: Actor,
  s: Selection,
  ids: readonly string[],
): Promise<Map<string, RecordRow>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.rows<RecordRow>(sql`
    select a.record_id, a.task_id, a.directive_id, a.unit_id, a.directive_number, a.ref, a.position, a.task_kind, a.title_vi, a.title_en, a.product_vi, a.section_code, a.deadline_text,
      a.work, a.due, a.first_due, a.done_on, a.progress, a.class
    from ${recordsOf(actor, { ...s, count: 'tasks', unitIds: undefined })} a where a.record_id = any(${ids}::uuid[])`);
  return new Map(rows.map((row) => [row.recordId, row]));
}
