create schema directives;
grant usage on schema directives to lienthong_app;

create table directives.directive (
  id uuid primary key,
  owner_unit_id text not null,
  number text not null,
  kind text not null,
  title_vi text not null,
  title_en text not null default '',
  summary_vi text not null default '',
  issuer_unit_id text,
  issuer_text text not null default '',
  issued_on date not null,
  classification text not null,
  link text,
  file_id uuid,
  parent_id uuid references directives.directive,
  state text not null,
  settings jsonb not null,
  created_at timestamptz not null,
  version integer not null
);
create unique index directive_number on directives.directive (owner_unit_id, number, issued_on);
create index directive_search on directives.directive using gin (kit.fold(number || ' ' || title_vi || ' ' || title_en || ' ' || summary_vi || ' ' || issuer_text) gin_trgm_ops);
create index directive_recent on directives.directive (issued_on desc, id);

create table directives.relation (
  from_id uuid not null references directives.directive,
  to_id uuid not null references directives.directive,
  kind text not null,
  note text not null default '',
  primary key (from_id, to_id, kind)
);

create table directives.section (
  directive_id uuid not null references directives.directive,
  code text not null,
  number text not null default '',
  title_vi text not null,
  title_en text not null default '',
  parent_code text,
  position integer not null,
  primary key (directive_id, code)
);

create table directives.task (
  id uuid primary key,
  directive_id uuid not null references directives.directive,
  ref text not null,
  kind text not null,
  number text not null default '',
  position integer not null,
  section_code text,
  title_vi text not null,
  title_en text not null default '',
  product_vi text not null default '',
  field text,
  classification text not null,
  lead_text text not null default '',
  coordinating_text text not null default '',
  deadline jsonb not null,
  target jsonb,
  source_url text,
  note text not null default '',
  same_as uuid references directives.task,
  -- why it stopped being work to do: cancelled, redirected or not checkable, with reason and document
  closing jsonb,
  version integer not null,
  -- the rest follows from the leads' assignments (task_follows below)
  work text not null default 'notStarted',
  first_due date,
  due date,
  done_on date,
  leads integer not null default 0,
  leads_done integer not null default 0,
  unique (directive_id, ref)
);
create index task_search on directives.task using gin (kit.fold(ref || ' ' || title_vi || ' ' || title_en || ' ' || product_vi || ' ' || lead_text) gin_trgm_ops);
create index task_position on directives.task (directive_id, position, id);
create index task_same_as on directives.task (same_as) where same_as is not null;
create index task_due on directives.task (due, id) where work in ('notStarted', 'inProgress', 'submitted');

-- A task may have several parents, and be assigned by several directives: each is a duty of its own.
create table directives.task_parent (
  task_id uuid not null references directives.task,
  parent_id uuid not null references directives.task,
  primary key (task_id, parent_id)
);
create table directives.duty (
  id uuid primary key,
  task_id uuid not null references directives.task,
  directive_id uuid not null references directives.directive,
  ref text not null default '',
  assigned_on date not null,
  deadline jsonb not null,
  note text not null default ''
);
create index duty_task on directives.duty (task_id);
create index duty_directive on directives.duty (directive_id);

-- unit_id is the unit named in the document on the day of assigning, and never changes: who holds it today follows
-- from the successions of organisations. A transfer is a new row.
create table directives.assignment (
  unit_id text not null,
  id uuid not null,
  task_id uuid not null references directives.task,
  directive_id uuid not null references directives.directive,
  role text not null,
  via text,
  part_vi text not null default '',
  classification text not null,
  assigned_on date not null,
  work text not null,
  due date,
  first_due date,
  done_on date,
  progress integer not null default 0,
  started_on date,
  last_report_on date,
  claimed_on date,
  state jsonb not null,
  version integer not null,
  changed_at timestamptz not null,
  primary key (unit_id, id)
);
create unique index assignment_id on directives.assignment (id, unit_id);
create index assignment_task on directives.assignment (task_id, role);
create index assignment_directive on directives.assignment (directive_id, unit_id);
create index assignment_open on directives.assignment (unit_id, due, id) where work in ('notStarted', 'inProgress', 'submitted');
create index assignment_late on directives.assignment (due, id) where work in ('notStarted', 'inProgress', 'submitted');
create index assignment_submitted on directives.assignment (directive_id, changed_at, id) where work = 'submitted';

-- How an assignment stood, from when to when it was so known. Any board as of any day is one query over this.
create table directives.span (
  unit_id text not null,
  assignment_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz,
  task_id uuid not null,
  directive_id uuid not null,
  role text not null,
  classification text not null,
  work text not null,
  due date,
  first_due date,
  done_on date,
  progress integer not null,
  last_report_on date,
  claimed_on date,
  primary key (unit_id, assignment_id, from_at)
);
create index span_time on directives.span (directive_id, from_at);

-- Counts of assignments, kept with each change in the same transaction. Overdue follows from the due day when read,
-- so that nothing has to be touched at midnight. Summed upwards over units when read.
create table directives.tally (
  unit_id text not null,
  directive_id uuid not null,
  role text not null,
  classification text not null,
  work text not null,
  due date not null,
  late_days integer not null,
  n integer not null,
  primary key (unit_id, directive_id, role, classification, work, due, late_days)
);


create table directives.report (
  unit_id text not null,
  id uuid not null,
  assignment_id uuid not null,
  period text not null,
  no integer not null,
  state text not null,
  nothing boolean not null default false,
  claims boolean not null default false,
  progress integer,
  content jsonb not null,
  product jsonb,
  evidence jsonb not null default '[]',
  submitted_by text not null,
  submitted_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  reason text,
  version integer not null,
  primary key (unit_id, id)
);
create unique index report_id on directives.report (id, unit_id);
create index report_assignment on directives.report (assignment_id, submitted_at desc);
create index report_period on directives.report (unit_id, period);
create index report_waiting on directives.report (state, submitted_at, id) where state in ('submitted', 'confirmed');

create table directives.unlock (
  unit_id text not null,
  assignment_id uuid not null,
  period text not null,
  until timestamptz not null,
  reason text not null,
  by_account text not null,
  at timestamptz not null,
  primary key (unit_id, assignment_id, period, at)
);

create table directives.extension (
  unit_id text not null,
  id uuid not null,
  assignment_id uuid not null,
  asked_due date not null,
  reason text not null,
  document jsonb,
  state text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  decision jsonb,
  primary key (unit_id, id)
);
create index extension_assignment on directives.extension (assignment_id);
create index extension_open on directives.extension (asked_at, id) where state = 'asked';

create table directives.difficulty (
  unit_id text not null,
  id uuid not null,
  assignment_id uuid not null,
  task_id uuid not null,
  report_id uuid,
  kind text not null,
  body text not null,
  addressee_unit_id text not null,
  due date not null,
  state text not null,
  raised_by text not null,
  raised_at timestamptz not null,
  answer text,
  answered_by text,
  answered_at timestamptz,
  primary key (unit_id, id)
);
create index difficulty_addressee on directives.difficulty (addressee_unit_id, due, id) where state = 'open';
create index difficulty_assignment on directives.difficulty (assignment_id);

create table directives.meeting (
  id uuid primary key,
  unit_id text not null,
  name text not null,
  held_on date not null,
  state text not null,
  classification text not null,
  directive_ids uuid[] not null default '{}',
  agenda jsonb,
  agenda_at timestamptz,
  created_at timestamptz not null
);
create table directives.conclusion (
  meeting_id uuid not null references directives.meeting,
  no integer not null,
  body text not null,
  task_id uuid references directives.task,
  primary key (meeting_id, no)
);

-- Rules of risk, versions of figures' definitions and reporting cycles of units: data with validity.
create table directives.risk_rules (
  version text primary key,
  valid_from date not null,
  rules jsonb not null
);
create table directives.unit_cycle (
  unit_id text primary key,
  cycle jsonb not null
);

create table directives.draft (
  account_id text not null,
  key text not null,
  content jsonb not null,
  at timestamptz not null,
  primary key (account_id, key)
);

create function directives.tally_due(date) returns date language sql immutable as $$ select coalesce($1, 'infinity'::date) $$;
-- Days late of a completed assignment; 0 for one done in time or without a term; -1 for all that are not completed.
create function directives.late_days(work text, due date, done_on date) returns integer language sql immutable as
  $$ select case when work <> 'completed' then -1 when due is null then 0 else greatest(0, done_on - due) end $$;

-- The same rule as rules/task.ts: completed when every lead that is not cancelled is, the worst lateness decides;
-- an open task is due with its open lead that is due first.
create function directives.task_follows(ids uuid[]) returns void language sql as $$
  update directives.task t set
    work = case
      when a.leads = a.cancelled_n + a.recurring_n then case when a.recurring_n > 0 then 'recurring' else 'cancelled' end
      when a.done_n = a.dated_n then 'completed'
      when a.done_n + a.submitted_n = a.dated_n then 'submitted'
      when a.idle_n = a.dated_n then 'notStarted'
      else 'inProgress' end,
    due = case when a.done_n = a.dated_n then a.worst_due else a.next_due end,
    first_due = case when a.done_n = a.dated_n then a.worst_first_due else a.next_first_due end,
    done_on = case when a.dated_n > 0 and a.done_n = a.dated_n then coalesce(a.worst_done_on, a.last_done_on) end,
    leads = a.leads, leads_done = a.done_n
  from (
    select task_id, count(*) as leads,
      count(*) filter (where work not in ('cancelled', 'recurring')) as dated_n,
      count(*) filter (where work = 'cancelled') as cancelled_n,
      count(*) filter (where work = 'recurring') as recurring_n,
      count(*) filter (where work = 'completed') as done_n,
      count(*) filter (where work = 'submitted') as submitted_n,
      count(*) filter (where work = 'notStarted') as idle_n,
      max(done_on) as last_done_on,
      (array_agg(due order by work = 'submitted', due, id) filter (where due is not null and work in ('notStarted', 'inProgress', 'submitted')))[1] as next_due,
      (array_agg(first_due order by work = 'submitted', due, id) filter (where due is not null and work in ('notStarted', 'inProgress', 'submitted')))[1] as next_first_due,
      (array_agg(due order by done_on - due desc, id) filter (where due is not null and work = 'completed'))[1] as worst_due,
      (array_agg(first_due order by done_on - due desc, id) filter (where due is not null and work = 'completed'))[1] as worst_first_due,
      (array_agg(done_on order by done_on - due desc, id) filter (where due is not null and work = 'completed'))[1] as worst_done_on
    from directives.assignment where task_id = any(ids) and role = 'lead' group by task_id) a
  where t.id = a.task_id
$$;

create function directives.assignments_added() returns trigger language plpgsql as $$
begin
  insert into directives.span (unit_id, assignment_id, from_at, task_id, directive_id, role, classification, work, due, first_due, done_on, progress, last_report_on, claimed_on)
    select unit_id, id, changed_at, task_id, directive_id, role, classification, work, due, first_due, done_on, progress, last_report_on, claimed_on from fresh;
  insert into directives.tally as t (unit_id, directive_id, role, classification, work, due, late_days, n)
    select unit_id, directive_id, role, classification, work, directives.tally_due(due), directives.late_days(work, due, done_on), count(*)
    from fresh group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7
    on conflict (unit_id, directive_id, role, classification, work, due, late_days) do update set n = t.n + excluded.n;
  perform directives.task_follows((select array_agg(distinct task_id) from fresh where role = 'lead'));
  return null;
end $$;
create trigger assignments_added after insert on directives.assignment
  referencing new table as fresh for each statement execute function directives.assignments_added();

create function directives.assignments_changed() returns trigger language plpgsql as $$
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
  perform directives.task_follows((select array_agg(distinct task_id) from fresh where role = 'lead'));
  return null;
end $$;
create trigger assignments_changed after update on directives.assignment
  referencing old table as stale new table as fresh for each statement execute function directives.assignments_changed();

grant select, insert, update on all tables in schema directives to lienthong_app;
grant delete on directives.draft, directives.relation, directives.section, directives.task_parent, directives.unit_cycle to lienthong_app;

-- What later modules may read.
create view directives.v_assignment as
  select a.unit_id, a.id, a.task_id, a.directive_id, a.role, a.via, a.part_vi, a.classification, a.assigned_on, a.work, a.due, a.first_due, a.done_on,
    a.progress, a.started_on, a.last_report_on, a.claimed_on, t.ref, t.kind as task_kind, t.title_vi, t.title_en, t.section_code, t.same_as, d.number as directive_number, d.owner_unit_id
  from directives.assignment a join directives.task t on t.id = a.task_id join directives.directive d on d.id = a.directive_id;
create view directives.v_span as select * from directives.span;
create view directives.v_tally as select * from directives.tally where n <> 0;
grant select on directives.v_assignment, directives.v_span, directives.v_tally to lienthong_app;
