-- The application's sessions run as this role. It can add events; it can neither change nor remove one.
do $$
begin
  if not exists (select from pg_roles where rolname = 'lienthong_app') then
    create role lienthong_app nologin;
  end if;
  execute format('grant lienthong_app to %I', current_user);
exception when duplicate_object or unique_violation then null;
end $$;
grant usage on schema kit to lienthong_app;

create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- Text without case and diacritics, for searching. unaccent also folds đ; NFC first, since pasted text is often NFD.
create function kit.fold(text) returns text language sql immutable parallel safe as
  $$ select lower(public.unaccent('public.unaccent'::regdictionary, normalize($1, NFC))) $$;

create table kit.event (
  id bigint generated always as identity,
  unit_id text not null,
  stream text not null,
  seq integer not null,
  kind text not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  actor text not null,
  request_id text not null,
  payload jsonb not null,
  hash bytea not null,
  tx xid8 not null default pg_current_xact_id(),
  primary key (unit_id, id),
  unique (unit_id, stream, seq)
);
create index event_tail on kit.event (tx, id);
create index event_stream on kit.event (stream, seq);
create index event_actor on kit.event (actor, id);

create function kit.event_hash(prev bytea, e kit.event) returns bytea language sql immutable as $$
  select sha256(coalesce(prev, ''::bytea) || convert_to(concat_ws('|', e.unit_id, e.stream, e.seq, e.kind,
    (extract(epoch from e.at) * 1000000)::bigint, (extract(epoch from e.recorded_at) * 1000000)::bigint,
    e.actor, e.request_id, e.payload::text), 'UTF8'))
$$;

-- Appends events to the ends of their streams, each hash over the one before it. One round trip for a whole request.
create function kit.append_events(batch jsonb, at timestamptz, actor text, request_id text) returns void language plpgsql as $$
declare
  item jsonb;
  last kit.event;
  e kit.event;
begin
  for item in select value from jsonb_array_elements(batch) loop
    perform pg_advisory_xact_lock(5758, hashtext(item->>'stream'));
    select * into last from kit.event where unit_id = item->>'unitId' and stream = item->>'stream' order by seq desc limit 1;
    e.unit_id := item->>'unitId';
    e.stream := item->>'stream';
    e.seq := coalesce(last.seq, 0) + 1;
    e.kind := item->>'kind';
    e.at := at;
    e.recorded_at := clock_timestamp();
    e.actor := actor;
    e.request_id := request_id;
    e.payload := item->'payload';
    e.hash := kit.event_hash(last.hash, e);
    insert into kit.event (unit_id, stream, seq, kind, at, recorded_at, actor, request_id, payload, hash)
      values (e.unit_id, e.stream, e.seq, e.kind, e.at, e.recorded_at, e.actor, e.request_id, e.payload, e.hash);
  end loop;
end $$;

create function kit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'events are append-only' using errcode = 'integrity_constraint_violation';
end $$;
create trigger event_append_only before update or delete on kit.event for each row execute function kit.refuse_change();
create trigger event_no_truncate before truncate on kit.event for each statement execute function kit.refuse_change();

-- A signed head over all chains at short intervals: it also shows the removal of a chain's last events.
create table kit.seal (
  id integer primary key generated always as identity,
  through_tx xid8 not null,
  through_id bigint not null,
  events bigint not null,
  head bytea not null,
  at timestamptz not null,
  signature bytea not null,
  key_id text not null
);
create trigger seal_append_only before update or delete on kit.seal for each row execute function kit.refuse_change();

-- How far each listener has read the events.
create table kit.listener (
  name text primary key,
  tx xid8 not null default '0',
  id bigint not null default 0,
  error text,
  failed_at timestamptz,
  attempts integer not null default 0
);

create table kit.setting (key text primary key, value jsonb not null);

grant select, insert on kit.event to lienthong_app;
grant select, insert on kit.seal to lienthong_app;
grant select, insert, update on kit.listener to lienthong_app;
grant select, insert, update on kit.setting to lienthong_app;
grant select on kit.migration to lienthong_app;
