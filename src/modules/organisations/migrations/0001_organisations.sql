create schema organisations;

-- One row. Whoever writes takes it first, so facts are stated one after the other; `token` names the state they make.
create table organisations.revision (
  only_one boolean primary key default true check (only_one),
  number bigint not null default 0,
  token uuid not null default gen_random_uuid()
);
insert into organisations.revision default values;

create table organisations.unit (
  id text primary key check (id ~ '^[a-z0-9-]{1,80}$'),
  level text not null,
  recorded_at timestamptz not null
);

create table organisations.unit_version (
  fact bigint generated always as identity primary key,
  unit_id text not null references organisations.unit,
  valid_from date not null,
  name_vi text not null,
  name_en text not null,
  short_name text,
  aliases text[] not null,
  kind text not null,
  parent_id text references organisations.unit,
  code text,
  code_system text,
  recorded_at timestamptz not null,
  check ((code is null) = (code_system is null))
);
create index unit_version_unit on organisations.unit_version (unit_id, valid_from);

create table organisations.succession (
  fact bigint generated always as identity primary key,
  id text not null unique,
  on_day date not null,
  kind text not null,
  from_unit_id text not null references organisations.unit,
  to_unit_ids text[] not null,
  rule jsonb,
  legal_basis text not null,
  recorded_at timestamptz not null
);

-- A rule stated later for a split that came without one; the last one stands.
create table organisations.succession_rule (
  fact bigint generated always as identity primary key,
  succession_id text not null references organisations.succession (id),
  rule jsonb not null,
  legal_basis text not null,
  recorded_at timestamptz not null
);

create table organisations.person (
  id uuid primary key,
  full_name text not null,
  email text,
  phone text,
  recorded_at timestamptz not null
);
create index person_name on organisations.person using gin (kit.fold(full_name) gin_trgm_ops);
create unique index person_email on organisations.person (lower(email));

create table organisations.position (
  id uuid primary key,
  unit_id text not null references organisations.unit,
  title_vi text not null,
  title_en text not null,
  rank text not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  check (valid_to > valid_from)
);
create index position_unit on organisations.position (unit_id);

create table organisations.appointment (
  id uuid primary key,
  position_id uuid not null references organisations.position,
  person_id uuid not null references organisations.person,
  valid_from date not null,
  valid_to date,
  paper text not null,
  end_paper text,
  recorded_at timestamptz not null,
  check (valid_to > valid_from)
);
create index appointment_position on organisations.appointment (position_id);
create index appointment_person on organisations.appointment (person_id);

-- An uploaded country waiting to be looked at, or applied.
create table organisations.import (
  id uuid primary key,
  actor text not null,
  created_at timestamptz not null,
  files jsonb not null,
  options jsonb not null,
  report jsonb not null,
  applied_at timestamptz
);

create view organisations.v_unit as select id, level from organisations.unit;

-- One row per unit and span of days; of two versions with the same first day the later recorded one stands.
create view organisations.v_unit_version as
  with stated as (
    select distinct on (unit_id, valid_from) * from organisations.unit_version order by unit_id, valid_from, fact desc
  ), ended as (
    select from_unit_id, min(on_day) as day from organisations.succession where kind in ('merge', 'split') group by 1
  )
  select s.unit_id, s.valid_from,
    least(lead(s.valid_from) over (partition by s.unit_id order by s.valid_from), e.day) as valid_to,
    s.name_vi, s.name_en, s.short_name, s.kind, s.parent_id, s.code, s.code_system
  from stated s left join ended e on e.from_unit_id = s.unit_id;

create view organisations.v_succession as
  select s.id, s.on_day, s.kind, s.from_unit_id, s.to_unit_ids, coalesce(r.rule, s.rule) as rule, s.legal_basis
  from organisations.succession s
  left join lateral (
    select rule from organisations.succession_rule r where r.succession_id = s.id order by fact desc limit 1
  ) r on true;

create view organisations.v_person as select id, full_name from organisations.person;

grant usage on schema organisations to lienthong_app;
grant select, insert on organisations.unit, organisations.unit_version, organisations.succession,
  organisations.succession_rule to lienthong_app;
grant select, insert, update on organisations.revision, organisations.person, organisations.position,
  organisations.appointment, organisations.import to lienthong_app;
grant select on organisations.v_unit, organisations.v_unit_version, organisations.v_succession,
  organisations.v_person to lienthong_app;
