-- Appends a batch in rounds: the first event of each stream in one statement, then the second of each, and so on.
-- Two requests that reach for the same end of a stream are told apart by the unique number; the later one tries again.
create or replace function kit.append_events(batch jsonb, at timestamptz, actor text, request_id text) returns void language plpgsql as $$
declare
  round integer := 0;
  written integer;
begin
  loop
    round := round + 1;
    with item as (
      select n, value->>'unitId' as unit_id, value->>'stream' as stream, value->>'kind' as kind, value->'payload' as payload,
        row_number() over (partition by value->>'unitId', value->>'stream' order by n) as turn
      from jsonb_array_elements(batch) with ordinality as b(value, n)
    ), made as (
      select i.n, last.hash as prev, (null, i.unit_id, i.stream, coalesce(last.seq, 0) + 1, i.kind, append_events.at, clock_timestamp(),
        append_events.actor, append_events.request_id, i.payload, null, null)::kit.event as e
      from item i left join lateral (
        select p.seq, p.hash from kit.event p where p.unit_id = i.unit_id and p.stream = i.stream order by p.seq desc limit 1) last on true
      where i.turn = round
    )
    insert into kit.event (unit_id, stream, seq, kind, at, recorded_at, actor, request_id, payload, hash)
      select (e).unit_id, (e).stream, (e).seq, (e).kind, (e).at, (e).recorded_at, (e).actor, (e).request_id, (e).payload, kit.event_hash(prev, e)
      from made order by n;
    get diagnostics written = row_count;
    exit when written = 0;
  end loop;
exception when unique_violation then
  raise exception 'another request was faster at the end of a stream' using errcode = 'serialization_failure';
end $$;
