import { sql } from 'kysely';

import type { Classification } from '../../../kit/actor.ts';
import type { Day } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';

/** What notices say of an assignment. */
export interface Told {
  assignmentId: string;
  unitId: string;
  taskId: string;
  ownerUnitId: string;
  classification: Classification;
  due: Day | null;
  confirm: boolean;
  accept: boolean;
  params: Record<string, unknown>;
}

export function findTold(tx: Tx, assignmentId: string): Promise<Told | undefined> {
  return tx.maybe<Told>(sql`
    select a.assignment_id, a.unit_id, a.task_id, a.owner_unit_id, a.classification, a.due, s.confirm, s.accept,
      jsonb_build_object('ref', a.ref, 'titleVi', a.title_vi, 'titleEn', a.title_en, 'number', a.directive_number, 'due', a.due) as params
    from directives.v_reminder_assignment a join directives.v_step_settings s on s.directive_id = a.directive_id where a.assignment_id = ${assignmentId}`);
}

export function findDifficulty(
  tx: Tx,
  id: string,
): Promise<
  | { assignmentId: string; unitId: string; addresseeUnitId: string; body: string; due: Day; kind: string }
  | undefined
> {
  return tx.maybe(
    sql`select assignment_id, unit_id, addressee_unit_id, body, due, kind from directives.v_difficulty where difficulty_id = ${id}`,
  );
}

/** The kind of the event just before in the same stream. */
export async function kindBefore(tx: Tx, stream: string, seq: number): Promise<string | undefined> {
  return (
    await tx.maybe<{ kind: string }>(
      sql`select kind from kit.event where stream = ${stream} and seq = ${seq - 1}`,
    )
  )?.kind;
}
