-- A task followed its leads by counting them all again with each step. Of two steps at the same moment each counted
-- without the other, and a task of 3,321 leads was counted 3,321 rows at a time. Now each step adds its difference
-- under the lock of the task's row, and a step that changes nothing for the task does not touch it.
alter table directives.task
  add column leads_cancelled integer not null default 0,
  add column leads_recurring integer not null default 0,
  add column leads_submitted integer not null default 0,
  add column leads_idle integer not null default 0;

-- The next lead to be due, those still working before those that wait for a decision.
create index assignment_next_lead on directives.assignment (task_id, (work = 'submitted'), due, id) include (first_due)
  where role = 'lead' and due is not null and work in ('notStarted', 'inProgress', 'submitted');

create type directives.leads_change as (task_id uuid, leads integer, done integer, cancelled integer, recurring integer, submitted integer, idle integer);

-- The same rule as rules/task.ts.
create function directives.task_work(leads bigint, done bigint, cancelled bigint, recurring bigint, submitted bigint, idle bigint) returns text language sql immutable as $$
  select case
    when leads = 0 then 'notStarted'
    when leads = cancelled + recurring then case when recurring > 0 then 'recurring' else 'cancelled' end
    when done = leads - cancelled - recurring then 'completed'
    when done + submitted = leads - cancelled - recurring then 'submitted'
    when idle = leads - cancelled - recurring then 'notStarted'
    else 'inProgress' end
$$;

-- The days of a task from its leads: of a completed one those of the worst lateness, of an open one those that come next.
create function directives.task_days(id uuid, work text, out due date, out first_due date, out done_on date) language plpgsql stable as $$
begin
  if work = 'completed' then
    select a.due, a.first_due, a.done_on into due, first_due, done_on from directives.assignment a
      where a.task_id = task_days.id and a.role = 'lead' and a.work = 'completed' and a.due is not null order by a.done_on - a.due desc, a.id limit 1;
    if done_on is null then
      select max(a.done_on) into done_on from directives.assignment a where a.task_id = task_days.id and a.role = 'lead';
    end if;
  else
    select a.due, a.first_due into due, first_due from directives.assignment a
      where a.task_id = task_days.id and a.role = 'lead' and a.due is not null and a.work in ('notStarted', 'inProgress', 'submitted')
      order by a.work = 'submitted', a.due, a.id limit 1;
  end if;
end $$;

create function directives.tasks_follow(changes directives.leads_change[]) returns void language plpgsql as $$
begin
  if changes is null then return; end if;
  perform from directives.task t where t.id in (select c.task_id from unnest(changes) c) order by t.id for no key update;
  update directives.task t set leads = n.leads, leads_done = n.done, leads_cancelled = n.cancelled, leads_recurring = n.recurring,
    leads_submitted = n.submitted, leads_idle = n.idle, work = n.work, due = d.due, first_due = d.first_due, done_on = d.done_on
  from (
    select c.task_id, w.*, directives.task_work(w.leads, w.done, w.cancelled, w.recurring, w.submitted, w.idle) as work
    from unnest(changes) c join directives.task o on o.id = c.task_id cross join lateral (
      select o.leads + c.leads as leads, o.leads_done + c.done as done, o.leads_cancelled + c.cancelled as cancelled,
        o.leads_recurring + c.recurring as recurring, o.leads_submitted + c.submitted as submitted, o.leads_idle + c.idle as idle) w
  ) n cross join lateral directives.task_days(n.task_id, n.work) d
  where t.id = n.task_id;
end $$;

-- Counts every lead afresh: for the data that is already there, and for checking.
create function directives.tasks_counted(ids uuid[] default null)
returns table (id uuid, leads integer, done integer, cancelled integer, recurring integer, submitted integer, idle integer, work text, due date, first_due date, done_on date)
language sql stable as $$
  select c.id, c.leads, c.done, c.cancelled, c.recurring, c.submitted, c.idle, w.work, d.due, d.first_due, d.done_on
  from (
    select t.id, count(a.id)::integer as leads, count(*) filter (where a.work = 'completed')::integer as done, count(*) filter (where a.work = 'cancelled')::integer as cancelled,
      count(*) filter (where a.work = 'recurring')::integer as recurring, count(*) filter (where a.work = 'submitted')::integer as submitted, count(*) filter (where a.work = 'notStarted')::integer as idle
    from directives.task t left join directives.assignment a on a.task_id = t.id and a.role = 'lead'
    where ids is null or t.id = any(ids) group by t.id) c
  cross join lateral (select directives.task_work(c.leads, c.done, c.cancelled, c.recurring, c.submitted, c.idle) as work) w
  cross join lateral directives.task_days(c.id, w.work) d
$$;

create or replace function directives.task_follows(ids uuid[]) returns void language sql as $$
  update directives.task t set leads = c.leads, leads_done = c.done, leads_cancelled = c.cancelled, leads_recurring = c.recurring,
    leads_submitted = c.submitted, leads_idle = c.idle, work = c.work, due = c.due, first_due = c.first_due, done_on = c.done_on
  from directives.tasks_counted(ids) c where c.id = t.id
$$;

create or replace function directives.assignments_added() returns trigger language plpgsql as $$
begin
  insert into directives.span (unit_id, assignment_id, from_at, task_id, directive_id, role, classification, work, due, first_due, done_on, progress, last_report_on, claimed_on)
    select unit_id, id, changed_at, task_id, directive_id, role, classification, work, due, first_due, done_on, progress, last_report_on, claimed_on from fresh;
  insert into directives.tally as t (unit_id, directive_id, role, classification, work, due, late_days, n)
    select unit_id, directive_id, role, classification, work, directives.tally_due(due), directives.late_days(work, due, done_on), count(*)
    from fresh group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7
    on conflict (unit_id, directive_id, role, classification, work, due, late_days) do update set n = t.n + excluded.n;
  perform directives.tasks_follow(array_agg(row(task_id, leads, done, cancelled, recurring, submitted, idle)::directives.leads_change)) from (
    select task_id, count(*) as leads, count(*) filter (where work = 'completed') as done, count(*) filter (where work = 'cancelled') as cancelled,
      count(*) filter (where work = 'recurring') as recurring, count(*) filter (where work = 'submitted') as submitted, count(*) filter (where work = 'notStarted') as idle
    from fresh where role = 'lead' group by task_id) c;
  return null;
end $$;

create or replace function directives.assignments_changed() returns trigger language plpgsql as $$
begin
  update directives.span s set to_at = f.changed_at from fresh f
    where s.unit_id = f.unit_id and s.assignment_id = f.id and s.to_at is null and s.from_at < f.changed_at;
  insert into directives.span (unit_id, assignment_id, from_at, task_id, directive_id, role, classification, work, due, first_due, done_on, progress, last_report_on, claimed_on)
    select unit_id, id, changed_at, task_id, directive_id, role, classification, work, due, first_due, done_on, progress, last_report_on, claimed_on from fresh
    on conflict (unit_id, assignment_id, from_at) do update set work = excluded.work, due = excluded.due, first_due = excluded.first_due, done_on = excluded.done_on,
      progress = excluded.progress, last_report_on = excluded.last_report_on, claimed_on = excluded.claimed_on, classification = excluded.classification;
  insert into directives.tally as t (unit_id, directive_id, role, classification, work, due, late_days, n)
    select unit_id, directive_id, role, classification, work, due, late_days, sum(n) from (
      select unit_id, directive_id, role, classification, work, directives.tally_due(due) as due, directives.late_days(work, due, done_on) as late_days, 1 as n from fresh
      union all
      select unit_id, directive_id, role, classification, work, directives.tally_due(due), directives.late_days(work, due, done_on), -1 from stale) d
    group by 1, 2, 3, 4, 5, 6, 7 having sum(n) <> 0 order by 1, 2, 3, 4, 5, 6, 7
    on conflict (unit_id, directive_id, role, classification, work, due, late_days) do update set n = t.n + excluded.n;
  perform directives.tasks_follow(array_agg(row(task_id, 0, done, cancelled, recurring, submitted, idle)::directives.leads_change)) from (
    select f.task_id, sum((f.work = 'completed')::integer - (s.work = 'completed')::integer) as done, sum((f.work = 'cancelled')::integer - (s.work = 'cancelled')::integer) as cancelled,
      sum((f.work = 'recurring')::integer - (s.work = 'recurring')::integer) as recurring, sum((f.work = 'submitted')::integer - (s.work = 'submitted')::integer) as submitted,
      sum((f.work = 'notStarted')::integer - (s.work = 'notStarted')::integer) as idle
    from fresh f join stale s on s.unit_id = f.unit_id and s.id = f.id
    where f.role = 'lead' and (f.work, f.due, f.first_due, f.done_on) is distinct from (s.work, s.due, s.first_due, s.done_on) group by f.task_id) c;
  return null;
end $$;

select directives.task_follows(null);
