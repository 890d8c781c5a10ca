create schema identity;
grant usage on schema identity to lienthong_app;

-- One person who signs in. `email_key` is the folded address; passwords are argon2id texts, one-time secrets encrypted.
create table identity.account (
  id uuid primary key,
  email text not null,
  email_key text not null unique,
  name text not null,
  lang text check (lang in ('vi', 'en')),
  person_id text,
  -- The unit that keeps the account while it has no grants; '*' for the installation.
  unit_id text not null default '*',
  password_hash text,
  password_changed_at timestamptz,
  must_change_password boolean not null default false,
  totp_secret bytea,
  -- The last accepted time step: a code is good once.
  totp_step bigint,
  totp_pending bytea,
  disabled boolean not null default false,
  created_at timestamptz not null
);
create index account_search on identity.account using gin (kit.fold(name || ' ' || email) gin_trgm_ops);

-- Wrong sign-ins by keyed hash of the address typed, whether an account stands behind it or not.
create table identity.attempt (
  email_mac text primary key,
  failures integer not null,
  locked_until timestamptz,
  last_at timestamptz not null
);

create table identity.recovery_code (
  account_id uuid not null references identity.account,
  code_mac text not null,
  used_at timestamptz,
  primary key (account_id, code_mac)
);

-- A browser. `full` acts for its account; `secondFactor` waits for a code; `provider` is away at an identity provider.
create table identity.session (
  id uuid primary key,
  account_id uuid references identity.account,
  stage text not null check (stage in ('full', 'secondFactor', 'provider')),
  token_hash bytea not null unique,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  device text not null,
  ip text not null,
  -- How the person signed in: password, password and code, an identity provider.
  way text not null,
  -- What the stage `provider` remembers until the person comes back.
  checks jsonb,
  ended_at timestamptz,
  check (stage <> 'full' or account_id is not null)
);
create index session_account on identity.session (account_id, created_at) where ended_at is null;
create index session_expired on identity.session (expires_at);

-- Personal access tokens: the programs of a person.
create table identity.token (
  id uuid primary key,
  account_id uuid not null references identity.account,
  token_hash bytea not null unique,
  name text not null,
  scope text not null check (scope in ('read', 'write')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz
);
create index token_account on identity.token (account_id, created_at);

-- A role for a unit and all below it, from a day to a day (both included), under a paper.
create table identity.role_grant (
  id uuid primary key,
  account_id uuid not null references identity.account,
  role text not null,
  unit_id text not null,
  clearance text not null check (clearance in ('public', 'internal', 'restricted')),
  valid_from date not null,
  valid_to date,
  given_by text not null,
  given_at timestamptz not null,
  paper text,
  check (valid_to is null or valid_to >= valid_from - 1)
);
create index role_grant_account on identity.role_grant (account_id);
create index role_grant_unit on identity.role_grant (unit_id, role);

create table identity.oidc_link (
  issuer text not null,
  subject text not null,
  account_id uuid not null references identity.account,
  linked_at timestamptz not null,
  primary key (issuer, subject)
);

grant select, insert, update on identity.account, identity.token, identity.role_grant to lienthong_app;
grant select, insert, update, delete on identity.session, identity.attempt, identity.recovery_code to lienthong_app;
grant select, insert on identity.oidc_link to lienthong_app;

-- What later modules may read: who holds which role where, without secrets.
create view identity.v_role_holder as
  select a.id as account_id, a.name, a.email, a.person_id, g.role, g.unit_id, g.clearance, g.valid_from, g.valid_to
  from identity.role_grant g join identity.account a on a.id = g.account_id where not a.disabled;
grant select on identity.v_role_holder to lienthong_app;
