import { sql } from 'kysely';

import type { Day } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';
import type { FigureDefinition } from '../../directives/index.ts';

export interface StoredDefinition extends FigureDefinition {
  validTo: Day | null;
  /** What is counted, as FEEL over the class of a record. */
  rule: { numerator: string; denominator: string };
}

type Row = {
  body: Omit<StoredDefinition, 'code' | 'version' | 'validFrom' | 'validTo'>;
  code: string;
  version: string;
  validFrom: Day;
  validTo: Day | null;
};

/** The definitions in force on a day, in the order of the list; of one code the newest. */
export async function listDefinitions(tx: Tx, on: Day): Promise<StoredDefinition[]> {
  const rows = await tx.rows<Row>(sql`
    select * from (select distinct on (code) code, version, valid_from, valid_to, position, body from indicators.figure_definition
      where valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date) order by code, valid_from desc) f order by position`);
  return rows.map(({ body, code, version, validFrom, validTo }) => ({
    ...body,
    code,
    version,
    validFrom,
    validTo,
  }));
}

/** Every version of every definition. */
export async function listAllDefinitions(tx: Tx): Promise<StoredDefinition[]> {
  const rows = await tx.rows<Row>(
    sql`select code, version, valid_from, valid_to, body from indicators.figure_definition order by position, valid_from`,
  );
  return rows.map(({ body, code, version, validFrom, validTo }) => ({
    ...body,
    code,
    version,
    validFrom,
    validTo,
  }));
}
