import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';
import type { Day } from '../rules/model.ts';

export interface HeldPosition {
  unitId: string;
  titleVi: string;
  titleEn: string;
  from: Day;
  to: Day | null;
}

/** The positions a person held on a day. */
export async function listPositionsHeld(tx: Tx, personId: string, day: Day): Promise<HeldPosition[]> {
  return tx.rows<HeldPosition>(sql`
    select unit_id, title_vi, title_en, valid_from as "from", valid_to as "to" from organisations.v_office_holder
    where person_id = ${personId} and valid_from <= ${day} and (valid_to is null or valid_to > ${day})
    order by valid_from, unit_id`);
}
