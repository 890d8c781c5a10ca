-- A slip's template as one unit stated it; every version stays, since slips name the version they were made from.
create table documents.template (
  owner_unit_id text not null,
  key text not null,
  version integer not null,
  valid_from date not null,
  text text not null,
  decision text not null,
  recorded_at timestamptz not null,
  primary key (owner_unit_id, key, version)
);
grant select, insert on documents.template to lienthong_app;
