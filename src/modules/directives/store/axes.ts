import { sql, type RawBuilder } from 'kysely';

import { type TimeState, timeStates, type WorkState, workStates } from '../rules/axes.ts';

export interface AxisCounts {
  total: number;
  byTime: Record<TimeState, number>;
  byWork: Record<WorkState, number>;
}

/** Columns that count rows in all and along both axes; `work` is the column, `timeIs` the condition of a time state. */
export function axisColumns(
  work: RawBuilder<unknown>,
  timeIs: (time: TimeState) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`count(*)::int as total,
    jsonb_build_object(${sql.join(workStates.flatMap((w) => [sql.lit(w), sql`count(*) filter (where ${work} = ${sql.lit(w)})`]))}) as by_work,
    jsonb_build_object(${sql.join(timeStates.flatMap((t) => [sql.lit(t), sql`count(*) filter (where ${timeIs(t)})`]))}) as by_time`;
}
