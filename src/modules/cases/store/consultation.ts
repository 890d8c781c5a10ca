import { sql } from 'kysely';

import type { Actor } from '../../../kit/actor.ts';
import type { Tx } from '../../../kit/db.ts';
import type { Consultation } from '../rules/model.ts';
import { visibleCases } from './visible.ts';

export function insertConsultation(
  tx: Tx,
  of: { unitId: string; id: string },
  c: Consultation,
  question: string,
): void {
  tx.send(sql`insert into cases.consultation (unit_id, id, case_id, case_unit_id, question, asked_at, due_at)
    values (${c.unitId}, ${c.id}, ${of.id}, ${of.unitId}, ${question}, ${c.askedAt}, ${c.dueAt})`);
}

export const answerRow = (tx: Tx, unitId: string, id: string, at: Date): void =>
  tx.send(
    sql`update cases.consultation set answered_at = ${at} where unit_id = ${unitId} and id = ${id} and answered_at is null`,
  );

export interface AskedRow {
  id: string;
  caseId: string;
  unitId: string;
  code: string | null;
  question: string;
  askedAt: Date;
  dueAt: Date;
}
/** Questions that wait for an answer of these units, the most urgent first. */
export const listAsked = (
  tx: Tx,
  actor: Actor,
  f: { units: readonly string[] | 'all'; after?: readonly unknown[] | undefined; limit: number },
): Promise<AskedRow[]> =>
  tx.rows(sql`select c.id, c.case_id, c.unit_id, f.code, c.question, c.asked_at, c.due_at
    from cases.consultation c join cases.case_file f on f.id = c.case_id and f.unit_id = c.case_unit_id
    where c.answered_at is null and f.work <> 'ended' and ${visibleCases(actor)}
      ${f.units === 'all' ? sql`` : sql`and c.unit_id = any(${f.units})`}
      ${f.after ? sql`and (c.due_at, c.id) > (${f.after[0]}::timestamptz, ${f.after[1]}::uuid)` : sql``}
    order by c.due_at, c.id limit ${f.limit}`);
