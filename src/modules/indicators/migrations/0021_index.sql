-- Versions of indices that somebody stated; those that come with the programme are part of it. A version holds until the next begins.
create table indicators.index_tree (
  code text not null,
  version text not null,
  valid_from date not null,
  body jsonb not null,
  stated_by text not null,
  stated_by_name text not null,
  stated_at timestamptz not null,
  primary key (code, version),
  unique (code, valid_from)
);
create trigger index_tree_append_only before update or delete on indicators.index_tree for each row execute function kit.refuse_change();

-- What units state themselves, with evidence; only what another unit verified counts.
create table indicators.index_value (
  index_code text not null,
  node text not null,
  unit_id text not null,
  -- The year for which it is stated.
  period text not null,
  state text not null check (state in ('claimed', 'verified', 'returned')),
  numerator numeric not null,
  denominator numeric not null,
  evidence text not null,
  evidence_url text,
  claimed_by text not null,
  claimed_by_name text not null,
  claimed_at timestamptz not null,
  decided_by text,
  decided_by_name text,
  decided_at timestamptz,
  reason text,
  primary key (index_code, node, unit_id, period)
);
create index index_value_of on indicators.index_value (index_code, period, unit_id);

grant select, insert on indicators.index_tree to lienthong_app;
grant select, insert, update on indicators.index_value to lienthong_app;
