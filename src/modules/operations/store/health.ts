import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';

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

export interface Job {
  id: string;
  name: string;
  /** Seconds from now on; the queue keeps the time of the machine, not that of the installation. */
  runsIn: number;
  attempts: number;
  /** It will be tried (again). */
  waits: boolean;
  error: string | null;
}
/** Jobs still to be done and those that failed, the latter first. */
export const listJobs = (tx: Tx, most: number): Promise<Job[]> =>
  tx.rows(
    sql`select id, name, extract(epoch from run_at - now())::float8 as runs_in, attempts, waits, error from kit.list_jobs(${most})`,
  );

/** The last signed head over the events, how many it holds, and how many have come since (counted up to 10,000). */
export const findSeal = (tx: Tx): Promise<{ at: Date; events: number; since: number } | undefined> =>
  tx.maybe(sql`select s.at, s.events,
      (select count(*) from (select from kit.event e where (e.tx, e.id) > (s.through_tx, s.through_id) limit 10000) x)::int as since
    from kit.seal s order by s.id desc limit 1`);

/**
 * Changes with every event that is committed (the last few by number, as an older transaction may end after a newer one),
 * and again when the figures have taken it in.
 */
export const eventMark = async (tx: Tx): Promise<string> =>
  (
    await tx.one<{ mark: string | null }>(
      sql`select string_agg(id::text, ',') || ' ' || coalesce((select l.tx::text || ' ' || l.id from kit.listener l where l.name = 'indicators.measures'), '') as mark
        from (select id from kit.event order by tx desc, id desc limit 40) x`,
    )
  ).mark ?? '';
