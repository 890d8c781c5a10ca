import { sql } from 'kysely';

import type { Day } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';

/** Keeps that a result came to its end, for counting; nobody waits for it. */
export function insertRevocation(
  tx: Tx,
  r: {
    unitId: string;
    caseId: string;
    kind: 'revoked' | 'replaced';
    from: Day;
    decision: string | null;
    at: Date;
  },
): void {
  tx.send(
    sql`insert into cases.revocation (unit_id, case_id, kind, from_day, decision, at)
      values (${r.unitId}, ${r.caseId}, ${r.kind}, ${r.from}, ${r.decision}, ${r.at})`,
  );
}

/** How many results of some units came to their end in a time, both days counted. */
export const countRevocations = (
  tx: Tx,
  f: { unitIds: readonly string[]; from: Day; to: Day },
): Promise<{ unitId: string; revoked: number; replaced: number }[]> =>
  tx.rows(sql`select unit_id, count(*) filter (where kind = 'revoked') as revoked, count(*) filter (where kind = 'replaced') as replaced
    from cases.revocation where unit_id = any(${[...f.unitIds]}) and from_day between ${f.from} and ${f.to} group by unit_id`);
