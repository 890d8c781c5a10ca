import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';
import type { ProcedureContent } from '../rules/model.ts';

export interface NewestVersion {
  code: string;
  state: 'draft' | 'published';
  validFrom: string;
  content: ProcedureContent;
  /** The name as it is compared with those of others. */
  folded: string;
}

/** The newest version of each procedure that is not withdrawn, by code. */
export const listNewest = (tx: Tx): Promise<NewestVersion[]> =>
  tx.rows<NewestVersion>(sql`
    select distinct on (code) code, state, valid_from, content, kit.fold(name_vi) as folded
    from procedures.version where state in ('draft', 'published') order by code, number desc`);
