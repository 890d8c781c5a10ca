import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';

interface Range {
  from: string;
  until: string;
}

const idsOf = (rows: { id: string }[]): string[] => rows.map(({ id }) => id);

/** Ids of cases made between two instants, by the order of ids. */
export const listIdsBetween = async (tx: Tx, { from, until }: Range): Promise<string[]> =>
  idsOf(
    await tx.rows(
      sql`select id from cases.case_file where id >= ${from}::uuid and id < ${until}::uuid limit 20000`,
    ),
  );

export const listDraftIds = async (tx: Tx, { from, until }: Range): Promise<string[]> =>
  idsOf(await tx.rows(sql`select id from cases.draft where id >= ${from}::uuid and id < ${until}::uuid`));
