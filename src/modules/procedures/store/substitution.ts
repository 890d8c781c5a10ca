import { sql } from 'kysely';

import { prepared, type Tx } from '../../../kit/db.ts';
import type { Day, Substitution } from '../rules/model.ts';

type Row = Omit<Substitution, 'validTo'> & { validTo: Day | null };

/** The papers of one procedure that databases replace, in the order in which they were stated. */
export async function listSubstitutions(tx: Tx, code: string): Promise<Substitution[]> {
  const rows = await tx.rows<Row>(
    prepared(sql`
    select document_vi as document, database, database_name, legal_place, decision, valid_from, valid_to
    from procedures.substitution where code = ${code} order by id`),
  );
  return rows.map(({ validTo, ...row }) => ({ ...row, ...(validTo === null ? {} : { validTo }) }));
}

export interface NewSubstitution {
  code: string;
  documentVi: string;
  database: string;
  databaseName: string;
  legalText: string;
  legalPlace: string;
  note: string | null;
  decision: string;
  validFrom: Day;
  validTo: Day;
}

const given = (rows: readonly NewSubstitution[]) => sql`
  (select distinct on (code, "documentVi", database, "legalPlace", "validFrom") *
   from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (code text, "documentVi" text, database text,
     "databaseName" text, "legalText" text, "legalPlace" text, note text, decision text, "validFrom" date, "validTo" date)) g`;

/** How many of the statements are new. */
export const countNewSubstitutions = async (tx: Tx, rows: readonly NewSubstitution[]): Promise<number> =>
  (
    await tx.one<{ count: number }>(sql`
      select count(*)::int as count from ${given(rows)} where not exists (select from procedures.substitution s
        where s.code = g.code and s.document_vi = g."documentVi" and s.database = g.database
          and s.legal_place = g."legalPlace" and s.valid_from = g."validFrom")`)
  ).count;

/** Adds the statements that are new; those that were added. */
export const insertSubstitutions = (
  tx: Tx,
  rows: readonly NewSubstitution[],
  at: Date,
): Promise<NewSubstitution[]> =>
  tx.rows<NewSubstitution>(sql`
    insert into procedures.substitution (code, document_vi, database, database_name, legal_text, legal_place, note,
      decision, valid_from, valid_to, recorded_at)
    select g.code, g."documentVi", g.database, g."databaseName", g."legalText", g."legalPlace", g.note, g.decision,
      g."validFrom", g."validTo", ${at} from ${given(rows)}
    on conflict do nothing
    returning code, document_vi, database, database_name, legal_text, legal_place, note, decision, valid_from, valid_to`);

/** All statements, for the comparison with their events. */
export const listAllSubstitutions = (tx: Tx): Promise<NewSubstitution[]> =>
  tx.rows<NewSubstitution>(sql`
    select code, document_vi, database, database_name, legal_text, legal_place, note, decision, valid_from, valid_to
    from procedures.substitution order by id`);
