import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';
import type { Day } from '../rules/model.ts';

/** A step for which nobody stands, as the board knows it. */
export interface KnownGap {
  unitId: string;
  code: string;
  field: string;
  stepKey: string;
  role: string;
  reason: string;
  since: Day;
  ownerUnitId: string;
}

const columns = sql`unit_id, code, field, step_key, role, reason, since, owner_unit_id`;

/** Makes this transaction the only one that compares gaps until it ends. */
export const lockGaps = (tx: Tx): Promise<number> =>
  tx.run(sql`lock table procedures.gap in share row exclusive mode`);

export const listOpenGaps = (tx: Tx): Promise<KnownGap[]> =>
  tx.rows<KnownGap>(sql`select ${columns} from procedures.gap where closed_at is null`);

export async function openGaps(tx: Tx, gaps: readonly KnownGap[], at: Date): Promise<void> {
  if (gaps.length === 0) return;
  await tx.run(sql`
    insert into procedures.gap (${columns}, noticed_at)
    select g."unitId", g.code, g.field, g."stepKey", g.role, g.reason, g.since, g."ownerUnitId", ${at}
    from jsonb_to_recordset(${JSON.stringify(gaps)}::jsonb) as g ("unitId" text, code text, field text, "stepKey" text,
      role text, reason text, since date, "ownerUnitId" text)`);
}

export async function closeGaps(
  tx: Tx,
  gaps: readonly Pick<KnownGap, 'unitId' | 'code' | 'stepKey'>[],
  at: Date,
): Promise<void> {
  if (gaps.length === 0) return;
  await tx.run(sql`
    update procedures.gap o set closed_at = ${at}
    from jsonb_to_recordset(${JSON.stringify(gaps)}::jsonb) as g ("unitId" text, code text, "stepKey" text)
    where o.closed_at is null and o.unit_id = g."unitId" and o.code = g.code and o.step_key = g."stepKey"`);
}

export interface BoardRow extends KnownGap {
  id: number;
  noticedAt: Date;
}

/** Open gaps by unit, then procedure; those whose owner is one of `units`, or all. */
export const listBoard = (
  tx: Tx,
  f: {
    units: 'all' | readonly string[];
    after: readonly [string, string, number] | undefined;
    limit: number;
  },
): Promise<BoardRow[]> =>
  tx.rows<BoardRow>(sql`
    select id, ${columns}, noticed_at from procedures.gap
    where closed_at is null ${f.units === 'all' ? sql`` : sql`and (owner_unit_id = any(${f.units}::text[]) or unit_id = any(${f.units}::text[]))`}
    ${f.after ? sql`and (unit_id, code, id) > (${f.after[0]}, ${f.after[1]}, ${f.after[2]}::bigint)` : sql``}
    order by unit_id, code, id limit ${f.limit}`);

export interface GapCount {
  unitId: string;
  gaps: number;
  procedures: number;
  since: Day;
}

/** How many steps and procedures each unit leaves open, the worst first. */
export const countGaps = (tx: Tx, units: 'all' | readonly string[]): Promise<GapCount[]> =>
  tx.rows<GapCount>(sql`
    select unit_id, count(*)::int as gaps, count(distinct code)::int as procedures, min(since) as since
    from procedures.gap where closed_at is null ${units === 'all' ? sql`` : sql`and (owner_unit_id = any(${units}::text[]) or unit_id = any(${units}::text[]))`}
    group by 1 order by 2 desc, 1 limit 500`);
