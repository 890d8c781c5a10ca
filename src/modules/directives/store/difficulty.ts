import { sql } from 'kysely';

import type { Actor } from '../../../kit/actor.ts';
import type { Day } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';
import { missing } from '../../../kit/problems.ts';
import { visibleAssignments } from './visible.ts';

export interface NewDifficulty {
  unitId: string;
  id: string;
  assignmentId: string;
  taskId: string;
  reportId: string | null;
  kind: 'difficulty' | 'proposal';
  body: string;
  addresseeUnitId: string;
  due: Day;
  raisedBy: string;
  raisedAt: Date;
}
export interface DifficultyRow extends NewDifficulty {
  state: 'open' | 'answered';
  answer: string | null;
  answeredBy: string | null;
  answeredAt: Date | null;
  directiveNumber: string;
  ref: string;
  titleVi: string;
  titleEn: string;
  assignedOn: Day;
}

export async function insertDifficulty(tx: Tx, d: NewDifficulty): Promise<void> {
  await tx.run(sql`insert into directives.difficulty (unit_id, id, assignment_id, task_id, report_id, kind, body, addressee_unit_id, due, state, raised_by, raised_at)
    values (${d.unitId}, ${d.id}, ${d.assignmentId}, ${d.taskId}, ${d.reportId}, ${d.kind}, ${d.body}, ${d.addresseeUnitId}, ${d.due}, 'open', ${d.raisedBy}, ${d.raisedAt})`);
}

const columns = sql`f.unit_id, f.id, f.assignment_id, f.task_id, f.report_id, f.kind, f.body, f.addressee_unit_id, f.due, f.state, f.raised_by, f.raised_at, f.answer, f.answered_by, f.answered_at,
  d.number as directive_number, t.ref, t.title_vi, t.title_en, a.assigned_on`;
const from = sql`directives.difficulty f join directives.assignment a on a.id = f.assignment_id and a.unit_id = f.unit_id join directives.task t on t.id = f.task_id join directives.directive d on d.id = t.directive_id`;

export interface DifficultyFilter {
  /** Addressees; 'all' for no limit. */
  addressees: readonly string[] | 'all';
  state?: string | undefined;
  taskId?: string | undefined;
  assignmentId?: string | undefined;
  after?: readonly unknown[] | undefined;
  limit: number;
}

/** Difficulties one may see, first due first. */
export function listDifficultyRows(tx: Tx, actor: Actor, f: DifficultyFilter): Promise<DifficultyRow[]> {
  return tx.rows(sql`select ${columns} from ${from} where ${visibleAssignments(actor)}
    ${f.addressees === 'all' ? sql`` : sql`and f.addressee_unit_id = any(${f.addressees as string[]})`}
    ${f.state ? sql`and f.state = ${f.state}` : sql``} ${f.taskId ? sql`and f.task_id = ${f.taskId}` : sql``} ${f.assignmentId ? sql`and f.assignment_id = ${f.assignmentId}` : sql``}
    ${f.after ? sql`and (f.due, f.id) > (${f.after[0]}::date, ${f.after[1]}::uuid)` : sql``} order by f.due, f.id limit ${f.limit}`);
}

/** How many open difficulties wait for an answer of the addressees; counting stops at `most`. */
export async function countOpenDifficulties(
  tx: Tx,
  actor: Actor,
  f: { addressees: DifficultyFilter['addressees']; most: number },
): Promise<number> {
  const to = f.addressees === 'all' ? sql`true` : sql`f.addressee_unit_id = any(${f.addressees})`;
  const { n } = await tx.one<{ n: number }>(
    sql`select count(*) as n from (select from ${from} where f.state = 'open' and ${to} and ${visibleAssignments(actor)} limit ${f.most}) w`,
  );
  return n;
}

export async function lockDifficulty(tx: Tx, actor: Actor, id: string): Promise<DifficultyRow> {
  return (
    (await tx.maybe<DifficultyRow>(
      sql`select ${columns} from ${from} where f.id = ${id} and ${visibleAssignments(actor)} for update of f`,
    )) ?? missing()
  );
}

export async function saveAnswer(
  tx: Tx,
  d: Pick<DifficultyRow, 'unitId' | 'id' | 'answer' | 'answeredBy' | 'answeredAt'>,
): Promise<void> {
  await tx.run(
    sql`update directives.difficulty set state = 'answered', answer = ${d.answer}, answered_by = ${d.answeredBy}, answered_at = ${d.answeredAt} where unit_id = ${d.unitId} and id = ${d.id}`,
  );
}
