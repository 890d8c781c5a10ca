-- Announced downtimes as their events make them; `state` is the folded announcement.
create table operations.downtime (
  id uuid primary key,
  begins_at timestamptz not null,
  ends_at timestamptz not null,
  withdrawn_at timestamptz,
  state jsonb not null
);
-- Every page asks whether one is near.
create index downtime_standing on operations.downtime (ends_at) where withdrawn_at is null;
create index downtime_recent on operations.downtime (begins_at desc, id desc);

grant select, insert, update on operations.downtime to lienthong_app;
