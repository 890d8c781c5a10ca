create schema cases;
grant usage on schema cases to lienthong_app;

-- One hot row per case: what its events make of it, and columns for lists. unit_id is the unit of reception and never
-- changes, so that rows and events of a case stay on one node; who holds that unit's duties today is asked of organisations.
create table cases.case_file (
  unit_id text not null,
  id uuid not null,
  code text,
  procedure_code text not null,
  field text not null,
  version_id uuid not null,
  channel text not null,
  classification text not null,
  decision_unit_id text,
  at_unit_id text not null,
  return_unit_id text not null,
  handling text not null,
  payment text not null,
  -- submitted, working, waiting (no clock runs), ready (to be handed over), ended
  work text not null,
  step_key text,
  step_role text,
  person_id text,
  account_id text,
  applicant_name text not null,
  submitted_at timestamptz not null,
  received_at timestamptz,
  due_at timestamptz,
  step_due_at timestamptz,
  ended_at timestamptz,
  -- early, onTime or late of the provincial definition, once it has ended
  verdict text,
  wake_at timestamptz,
  secret_hash text,
  state jsonb not null,
  version integer not null,
  changed_at timestamptz not null,
  primary key (id, unit_id)
) with (fillfactor = 70);
create unique index case_code on cases.case_file (code, unit_id) where code is not null;
create index case_at_unit on cases.case_file (at_unit_id, (coalesce(due_at, 'infinity'::timestamptz)), id) where work <> 'ended';
create index case_person on cases.case_file (person_id, (coalesce(due_at, 'infinity'::timestamptz)), id) where work <> 'ended' and person_id is not null;
create index case_decision on cases.case_file (decision_unit_id, (coalesce(due_at, 'infinity'::timestamptz)), id) where work <> 'ended';
create index case_reception on cases.case_file (unit_id, submitted_at, id);
create index case_account on cases.case_file (account_id, submitted_at, id) where account_id is not null;
create index case_wake on cases.case_file (wake_at, id) where wake_at is not null;
create index case_due_open on cases.case_file (due_at, id) where work in ('working', 'waiting');

-- What the applicant filled in, each version of it. Events name a version by its hash, so that personal data can be
-- taken out of here when the law asks for it without breaking their chain.
create table cases.content (
  unit_id text not null,
  case_id uuid not null,
  version integer not null,
  content jsonb not null,
  hash text not null,
  at timestamptz not null,
  primary key (case_id, version, unit_id)
);

create table cases.applicant (
  unit_id text not null,
  case_id uuid not null,
  -- keyed hash of the personal or business number
  key text,
  procedure_code text not null,
  text text not null,
  primary key (case_id, unit_id)
);
create index applicant_search on cases.applicant using gin (kit.fold(text) gin_trgm_ops);
create index applicant_key on cases.applicant (key, procedure_code) where key is not null;

-- What one unit asks of another, in the work list of the unit asked.
create table cases.consultation (
  unit_id text not null,
  id uuid not null,
  case_id uuid not null,
  case_unit_id text not null,
  question text not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  answered_at timestamptz,
  primary key (unit_id, id)
);
create index consultation_open on cases.consultation (unit_id, due_at, id) where answered_at is null;
create index consultation_case on cases.consultation (case_id);

create table cases.draft (
  id uuid primary key,
  account_id text,
  secret_hash text,
  procedure_code text not null,
  content jsonb not null,
  saved_at timestamptz not null
);
create index draft_account on cases.draft (account_id, saved_at) where account_id is not null;
create index draft_old on cases.draft (saved_at);

-- The last number given out per unit and day (codes) or per unit and year (results).
create table cases.counter (
  unit_id text not null,
  kind text not null,
  day text not null,
  n integer not null,
  primary key (unit_id, kind, day)
);

create table cases.saved_view (
  account_id text not null,
  name text not null,
  filters jsonb not null,
  primary key (account_id, name)
);

-- Counts per unit and day, kept with each change in the same transaction and summed upwards when read. Overdue follows
-- from the due day when read, so nothing is touched at midnight; a case without a due day counts at infinity.
create table cases.tally (
  unit_id text not null,
  kind text not null,
  day date not null,
  n integer not null,
  primary key (unit_id, kind, day)
) with (fillfactor = 50);

create function cases.counted(f cases.case_file) returns table (unit_id text, kind text, day date) language sql immutable as $$
  select coalesce(f.decision_unit_id, f.unit_id), 'open:' || f.work, coalesce((f.due_at at time zone 'Asia/Ho_Chi_Minh')::date, 'infinity')
    where f.work <> 'ended'
  union all
  select coalesce(f.decision_unit_id, f.unit_id), 'received:' || f.channel, (f.received_at at time zone 'Asia/Ho_Chi_Minh')::date
    where f.received_at is not null
  union all
  select coalesce(f.decision_unit_id, f.unit_id), 'ended:' || f.verdict, (f.ended_at at time zone 'Asia/Ho_Chi_Minh')::date
    where f.verdict is not null and f.ended_at is not null
$$;

create function cases.count_case() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into cases.tally as t (unit_id, kind, day, n)
      select k.unit_id, k.kind, k.day, 1 from cases.counted(new) k order by 1, 2, 3
      on conflict (unit_id, kind, day) do update set n = t.n + excluded.n;
  else
    insert into cases.tally as t (unit_id, kind, day, n)
      select d.unit_id, d.kind, d.day, sum(d.n)::int from (
        select k.unit_id, k.kind, k.day, 1 as n from cases.counted(new) k
        union all select k.unit_id, k.kind, k.day, -1 from cases.counted(old) k) d
      group by 1, 2, 3 having sum(d.n) <> 0 order by 1, 2, 3
      on conflict (unit_id, kind, day) do update set n = t.n + excluded.n;
  end if;
  return null;
end $$;
create trigger counted_new after insert on cases.case_file for each row execute function cases.count_case();
create trigger counted_changed after update on cases.case_file for each row
  when ((old.work, old.due_at, old.decision_unit_id, old.received_at, old.ended_at, old.verdict)
    is distinct from (new.work, new.due_at, new.decision_unit_id, new.received_at, new.ended_at, new.verdict))
  execute function cases.count_case();

grant select, insert, update on all tables in schema cases to lienthong_app;
grant delete on cases.draft, cases.saved_view to lienthong_app;
