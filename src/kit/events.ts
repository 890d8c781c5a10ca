import { sql } from 'kysely';

import type { Actor } from './actor.ts';
import { prepared, type Tx } from './db.ts';

/** A fact to be added to the end of a record's stream. `unitId` is the unit the record belongs to, and never changes. */
export interface NewEvent {
  unitId: string;
  stream: string;
  kind: string;
  payload: Record<string, unknown>;
}

export interface StoredEvent extends NewEvent {
  id: number;
  seq: number;
  at: Date;
  actor: string;
}

/** Writes events inside the caller's transaction, in one statement that nobody has to wait for. */
export function appendEvents(
  tx: Tx,
  events: readonly NewEvent[],
  by: { at: Date; actor: Actor; requestId: string },
): void {
  if (events.length === 0) return;
  tx.send(
    prepared(
      sql`select kit.append_events(${JSON.stringify(events)}::jsonb, ${by.at}, ${by.actor.id}, ${by.requestId})`,
    ),
  );
}

/** The events of one record in order. */
export async function listStream(tx: Tx, stream: string): Promise<StoredEvent[]> {
  return tx.rows<StoredEvent>(
    prepared(
      sql`select id, unit_id, stream, seq, kind, at, actor, payload from kit.event where stream = ${stream} order by seq`,
    ),
  );
}

/** The events of many records, record by record, each in order. */
export const listStreams = (tx: Tx, streams: readonly string[]): Promise<StoredEvent[]> =>
  tx.rows<StoredEvent>(
    prepared(
      sql`select id, unit_id, stream, seq, kind, at, actor, payload from kit.event where stream = any(${streams}) order by stream, seq`,
    ),
  );

/** How many events there are of each kind. */
export async function countKinds(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx.rows<{ kind: string; n: number }>(
    sql`select kind, count(*) as n from kit.event group by kind order by kind`,
  );
  return new Map(rows.map(({ kind, n }) => [kind, n]));
}
