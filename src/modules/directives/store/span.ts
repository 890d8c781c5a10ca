import { sql } from 'kysely';

import type { Day } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';
import type { WorkState } from '../rules/axes.ts';

export interface SpanRow {
  assignmentId: string;
  work: WorkState;
  due: Day | null;
  firstDue: Day | null;
  doneOn: Day | null;
  claimedOn: Day | null;
  progress: number;
  lastReportOn: Day | null;
}

/** How a task's assignments stood, as it was known at the end of a day, by assignment id. */
export async function listSpansOn(tx: Tx, taskId: string, day: Day): Promise<Map<string, SpanRow>> {
  const rows = await tx.rows<SpanRow>(sql`
    select assignment_id, work, due, first_due, done_on, claimed_on, progress, last_report_on from directives.span
    where task_id = ${taskId} and from_at < (${day}::date + 1) and (to_at is null or to_at >= (${day}::date + 1))`);
  return new Map(rows.map((row) => [row.assignmentId, row]));
}
