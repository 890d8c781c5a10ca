import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';

/** Where a case stands, with everything a change of the units around it may touch. */
export interface CaseStand {
  id: string;
  code: string | null;
  handling: string;
  work: string;
  procedureCode: string;
  field: string;
  placeUnitId: string;
  receptionUnitId: string;
  decisionUnitId: string | null;
  atUnitId: string;
  returnUnitId: string;
  stepRole: string | null;
  dueAt: Date | null;
  stepDueAt: Date | null;
}

/** Every case in the order of ids, page by page; for whoever looks at the whole installation. */
export const listStands = (tx: Tx, after: string | undefined, limit: number): Promise<CaseStand[]> =>
  tx.rows(sql`select f.id, f.code, f.handling, f.work, f.procedure_code, f.field,
      coalesce(f.state->'places'->>'place', f.unit_id) as place_unit_id, f.unit_id as reception_unit_id,
      f.decision_unit_id, f.at_unit_id, f.return_unit_id, f.step_role, f.due_at, f.step_due_at
    from cases.case_file f ${after ? sql`where f.id > ${after}::uuid` : sql``} order by f.id limit ${limit}`);
