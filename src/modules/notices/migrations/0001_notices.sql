create schema notices;
grant usage on schema notices to lienthong_app;

-- The reminder ladder with its working hours, as data: the version in force is the last whose first day has come.
create table notices.ladder (
  version integer primary key generated always as identity,
  valid_from date not null,
  rungs jsonb not null,
  hours jsonb not null,
  catch_up_days integer not null,
  quiet_days integer not null,
  note text not null,
  set_by text not null,
  set_at timestamptz not null
);

-- That a rung has been reached by a subject for the day it is about. The key is what makes it happen once; whoever
-- inserts the row also writes the notices, in the same transaction.
create table notices.firing (
  subject_kind text not null,
  subject_id text not null,
  rung text not null,
  about date not null,
  unit_id text not null,
  outcome text not null check (outcome in ('fired', 'stopped', 'overtaken', 'noRecipient')),
  recipients integer not null,
  ladder integer not null,
  tried_on date not null,
  at timestamptz not null,
  primary key (subject_kind, subject_id, rung, about)
);

create table notices.notice (
  id uuid primary key,
  kind text not null,
  rung text not null,
  subject_kind text not null,
  subject_id text not null,
  about date not null,
  assignment_id uuid,
  task_id uuid,
  unit_id text not null,
  owner_unit_id text not null,
  classification text not null,
  -- 'account:…', 'person:…' or 'nobody'
  recipient text not null,
  recipient_name text not null,
  account_id uuid,
  address text,
  lang text not null,
  as_role text not null,
  params jsonb not null,
  created_at timestamptz not null,
  read_at timestamptz,
  acted_at timestamptz,
  unique (subject_kind, subject_id, rung, about, recipient)
);
create index notice_mine on notices.notice (account_id, created_at desc, id desc) where account_id is not null;
create index notice_unread on notices.notice (account_id) where read_at is null and acted_at is null;
create index notice_sent on notices.notice (created_at desc, id desc);
create index notice_unit on notices.notice (unit_id, created_at desc, id desc);
create index notice_unacted on notices.notice (assignment_id) where acted_at is null and assignment_id is not null;

-- One row per notice and channel. A batch is one message; it is fixed before the message leaves, so that a repeated
-- attempt carries the same Message-ID.
create table notices.delivery (
  notice_id uuid not null references notices.notice,
  channel text not null check (channel in ('app', 'mail')),
  state text not null check (state in ('queued', 'sent', 'failed', 'dropped')),
  recipient text not null,
  address text,
  not_before timestamptz not null,
  batch uuid,
  attempts integer not null default 0,
  message_id text,
  receipt text,
  error text,
  sent_at timestamptz,
  changed_at timestamptz not null,
  primary key (notice_id, channel)
);
create index delivery_queued on notices.delivery (recipient, not_before) where state = 'queued';
create index delivery_batch on notices.delivery (batch) where batch is not null;
create index delivery_failed on notices.delivery (notice_id) where state = 'failed';

grant select, insert on notices.ladder to lienthong_app;
grant select, insert, update on notices.firing, notices.notice, notices.delivery to lienthong_app;
