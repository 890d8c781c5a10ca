import { sql } from 'kysely';

import type { Tx } from '../../kit/db.ts';

export const getServerVersion = async (tx: Tx): Promise<string> =>
  (await tx.one<{ v: string }>(sql`select current_setting('server_version') as v`)).v;

export interface Backlog {
  name: string;
  backlog: number;
  failing: boolean;
}

/** How many events each listener is behind; counting stops at 10,000. */
export function listBacklogs(tx: Tx): Promise<Backlog[]> {
  return tx.rows(
    sql`select l.name, (select count(*) from (select from kit.event e where (e.tx, e.id) > (l.tx, l.id) limit 10000) x)::int as backlog, l.error is not null as failing from kit.listener l order by l.name`,
  );
}

/** Jobs still to be done, and those that failed at least once. */
export async function countJobs(tx: Tx): Promise<{ waiting: number; failed: number }> {
  return tx.one(sql`select waiting, failed from kit.count_jobs()`);
}
