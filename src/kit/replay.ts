import { sql } from 'kysely';

import type { Tx } from './db.ts';
import type { StoredEvent } from './events.ts';

const BATCH = 5000;

/** All streams of one kind (`assignment:`), each with its events in order, read in batches so that memory stays flat. */
export async function* streamsOf(
  tx: Tx,
  prefix: string,
): AsyncGenerator<[stream: string, events: StoredEvent[]]> {
  let after: [string, number] = [prefix, 0];
  let open: StoredEvent[] = [];
  for (;;) {
    // In the order of bytes (~<~), so that the streams of one kind lie together whatever collation the database has.
    const [stream, seq] = after;
    const events = await tx.rows<StoredEvent>(sql`
      select id, unit_id, stream, seq, kind, at, actor, payload from kit.event
      where stream ~>=~ ${stream} and (stream ~>~ ${stream} or seq > ${seq}) and stream ~<~ ${`${prefix}~`}
      order by stream using ~<~, seq limit ${BATCH}`);
    for (const event of events) {
      if (open.length > 0 && open[0]!.stream !== event.stream) {
        yield [open[0]!.stream, open];
        open = [];
      }
      open.push(event);
    }
    const last = events.at(-1);
    if (!last) break;
    after = [last.stream, last.seq];
  }
  if (open.length > 0) yield [open[0]!.stream, open];
}
