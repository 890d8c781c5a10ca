/** Statements that write histories in bulk, as the owner of the tables. Parameters: rows as JSON, then who wrote them. */

export const listFresh = `
  select id, unit_id, task_id, directive_id, state, version from directives.assignment
  where id > $1::uuid and version = 1 order by id limit $2`;

const spanColumns = 'work, due, first_due, done_on, progress, last_report_on, claimed_on';
const derived = `"firstDue" date, "doneOn" date, "claimedOn" date, "startedOn" date, "lastReportOn" date,
  work text, due date, progress integer`;

export const endFirstSpans = `
  update directives.span s set to_at = r."changedAt"
  from jsonb_to_recordset($1::jsonb) as r("unitId" text, id uuid, "changedAt" timestamptz)
  where s.unit_id = r."unitId" and s.assignment_id = r.id and s.to_at is null`;

export const insertSpans = `
  insert into directives.span (unit_id, assignment_id, from_at, to_at, task_id, directive_id, role, classification, ${spanColumns})
  select a.unit_id, a.id, r."fromAt", r."toAt", a.task_id, a.directive_id, a.role, a.classification,
    r.work, r.due, r."firstDue", r."doneOn", r.progress, r."lastReportOn", r."claimedOn"
  from jsonb_to_recordset($1::jsonb) as r("unitId" text, "assignmentId" uuid, "fromAt" timestamptz, "toAt" timestamptz, ${derived})
  join directives.assignment a on a.unit_id = r."unitId" and a.id = r."assignmentId"`;

export const updateAssignments = `
  update directives.assignment a set work = r.work, due = r.due, first_due = r."firstDue", done_on = r."doneOn",
    progress = r.progress, started_on = r."startedOn", last_report_on = r."lastReportOn", claimed_on = r."claimedOn",
    state = r.state, version = r.version, changed_at = r."changedAt"
  from jsonb_to_recordset($1::jsonb) as r("unitId" text, id uuid, version integer, "changedAt" timestamptz, state jsonb, ${derived})
  where a.unit_id = r."unitId" and a.id = r.id`;

export const insertReports = `
  insert into directives.report (unit_id, id, assignment_id, period, no, state, claims, progress, content, product,
    submitted_by, submitted_at, decided_at, decided_by, reason, version)
  select r."unitId", r.id, r."assignmentId", r.period, 1, r.state, r.claims, r.progress, r.content, nullif(r.product, 'null'),
    $2, r."submittedAt", r."decidedAt", case when r."decidedAt" is not null then $2 end, r.reason,
    case when r."decidedAt" is null then 1 else 2 end
  from jsonb_to_recordset($1::jsonb) as r("unitId" text, id uuid, "assignmentId" uuid, period text, state text,
    claims boolean, progress integer, content jsonb, product jsonb, "submittedAt" timestamptz, "decidedAt" timestamptz, reason text)`;

/** The event of a staged row `s` as kit.event_hash wants it; the columns are in the order of the table. */
const asEvent = (s: string) =>
  `row(0, ${s}.unit_id, ${s}.stream, ${s}.base + ${s}.step, ${s}.kind, ${s}.at, ${s}.at, $2::text, 'bench', ${s}.payload, null, null)::kit.event`;

/** Chains the events of each stream, one step of all streams after the other, each hash over the one before. */
export const appendEvents = `
  with recursive told as materialized (
    select "unitId" as unit_id, stream, step, kind, at, payload
    from jsonb_to_recordset($1::jsonb) as r("unitId" text, stream text, step integer, kind text, at timestamptz, payload jsonb)
  ), staged as materialized (
    select t.*, coalesce(e.seq, 0) as base, e.hash as before from told t left join lateral (
      select seq, hash from kit.event e where e.unit_id = t.unit_id and e.stream = t.stream and t.stream like 'assignment:%'
      order by seq desc limit 1) e on true
  ), chain as (
    select s.*, kit.event_hash(s.before, ${asEvent('s')}) as hash from staged s where s.step = 1
    union all
    select s.*, kit.event_hash(c.hash, ${asEvent('s')}) from chain c join staged s on s.stream = c.stream and s.step = c.step + 1
  )
  insert into kit.event (unit_id, stream, seq, kind, at, recorded_at, actor, request_id, payload, hash)
  select unit_id, stream, base + step, kind, at, at, $2, 'bench', payload, hash from chain order by at, stream, step`;

/** A fresh count; and a row of 0 for every state that was passed through, as the kept counts leave them behind. */
export const rebuildTally = `
  with counted as (
    select unit_id, directive_id, role, classification, work, directives.tally_due(due) as due,
      directives.late_days(work, due, done_on) as late_days, count(*)::int as n
    from directives.assignment group by 1, 2, 3, 4, 5, 6, 7
  ), passed as (
    select distinct unit_id, directive_id, role, classification, work, directives.tally_due(due) as due,
      directives.late_days(work, due, done_on) as late_days from directives.span
  ), whole as (
    select p.*, coalesce(c.n, 0) as n from passed p
    left join counted c using (unit_id, directive_id, role, classification, work, due, late_days)
  )
  insert into directives.tally (unit_id, directive_id, role, classification, work, due, late_days, n)
  select unit_id, directive_id, role, classification, work, due, late_days, n from whole
  on conflict (unit_id, directive_id, role, classification, work, due, late_days) do update set n = excluded.n`;

export const rebuildTasks = 'select directives.task_follows(null), directives.past_retold()';

/** Listeners of later modules have read everything, as on an installation that has been running. */
export const listenersAreDone = `
  insert into kit.listener (name, tx, id)
  select name, pg_current_xact_id(), coalesce((select max(id) from kit.event), 0) from unnest($1::text[]) as l(name)
  on conflict (name) do update set tx = excluded.tx, id = excluded.id`;
