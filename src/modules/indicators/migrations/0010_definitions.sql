-- Definitions of figures over facts: a row per version as published. The rule lies in body as text (FEEL) and is read,
-- checked and translated by the programme; the database never reads it.
create table indicators.definition (
  code text not null,
  version integer not null,
  valid_from date not null,
  -- First day on which it no longer holds.
  valid_to date check (valid_to > valid_from),
  body jsonb not null,
  -- Absent for those that came with the programme.
  published_at timestamptz,
  published_by text,
  primary key (code, version)
);

-- What somebody works on: one per code, until it is published or thrown away.
create table indicators.definition_draft (
  code text primary key,
  valid_from date not null,
  valid_to date,
  body jsonb not null,
  saved_at timestamptz not null,
  saved_by text not null
);

grant select, insert, update (valid_to) on indicators.definition to lienthong_app;
grant select, insert, update, delete on indicators.definition_draft to lienthong_app;
