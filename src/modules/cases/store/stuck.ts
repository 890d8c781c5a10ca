import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';
import type { StepRole } from '../../mandates/contract.ts';

/** Open cases of one procedure that wait at one unit for one kind of step. */
export interface Waiting {
  unitId: string;
  procedureCode: string;
  field: string;
  role: StepRole;
  cases: number;
  /** The first by due date, by code or id. */
  first: string;
}

/** Where open cases wait, grouped: a question of mandates is asked once a group, not once a case. */
export const listWaiting = (tx: Tx): Promise<Waiting[]> =>
  tx.rows(sql`select at_unit_id as unit_id, procedure_code, field,
      case work when 'submitted' then 'receive' when 'ready' then 'return' else coalesce(step_role, 'appraise') end as role,
      count(*)::int as cases, (array_agg(coalesce(code, id::text) order by due_at nulls last, id))[1] as first
    from cases.case_file where work <> 'ended' group by 1, 2, 3, 4 order by 1, 2, 4`);
