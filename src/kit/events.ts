import { sql } from 'kysely';

import type { Actor } from './actor.ts';
import type { Tx } from './db.ts';

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

/** Writes events in one round trip, inside the caller's transaction. */
export async function appendEvents(
  tx: Tx,
  events: readonly NewEvent[],
  by: { at: Date; actor: Actor; requestId: string },
): Promise<void> {
  if (events.length === 0) return;
  await tx.rows(
    sql`select kit.append_events(${JSON.stringify(events)}::jsonb, ${by.at}, ${by.actor.id}, ${by.requestId})`,
  );
}

/** The events of one record in order. */
export async function listStream(tx: Tx, stream: string): Promise<StoredEvent[]> {
  return tx.rows<StoredEvent>(
    sql`select id, unit_id, stream, seq, kind, at, actor, payload from kit.event where stream = ${stream} order by seq`,
  );
}
