import { sql } from 'kysely';

import type { Actor, Classification } from '../../../kit/actor.ts';
import type { Tx } from '../../../kit/db.ts';
import { visibleAssignments } from '../../directives/index.ts';
import type { RecordClass } from '../rules/classes.ts';
import type { RecordRow } from './records.ts';
import { recordsOf, type Selection } from './selection.ts';
import { endOf, inForce } from './time.ts';

export interface ReportTaskRow extends RecordRow {
  number: string;
  leadText: string;
}

/** Tasks of a report in the order of their documents. */
export const listReportTasks = (
  tx: Tx,
  actor: Actor,
  s: Selection,
  limit: number,
): Promise<ReportTaskRow[]> =>
  tx.rows(sql`
    select a.record_id, a.task_id, a.directive_id, a.unit_id, a.directive_number, a.ref, a.position, a.task_kind, a.title_vi, a.title_en, a.product_vi, a.section_code, a.deadline_text,
      a.work, a.due, a.first_due, a.done_on, a.progress, a.class, t.number, t.lead_text
    from ${recordsOf(actor, s)} a join directives.v_figure_task t on t.id = a.record_id join directives.v_directive d on d.id = a.directive_id
    where a.class <> 'merged' order by d.issued_on, a.directive_id, a.position, a.record_id limit ${limit}`);

/** Every record of a scope with its class, and the highest classification among them. */
export async function listClasses(
  tx: Tx,
  actor: Actor,
  s: Selection,
): Promise<{ id: string; class: RecordClass }[]> {
  return tx.rows(sql`select a.record_id as id, a.class from ${recordsOf(actor, s)} a order by a.record_id`);
}

export const listClassifications = async (tx: Tx, actor: Actor, s: Selection): Promise<Classification[]> =>
  (
    await tx.rows<{ c: Classification }>(
      sql`select distinct a.classification as c from ${recordsOf(actor, s)} a`,
    )
  ).map((r) => r.c);

export interface LeadRow {
  taskId: string;
  unitId: string;
  work: string;
  progress: number;
  result: string | null;
}

/** The leads of some tasks as of a day, each with the newest report that had not been returned by then. */
export function listLeads(
  tx: Tx,
  actor: Actor,
  s: Selection,
  taskIds: readonly string[],
): Promise<LeadRow[]> {
  const from = s.live
    ? sql`(select unit_id, record_id as assignment_id, task_id, directive_id, role, classification, work, progress from directives.v_figure_assignment)`
    : sql`(select unit_id, assignment_id, task_id, directive_id, role, classification, work, progress from directives.v_span x where ${inForce('x', s.asOf)})`;
  return tx.rows(sql`
    select a.task_id, a.unit_id, a.work, a.progress, (
      select r.result from directives.v_report r where r.assignment_id = a.assignment_id and r.submitted_at < ${endOf(s.asOf)} and (r.state <> 'returned' or r.decided_at >= ${endOf(s.asOf)}) and coalesce(r.result, '') <> ''
      order by r.submitted_at desc limit 1) as result
    from ${from} a where a.task_id = any(${taskIds as string[]}::uuid[]) and a.role = 'lead' and a.work <> 'cancelled' and ${visibleAssignments(actor)} order by a.task_id, a.unit_id`);
}
