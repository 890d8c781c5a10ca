import { sql, type RawBuilder } from 'kysely';

import type { Day } from '../../../kit/day.ts';
import { inForce } from './time.ts';

type Sql = RawBuilder<unknown>;

/** Assignments as they were known at the end of a day, with what their tasks say. */
export const pastAssignments = (
  asOf: Day,
): Sql => sql`(select s.unit_id, s.assignment_id as record_id, s.task_id, s.directive_id, s.role, s.classification, s.work, s.due, s.first_due, s.done_on, s.claimed_on, s.progress,
    t.ref, t.kind as task_kind, t.title_vi, t.title_en, t.product_vi, t.section_code, t.field, t.same_as, t.position, t.deadline_text, t.directive_number, t.owner_unit_id
  from directives.v_span s join directives.v_figure_task t on t.id = s.task_id where ${inForce('s', asOf)})`;

/**
 * The state of tasks from their leads at the end of a day: completed when every lead that is not cancelled is, the
 * worst lateness decides; an open task is due with its open lead that is due first. As directives keeps it today.
 */
export const pastTasks = (asOf: Day, directiveId?: string): Sql => sql`(select task_id,
    case when dated = 0 then case when recurring_n > 0 then 'recurring' else 'cancelled' end
      when done_n = dated then 'completed' when done_n + submitted_n = dated then 'submitted' when idle_n = dated then 'notStarted' else 'inProgress' end as work,
    dated > 0 and done_n = dated as closed, worst, next, last_done_on
  from (select s.task_id,
      count(*) filter (where s.work not in ('cancelled', 'recurring')) as dated, count(*) filter (where s.work = 'recurring') as recurring_n,
      count(*) filter (where s.work = 'completed') as done_n, count(*) filter (where s.work = 'submitted') as submitted_n, count(*) filter (where s.work = 'notStarted') as idle_n,
      max(s.done_on) as last_done_on,
      (array_agg(array[s.due, s.first_due, s.done_on]::text order by s.done_on - s.due desc, s.assignment_id) filter (where s.due is not null and s.work = 'completed'))[1]::date[] as worst,
      (array_agg(array[s.due, s.first_due]::text order by s.work = 'submitted', s.due, s.assignment_id) filter (where s.due is not null and s.work in ('notStarted', 'inProgress', 'submitted')))[1]::date[] as next
    from directives.v_span s where s.role = 'lead' and ${inForce('s', asOf)} ${directiveId === undefined ? sql`` : sql`and s.directive_id = ${directiveId}::uuid`} group by s.task_id) leads)`;

/** A task that has no lead has the term of its document, and is done with when it is closed. */
const alone = (closed: Sql): Sql =>
  sql`case when t.leads = 0 and t.closing is not null and ${closed} then 'cancelled' when t.leads = 0 then t.work else 'notStarted' end`;

/** The columns of a task `t` as its leads `g` had made them by the end of a day. */
export const pastColumns = (
  asOf: Day,
): Sql => sql`coalesce(g.work, ${alone(sql`(t.closing->>'on')::date <= ${asOf}::date`)}) as work,
  case when g.closed then g.worst[1] when g.task_id is not null then g.next[1] when t.leads = 0 then t.due else t.first_due end as due,
  case when g.closed then g.worst[2] when g.task_id is not null then g.next[2] else t.first_due end as first_due,
  case when g.closed then coalesce(g.worst[3], g.last_done_on) end as done_on`;

/** The same as they stand now. */
export const presentColumns: Sql = sql`case when t.leads = 0 then ${alone(sql`true`)} else t.work end as work, t.due, t.first_due, t.done_on`;
