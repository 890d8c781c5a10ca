import { sql, type RawBuilder } from 'kysely';

import type { Actor, Classification } from '../../../kit/actor.ts';
import type { Day } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';
import { missing } from '../../../kit/problems.ts';
import { type AssignmentState, timeFactsOf } from '../rules/assignment.ts';
import type { WorkState } from '../rules/axes.ts';
import type { RiskRules } from '../rules/risk.ts';
import { type AxisCounts, countAxes } from './axes.ts';
import type { DirectiveSettings } from './directive.ts';
import { lateBelow, OPEN, timeCondition } from './time.ts';
import { visibleAssignments } from './visible.ts';

/** An assignment as stored: the folded state of its events, and what must be searchable beside it. */
export interface AssignmentRow {
  unitId: string;
  id: string;
  taskId: string;
  directiveId: string;
  role: 'lead' | 'coordinating';
  via: string | null;
  classification: Classification;
  assignedOn: Day;
  state: AssignmentState;
  version: number;
}

export interface LockedAssignment extends AssignmentRow {
  settings: DirectiveSettings;
  ownerUnitId: string;
  taskKind: 'task' | 'target';
}

/** Columns that follow from the state; nobody writes them by hand. */
function derived(state: AssignmentState) {
  const facts = timeFactsOf(state);
  return {
    work: facts.work,
    due: facts.due ?? null,
    firstDue: facts.firstDue ?? null,
    doneOn: facts.doneOn ?? null,
    claimedOn: facts.claimedOn ?? null,
    progress: state.progress,
    startedOn: state.startedOn ?? null,
    lastReportOn: state.lastReportOn ?? null,
    part: state.part ?? '',
  };
}

/** The live columns of an assignment, as a replay of its events must give them too. */
export const derivedOf = derived;

/** Takes the row for the rest of the transaction; 404 where the actor may not see it. */
export async function lockAssignment(tx: Tx, actor: Actor, id: string): Promise<LockedAssignment> {
  const row = await tx.maybe<LockedAssignment>(sql`
    select a.unit_id, a.id, a.task_id, a.directive_id, a.role, a.via, a.classification, a.assigned_on, a.state, a.version,
      d.settings, d.owner_unit_id, t.kind as task_kind
    from directives.assignment a join directives.directive d on d.id = a.directive_id join directives.task t on t.id = a.task_id
    where a.id = ${id} and ${visibleAssignments(actor)} for update of a`);
  return row ?? missing();
}

/** Adds new assignments in one statement, so that counts and spans follow once for all of them. */
export async function insertAssignments(tx: Tx, rows: readonly AssignmentRow[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  const data = rows.map((r) => ({ ...r, ...derived(r.state) }));
  await tx.run(sql`
    insert into directives.assignment (unit_id, id, task_id, directive_id, role, via, part_vi, classification, assigned_on, work, due, first_due, done_on,
      progress, started_on, last_report_on, claimed_on, state, version, changed_at)
    select r."unitId", r.id, r."taskId", r."directiveId", r.role, r.via, r.part, r.classification, r."assignedOn", r.work, r.due, r."firstDue", r."doneOn",
      r.progress, r."startedOn", r."lastReportOn", r."claimedOn", r.state, 1, ${now}
    from jsonb_to_recordset(${JSON.stringify(data)}::jsonb) as r("unitId" text, id uuid, "taskId" uuid, "directiveId" uuid, role text, via text, part text, classification text,
      "assignedOn" date, work text, due date, "firstDue" date, "doneOn" date, progress integer, "startedOn" date, "lastReportOn" date, "claimedOn" date, state jsonb)`);
}

export function updateAssignment(tx: Tx, row: AssignmentRow, now: Date): void {
  const d = derived(row.state);
  tx.send(sql`
    update directives.assignment set work = ${d.work}, due = ${d.due}, first_due = ${d.firstDue}, done_on = ${d.doneOn}, progress = ${d.progress}, started_on = ${d.startedOn},
      last_report_on = ${d.lastReportOn}, claimed_on = ${d.claimedOn}, part_vi = ${d.part}, state = ${JSON.stringify(row.state)}, version = version + 1, changed_at = ${now}
    where unit_id = ${row.unitId} and id = ${row.id}`);
}

/** What lists show of an assignment. */
export interface AssignmentListRow {
  id: string;
  unitId: string;
  taskId: string;
  directiveId: string;
  directiveNumber: string;
  ref: string;
  kind: 'task' | 'target';
  titleVi: string;
  titleEn: string;
  productVi: string;
  partVi: string;
  role: 'lead' | 'coordinating';
  via: string | null;
  work: WorkState;
  due: Day | null;
  firstDue: Day | null;
  doneOn: Day | null;
  /** Number of the product claimed or accepted. */
  productNumber: string | null;
  claimedOn: Day | null;
  startedOn: Day | null;
  assignedOn: Day;
  progress: number;
  lastReportOn: Day | null;
  deadlineText: string;
  classification: Classification;
  /** Refs of overdue tasks below this one, on which it depends. */
  lateBelow: string[] | null;
}

const listColumns = (
  today: Day,
) => sql`a.id, a.unit_id, a.task_id, a.directive_id, d.number as directive_number, t.ref, t.kind, t.title_vi, t.title_en, t.product_vi, a.part_vi, a.role, a.via,
  a.work, a.due, a.first_due, a.done_on, a.state->'product'->>'number' as product_number, a.claimed_on, a.started_on, a.assigned_on, a.progress, a.last_report_on, coalesce(a.state->'deadline'->>'text', t.deadline->>'text') as deadline_text, a.classification,
  ${lateBelow(today)} as late_below`;
const listFrom = sql`directives.assignment a join directives.task t on t.id = a.task_id join directives.directive d on d.id = a.directive_id`;

export interface AssignmentFilter {
  q?: string | undefined;
  unitIds?: readonly string[] | undefined;
  directiveId?: string | undefined;
  taskId?: string | undefined;
  role?: string | undefined;
  work?: string | undefined;
  time?: string | undefined;
  kind?: string | undefined;
  dueFrom?: Day | undefined;
  dueTo?: Day | undefined;
  after?: readonly unknown[] | undefined;
  today: Day;
  rules: RiskRules;
  limit: number;
}

function conditions(actor: Actor, f: AssignmentFilter): RawBuilder<unknown>[] {
  const where: RawBuilder<unknown>[] = [visibleAssignments(actor)];
  if (f.unitIds) where.push(sql`a.unit_id = any(${f.unitIds})`);
  if (f.directiveId) where.push(sql`a.directive_id = ${f.directiveId}`);
  if (f.taskId) where.push(sql`a.task_id = ${f.taskId}`);
  if (f.role) where.push(sql`a.role = ${f.role}`);
  if (f.work) where.push(f.work === 'open' ? OPEN : sql`a.work = ${f.work}`);
  if (f.time) where.push(timeCondition(f.time, f.today, f.rules));
  if (f.kind) where.push(sql`t.kind = ${f.kind}`);
  if (f.dueFrom) where.push(sql`a.due >= ${f.dueFrom}`);
  if (f.dueTo) where.push(sql`a.due <= ${f.dueTo}`);
  if (f.q)
    where.push(
      sql`kit.fold(t.ref || ' ' || t.title_vi || ' ' || t.title_en || ' ' || t.product_vi || ' ' || t.lead_text) like '%' || kit.fold(${f.q}) || '%'`,
    );
  return where;
}

/** Assignments one may see, first due first, those without a due day last. */
export function listAssignmentRows(tx: Tx, actor: Actor, f: AssignmentFilter): Promise<AssignmentListRow[]> {
  const where = conditions(actor, f);
  if (f.after) {
    const [due, id] = f.after as [string | null, string];
    where.push(
      due === null
        ? sql`(a.due is null and a.id > ${id}::uuid)`
        : sql`((a.due, a.id) > (${due}::date, ${id}::uuid) or a.due is null)`,
    );
  }
  return tx.rows(
    sql`select ${listColumns(f.today)} from ${listFrom} where ${sql.join(where, sql` and `)} order by a.due, a.id limit ${f.limit}`,
  );
}

/** How many assignments such a list has, along both axes. */
export function countAssignmentRows(
  tx: Tx,
  actor: Actor,
  f: Omit<AssignmentFilter, 'limit'>,
): Promise<AxisCounts> {
  // Only words and the kind are read from the task; without them its rows need not be joined.
  const from = f.q || f.kind ? listFrom : sql`directives.assignment a`;
  const rows = sql`${from} where ${sql.join(conditions(actor, { ...f, limit: 0 }), sql` and `)}`;
  return countAxes(tx, rows, sql`a.work`, (time) => timeCondition(time, f.today, f.rules));
}

export async function getAssignmentRow(
  tx: Tx,
  actor: Actor,
  id: string,
  today: Day,
): Promise<AssignmentListRow & { state: AssignmentState; settings: DirectiveSettings; ownerUnitId: string }> {
  const row = await tx.maybe<
    AssignmentListRow & { state: AssignmentState; settings: DirectiveSettings; ownerUnitId: string }
  >(
    sql`select ${listColumns(today)}, a.state, d.settings, d.owner_unit_id from ${listFrom} where a.id = ${id} and ${visibleAssignments(actor)}`,
  );
  return row ?? missing();
}

/** All assignments of one task that one may see, leads first. */
export function listOfTask(tx: Tx, actor: Actor, taskId: string, today: Day): Promise<AssignmentListRow[]> {
  return tx.rows(
    sql`select ${listColumns(today)} from ${listFrom} where a.task_id = ${taskId} and ${visibleAssignments(actor)} order by a.role desc, a.due, a.id`,
  );
}
