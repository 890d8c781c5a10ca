create schema mandates;
grant usage on schema mandates to lienthong_app;

-- One row. Whoever states takes it first, so overlaps are seen; `token` names the state the facts make.
create table mandates.revision (
  only_one boolean primary key default true check (only_one),
  token uuid not null default gen_random_uuid()
);
insert into mandates.revision default values;

-- Competences, delegations, assignments and absences: what each kind holds is in `body`, as its events say it.
create table mandates.fact (
  id uuid primary key,
  kind text not null check (kind in ('competence', 'delegation', 'assignment', 'absence')),
  body jsonb not null,
  -- The unit whose fact it is, the one it is handed to, and the person, where there is one.
  unit_id text not null,
  taker_unit_id text,
  person_id uuid,
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  ended_at timestamptz,
  -- The end of a delegation has been announced.
  warned_for date,
  check (valid_to > valid_from)
);
create index fact_unit on mandates.fact (unit_id, kind, valid_from);
create index fact_taker on mandates.fact (taker_unit_id) where taker_unit_id is not null;
create index fact_person on mandates.fact (person_id) where person_id is not null;
create index fact_end on mandates.fact (valid_to) where valid_to is not null;

create view mandates.v_fact as
  select id, kind, body, unit_id, taker_unit_id, person_id, valid_from, valid_to from mandates.fact;

grant select, update on mandates.revision to lienthong_app;
grant select, insert, update on mandates.fact to lienthong_app;
grant select on mandates.v_fact to lienthong_app;
