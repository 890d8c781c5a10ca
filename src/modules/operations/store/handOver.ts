import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';
import type { HandOver } from '../rules/handOver.ts';

export interface HandOverRow {
  id: string;
  state: HandOver;
}
type Units = 'all' | readonly string[];
const within = (units: Units) => (units === 'all' ? sql`true` : sql`unit_id = any(${units})`);

export const insertHandOver = (tx: Tx, id: string, state: HandOver): void =>
  tx.send(sql`insert into operations.hand_over (id, unit_id, written_at, state)
    values (${id}, ${state.unitId}, ${state.writtenAt}, ${JSON.stringify(state)})`);

export const updateHandOver = (tx: Tx, id: string, state: HandOver): void =>
  tx.send(
    sql`update operations.hand_over set state = ${JSON.stringify(state)}, taken_at = ${state.takenAt ?? null} where id = ${id}`,
  );

export const lockHandOver = (tx: Tx, id: string, units: Units): Promise<HandOverRow | undefined> =>
  tx.maybe(sql`select id, state from operations.hand_over where id = ${id} and ${within(units)} for update`);

export const findHandOver = (tx: Tx, id: string, units: Units): Promise<HandOverRow | undefined> =>
  tx.maybe(sql`select id, state from operations.hand_over where id = ${id} and ${within(units)}`);

/** Notes of units, newest first. */
export const listHandOverRows = (
  tx: Tx,
  q: { units: Units; after: readonly unknown[] | undefined; limit: number },
): Promise<HandOverRow[]> =>
  tx.rows(sql`select id, state from operations.hand_over where ${within(q.units)}
    ${q.after ? sql`and (written_at, id) < (${q.after[0]}::timestamptz, ${q.after[1]}::uuid)` : sql``}
    order by written_at desc, id desc limit ${q.limit}`);

/** All rows, for comparing them with their events. */
export const listAllHandOvers = (tx: Tx): Promise<HandOverRow[]> =>
  tx.rows(sql`select id, state from operations.hand_over order by id`);
