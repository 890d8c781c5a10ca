-- What results and authorities tell of people's lives: the occasions on which services are offered. Personal data lies
-- here and not in events, so that it can be taken out when the law asks for it.
create table cases.life_fact (
  unit_id text not null,
  id uuid not null,
  kind text not null check (kind in ('granted', 'birthDay', 'told')),
  -- the code of the procedure granted, the role of the person born, or the event told
  what text not null,
  day date not null,
  -- the case that tells it
  case_id uuid,
  -- the authority that tells it, and what it knows by terms of the dictionary
  authority text,
  known jsonb,
  person jsonb,
  person_key text,
  account_id text,
  secret_hash text,
  recorded_at timestamptz not null,
  primary key (id, unit_id)
);
create unique index life_fact_case on cases.life_fact (case_id, kind, what, unit_id) where case_id is not null;
create index life_fact_day on cases.life_fact (kind, what, day);

-- One hot row per offer: what its events make of it, and columns for lists.
create table cases.offer (
  unit_id text not null,
  id uuid not null,
  fact_id uuid not null,
  -- the case whose result made it
  source_case_id uuid,
  procedure_code text not null,
  status text not null,
  level integer not null,
  -- the draft or case that came of it
  case_id uuid,
  account_id text,
  secret_hash text,
  wake_on date,
  made_at timestamptz not null,
  state jsonb not null,
  -- what is filled in: applicant, values and where each comes from; named in the events by its hash
  prepared jsonb not null,
  version integer not null,
  changed_at timestamptz not null,
  primary key (id, unit_id)
);
-- Whoever refused is not asked again: one offer of a service for one fact, for ever.
create unique index offer_once on cases.offer (fact_id, procedure_code, unit_id);
create index offer_account on cases.offer (account_id, made_at desc, id) where account_id is not null;
create index offer_source on cases.offer (source_case_id) where source_case_id is not null;
create index offer_case on cases.offer (case_id) where case_id is not null;
create index offer_wake on cases.offer (wake_on, id) where wake_on is not null;
create index offer_unit on cases.offer (unit_id, status);

-- That a service may begin by itself: given by an account or for what follows from one case, until it is taken back.
create table cases.consent (
  unit_id text not null,
  id uuid not null,
  account_id text,
  case_id uuid,
  procedure_code text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (id, unit_id),
  check ((account_id is null) <> (case_id is null))
);
create unique index consent_account on cases.consent (account_id, procedure_code, unit_id) where account_id is not null and withdrawn_at is null;
create unique index consent_case on cases.consent (case_id, procedure_code, unit_id) where case_id is not null and withdrawn_at is null;

grant select, insert, update on cases.offer, cases.consent, cases.life_fact to lienthong_app;

-- What those who write to people about an offer may know of it.
create view cases.v_offer_told as
  select o.id as offer_id, o.unit_id, o.source_case_id, o.procedure_code, o.status, o.case_id, o.account_id, o.state,
    o.prepared #>> '{applicant,fullName}' as applicant_name, nullif(o.prepared #>> '{applicant,email}', '') as email,
    o.prepared #>> '{applicant,lang}' as lang
  from cases.offer o;
grant select on cases.v_offer_told to lienthong_app;
