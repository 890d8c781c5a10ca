import { sql, type RawBuilder } from 'kysely';

import type { Classification } from '../../../kit/actor.ts';
import type { Day } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';
import type { Cycle } from '../../directives/index.ts';
import type { Facts, RungKind } from '../rules/ladder.ts';

/** Something a rung may have been reached by. */
export interface Candidate {
  subjectKind: 'assignment' | 'claim' | 'extension' | 'difficulty' | 'period' | 'warning';
  subjectId: string;
  about: Day;
  /** The unit that is to act, as named in the document. */
  unitId: string;
  ownerUnitId: string;
  classification: Classification;
  assignmentId: string | null;
  taskId: string | null;
  work: Facts['work'];
  lastReportOn: Day | null;
  extensionAsked: boolean;
  waitsFor: Facts['waitsFor'] | null;
  /** Who must act, by name, where that is known: of warnings. */
  responsible?: readonly string[];
  caseId?: string | null;
  params: Record<string, unknown>;
}

/** A look for one rung: the days it may be about, where the last page ended, and how many rows at most. */
export interface Look {
  rung: string;
  from: Day;
  to: Day;
  today: Day;
  after?: { about: Day; subjectId: string } | undefined;
  limit: number;
}

const shown = sql`jsonb_build_object('ref', a.ref, 'titleVi', a.title_vi, 'titleEn', a.title_en, 'number', a.directive_number)`;
const owed = sql`a.assignment_id, a.task_id, a.owner_unit_id, a.classification, a.work, a.last_report_on, a.extension_asked`;

/** Not yet climbed. A rung that found nobody is looked at again the next day. */
const notClimbed = (
  kind: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
  about: RawBuilder<unknown>,
  look: Look,
) => sql`not exists (
  select from notices.firing f where f.subject_kind = ${kind} and f.subject_id = ${id}::text and f.rung = ${look.rung} and f.about = ${about}
    and (f.outcome <> 'noRecipient' or f.tried_on >= ${look.today}::date))`;

const page = (about: RawBuilder<unknown>, id: RawBuilder<unknown>, look: Look) =>
  sql`${about} between ${look.from}::date and ${look.to}::date ${look.after ? sql`and (${about}, ${id}::uuid) > (${look.after.about}::date, ${look.after.subjectId}::uuid)` : sql``}`;

/** Open assignments by the day they are due. Claimed ones wait for somebody else, and so do those that ask for more time. */
function byDue(look: Look) {
  const [kind, id, about] = [sql`'assignment'`, sql`a.assignment_id`, sql`a.due`];
  return sql`select ${kind} as subject_kind, ${id}::text as subject_id, ${about} as about, a.unit_id, ${owed}, null as waits_for, ${shown} as params
    from directives.v_reminder_assignment a
    where a.work in ('notStarted', 'inProgress') and ${page(about, id, look)} and not a.settled and not a.extension_asked and ${notClimbed(kind, id, about, look)}
    order by a.due, a.assignment_id limit ${look.limit}`;
}

/** Claims and requests for more time, by the day since when they wait. */
function byWaiting(look: Look) {
  return sql`select w.subject_kind, w.id::text as subject_id, w.about, a.unit_id, ${owed}, w.waits_for, ${shown} as params
    from (select 'claim' as subject_kind, report_id as id, assignment_id, since::date as about, waits_for from directives.v_waiting_claim
      union all select 'extension', assignment_id, assignment_id, extension_asked_on::date, 'extension' from directives.v_reminder_assignment where extension_asked) w
    join directives.v_reminder_assignment a on a.assignment_id = w.assignment_id
    where ${page(sql`w.about`, sql`w.id`, look)} and not a.settled and ${notClimbed(sql`w.subject_kind`, sql`w.id`, sql`w.about`, look)}
    order by w.about, w.id limit ${look.limit}`;
}

function byReturn(look: Look) {
  const [kind, id, about] = [sql`'claim'`, sql`r.report_id`, sql`r.returned_at::date`];
  return sql`select ${kind} as subject_kind, ${id}::text as subject_id, ${about} as about, a.unit_id, ${owed}, null as waits_for, ${shown} || jsonb_build_object('reason', r.reason) as params
    from directives.v_returned_claim r join directives.v_reminder_assignment a on a.assignment_id = r.assignment_id
    where r.returned_at >= ${look.from}::date and ${page(about, id, look)} and not a.settled and ${notClimbed(kind, id, about, look)}
    order by ${about}, ${id} limit ${look.limit}`;
}

function byAnswer(look: Look) {
  const [kind, id, about] = [sql`'difficulty'`, sql`d.difficulty_id`, sql`d.due`];
  return sql`select ${kind} as subject_kind, ${id}::text as subject_id, ${about} as about, d.addressee_unit_id as unit_id, ${owed}, null as waits_for, ${shown} || jsonb_build_object('text', left(d.body, 300)) as params
    from directives.v_difficulty d join directives.v_reminder_assignment a on a.assignment_id = d.assignment_id
    where d.state = 'open' and ${page(about, id, look)} and ${notClimbed(kind, id, about, look)}
    order by d.due, d.difficulty_id limit ${look.limit}`;
}

/** Warnings that nobody has acknowledged, by the day they were raised. */
function byWarning(look: Look) {
  const [kind, id, about] = [
    sql`'warning'`,
    sql`w.warning_id`,
    sql`(w.raised_at at time zone 'Asia/Ho_Chi_Minh')::date`,
  ];
  return sql`select ${kind} as subject_kind, ${id}::text as subject_id, ${about} as about, w.unit_id, w.unit_id as owner_unit_id, w.classification, null as assignment_id, null as task_id,
      case when w.subject_kind = 'case' then w.subject_id::uuid end as case_id, 'inProgress' as work, null as last_report_on, false as extension_asked, null as waits_for, w.responsible_keys as responsible,
      jsonb_build_object('titleVi', w.state->'ruleName'->>'vi', 'titleEn', w.state->'ruleName'->>'en', 'subject', w.state->'title', 'value', w.state->'valueText') as params
    from indicators.v_open_warning w
    where w.phase = 'open' and ${page(about, id, look)} and ${notClimbed(kind, id, about, look)}
    order by ${about}, ${id} limit ${look.limit}`;
}

/** What a rung of a kind may have been reached by, oldest day first, page by page. */
export function listCandidates(
  tx: Tx,
  kind: Exclude<RungKind, 'cutoffIn'>,
  look: Look,
): Promise<Candidate[]> {
  const query = {
    dueIn: byDue,
    overdue: byDue,
    waiting: byWaiting,
    returned: byReturn,
    difficultyDue: byAnswer,
    warning: byWarning,
  }[kind];
  return tx.rows<Candidate>(query(look));
}

export interface ReportingCycle {
  directiveId: string;
  directiveNumber: string;
  ownerUnitId: string;
  classification: Classification;
  cycle: Cycle;
}

export function listCycles(tx: Tx): Promise<ReportingCycle[]> {
  return tx.rows<ReportingCycle>(
    sql`select directive_id, directive_number, owner_unit_id, classification, cycle from directives.v_reporting_cycle order by directive_id`,
  );
}

/** Units that still owe reports for a period under a directive, with how many; one subject per unit, not one per task. */
export function listOwing(
  tx: Tx,
  c: ReportingCycle,
  period: string,
  cutoff: Day,
  look: Omit<Look, 'from' | 'to'>,
): Promise<Candidate[]> {
  const id = sql`${c.directiveId}::text || '/' || a.unit_id`;
  return tx.rows<Candidate>(sql`
    select 'period' as subject_kind, ${id} as subject_id, ${cutoff}::date as about, a.unit_id, null as assignment_id, null as task_id, ${c.ownerUnitId}::text as owner_unit_id,
      ${c.classification}::text as classification, 'recurring' as work, null as last_report_on, false as extension_asked, null as waits_for,
      jsonb_build_object('count', count(*), 'period', ${period}::text, 'number', ${c.directiveNumber}::text) as params
    from directives.v_reminder_assignment a
    where a.directive_id = ${c.directiveId} and a.work in ('notStarted', 'inProgress', 'recurring') and not a.settled and a.assigned_on < ${cutoff}::date
      and not exists (select from directives.v_period_report r where r.assignment_id = a.assignment_id and r.period = ${period})
      and ${notClimbed(sql`'period'`, id, sql`${cutoff}::date`, { ...look, from: cutoff, to: cutoff })}
      ${look.after ? sql`and ${id} > ${look.after.subjectId}` : sql``}
    group by a.unit_id order by ${id} limit ${look.limit}`);
}
