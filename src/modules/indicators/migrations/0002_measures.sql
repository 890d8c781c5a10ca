-- Facts over time: what was known of a record at the end of each day, from from_day until before to_day. Days to come say
-- what will be so if nothing happens until then, so nobody has to touch anything at midnight.
create table indicators.fact_case (
  id uuid not null,
  from_day date not null,
  to_day date not null,
  unit text not null,
  reception text not null,
  procedure text not null,
  field text not null,
  channel text not null,
  stage text not null,
  submitted date,
  received date,
  due date,
  finished date,
  returned date,
  outcome text,
  provincial text not null,
  national text not null,
  handling_days float8,
  service_level text,
  written_result boolean not null,
  electronic_result boolean not null,
  components integer not null,
  digitised_components integer not null,
  reused_components integer not null,
  certified_copies integer not null,
  personal_store boolean not null,
  population_data boolean not null,
  vneid boolean not null,
  typed_fields integer not null,
  has_fees boolean not null,
  fee_total bigint not null,
  paid boolean not null,
  paid_online boolean not null,
  synced boolean not null,
  rating integer,
  apologies integer not null,
  supplements integer not null,
  primary key (id, from_day),
  check (from_day < to_day)
);
create index fact_case_unit on indicators.fact_case (unit, received, id);
create index fact_case_received on indicators.fact_case (received, id);

create table indicators.fact_procedure (
  id text not null,
  from_day date not null,
  to_day date not null,
  unit text not null,
  procedure text not null,
  field text not null,
  level text not null,
  service_level text,
  has_fees boolean not null,
  content_complete boolean not null,
  for_citizens boolean not null,
  written_result boolean not null,
  electronic_result boolean not null,
  any_place boolean not null,
  effective date not null,
  published date,
  forms integer not null,
  components integer not null,
  primary key (id, from_day),
  check (from_day < to_day)
);
create index fact_procedure_unit on indicators.fact_procedure (unit, id);

-- Every distinct count of the definitions has one place in the arrays of its sheet: kind of facts and period field.
create table indicators.slot (
  id integer primary key generated always as identity,
  kind text not null,
  period text not null,
  position integer not null,
  key text not null unique,
  count jsonb not null,
  -- How far it has been filled from the facts that were there before it: null when it is complete.
  filled_to text,
  unique (kind, period, position)
);

-- Sums by unit and month, per day on which they changed; days to come carry what turns late by the passing of time.
create table indicators.delta (
  kind text not null,
  period text not null,
  unit text not null,
  month date not null,
  day date not null,
  counts bigint[] not null,
  primary key (kind, period, unit, month, day)
);
create index delta_day on indicators.delta (day);

-- The same summed up to a day (included); as of a day in between: the last such day before, and the deltas after it.
create table indicators.base (
  upto date not null,
  kind text not null,
  period text not null,
  unit text not null,
  month date not null,
  counts bigint[] not null,
  primary key (upto, kind, period, unit, month)
);
create table indicators.checkpoint (upto date primary key);

-- By procedure too: for figures of one procedure or field, and for counts of procedures.
create table indicators.procedure_delta (
  kind text not null,
  period text not null,
  unit text not null,
  month date not null,
  procedure text not null,
  field text not null,
  day date not null,
  counts bigint[] not null,
  primary key (kind, period, unit, month, procedure, field, day)
);
create index procedure_delta_day on indicators.procedure_delta (day);
create table indicators.procedure_base (
  upto date not null,
  kind text not null,
  period text not null,
  unit text not null,
  month date not null,
  procedure text not null,
  field text not null,
  counts bigint[] not null,
  primary key (upto, kind, period, unit, month, procedure, field)
);

create function indicators.plus(a bigint[], b bigint[]) returns bigint[] language sql immutable as $$
  select array_agg(coalesce(x, 0) + coalesce(y, 0) order by n) from unnest(a, b) with ordinality as t(x, y, n)
$$;

grant select, insert, update, delete on indicators.fact_case, indicators.fact_procedure, indicators.slot, indicators.delta,
  indicators.base, indicators.checkpoint, indicators.procedure_delta, indicators.procedure_base to lienthong_app;
