import { sql } from 'kysely';

import type { Day } from '../../../../kit/day.ts';
import type { Tx } from '../../../../kit/db.ts';

/** An item with a term: an assignment or a case, open or closed. Days count from 1970-01-01, with parts of a day for cases. */
export interface TermItem {
  id: string;
  unitId: string;
  classification: 'public' | 'internal' | 'restricted';
  /** Field and kind of the task; field and code of the procedure. */
  field: string;
  kind: string;
  start: number;
  due: number;
  /** Absent while open. */
  end: number | null;
  /** What it is called. */
  ref: string;
  titleVi: string;
  titleEn: string;
  number: string;
}

const dayNumber = (column: string) => sql`(${sql.ref(column)} - date '1970-01-01')::double precision`;
const instantNumber = (column: string) =>
  sql`(extract(epoch from ${sql.ref(column)}) / 86400)::double precision`;
/** So many of the newest closed items are the past: older habits say little about today. */
const NEWEST = 3000;

const assignment = sql`a.id, a.unit_id, a.classification, coalesce(t.field, '') as field, t.kind, ${dayNumber('a.assigned_on')} as start, ${dayNumber('a.due')} as due,
  t.ref, t.title_vi, t.title_en, t.directive_number as number`;

/** The newest assignments that were completed on a term, with the day of their product. */
export const listClosedAssignments = (tx: Tx): Promise<TermItem[]> =>
  tx.rows(sql`
    select ${assignment}, ${dayNumber('a.done_on')} as "end"
    from (select assignment_id as id, unit_id, task_id, classification, assigned_on, due, done_on from directives.v_assignment_unit
      where work = 'completed' and due is not null and done_on is not null order by done_on desc limit ${NEWEST}) a
    join directives.v_figure_task t on t.id = a.task_id where t.same_as is null`);

/** Open assignments with a term of some units, or the named ones. */
export const listOpenAssignments = (
  tx: Tx,
  unitIds: readonly string[],
  ids?: readonly string[],
): Promise<TermItem[]> =>
  tx.rows(sql`
    select ${assignment}, null::double precision as "end"
    from (select assignment_id as id, unit_id, task_id, classification, assigned_on, due from directives.v_assignment_unit
      where work in ('notStarted', 'inProgress') and role = 'lead' and due is not null and unit_id = any(${[...unitIds]}::text[])
        ${ids ? sql`and assignment_id = any(${[...ids]}::uuid[])` : sql``}) a
    join directives.v_figure_task t on t.id = a.task_id where t.same_as is null and t.closing is null`);

const course = sql`c.case_id as id, coalesce(c.decision_unit_id, c.at_unit_id) as unit_id, c.classification, c.field, c.procedure_code as kind,
  ${instantNumber('c.received_at')} as start, ${instantNumber('c.due_at')} as due, coalesce(c.code, '') as ref, '' as title_vi, '' as title_en, c.procedure_code as number`;

/** The newest cases that ended with a result and had a term. */
export const listClosedCases = (tx: Tx): Promise<TermItem[]> =>
  tx.rows(sql`
    select ${course}, ${instantNumber('c.finished_at')} as "end"
    from (select * from cases.v_course where finished_at is not null and due_at is not null and received_at is not null order by finished_at desc limit ${NEWEST}) c`);

/** Cases that are being worked on by some units, or the named ones. */
export const listOpenCases = (
  tx: Tx,
  unitIds: readonly string[],
  ids?: readonly string[],
): Promise<TermItem[]> =>
  tx.rows(sql`
    select ${course}, null::double precision as "end"
    from (select * from cases.v_course where work = 'working' and due_at is not null and received_at is not null
      and coalesce(decision_unit_id, at_unit_id) = any(${[...unitIds]}::text[]) ${ids ? sql`and case_id = any(${[...ids]}::uuid[])` : sql``}) c`);

/** Items still open whose term is over. */
export const countOpenLate = async (tx: Tx, of: 'assignment' | 'case', today: Day): Promise<number> => {
  const query =
    of === 'assignment'
      ? sql`select count(*)::int as n from directives.v_assignment_unit where work in ('notStarted', 'inProgress') and due < ${today}::date`
      : sql`select count(*)::int as n from cases.v_course where work = 'working' and due_at < ${today}::date`;
  return (await tx.one<{ n: number }>(query)).n;
};

export async function saveQuality(
  tx: Tx,
  of: string,
  grouping: string,
  on: Day,
  result: Record<string, unknown>,
): Promise<void> {
  await tx.run(sql`insert into indicators.prediction_quality (of_kind, grouping, measured_on, result) values (${of}, ${grouping}, ${on}, ${JSON.stringify(result)})
    on conflict (of_kind, grouping, measured_on) do update set result = excluded.result`);
}

/** Whether the past error was measured on a day. */
export const isMeasured = async (tx: Tx, on: Day): Promise<boolean> =>
  (await tx.maybe(sql`select from indicators.prediction_quality where measured_on = ${on} limit 1`)) !==
  undefined;

/** The newest measurement of each kind and group. */
export const listQuality = (
  tx: Tx,
): Promise<
  { ofKind: 'assignment' | 'case'; grouping: string; measuredOn: Day; result: Record<string, unknown> }[]
> =>
  tx.rows(sql`
    select q.of_kind, q.grouping, q.measured_on, q.result from indicators.prediction_quality q
    join (select of_kind, max(measured_on) as on_day from indicators.prediction_quality group by 1) m on m.of_kind = q.of_kind and m.on_day = q.measured_on
    order by q.of_kind, q.grouping`);
