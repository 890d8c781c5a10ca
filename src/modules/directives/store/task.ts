import { sql, type RawBuilder } from 'kysely';

import type { Actor, Classification } from '../../../kit/actor.ts';
import type { Day } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';
import { missing } from '../../../kit/problems.ts';
import type { WorkState } from '../rules/axes.ts';
import type { Deadline } from '../rules/deadline.ts';
import type { RiskRules } from '../rules/risk.ts';
import { type AxisCounts, countAxes } from './axes.ts';
import { taskTime } from './time.ts';
import { visibleTasks } from './visible.ts';

/** What is written of a task; its state follows from its assignments. */
export interface TaskRow {
  id: string;
  directiveId: string;
  ref: string;
  kind: 'task' | 'target';
  number: string;
  position: number;
  sectionCode: string | null;
  titleVi: string;
  titleEn: string;
  productVi: string;
  field: string | null;
  classification: Classification;
  leadText: string;
  coordinatingText: string;
  deadline: Deadline;
  target: Record<string, unknown> | null;
  sourceUrl: string | null;
  note: string;
  sameAs: string | null;
  closing: { how: string; reason: string; on: Day; document?: string } | null;
  version: number;
}

export interface TaskListRow extends TaskRow {
  directiveNumber: string;
  ownerUnitId: string;
  work: WorkState;
  firstDue: Day | null;
  due: Day | null;
  doneOn: Day | null;
  /** Of a claimed task: the date of the product that decides. */
  claimedOn: Day | null;
  leads: number;
  leadsDone: number;
  duties: number;
}

const columns = sql`t.id, t.directive_id, t.ref, t.kind, t.number, t.position, t.section_code, t.title_vi, t.title_en, t.product_vi, t.field, t.classification, t.lead_text,
  t.coordinating_text, t.deadline, t.target, t.source_url, t.note, t.same_as, t.closing, t.version, d.number as directive_number, d.owner_unit_id,
  t.work, t.first_due, t.due, t.done_on, t.claimed_on, t.leads, t.leads_done, (select count(*) from directives.duty y where y.task_id = t.id) as duties`;
const from = sql`directives.task t join directives.directive d on d.id = t.directive_id`;

export interface TaskFilter {
  q?: string | undefined;
  directiveId?: string | undefined;
  kind?: string | undefined;
  work?: string | undefined;
  time?: string | undefined;
  unitIds?: readonly string[] | undefined;
  sort: 'document' | 'due';
  after?: readonly unknown[] | undefined;
  today: Day;
  rules: RiskRules;
  limit: number;
}

function conditions(actor: Actor, f: TaskFilter): RawBuilder<unknown>[] {
  const where: RawBuilder<unknown>[] = [visibleTasks(actor)];
  // A task belongs to the directive that has it in its appendix, and to every directive that assigns it again.
  if (f.directiveId)
    where.push(
      sql`(t.directive_id = ${f.directiveId} or t.id in (select y.task_id from directives.duty y where y.directive_id = ${f.directiveId}))`,
    );
  if (f.kind) where.push(sql`t.kind = ${f.kind}`);
  if (f.work) where.push(sql`t.work = ${f.work}`);
  if (f.time) where.push(taskTime(f.time, f.today, f.rules));
  if (f.unitIds)
    where.push(
      sql`t.id in (select a.task_id from directives.assignment a where a.unit_id = any(${f.unitIds}))`,
    );
  if (f.q)
    where.push(
      sql`kit.fold(t.ref || ' ' || t.title_vi || ' ' || t.title_en || ' ' || t.product_vi || ' ' || t.lead_text) like '%' || kit.fold(${f.q}) || '%'`,
    );
  if (f.after) {
    where.push(
      f.sort === 'due'
        ? f.after[0] === null
          ? sql`(t.due is null and t.id > ${f.after[1]}::uuid)`
          : sql`((t.due, t.id) > (${f.after[0]}::date, ${f.after[1]}::uuid) or t.due is null)`
        : sql`(t.directive_id, t.position, t.id) > (${f.after[0]}::uuid, ${f.after[1]}::int, ${f.after[2]}::uuid)`,
    );
  }
  return where;
}

export function listTaskRows(
  tx: Tx,
  actor: Actor,
  f: TaskFilter,
): Promise<(TaskListRow & { atRisk: boolean })[]> {
  const order = f.sort === 'due' ? sql`t.due, t.id` : sql`t.directive_id, t.position, t.id`;
  return tx.rows(
    sql`select ${columns}, ${taskTime('atRisk', f.today, f.rules)} as at_risk from ${from} where ${sql.join(conditions(actor, f), sql` and `)} order by ${order} limit ${f.limit}`,
  );
}

/** How many tasks such a list has, along both axes. */
export function countTaskRows(
  tx: Tx,
  actor: Actor,
  f: Omit<TaskFilter, 'limit' | 'sort'>,
): Promise<AxisCounts> {
  const rows = sql`${from} where ${sql.join(conditions(actor, { ...f, sort: 'due', limit: 0 }), sql` and `)}`;
  return countAxes(tx, rows, sql`t.work`, (time) => taskTime(time, f.today, f.rules));
}

export async function getTaskRow(tx: Tx, actor: Actor, id: string): Promise<TaskListRow> {
  return (
    (await tx.maybe<TaskListRow>(
      sql`select ${columns} from ${from} where t.id = ${id} and ${visibleTasks(actor)}`,
    )) ?? missing()
  );
}

export async function lockTask(tx: Tx, actor: Actor, id: string): Promise<TaskListRow> {
  return (
    (await tx.maybe<TaskListRow>(
      sql`select ${columns} from ${from} where t.id = ${id} and ${visibleTasks(actor)} for update of t`,
    )) ?? missing()
  );
}

export function findTaskByRef(tx: Tx, directiveId: string, ref: string): Promise<TaskListRow | undefined> {
  return tx.maybe(
    sql`select ${columns} from ${from} where t.directive_id = ${directiveId} and t.ref = ${ref}`,
  );
}

export async function nextPosition(tx: Tx, directiveId: string): Promise<number> {
  return (
    await tx.one<{ n: number }>(
      sql`select coalesce(max(position), 0) + 1 as n from directives.task where directive_id = ${directiveId}`,
    )
  ).n;
}

export async function saveTask(tx: Tx, t: TaskRow): Promise<void> {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  await tx.run(sql`insert into directives.task (id, directive_id, ref, kind, number, position, section_code, title_vi, title_en, product_vi, field, classification, lead_text, coordinating_text, deadline, target, source_url, note, same_as, closing, version, work, due, first_due)
    values (${t.id}, ${t.directiveId}, ${t.ref}, ${t.kind}, ${t.number}, ${t.position}, ${t.sectionCode}, ${t.titleVi}, ${t.titleEn}, ${t.productVi}, ${t.field}, ${t.classification}, ${t.leadText}, ${t.coordinatingText},
      ${json(t.deadline)}, ${json(t.target)}, ${t.sourceUrl}, ${t.note}, ${t.sameAs}, ${json(t.closing)}, ${t.version},
      ${t.deadline.precision === 'recurring' ? 'recurring' : 'notStarted'}, ${t.deadline.lastDay ?? null}, ${t.deadline.lastDay ?? null})
    on conflict (id) do update set title_vi = excluded.title_vi, title_en = excluded.title_en, product_vi = excluded.product_vi, field = excluded.field, classification = excluded.classification,
      deadline = excluded.deadline, target = excluded.target, note = excluded.note, same_as = excluded.same_as, closing = excluded.closing, version = excluded.version`);
}

export interface DutyRow {
  id: string;
  taskId: string;
  directiveId: string;
  ref: string;
  assignedOn: Day;
  deadline: Deadline;
  note: string;
}
export async function insertDuty(tx: Tx, y: DutyRow): Promise<void> {
  await tx.run(sql`insert into directives.duty (id, task_id, directive_id, ref, assigned_on, deadline, note)
    values (${y.id}, ${y.taskId}, ${y.directiveId}, ${y.ref}, ${y.assignedOn}, ${JSON.stringify(y.deadline)}, ${y.note})`);
}
export function listDuties(tx: Tx, taskId: string): Promise<(DutyRow & { number: string })[]> {
  return tx.rows(
    sql`select y.id, y.task_id, y.directive_id, y.ref, y.assigned_on, y.deadline, y.note, d.number from directives.duty y join directives.directive d on d.id = y.directive_id where y.task_id = ${taskId} order by y.assigned_on, y.id`,
  );
}

export async function insertParent(tx: Tx, taskId: string, parentId: string): Promise<void> {
  await tx.run(
    sql`insert into directives.task_parent (task_id, parent_id) values (${taskId}, ${parentId}) on conflict do nothing`,
  );
}

/** True where `ancestorId` is `taskId` itself or above it. */
export async function isAbove(tx: Tx, ancestorId: string, taskId: string): Promise<boolean> {
  const found = await tx.maybe(
    sql`with recursive up(id) as (select ${taskId}::uuid union select p.parent_id from directives.task_parent p join up on p.task_id = up.id) select id from up where id = ${ancestorId}::uuid`,
  );
  return found !== undefined;
}

/** Tasks linked to one: its parents, its children, or those merged into it. */
export function listLinked(
  tx: Tx,
  actor: Actor,
  id: string,
  way: 'parents' | 'children' | 'duplicates',
): Promise<TaskListRow[]> {
  const linked = {
    parents: sql`t.id in (select parent_id from directives.task_parent where task_id = ${id})`,
    children: sql`t.id in (select task_id from directives.task_parent where parent_id = ${id})`,
    duplicates: sql`t.same_as = ${id}`,
  }[way];
  return tx.rows(
    sql`select ${columns} from ${from} where ${linked} and ${visibleTasks(actor)} order by t.ref limit 200`,
  );
}
