import { sql } from 'kysely';

import type { Day } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';

export interface RoleHolder {
  unitId: string;
  role: string;
  name: string;
}

/** Heads and coordinators of units on a day, heads first. */
export const listRoleHolders = (tx: Tx, unitIds: readonly string[], day: Day): Promise<RoleHolder[]> =>
  tx.rows(sql`select unit_id, role, name from identity.v_role_holder
    where unit_id = any(${unitIds}::text[]) and role in ('head', 'coordinator') and valid_from <= ${day} and (valid_to is null or valid_to >= ${day})
    order by unit_id, role desc, name`);
