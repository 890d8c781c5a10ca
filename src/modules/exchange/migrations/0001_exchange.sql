create schema exchange;
grant usage on schema exchange to lienthong_app;

-- What is known of a case between two messages: whether the portal has it, and what it last acknowledged.
create table exchange.standing (
  unit_id text not null,
  case_id uuid not null,
  code text,
  procedure_code text not null,
  decision_unit_id text,
  classification text not null,
  known boolean not null default false,
  -- The status that was acknowledged last, and the pair of statuses that somebody has noted as different for good.
  status smallint,
  noted_ours smallint,
  noted_theirs text,
  primary key (unit_id, case_id)
);
create index standing_case on exchange.standing (case_id);

-- The outbox. A message is named by the case and its event; what it says is made when it leaves, so nothing of an applicant lies here.
create table exchange.message (
  unit_id text not null,
  case_id uuid not null,
  seq integer not null,
  service text not null,
  event_kind text not null,
  event_at timestamptz not null,
  state text not null,
  tries integer not null default 0,
  next_try_at timestamptz not null,
  queued_at timestamptz not null,
  -- Two working hours after it was queued; told_at: somebody has been told that it is not acknowledged.
  due_at timestamptz not null,
  told_at timestamptz,
  sent_at timestamptz,
  answered_at timestamptz,
  answer text,
  status smallint,
  missing text[] not null default '{}',
  sha256 text,
  set_aside jsonb,
  primary key (unit_id, case_id, seq)
);
create index message_case on exchange.message (case_id, seq);
create index message_next on exchange.message (next_try_at, case_id, seq) where state in ('waiting', 'sending');
create index message_open on exchange.message (queued_at desc, case_id, seq desc) where state in ('waiting', 'sending', 'refused', 'held');
create index message_list on exchange.message (queued_at desc, case_id, seq desc);
create index message_due on exchange.message (due_at) where told_at is null and state in ('waiting', 'sending', 'refused', 'held');

-- Two statuses for one case, ours and theirs; a person decides. `state` is the folded record.
create table exchange.conflict (
  id uuid primary key,
  unit_id text not null,
  case_id uuid not null,
  found_at timestamptz not null,
  open boolean not null,
  state jsonb not null
);
create unique index conflict_one on exchange.conflict (case_id) where open;
create index conflict_list on exchange.conflict (open, found_at desc, id desc);

create table exchange.reconciliation (
  id uuid primary key,
  at timestamptz not null,
  from_day date not null,
  to_day date not null,
  by_name text not null,
  -- {days: [{day, unitId, ours, theirs, same}], causes: {cause: n}}
  result jsonb not null,
  error text
);
create index reconciliation_at on exchange.reconciliation (at desc, id desc);
create table exchange.difference (
  reconciliation_id uuid not null references exchange.reconciliation on delete cascade,
  n integer not null,
  cause text not null,
  code text not null,
  case_id uuid,
  unit_id text,
  decision_unit_id text,
  classification text,
  day date,
  ours smallint,
  theirs text,
  detail text,
  primary key (reconciliation_id, n)
);
grant select, insert, update, delete on all tables in schema exchange to lienthong_app;
