import { sql } from 'kysely';

import type { Actor } from '../../../kit/actor.ts';
import type { Tx } from '../../../kit/db.ts';
import type { RecordRow } from './records.ts';
import { recordsOf, rowClass, type Selection } from './selection.ts';
import { inForce } from './time.ts';

export interface LatePart {
  taskId: string;
  class: 'overdue' | 'doneLate';
  /** A leading unit; null for a task without any. */
  unitId: string | null;
  /** Whether the unit's own part is late, and whether it is done. */
  late: boolean;
  done: boolean;
}

/** Late tasks with each of their leads, as narrow rows: there may be many. */
export function listLateParts(tx: Tx, actor: Actor, s: Selection): Promise<LatePart[]> {
  const leads = s.live
    ? sql`directives.v_assignment_unit a where a.role = 'lead' and a.work <> 'cancelled'`
    : sql`directives.v_span a where a.role = 'lead' and a.work <> 'cancelled' and ${inForce('a', s.asOf)}`;
  return tx.rows(sql`
    select t.record_id as task_id, t.class, u.unit_id, u.class in ('overdue', 'doneLate') as late, u.class like 'done%' as done
    from (select r.record_id, r.class from ${recordsOf(actor, { ...s, count: 'tasks' })} r where r.class in ('overdue', 'doneLate')) t
      left join (select a.task_id, a.unit_id, ${rowClass(s.asOf)} as class from ${leads}) u on u.task_id = t.record_id`);
}

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
    from ${recordsOf(actor, { ...s, count: 'tasks' })} a where a.record_id = any(${ids}::uuid[])`);
  return new Map(rows.map((row) => [row.recordId, row]));
}
