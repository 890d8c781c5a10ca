-- A claimed task is judged by the date of its product, as its assignments are: of leads that wait for a decision the one
-- whose product is latest against its term decides, as it will when they are accepted.
alter table directives.task add column claimed_on date;

-- How a task stood, from when to when it was so known: what its leads had made of it.
create table directives.task_span (
  task_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz,
  work text not null,
  due date,
  first_due date,
  done_on date,
  claimed_on date,
  primary key (task_id, from_at)
);
create index task_span_open on directives.task_span (task_id) where to_at is null;

-- By how much the counts of assignments changed on a day. The sum up to a day is what was known at its end. Rows are only
-- added, so that nobody waits for anybody; those of past days are drawn together from time to time. `late`: the product,
-- accepted or claimed, is later than the term.
create table directives.tally_change (
  day date not null,
  directive_id uuid not null,
  role text not null,
  classification text not null,
  work text not null,
  due date,
  late boolean not null,
  n integer not null,
  drawn boolean not null default false
);
create index tally_change_directive on directives.tally_change (directive_id, day);
create index tally_change_loose on directives.tally_change (day) where not drawn;

-- A past day of one task; what few may see, and what was merged or is a target, beside the sums of all.
create index span_task on directives.span (task_id, from_at);
create index span_not_public on directives.span (unit_id, from_at) where classification <> 'public';

create function directives.is_late(work text, due date, done_on date, claimed_on date) returns boolean language sql immutable as
  $$ select (case work when 'completed' then done_on > due when 'submitted' then claimed_on > due end) is true $$;
create function directives.day_of(timestamptz) returns date language sql immutable as $$ select ($1 at time zone 'Asia/Ho_Chi_Minh')::date $$;
create function directives.end_of(date) returns timestamptz language sql immutable as $$ select ($1 + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' $$;

-- Equal terms no longer decide by the id of the assignment: what a task shows follows from the days alone.
drop index directives.assignment_next_lead;
create index assignment_next_lead on directives.assignment (task_id, (work = 'submitted'), due, first_due)
  where role = 'lead' and due is not null and work in ('notStarted', 'inProgress', 'submitted');

drop function directives.tasks_counted(uuid[]), directives.task_days(uuid, text), directives.tasks_follow(directives.leads_change[]), directives.task_follows(uuid[]);
alter type directives.leads_change add attribute at timestamptz;

-- The days of a task from its leads: of a completed one those of the worst lateness, of a claimed one those of the worst
-- claim, of an open one those that come next.
create function directives.task_days(id uuid, work text, out due date, out first_due date, out done_on date, out claimed_on date) language plpgsql stable as $$
begin
  if work = 'completed' then
    select a.due, a.first_due, a.done_on into due, first_due, done_on from directives.assignment a
      where a.task_id = task_days.id and a.role = 'lead' and a.work = 'completed' and a.due is not null order by a.done_on - a.due desc, a.due, a.first_due limit 1;
    if done_on is null then
      select max(a.done_on) into done_on from directives.assignment a where a.task_id = task_days.id and a.role = 'lead';
    end if;
  elsif work = 'submitted' then
    select a.due, a.first_due, a.claimed_on into due, first_due, claimed_on from directives.assignment a
      where a.task_id = task_days.id and a.role = 'lead' and a.work = 'submitted' and a.due is not null order by a.claimed_on - a.due desc nulls last, a.due, a.first_due limit 1;
  else
    select a.due, a.first_due into due, first_due from directives.assignment a
      where a.task_id = task_days.id and a.role = 'lead' and a.due is not null and a.work in ('notStarted', 'inProgress', 'submitted')
      order by a.work = 'submitted', a.due, a.first_due limit 1;
  end if;
end $$;

-- Changes of counts, and of what tasks follow from them. The row of a task is locked, so its spans have one writer.
create function directives.tasks_follow(changes directives.leads_change[]) returns void language plpgsql as $$
begin
  if changes is null then return; end if;
  perform from directives.task t where t.id in (select c.task_id from unnest(changes) c) order by t.id for no key update;
  with followed as (
    update directives.task t set leads = n.leads, leads_done = n.done, leads_cancelled = n.cancelled, leads_recurring = n.recurring,
      leads_submitted = n.submitted, leads_idle = n.idle, work = n.work, due = d.due, first_due = d.first_due, done_on = d.done_on, claimed_on = d.claimed_on
    from (
      select c.task_id, c.at, w.*, directives.task_work(w.leads, w.done, w.cancelled, w.recurring, w.submitted, w.idle) as work
      from unnest(changes) c join directives.task o on o.id = c.task_id cross join lateral (
        select o.leads + c.leads as leads, o.leads_done + c.done as done, o.leads_cancelled + c.cancelled as cancelled,
          o.leads_recurring + c.recurring as recurring, o.leads_submitted + c.submitted as submitted, o.leads_idle + c.idle as idle) w
    ) n cross join lateral directives.task_days(n.task_id, n.work) d
    where t.id = n.task_id
    returning t.id, n.at, t.work, t.due, t.first_due, t.done_on, t.claimed_on
  ), turned as (
    select f.id, greatest(f.at, s.from_at) as at, f.work, f.due, f.first_due, f.done_on, f.claimed_on
    from followed f left join directives.task_span s on s.task_id = f.id and s.to_at is null
    where s.task_id is null or (s.work, s.due, s.first_due, s.done_on, s.claimed_on) is distinct from (f.work, f.due, f.first_due, f.done_on, f.claimed_on)
  ), ended as (
    update directives.task_span s set to_at = u.at from turned u where s.task_id = u.id and s.to_at is null and s.from_at < u.at
  )
  insert into directives.task_span (task_id, from_at, work, due, first_due, done_on, claimed_on)
    select id, at, work, due, first_due, done_on, claimed_on from turned
    on conflict (task_id, from_at) do update set work = excluded.work, due = excluded.due, first_due = excluded.first_due, done_on = excluded.done_on, claimed_on = excluded.claimed_on;
end $$;
alter function directives.tasks_follow(directives.leads_change[]) set plan_cache_mode = 'force_generic_plan';

-- Counts every lead afresh: for the data that is already there, and for checking.
create function directives.tasks_counted(ids uuid[] default null)
returns table (id uuid, leads integer, done integer, cancelled integer, recurring integer, submitted integer, idle integer, work text, due date, first_due date, done_on date, claimed_on date)
language sql stable as $$
  select c.id, c.leads, c.done, c.cancelled, c.recurring, c.submitted, c.idle, w.work, d.due, d.first_due, d.done_on, d.claimed_on
  from (
    select t.id, count(a.id)::integer as leads, count(*) filter (where a.work = 'completed')::integer as done, count(*) filter (where a.work = 'cancelled')::integer as cancelled,
      count(*) filter (where a.work = 'recurring')::integer as recurring, count(*) filter (where a.work = 'submitted')::integer as submitted, count(*) filter (where a.work = 'notStarted')::integer as idle
    from directives.task t left join directives.assignment a on a.task_id = t.id and a.role = 'lead'
    where ids is null or t.id = any(ids) group by t.id) c
  cross join lateral (select directives.task_work(c.leads, c.done, c.cancelled, c.recurring, c.submitted, c.idle) as work) w
  cross join lateral directives.task_days(c.id, w.work) d
$$;

create function directives.task_follows(ids uuid[]) returns void language sql as $$
  update directives.task t set leads = c.leads, leads_done = c.done, leads_cancelled = c.cancelled, leads_recurring = c.recurring,
    leads_submitted = c.submitted, leads_idle = c.idle, work = c.work, due = c.due, first_due = c.first_due, done_on = c.done_on, claimed_on = c.claimed_on
  from directives.tasks_counted(ids) c where c.id = t.id and c.leads > 0
$$;

-- Tasks at the end of each day on which one of their leads changed, told by the spans of the leads: for the data that is
-- already there, and for checking what is kept with each change. Leads that stand alike are counted together.
create function directives.tasks_told() returns table (task_id uuid, day date, work text, due date, first_due date, done_on date, claimed_on date) language sql stable set work_mem = '64MB' as $$
  with change as (
    select task_id, day, work, due, first_due, done_on, claimed_on, sum(n) as n from (
      select task_id, directives.day_of(from_at) as day, work, due, first_due, done_on, claimed_on, 1 as n from directives.span where role = 'lead'
      union all
      select task_id, directives.day_of(to_at), work, due, first_due, done_on, claimed_on, -1 from directives.span where role = 'lead' and to_at is not null) c
    group by 1, 2, 3, 4, 5, 6, 7
  ), alike as (
    select c.*, sum(n) over w as standing, lead(day) over w as until from change c window w as (partition by task_id, work, due, first_due, done_on, claimed_on order by day)
  ), counted as (
    select t.task_id, t.day, directives.task_work(sum(a.standing)::bigint, coalesce(sum(a.standing) filter (where a.work = 'completed'), 0)::bigint, coalesce(sum(a.standing) filter (where a.work = 'cancelled'), 0)::bigint,
        coalesce(sum(a.standing) filter (where a.work = 'recurring'), 0)::bigint, coalesce(sum(a.standing) filter (where a.work = 'submitted'), 0)::bigint, coalesce(sum(a.standing) filter (where a.work = 'notStarted'), 0)::bigint) as work,
      max(a.done_on) as last_done_on,
      (array_agg(array[a.due, a.first_due, a.done_on] order by a.done_on - a.due desc, a.due, a.first_due) filter (where a.due is not null and a.work = 'completed'))[1:1] as worst,
      (array_agg(array[a.due, a.first_due, a.claimed_on] order by a.claimed_on - a.due desc nulls last, a.due, a.first_due) filter (where a.due is not null and a.work = 'submitted'))[1:1] as claim,
      (array_agg(array[a.due, a.first_due] order by a.work = 'submitted', a.due, a.first_due) filter (where a.due is not null and a.work in ('notStarted', 'inProgress', 'submitted')))[1:1] as next
    from (select distinct c.task_id, c.day from change c) t join alike a on a.task_id = t.task_id and a.day <= t.day and (a.until is null or a.until > t.day) and a.standing > 0
    group by t.task_id, t.day)
  select c.task_id, c.day, c.work,
    case c.work when 'completed' then c.worst[1][1] when 'submitted' then c.claim[1][1] else c.next[1][1] end,
    case c.work when 'completed' then c.worst[1][2] when 'submitted' then c.claim[1][2] else c.next[1][2] end,
    case when c.work = 'completed' then coalesce(c.worst[1][3], c.last_done_on) end,
    case when c.work = 'submitted' then c.claim[1][3] end
  from counted c
$$;

create function directives.tally_told() returns table (day date, directive_id uuid, role text, classification text, work text, due date, late boolean, n bigint) language sql stable set work_mem = '64MB' as $$
  select day, directive_id, role, classification, work, due, late, sum(n) from (
    select directives.day_of(from_at) as day, directive_id, role, classification, work, due, directives.is_late(work, due, done_on, claimed_on) as late, 1 as n from directives.span
    union all
    select directives.day_of(to_at), directive_id, role, classification, work, due, directives.is_late(work, due, done_on, claimed_on), -1 from directives.span where to_at is not null) c
  group by 1, 2, 3, 4, 5, 6, 7 having sum(n) <> 0
$$;

-- Makes both anew from the spans of assignments.
create function directives.past_retold() returns void language sql as $$
  truncate directives.task_span, directives.tally_change;
  insert into directives.task_span (task_id, from_at, to_at, work, due, first_due, done_on, claimed_on)
    select task_id, day::timestamp at time zone 'Asia/Ho_Chi_Minh', lead(day::timestamp at time zone 'Asia/Ho_Chi_Minh') over (partition by task_id order by day), work, due, first_due, done_on, claimed_on
    from (select t.*, lag(row(work, due, first_due, done_on, claimed_on)) over (partition by task_id order by day) as before from directives.tasks_told() t) told
    where before is null or row(work, due, first_due, done_on, claimed_on) is distinct from before;
  insert into directives.tally_change (day, directive_id, role, classification, work, due, late, n, drawn)
    select day, directive_id, role, classification, work, due, late, n, true from directives.tally_told() order by directive_id, day
$$;

-- Draws the changes of days that are over together, so that there is one row for each kind of change and day.
create function directives.draw_tally(before date) returns void language sql as $$
  with days as (select distinct day from directives.tally_change where not drawn and day < before),
  loose as (delete from directives.tally_change c using days d where c.day = d.day returning c.*)
  insert into directives.tally_change (day, directive_id, role, classification, work, due, late, n, drawn)
    select day, directive_id, role, classification, work, due, late, sum(n), true from loose group by 1, 2, 3, 4, 5, 6, 7 having sum(n) <> 0
$$;

create or replace function directives.assignments_added() returns trigger language plpgsql as $$
begin
  insert into directives.span (unit_id, assignment_id, from_at, task_id, directive_id, role, classification, work, due, first_due, done_on, progress, last_report_on, claimed_on)
    select unit_id, id, changed_at, task_id, directive_id, role, classification, work, due, first_due, done_on, progress, last_report_on, claimed_on from fresh;
  insert into directives.tally as t (unit_id, directive_id, role, classification, work, due, late_days, n)
    select unit_id, directive_id, role, classification, work, directives.tally_due(due), directives.late_days(work, due, done_on), count(*)
    from fresh group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7
    on conflict (unit_id, directive_id, role, classification, work, due, late_days) do update set n = t.n + excluded.n;
  insert into directives.tally_change (day, directive_id, role, classification, work, due, late, n)
    select directives.day_of(changed_at), directive_id, role, classification, work, due, directives.is_late(work, due, done_on, claimed_on), count(*) from fresh group by 1, 2, 3, 4, 5, 6, 7;
  perform directives.tasks_follow(array_agg(row(task_id, leads, done, cancelled, recurring, submitted, idle, at)::directives.leads_change)) from (
    select task_id, count(*) as leads, count(*) filter (where work = 'completed') as done, count(*) filter (where work = 'cancelled') as cancelled,
      count(*) filter (where work = 'recurring') as recurring, count(*) filter (where work = 'submitted') as submitted, count(*) filter (where work = 'notStarted') as idle,
      max(changed_at) as at
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
  insert into directives.tally_change (day, directive_id, role, classification, work, due, late, n)
    select day, directive_id, role, classification, work, due, late, sum(n) from (
      select directives.day_of(changed_at) as day, directive_id, role, classification, work, due, directives.is_late(work, due, done_on, claimed_on) as late, 1 as n from fresh
      union all
      select directives.day_of(f.changed_at), s.directive_id, s.role, s.classification, s.work, s.due, directives.is_late(s.work, s.due, s.done_on, s.claimed_on), -1
      from stale s join fresh f on f.unit_id = s.unit_id and f.id = s.id) d
    group by 1, 2, 3, 4, 5, 6, 7 having sum(n) <> 0;
  perform directives.tasks_follow(array_agg(row(task_id, 0, done, cancelled, recurring, submitted, idle, at)::directives.leads_change)) from (
    select f.task_id, sum((f.work = 'completed')::integer - (s.work = 'completed')::integer) as done, sum((f.work = 'cancelled')::integer - (s.work = 'cancelled')::integer) as cancelled,
      sum((f.work = 'recurring')::integer - (s.work = 'recurring')::integer) as recurring, sum((f.work = 'submitted')::integer - (s.work = 'submitted')::integer) as submitted,
      sum((f.work = 'notStarted')::integer - (s.work = 'notStarted')::integer) as idle, max(f.changed_at) as at
    from fresh f join stale s on s.unit_id = f.unit_id and s.id = f.id
    where f.role = 'lead' and (f.work, f.due, f.first_due, f.done_on, f.claimed_on) is distinct from (s.work, s.due, s.first_due, s.done_on, s.claimed_on) group by f.task_id) c;
  return null;
end $$;

create or replace view directives.v_figure_task as
  select t.id, t.directive_id, t.ref, t.kind, t.number, t.position, t.section_code, t.title_vi, t.title_en, t.product_vi, t.field, t.classification, t.lead_text,
    t.deadline->>'text' as deadline_text, t.same_as, t.closing, t.work, t.first_due, t.due, t.done_on, t.leads, t.leads_done,
    d.number as directive_number, d.owner_unit_id, d.classification as directive_classification, d.issued_on,
    case when substr(t.id::text, 15, 1) = '7' then to_timestamp(('x' || substr(replace(t.id::text, '-', ''), 1, 12))::bit(48)::bigint / 1000.0) else d.created_at end as known_from,
    t.claimed_on
  from directives.task t join directives.directive d on d.id = t.directive_id;
create view directives.v_task_span as select * from directives.task_span;
create view directives.v_tally_change as select day, directive_id, role, classification, work, due, late, n from directives.tally_change;

grant select, insert, update on directives.task_span to lienthong_app;
grant select, insert on directives.tally_change to lienthong_app;
grant select on directives.v_task_span, directives.v_tally_change to lienthong_app;

select directives.task_follows(null), directives.past_retold();
analyze directives.task_span, directives.tally_change;
