import { sql } from 'kysely';

import { prepared, type Tx } from '../../../kit/db.ts';
import type { Downtime } from '../rules/downtime.ts';

export interface DowntimeRow {
  id: string;
  state: Downtime;
}

export const insertDowntime = (tx: Tx, id: string, state: Downtime): void =>
  tx.send(sql`insert into operations.downtime (id, begins_at, ends_at, state)
    values (${id}, ${state.begins}, ${state.ends}, ${JSON.stringify(state)})`);

export const updateDowntime = (tx: Tx, id: string, state: Downtime): void =>
  tx.send(sql`update operations.downtime set state = ${JSON.stringify(state)}, withdrawn_at = ${state.withdrawnAt ?? null}
    where id = ${id}`);

export const lockDowntime = (tx: Tx, id: string): Promise<DowntimeRow | undefined> =>
  tx.maybe(sql`select id, state from operations.downtime where id = ${id} for update`);

/** The nearest one not over: of those running the one that ends last, else the first to come. */
export const findNextDowntime = (tx: Tx, now: Date): Promise<DowntimeRow | undefined> =>
  tx.maybe(
    prepared(sql`select id, state from operations.downtime where withdrawn_at is null and ends_at > ${now}
      order by greatest(begins_at, ${now}), ends_at desc, id limit 1`),
  );

interface Page {
  now: Date;
  after: readonly unknown[] | undefined;
  limit: number;
}

/** Those running and to come, the first to begin first. */
export const listStandingDowntimes = (tx: Tx, { now, after, limit }: Page): Promise<DowntimeRow[]> =>
  tx.rows(sql`select id, state from operations.downtime where withdrawn_at is null and ends_at > ${now}
    ${after ? sql`and (begins_at, id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    order by begins_at, id limit ${limit}`);

/** Those over or withdrawn, the last to begin first. */
export const listPastDowntimes = (tx: Tx, { now, after, limit }: Page): Promise<DowntimeRow[]> =>
  tx.rows(sql`select id, state from operations.downtime where (withdrawn_at is not null or ends_at <= ${now})
    ${after ? sql`and (begins_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    order by begins_at desc, id desc limit ${limit}`);

/** All rows, for comparing them with their events. */
export const listAllDowntimes = (tx: Tx): Promise<DowntimeRow[]> =>
  tx.rows(sql`select id, state from operations.downtime order by id`);
