-- Certified copies asked for, handed in and done without: one row per agency that decides and day of reception, kept with
-- the events of cases, so that the published figure never looks through cases.
create table cases.copy_count (
  unit_id text not null,
  day date not null,
  cases integer not null,
  demanded integer not null,
  handed integer not null,
  by_original integer not null,
  by_scan integer not null,
  by_data integer not null,
  primary key (unit_id, day)
);

-- A database that should have replaced a paper lacked the datum or had it wrong: to be corrected by who keeps it.
create table cases.data_fault (
  unit_id text not null,
  id uuid not null,
  case_id uuid not null,
  case_code text,
  component text not null,
  component_name jsonb not null,
  database text not null,
  told text not null,
  opened_at timestamptz not null,
  corrected_at timestamptz,
  corrected_by text,
  note text,
  primary key (id, unit_id)
);
create index data_fault_open on cases.data_fault (unit_id, opened_at, id);
create unique index data_fault_once on cases.data_fault (case_id, component, opened_at, unit_id);
grant select, insert, update on cases.copy_count, cases.data_fault to lienthong_app;
