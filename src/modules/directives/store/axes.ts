import { sql, type RawBuilder } from 'kysely';

import type { Tx } from '../../../kit/db.ts';
import { type TimeState, timeStates, type WorkState, workStates } from '../rules/axes.ts';

export interface AxisCounts {
  total: number;
  byTime: Record<TimeState, number>;
  byWork: Record<WorkState, number>;
}

/** The cheap states first: what is at risk is only asked of open rows that are not late, and once for each. */
const asked: readonly TimeState[] = ['noTerm', 'doneOnTime', 'doneLate', 'overdue', 'atRisk'];

/**
 * Counts rows in all and along both axes.
 * @param rows what stands after `from`, with its conditions
 * @param work the column of the work state
 * @param timeIs the condition of a time state; they exclude each other, and what meets none is in term
 */
export async function countAxes(
  tx: Tx,
  rows: RawBuilder<unknown>,
  work: RawBuilder<unknown>,
  timeIs: (time: TimeState) => RawBuilder<unknown>,
): Promise<AxisCounts> {
  const cases = asked.map((time) => sql`when ${timeIs(time)} then ${sql.lit(time)}`);
  const found = await tx.rows<{ work: WorkState; time: TimeState; n: number }>(sql`
    select s.work, s.time, count(*)::int as n
    from (select ${work} as work, case ${sql.join(cases, sql` `)} else 'inTerm' end as time from ${rows}) s group by 1, 2`);
  const sum = (of: (row: (typeof found)[number]) => boolean): number =>
    found.filter(of).reduce((total, row) => total + row.n, 0);
  return {
    total: sum(() => true),
    byTime: Object.fromEntries(timeStates.map((t) => [t, sum((r) => r.time === t)])) as AxisCounts['byTime'],
    byWork: Object.fromEntries(workStates.map((w) => [w, sum((r) => r.work === w)])) as AxisCounts['byWork'],
  };
}
