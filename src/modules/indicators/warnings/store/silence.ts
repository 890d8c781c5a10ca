import { sql } from 'kysely';

import type { Day } from '../../../../kit/day.ts';
import type { Tx } from '../../../../kit/db.ts';
import type { Cycle } from '../../../directives/index.ts';

interface Group {
  unitId: string;
  key: string;
}
const groupsSql = (groups: readonly Group[]) =>
  sql`unnest(${groups.map((g) => g.unitId)}::text[], ${groups.map((g) => g.key)}::text[]) g(unit_id, key)`;
const openWork = sql`a.work in ('notStarted', 'inProgress', 'recurring') and not a.settled`;

/** For each group of units: how much is open, the day of the last report on anything, and since when the oldest is open. */
export const listReportSilence = (
  tx: Tx,
  groups: readonly Group[],
): Promise<{ key: string; n: number; last: Day | null; since: Day }[]> =>
  tx.rows(sql`
    select g.key, count(*) filter (where ${openWork})::int as n, max(a.last_report_on) as last, min(a.assigned_on) filter (where ${openWork}) as since
    from directives.v_reminder_assignment a join ${groupsSql(groups)} on g.unit_id = a.unit_id
    group by g.key having count(*) filter (where ${openWork}) > 0`);

export const listReportingCycles = (
  tx: Tx,
): Promise<{ directiveId: string; directiveNumber: string; cycle: Cycle }[]> =>
  tx.rows(
    sql`select directive_id, directive_number, cycle from directives.v_reporting_cycle order by directive_id`,
  );

/** Reports that groups of units owe for a period of a directive. */
export const listOwedReports = (
  tx: Tx,
  groups: readonly Group[],
  of: { directiveId: string; period: string; cutoff: Day },
): Promise<{ key: string; n: number }[]> =>
  tx.rows(sql`
    select g.key, count(*)::int as n from directives.v_reminder_assignment a join ${groupsSql(groups)} on g.unit_id = a.unit_id
    where a.directive_id = ${of.directiveId} and ${openWork} and a.assigned_on < ${of.cutoff}::date
      and not exists (select from directives.v_period_report r where r.assignment_id = a.assignment_id and r.period = ${of.period})
    group by g.key`);

/** For each group of units: its open cases, and when anything last happened to one of them. */
export const listCaseSilence = (
  tx: Tx,
  groups: readonly Group[],
): Promise<{ key: string; n: number; last: Date }[]> =>
  tx.rows(sql`
    select g.key, count(*)::int as n, max(c.changed_at) as last from cases.v_course c join ${groupsSql(groups)} on g.unit_id = c.at_unit_id
    where c.work in ('submitted', 'working') group by g.key`);

export interface SilentAssignment {
  id: string;
  unitId: string;
  classification: 'public' | 'internal' | 'restricted';
  ref: string;
  titleVi: string;
  titleEn: string;
  number: string;
  due: Day | null;
  last: Day;
}
/** Open assignments of units about which nothing was reported since a day. */
export const listSilentAssignments = (
  tx: Tx,
  unitIds: readonly string[],
  before: Day,
  ids?: readonly string[],
): Promise<SilentAssignment[]> =>
  tx.rows(sql`
    select a.assignment_id as id, a.unit_id, a.classification, a.ref, a.title_vi, a.title_en, a.directive_number as number, a.due, coalesce(a.last_report_on, a.assigned_on) as last
    from directives.v_reminder_assignment a
    where a.unit_id = any(${[...unitIds]}::text[]) and a.work in ('notStarted', 'inProgress') and not a.settled
      and coalesce(a.last_report_on, a.assigned_on) <= ${before}::date ${ids ? sql`and a.assignment_id = any(${[...ids]}::uuid[])` : sql``}`);
