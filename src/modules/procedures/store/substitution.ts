import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';
import type { Day, Substitution } from '../rules/model.ts';

type Row = Omit<Substitution, 'validTo'> & { validTo: Day | null };

/** The papers of one procedure that databases replace, in the order in which they were stated. */
export async function listSubstitutions(tx: Tx, code: string): Promise<Substitution[]> {
  const rows = await tx.rows<Row>(sql`
    select document_vi as document, database, database_name, legal_place, decision, valid_from, valid_to
    from procedures.substitution where code = ${code} order by id`);
  return rows.map(({ validTo, ...row }) => ({ ...row, ...(validTo === null ? {} : { validTo }) }));
}
