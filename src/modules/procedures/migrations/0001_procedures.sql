create schema procedures;

-- One row per code; whoever changes a procedure takes it first.
create table procedures.procedure (
  code text primary key,
  created_at timestamptz not null
);

-- All that one version pins lies in `content`; the other columns are taken from it to find it by.
create table procedures.version (
  id uuid primary key,
  code text not null references procedures.procedure,
  number int not null,
  state text not null check (state in ('draft', 'published', 'withdrawn')),
  valid_from date not null,
  valid_to date,
  content jsonb not null,
  transition jsonb,
  name_vi text not null,
  field_vi text not null,
  level text not null,
  service_level text,
  life_events text[] not null,
  search text not null,
  changed_at timestamptz not null,
  unique (code, number),
  check (valid_to >= valid_from)
);
create index version_published on procedures.version (code, valid_from) where state = 'published';
create unique index version_begins_once on procedures.version (code, valid_from) where state = 'published';
create index version_search on procedures.version using gin (search gin_trgm_ops);
create index version_field on procedures.version (field_vi);

create table procedures.overlay (
  id uuid primary key,
  code text not null references procedures.procedure,
  province_id text not null,
  number int not null,
  state text not null check (state in ('draft', 'published', 'withdrawn')),
  valid_from date not null,
  valid_to date,
  content jsonb not null,
  changed_at timestamptz not null,
  unique (code, province_id, number),
  check (valid_to >= valid_from)
);
create unique index overlay_begins_once on procedures.overlay (code, province_id, valid_from) where state = 'published';

-- Papers replaced by databases, as stated by decisions; a statement is never changed.
create table procedures.substitution (
  id bigint generated always as identity primary key,
  code text not null,
  document_vi text not null,
  database text not null,
  database_name text not null,
  legal_text text not null,
  legal_place text not null,
  decision text not null,
  valid_from date not null,
  valid_to date,
  note text,
  recorded_at timestamptz not null,
  unique (code, document_vi, database, legal_place, valid_from)
);

-- Steps for which nobody stands, as last proved; closed ones stay for the record.
create table procedures.gap (
  id bigint generated always as identity primary key,
  unit_id text not null,
  code text not null,
  field text not null,
  step_key text not null,
  role text not null,
  reason text not null,
  since date not null,
  noticed_at timestamptz not null,
  owner_unit_id text not null,
  closed_at timestamptz
);
create unique index gap_open on procedures.gap (unit_id, code, step_key) where closed_at is null;

grant usage on schema procedures to lienthong_app;
grant select, insert, update on procedures.procedure, procedures.version, procedures.overlay, procedures.gap to lienthong_app;
grant select, insert on procedures.substitution to lienthong_app;
