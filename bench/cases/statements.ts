/** Statements that copy cases in bulk, as the owner of the tables. `$1` are the marks of the first office, `$2` those of another. */

export const prepare = `
  create schema if not exists bench;
  drop table if exists bench.template cascade;
  drop table if exists bench.clone cascade;
  create table bench.template (n integer primary key, id uuid not null unique, name text not null, personal_id text not null, content text);
  create table bench.clone (id uuid primary key, n integer not null, code text, name text, personal_id text, hash text, old_code text, old_hash text, old_name text, old_personal text, old_id text);
  create function bench.told(t text, marks text[], others text[], c bench.clone) returns text language sql immutable as $$
    select replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(t,
      c.old_code, c.code), c.old_hash, c.hash), c.old_id, c.id::text),
      marks[1], others[1]), marks[2], others[2]), marks[3], others[3]), marks[4], others[4]), marks[5], others[5]), marks[6], others[6]), marks[7], others[7])
  $$`;

export const keepTemplates = `
  insert into bench.template (n, id, name, personal_id)
  select n, id, name, "personalId" from jsonb_to_recordset($1::jsonb) as r(n integer, id uuid, name text, "personalId" text)`;

export const keepTexts = `
  update bench.template t set content = r.text from jsonb_to_recordset($1::jsonb) as r(n integer, text text) where t.n = r.n`;

export const forgetClones = 'truncate bench.clone';

/** One office's copies: ids in the order of submission, codes numbered by day after those given by hand. */
export const makeClones = `
  with one as (
    select t.n, t.id as template_id, t.name, t.personal_id, t.content, f.code, f.submitted_at, f.state->'content'->>'hash' as hash, i,
      row_number() over (partition by (f.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date order by f.submitted_at, i) as number
    from bench.template t join cases.case_file f on f.id = t.id, generate_series(1, $2::int) i
  ), named as (
    select o.*, regexp_replace(o.name, ' \\d+$', ' ' || ($1::text || i || '-' || n)) as new_name,
      lpad((abs(hashtextextended($1::text || i || '.' || n, 7)) % 1000000000000)::text, 12, '0') as new_personal,
      (lpad(to_hex((extract(epoch from submitted_at) * 1000)::bigint), 12, '0') || '7' || substr(md5($1::text || i || '/' || n), 1, 3)
        || '8' || substr(md5($1::text || n || ':' || i), 1, 15))::uuid as new_id
    from one o
  )
  insert into bench.clone (id, n, code, name, personal_id, hash, old_code, old_hash, old_name, old_personal, old_id)
  select new_id, n, replace(substr(code, 1, length(code) - 4), ($3::text[])[8], ($4::text[])[8]) || lpad((number + 500)::text, 4, '0'), new_name, new_personal,
    translate(rtrim(encode(sha256(convert_to(replace(replace(content, name, new_name), personal_id, new_personal), 'UTF8')), 'base64'), '='), '+/', '-_'),
    code, hash, name, personal_id, template_id::text
  from named`;

const source = 'from bench.clone c join bench.template t on t.n = c.n';
const unit = (column: string) => `replace(${column}, ($1::text[])[1], ($2::text[])[1])`;

const copyRows = `
  insert into cases.case_file (unit_id, id, code, procedure_code, field, version_id, channel, classification, decision_unit_id, at_unit_id, return_unit_id,
    handling, payment, work, step_key, step_role, person_id, account_id, applicant_name, submitted_at, received_at, due_at, step_due_at, ended_at, verdict, wake_at, secret_hash, state, version, changed_at)
  select ${unit('f.unit_id')}, c.id, c.code, f.procedure_code, f.field, f.version_id, f.channel, f.classification, ${unit('f.decision_unit_id')}, ${unit('f.at_unit_id')}, ${unit('f.return_unit_id')},
    f.handling, f.payment, f.work, f.step_key, f.step_role, bench.told(f.person_id, $1::text[], $2::text[], c), f.account_id, c.name, f.submitted_at, f.received_at, f.due_at, f.step_due_at, f.ended_at, f.verdict, f.wake_at,
    f.secret_hash, bench.told(f.state::text, $1::text[], $2::text[], c)::jsonb, f.version, f.changed_at
  ${source} join cases.case_file f on f.id = t.id`;

const copyContents = `
  insert into cases.content (unit_id, case_id, version, content, hash, at)
  select ${unit('o.unit_id')}, c.id, o.version, replace(replace(o.content::text, c.old_name, c.name), c.old_personal, c.personal_id)::jsonb, c.hash, o.at
  ${source} join cases.content o on o.case_id = t.id`;

const copyApplicants = `
  insert into cases.applicant (unit_id, case_id, units, key, procedure_code, text)
  select ${unit('a.unit_id')}, c.id, array[${unit('a.unit_id')}], md5(c.personal_id), a.procedure_code,
    replace(replace(replace(a.text, c.old_name, c.name), c.old_personal, c.personal_id), c.old_code, c.code)
  ${source} join cases.applicant a on a.case_id = t.id`;

/** A row `s` as kit.event_hash wants it; the columns are in the order of the table. */
const asEvent =
  "row(0, s.unit_id, s.stream, s.seq, s.kind, s.at, s.at, s.actor, 'bench', s.payload, null, null)::kit.event";

const copyEvents = `
  with recursive told as materialized (
    select ${unit('e.unit_id')} as unit_id, 'case:' || c.id as stream, e.seq, e.kind, e.at, bench.told(e.actor, $1::text[], $2::text[], c) as actor,
      bench.told(e.payload::text, $1::text[], $2::text[], c)::jsonb as payload
    ${source} join kit.event e on e.stream = 'case:' || t.id
  ), chain as (
    select s.*, kit.event_hash(null, ${asEvent}) as hash from told s where s.seq = 1
    union all
    select s.*, kit.event_hash(h.hash, ${asEvent}) from chain h join told s on s.stream = h.stream and s.seq = h.seq + 1
  )
  insert into kit.event (unit_id, stream, seq, kind, at, recorded_at, actor, request_id, payload, hash)
  select unit_id, stream, seq, kind, at, at, actor, 'bench', payload, hash from chain order by at, stream, seq`;

export const copies = [copyRows, copyContents, copyApplicants, copyEvents];

export const rebuildTally = `
  insert into cases.tally (unit_id, kind, day, n)
  select k.unit_id, k.kind, k.day, count(*)::int from cases.case_file f cross join lateral cases.counted(f) k group by 1, 2, 3
  on conflict (unit_id, kind, day) do update set n = excluded.n`;

export const rebuildCounters = `
  insert into cases.counter (unit_id, kind, day, n)
  select unit_id, 'code', (received_at at time zone 'Asia/Ho_Chi_Minh')::date::text, max(right(code, 4)::int) from cases.case_file where code is not null group by 1, 2, 3
  on conflict (unit_id, kind, day) do update set n = excluded.n`;
