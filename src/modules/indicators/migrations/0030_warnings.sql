-- Rules of warnings as data: every version stays, the one in force is the latest whose first day has come.
create table indicators.warning_rule (
  code text not null,
  version integer not null,
  valid_from date not null,
  owner_unit_id text not null,
  body jsonb not null,
  reason text not null,
  stated_by text not null,
  stated_at timestamptz not null,
  primary key (code, version)
);

-- One row per warning: what its events make of it, and columns for lists. At most one open per rule and subject.
create table indicators.warning (
  unit_id text not null,
  id uuid not null,
  rule_code text not null,
  subject_kind text not null check (subject_kind in ('unit', 'assignment', 'case')),
  subject_id text not null,
  severity text not null check (severity in ('urgent', 'serious', 'notice')),
  classification text not null,
  phase text not null check (phase in ('open', 'acknowledged', 'ended')),
  responsible_unit_id text not null,
  responsible_keys text[] not null,
  raised_at timestamptz not null,
  ended_at timestamptz,
  state jsonb not null,
  -- The last look: value, counts and day; no event of its own.
  looked jsonb not null,
  primary key (id, unit_id)
);
create unique index warning_one_open on indicators.warning (rule_code, subject_kind, subject_id, unit_id) where phase <> 'ended';
create index warning_listed on indicators.warning (raised_at desc, id desc);
create index warning_open_unit on indicators.warning (unit_id, severity) where phase <> 'ended';
create index warning_subject on indicators.warning (subject_kind, subject_id);
create index warning_mine on indicators.warning using gin (responsible_keys) where phase <> 'ended';

-- What was read each day while a warning stood open, and at its end: the line on its page.
create table indicators.warning_look (
  warning_id uuid not null,
  on_day date not null,
  value double precision,
  numerator integer,
  denominator integer,
  why text,
  primary key (warning_id, on_day)
);

-- Runs over a rule: of the day once, and on demand. What could not be raised because nobody would have to act is named.
create table indicators.warning_run (
  rule_code text not null,
  on_day date not null,
  cause text not null check (cause in ('daily', 'demand')),
  at timestamptz not null,
  complete boolean not null,
  result jsonb not null,
  primary key (rule_code, on_day)
);

-- Units, assignments and cases to which something happened since they were last looked at.
create table indicators.warning_touched (
  kind text not null,
  id text not null,
  primary key (kind, id)
);

-- How good predictions would have been for items that have closed since, per kind of item and group.
create table indicators.prediction_quality (
  of_kind text not null,
  grouping text not null,
  measured_on date not null,
  result jsonb not null,
  primary key (of_kind, grouping, measured_on)
);

-- Open warnings for the modules that tell of them and show them.
create view indicators.v_open_warning as
  select id as warning_id, unit_id, rule_code, subject_kind, subject_id, severity, classification, phase, responsible_unit_id, responsible_keys, raised_at, state
  from indicators.warning where phase <> 'ended';

grant select, insert on indicators.warning_rule to lienthong_app;
grant select, insert, update on indicators.warning, indicators.warning_look, indicators.warning_run, indicators.prediction_quality to lienthong_app;
grant select, insert, delete on indicators.warning_touched to lienthong_app;
grant select on indicators.v_open_warning to lienthong_app;
