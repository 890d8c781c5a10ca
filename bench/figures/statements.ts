/**
 * Statements that make cases in bulk, as the owner of the tables. One row of bench.one says everything about a case that
 * its row, its events and its facts follow from, so that the three agree.
 */

/** `$1` first number, `$2` last, `$3` units, `$4` procedures as JSON, `$5` day on which the data ends. */
export const makeCases = `
  create unlogged table bench.one as
  with given as (
    select i, hashtextextended('lt' || i, 1) as h from generate_series($1::bigint, $2::bigint) i
  ), picked as (
    select i, (abs(h) % 1000000)::float8 / 1e6 as r1, (abs(h / 1000003) % 1000000)::float8 / 1e6 as r2,
      (abs(h / 7919) % 1000000)::float8 / 1e6 as r3, (abs(h / 104729) % 1000000)::float8 / 1e6 as r4
    from given
  ), placed as (
    -- A tenth of the communes has about a third of the cases.
    select i, r1, r2, r3, r4, ($3::text[])[1 + floor(power(r1, 1.6) * array_length($3::text[], 1))::int] as unit,
      $4::jsonb -> floor(power(r2, 1.5) * jsonb_array_length($4::jsonb))::int as p,
      date '2025-01-02' + floor(r3 * ($5::date - date '2025-01-02'))::int as on_day
    from picked
  ), dated as (
    select i, unit, p ->> 'code' as procedure, (p ->> 'versionId')::uuid as version_id, p ->> 'field' as field, (p ->> 'days')::int as days,
      p ->> 'level' as level, r4, case when r4 < 0.55 then 'online' when r4 < 0.95 then 'desk' else 'post' end as channel,
      on_day + time '08:00' + (r1 * 480)::int * interval '1 minute' as received,
      -- Most end early, some on the last day, a few late; of the youngest some are still open.
      greatest(0, floor((p ->> 'days')::int * (0.2 + 0.75 * r2) + case when r4 > 0.97 then 3 when r4 between 0.4 and 0.45 then 1 else 0 end))::int as took
    from placed
  )
  select i, unit, procedure, version_id, field, days, level, channel, (received at time zone 'Asia/Ho_Chi_Minh') as received_at,
    ((received::date + days + 0) + time '17:00') at time zone 'Asia/Ho_Chi_Minh' as due_at,
    case when received::date + took < $5::date then (received + took * interval '1 day' + interval '90 minutes') at time zone 'Asia/Ho_Chi_Minh' end as ended_at,
    case when received::date + took + 1 + (i % 3)::int < $5::date then (received + (took + 1 + (i % 3)::int) * interval '1 day') at time zone 'Asia/Ho_Chi_Minh' end as returned_at,
    (lpad(to_hex((extract(epoch from received) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(i % 4096), 3, '0') || '8' || lpad(to_hex(i), 15, '0'))::uuid as id
  from dated`;

export const dropCases = 'drop table if exists bench.one';

const day = (column: string): string => `(${column} at time zone 'Asia/Ho_Chi_Minh')::date`;
const iso = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Rows as lists of offices read them; their state holds what a replay needs least. */
export const copyCases = `
  insert into cases.case_file (unit_id, id, code, procedure_code, field, version_id, channel, classification, decision_unit_id, at_unit_id, return_unit_id,
    handling, payment, work, applicant_name, submitted_at, received_at, due_at, ended_at, verdict, state, version, changed_at)
  select unit, id, 'D' || i, procedure, field, version_id, channel, 'internal', unit, unit, unit,
    case when returned_at is not null then 'returned' when ended_at is not null then 'finished' else 'handling' end, 'none',
    case when returned_at is not null then 'ended' when ended_at is not null then 'ready' else 'working' end, 'Người nộp ' || i,
    received_at, received_at, due_at, ended_at,
    case when ended_at is null then null when ${day('ended_at')} < ${day('due_at')} then 'early' when ${day('ended_at')} = ${day('due_at')} then 'onTime' else 'late' end,
    '{}', 1, coalesce(returned_at, ended_at, received_at)
  from bench.one`;

const by = `jsonb_build_object('as', 'official', 'person', 'p' || substr(md5(unit), 1, 12), 'unitId', unit)`;
const handOver = `jsonb_build_object('state', 'early', 'minutes', 60)`;
const step = (key: string, role: string): string =>
  `jsonb_build_object('key', '${key}', 'role', '${role}', 'unitId', unit)`;
const event = (seq: number, kind: string, at: string, payload: string, when: string): string => `
  select unit, 'case:' || id as stream, ${seq} as seq, '${kind}' as kind, ${at} as at, ${payload} || jsonb_build_object('by', ${by}) as payload
  from bench.one where ${when}`;

/** The way of each case, as its actions would tell it. No chain is computed: the hash is of the row alone. */
export const copyEvents = `
  insert into kit.event (unit_id, stream, seq, kind, at, recorded_at, actor, request_id, payload, hash)
  select unit, stream, seq, kind, at, at, 'p' || substr(md5(unit), 1, 12), 'bench', payload, decode(md5(stream || seq), 'hex') from (
    ${[
      event(
        1,
        'case.received',
        'received_at',
        `jsonb_build_object('opened', jsonb_build_object('procedureCode', procedure, 'field', field, 'versionId', version_id, 'channel', channel,
          'places', jsonb_build_object('reception', unit, 'returnTo', unit), 'content', jsonb_build_object('version', 1, 'hash', '')),
          'code', 'D' || i, 'versionId', version_id, 'decisionUnitId', unit, 'calendarUnitId', unit, 'receivedAt', ${iso('received_at')},
          'additions', '[]'::jsonb, 'due', jsonb_build_object('startAt', ${iso('received_at')}, 'at', ${iso('due_at')}, 'legalAt', ${iso('due_at')}),
          'step', ${step('appraise', 'appraise')}, 'components', '[]'::jsonb)`,
        'true',
      ),
      event(
        2,
        'case.claimed',
        'received_at',
        `jsonb_build_object('personId', 'p' || substr(md5(unit), 1, 12))`,
        'true',
      ),
      event(
        3,
        'case.stepDone',
        `ended_at - interval '1 hour'`,
        `jsonb_build_object('step', 'appraise', 'to', ${step('issue', 'issue')}, 'handOver', ${handOver})`,
        'ended_at is not null',
      ),
      event(
        4,
        'case.stepDone',
        'ended_at',
        `jsonb_build_object('step', 'issue', 'to', ${step('return', 'return')}, 'handOver', ${handOver})`,
        'ended_at is not null',
      ),
      event(
        5,
        'case.returned',
        'returned_at',
        `jsonb_build_object('how', 'handedOver', 'taker', 'x')`,
        'returned_at is not null',
      ),
    ].join(' union all ')}) e order by at, stream, seq`;

const columns = `id, from_day, to_day, unit, reception, procedure, field, channel, stage, submitted, received, due, finished, returned, outcome,
  provincial, national, handling_days, service_level, written_result, electronic_result, components, digitised_components, reused_components,
  certified_copies, personal_store, population_data, vneid, typed_fields, has_fees, fee_total, paid, paid_online, synced, rating, apologies, supplements`;

/** The facts that the events tell, made from the same rows where telling all of them would take hours. */
export const copyFacts = `
  insert into indicators.fact_case (${columns})
  with days as (
    select *, ${day('received_at')} as r, ${day('due_at')} as u, ${day('ended_at')} as e, ${day('returned_at')} as t from bench.one
  ), cuts as (
    select d.*, c.from_day, lead(c.from_day, 1, 'infinity') over (partition by d.id order by c.from_day) as to_day
    from days d cross join lateral (select distinct x as from_day from unnest(array[r, e, t,
      case when e is null or u < e then u end, case when e is null or u + 1 < e then u + 1 end]) x where x is not null) c
  ), told as (
    select *, e is not null and from_day >= e as is_ended, t is not null and from_day >= t as is_returned from cuts
  )
  select id, from_day, to_day, unit, unit, procedure, field, channel, case when is_ended then 'ended' else 'open' end, r, r, u,
    case when is_ended then e end, case when is_returned then t end, case when is_ended then 'granted' end,
    case when is_ended then case when e < u then 'early' when e = u then 'onTime' else 'late' end when from_day <= u then 'inTime' else 'overdue' end,
    case when is_ended then case when ended_at <= due_at then 'onTime' else 'overdue' end when from_day < u then 'onTime' else 'overdue' end,
    case when is_ended then round((extract(epoch from ended_at - received_at) / 86400)::numeric, 3)::float8 end, level, true, false, 0, 0, 0,
    0, false, false, false, 0, false, 0, false, false, false, null, 0, 0
  from told`;

/** Large tables are filled without these and get them back afterwards. */
export const indexesOf = (tables: string): string => `
  select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made, c.conname as constraint, i.indrelid::regclass::text as of,
    pg_get_constraintdef(c.oid) as stated
  from pg_index i left join pg_constraint c on c.conindid = i.indexrelid and c.contype in ('p', 'u')
  where i.indrelid = any('${tables}'::regclass[])`;

/** "On time, as provinces count" of cases received in a period, from their rows: `$1` communes, `$2` from, `$3` until before, `$4` now. */
export const plainOnTime = `
  select count(*) filter (where verdict in ('early', 'onTime') or (verdict is null and ($4::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date
    <= (due_at at time zone 'Asia/Ho_Chi_Minh')::date)) as numerator, count(*) as denominator
  from cases.case_file where decision_unit_id = any($1::text[]) and received_at >= $2::timestamptz and received_at < $3::timestamptz`;
