create schema calendar;

-- One row. Whoever writes takes it first, so facts are stated one after the other; `token` names the state they make.
create table calendar.revision (
  only_one boolean primary key default true check (only_one),
  token uuid not null default gen_random_uuid()
);
insert into calendar.revision default values;

-- Calendars that were stated; the two standard ones are part of the product and have no row.
create table calendar.calendar (
  id text primary key check (id ~ '^[a-z0-9-]{1,60}$'),
  name_vi text not null,
  name_en text not null,
  follows text,
  owner_unit_id text not null,
  recorded_at timestamptz not null
);

create table calendar.version (
  fact bigint generated always as identity primary key,
  calendar_id text not null,
  valid_from date not null,
  week jsonb not null,
  keeps_make_up_days boolean not null,
  legal_basis text not null,
  recorded_at timestamptz not null
);

create table calendar.day_exception (
  fact bigint generated always as identity primary key,
  calendar_id text not null,
  day date not null,
  kind text not null check (kind in ('off', 'working')),
  instead_of date,
  name_vi text not null,
  name_en text not null,
  decision text not null,
  issued_on date not null,
  recorded_at timestamptz not null
);

-- From a day on a unit, and those below it that keep none themselves, work by a calendar.
create table calendar.keeping (
  fact bigint generated always as identity primary key,
  unit_id text not null,
  calendar_id text not null,
  valid_from date not null,
  decision text not null,
  recorded_at timestamptz not null
);

grant usage on schema calendar to lienthong_app;
grant select, insert on calendar.calendar, calendar.version, calendar.day_exception, calendar.keeping to lienthong_app;
grant select, update on calendar.revision to lienthong_app;
