create schema operations;
grant usage on schema operations to lienthong_app;

-- The notes of shifts as their events make them; `state` is the folded note with the figures of its moment.
create table operations.hand_over (
  id uuid primary key,
  unit_id text not null,
  written_at timestamptz not null,
  taken_at timestamptz,
  state jsonb not null
);
create index hand_over_recent on operations.hand_over (written_at desc, id desc);
create index hand_over_unit on operations.hand_over (unit_id, written_at desc, id desc);

grant select, insert, update on operations.hand_over to lienthong_app;
