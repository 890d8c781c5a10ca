import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';

/** Live rows as a replay compares them, by id. */
export interface LiveAssignment {
  id: string;
  taskId: string;
  role: string;
  work: string;
  due: string | null;
  firstDue: string | null;
  doneOn: string | null;
  claimedOn: string | null;
  progress: number;
  startedOn: string | null;
  lastReportOn: string | null;
  partVi: string;
}

const byId = <T extends { id: string }>(rows: T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

export const listLiveAssignments = async (tx: Tx, ids: string[]): Promise<Map<string, LiveAssignment>> =>
  byId(
    await tx.rows(
      sql`select id, task_id, role, work, due, first_due, done_on, claimed_on, progress, started_on, last_report_on, part_vi from directives.assignment where id = any(${ids}::uuid[])`,
    ),
  );

export interface LiveTask {
  id: string;
  ref: string;
  kind: string;
  titleVi: string;
  sameAs: string | null;
  classification: string;
}
export const listLiveTasks = async (tx: Tx, ids: string[]): Promise<Map<string, LiveTask>> =>
  byId(
    await tx.rows(
      sql`select id, ref, kind, title_vi, same_as, classification from directives.task where id = any(${ids}::uuid[])`,
    ),
  );

export interface LiveReport {
  id: string;
  assignmentId: string;
  state: string;
  claims: boolean;
}
export const listLiveReports = async (tx: Tx, ids: string[]): Promise<Map<string, LiveReport>> =>
  byId(
    await tx.rows(
      sql`select id, assignment_id, state, claims from directives.report where id = any(${ids}::uuid[])`,
    ),
  );

export const countAssignments = async (tx: Tx): Promise<number> =>
  (await tx.one<{ n: number }>(sql`select count(*) as n from directives.assignment`)).n;

/** Where the kept counts are not a fresh count, where the open span is not the row, and tasks that did not follow their leads. */
export async function compareTally(tx: Tx) {
  const tally = await tx.rows<{
    unitId: string;
    work: string;
    kept: number | null;
    fresh: number | null;
  }>(sql`
    select unit_id, work, kept.n as kept, fresh.n as fresh from
      (select unit_id, directive_id, role, classification, work, directives.tally_due(due) as due, directives.late_days(work, due, done_on) as late_days, count(*)::int as n
       from directives.assignment group by 1, 2, 3, 4, 5, 6, 7) fresh
      full join (select * from directives.tally where n <> 0) kept using (unit_id, directive_id, role, classification, work, due, late_days) where fresh.n is distinct from kept.n`);
  const spans = await tx.rows<{ id: string }>(sql`
    select a.id from directives.assignment a left join directives.span s on s.unit_id = a.unit_id and s.assignment_id = a.id and s.to_at is null
    where s.assignment_id is null or (s.work, s.due, s.done_on, s.progress) is distinct from (a.work, a.due, a.done_on, a.progress)`);
  // A task that no unit leads yet keeps the days of its own deadline.
  const tasks = await tx.rows<{ id: string }>(sql`
    select t.id from directives.task t join directives.tasks_counted() c on c.id = t.id
    where (t.work, t.due, t.first_due, t.done_on, t.claimed_on, t.leads, t.leads_done, t.leads_cancelled, t.leads_recurring, t.leads_submitted, t.leads_idle)
      is distinct from (c.work, case when c.leads = 0 then t.due else c.due end, case when c.leads = 0 then t.first_due else c.first_due end, c.done_on, c.claimed_on, c.leads, c.done, c.cancelled, c.recurring, c.submitted, c.idle)`);
  const { n } = await tx.one<{ n: number }>(sql`select count(*) as n from directives.tally`);
  return { tally, spans, tasks, n };
}

/** Where the past that is kept for short answers (spans of tasks, changes of counts) is not what the spans of assignments tell. */
export async function comparePast(tx: Tx) {
  // At the end of every day on which a lead changed the task stood as told; and no span begins on another day.
  const tasks = await tx.rows<{ id: string; day: string }>(sql`
    with told as materialized (select *, directives.end_of(day) as at from directives.tasks_told())
    select told.task_id as id, told.day
    from told left join directives.task_span kept on kept.task_id = told.task_id and kept.from_at < told.at and (kept.to_at is null or kept.to_at >= told.at)
    where (told.work, told.due, told.first_due, told.done_on, told.claimed_on) is distinct from (kept.work, kept.due, kept.first_due, kept.done_on, kept.claimed_on)
    union
    select kept.task_id, kept.day from (select task_id, directives.day_of(from_at) as day from directives.task_span) kept
    where not exists (select from told where told.task_id = kept.task_id and told.day = kept.day) limit 1000`);
  const key = sql`day, directive_id, role, classification, work, coalesce(due, 'infinity') as due, late`;
  const counts = await tx.rows<{
    directiveId: string;
    day: string;
    work: string;
    kept: number;
    told: number;
  }>(sql`
    select directive_id, day, work, coalesce(kept.n, 0)::int as kept, coalesce(told.n, 0)::int as told
    from (select ${key}, n from directives.tally_told()) told
      full join (select ${key}, sum(n) as n from directives.tally_change group by 1, 2, 3, 4, 5, 6, 7 having sum(n) <> 0) kept
      using (day, directive_id, role, classification, work, due, late)
    where told.n is distinct from kept.n limit 1000`);
  const { n } = await tx.one<{ n: number }>(
    sql`select (select count(*) from directives.task_span) + (select count(*) from directives.tally_change) as n`,
  );
  return { tasks, counts, n };
}
