import { sql } from 'kysely';

import type { Actor } from '../../../kit/actor.ts';
import type { Day } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';
import type { WorkState } from '../../directives/index.ts';
import type { RecordClass } from '../rules/classes.ts';
import { recordsOf, type Selection } from './selection.ts';

export interface RecordRow {
  recordId: string;
  taskId: string;
  directiveId: string;
  unitId: string | null;
  directiveNumber: string;
  ref: string;
  position: number;
  taskKind: 'task' | 'target';
  titleVi: string;
  titleEn: string;
  productVi: string;
  sectionCode: string | null;
  deadlineText: string | null;
  work: WorkState;
  due: Day | null;
  firstDue: Day | null;
  doneOn: Day | null;
  progress: number | null;
  class: RecordClass;
}

/**
 * A page of the records of some classes. Assignments come by unit, tasks in the order of their documents: both orders
 * have an index, so the first page needs no sorting of all.
 */
export async function listRecords(
  tx: Tx,
  actor: Actor,
  s: Selection,
  page: { classes: readonly RecordClass[]; after?: unknown[] | undefined; limit: number },
): Promise<RecordRow[]> {
  const key =
    s.count === 'tasks' ? sql`(a.directive_id, a.position, a.record_id)` : sql`(a.unit_id, a.record_id)`;
  const order =
    s.count === 'tasks' ? sql`a.directive_id, a.position, a.record_id` : sql`a.unit_id, a.record_id`;
  const after =
    page.after &&
    (s.count === 'tasks'
      ? sql`(${page.after[0]}::uuid, ${page.after[1]}::integer, ${page.after[2]}::uuid)`
      : sql`(${page.after[0]}::text, ${page.after[1]}::uuid)`);
  return tx.rows(sql`
    select a.record_id, a.task_id, a.directive_id, a.unit_id, a.directive_number, a.ref, a.position, a.task_kind, a.title_vi, a.title_en, a.product_vi, a.section_code, a.deadline_text,
      a.work, a.due, a.first_due, a.done_on, a.progress, a.class
    from ${recordsOf(actor, s)} a where a.class = any(${page.classes as string[]}) and ${after ? sql`${key} > ${after}` : sql`true`} order by ${order} limit ${page.limit}`);
}

/** What a record's cursor is made of. */
export const cursorOf = (s: Pick<Selection, 'count'>, row: RecordRow): unknown[] =>
  s.count === 'tasks' ? [row.directiveId, row.position, row.recordId] : [row.unitId, row.recordId];
