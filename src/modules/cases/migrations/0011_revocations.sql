-- Results that came to their end, one row each time: what published figures count by agency and day.
create table cases.revocation (
  unit_id text not null,
  id bigint generated always as identity,
  case_id uuid not null,
  kind text not null check (kind in ('revoked', 'replaced')),
  from_day date not null,
  decision text,
  at timestamptz not null,
  primary key (id, unit_id)
);
create index revocation_unit on cases.revocation (unit_id, from_day);
grant select, insert on cases.revocation to lienthong_app;
