import { sql } from 'kysely';

import type { Actor } from '../../../kit/actor.ts';
import type { Day } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';
import type { RecordClass } from '../rules/classes.ts';
import { recordsOf, rowClass, type Selection } from './selection.ts';

/** A record whose class on two days differs. */
export interface Move {
  id: string;
  taskId: string;
  unitId: string | null;
  /** Absent: it was not there yet. */
  before: RecordClass | null;
  after: RecordClass | null;
  /** The class it would have had its term not changed; absent where there is no such thing. */
  termKept: RecordClass | null;
  dueBefore: Day | null;
  dueAfter: Day | null;
  directiveNumber: string;
  ref: string;
  titleVi: string;
  titleEn: string;
}

/** Every record of a scope whose class differs between two days. */
export function listMoves(tx: Tx, actor: Actor, from: Selection, to: Selection): Promise<Move[]> {
  const kept = sql`(select ${rowClass(to.asOf)} from (select t.work, f.due, t.done_on, t.claimed_on) a)`;
  return tx.rows(sql`
    select coalesce(t.record_id, f.record_id) as id, coalesce(t.task_id, f.task_id) as task_id, coalesce(t.unit_id, f.unit_id) as unit_id, f.class as before, t.class as after,
      case when f.class not in ('recurring', 'cancelled', 'merged') and t.class not in ('recurring', 'cancelled', 'merged') then ${kept} end as term_kept,
      f.due as due_before, t.due as due_after, coalesce(t.directive_number, f.directive_number) as directive_number, coalesce(t.ref, f.ref) as ref,
      coalesce(t.title_vi, f.title_vi) as title_vi, coalesce(t.title_en, f.title_en) as title_en
    from ${recordsOf(actor, from)} f full join ${recordsOf(actor, to)} t on t.record_id = f.record_id
    where f.class is distinct from t.class order by 1`);
}

/** What papers say about the assignments of some tasks. */
export interface Papers {
  id: string;
  taskId: string;
  via: string | null;
  dueChanges: { on: Day; from?: Day; to?: Day; document: string }[] | null;
  cancelled: { on: Day; reason: string; document?: string } | null;
  redirected: { on: Day; reason: string; document?: string }[] | null;
}

export const listPapers = (tx: Tx, taskIds: readonly string[]): Promise<Papers[]> =>
  tx.rows(
    sql`select a.record_id as id, a.task_id, a.via, a.due_changes, coalesce(a.cancelled, a.uncheckable) as cancelled, a.redirected from directives.v_figure_assignment a where a.task_id = any(${taskIds as string[]}::uuid[]) and a.role = 'lead'`,
  );

/** Merges of tasks that were told between two days. */
export const listMerges = (
  tx: Tx,
  taskIds: readonly string[],
): Promise<{ taskId: string; reason: string }[]> =>
  tx.rows(
    sql`select task_id, reason from directives.v_task_merge where task_id = any(${taskIds as string[]}::uuid[])`,
  );

/** Tasks among these that are parts of others known before a day: what entered by splitting. */
export const listSplits = (
  tx: Tx,
  taskIds: readonly string[],
  before: Day,
): Promise<{ taskId: string; parentRef: string }[]> =>
  tx.rows(sql`select distinct on (p.task_id) p.task_id, t.ref as parent_ref from directives.v_task_parent p join directives.v_figure_task t on t.id = p.parent_id
    where p.task_id = any(${taskIds as string[]}::uuid[]) and t.known_from < (${before}::date + 1) order by p.task_id, t.ref`);
