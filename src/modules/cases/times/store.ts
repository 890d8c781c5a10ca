import { sql } from 'kysely';

import type { Actor } from '../../../kit/actor.ts';
import type { Day } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';
import { visibleCases } from '../store/visible.ts';

/** Cases of a procedure whose handling ended on these days, decided by one of the units or anywhere; the newest first. */
export const listEndedOf = async (
  tx: Tx,
  actor: Actor,
  of: {
    procedureCode: string;
    units: readonly string[] | undefined;
    from: Day;
    before: Day;
    limit: number;
  },
): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(sql`
      select f.id from cases.case_file f
      where f.procedure_code = ${of.procedureCode} and f.verdict is not null
        and f.ended_at >= ${of.from}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and f.ended_at < ${of.before}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and ${of.units ? sql`coalesce(f.decision_unit_id, f.unit_id) = any(${of.units})` : sql`true`}
        and ${visibleCases(actor)}
      order by f.ended_at desc limit ${of.limit}`)
  ).map(({ id }) => id);
