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

/** The state of tasks as their leads had made it by the end of a day. */
export const pastTasks = (asOf: Day): Sql =>
  sql`(select g.task_id, g.work, g.due, g.first_due, g.done_on, g.claimed_on from directives.v_task_span g where ${inForce('g', asOf)})`;

/** A task that has no lead has the term of its document, and is done with when it is closed. */
const alone = (closed: Sql): Sql =>
  sql`case when t.leads = 0 and t.closing is not null and ${closed} then 'cancelled' when t.leads = 0 then t.work else 'notStarted' end`;

/** The columns of a task `t` as its leads `g` had made them by the end of a day. */
export const pastColumns = (
  asOf: Day,
): Sql => sql`coalesce(g.work, ${alone(sql`(t.closing->>'on')::date <= ${asOf}::date`)}) as work,
  case when g.task_id is not null then g.due when t.leads = 0 then t.due else t.first_due end as due,
  case when g.task_id is not null then g.first_due else t.first_due end as first_due, g.done_on, g.claimed_on`;

/** The same as they stand now. */
export const presentColumns: Sql = sql`case when t.leads = 0 then ${alone(sql`true`)} else t.work end as work, t.due, t.first_due, t.done_on, t.claimed_on`;
