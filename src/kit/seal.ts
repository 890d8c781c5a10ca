import { sql } from 'kysely';

import type { App } from './app.ts';
import type { Tx } from './db.ts';

interface Head {
  throughTx: string;
  throughId: number;
  head: Buffer;
  events: number;
}

const sealedText = (h: { throughTx: string; throughId: number; head: Buffer; events: number }): string =>
  `lienthong-seal|${h.throughTx}|${h.throughId}|${h.events}|${h.head.toString('hex')}`;

const lastHead = (tx: Tx): Promise<Head | undefined> =>
  tx.maybe<Head>(
    sql`select through_tx::text, through_id, head, events from kit.seal order by id desc limit 1`,
  );

/** Events that one seal covers at most: what was entered in bulk is sealed in steps that end in time. */
const STEP = 500_000;

/** Hash over the hashes of the settled events after `from`, chained to its head. Undefined when there is none. */
async function nextHead(
  tx: Tx,
  from: Head | undefined,
  until?: { tx: string; id: number },
): Promise<Head | undefined> {
  const upper = until
    ? sql`(tx, id) <= (${until.tx}::xid8, ${until.id}::bigint)`
    : sql`tx < pg_snapshot_xmin(pg_current_snapshot())`;
  const most = until ? sql`` : sql`limit ${STEP}`;
  const made = await tx.one<{ n: number; digest: Buffer | null; tx: string | null; id: number | null }>(sql`
    select count(*) as n, sha256(string_agg(hash, ''::bytea order by tx, id)) as digest,
      (array_agg(tx::text order by tx desc, id desc))[1] as tx, (array_agg(id order by tx desc, id desc))[1] as id
    from (select tx, id, hash from kit.event
      where (tx, id) > (${from?.throughTx ?? '0'}::xid8, ${from?.throughId ?? 0}::bigint) and ${upper} order by tx, id ${most}) e`);
  if (made.n === 0 || !made.digest) return undefined;
  const { head } = await tx.one<{ head: Buffer }>(
    sql`select sha256(${from?.head ?? Buffer.alloc(0)}::bytea || ${made.digest}::bytea) as head`,
  );
  return { throughTx: made.tx!, throughId: made.id!, head, events: (from?.events ?? 0) + made.n };
}

/** Signs a head over everything that has happened since the last one, over several where it is much. */
export async function sealEvents(app: App): Promise<void> {
  while ((await sealStep(app)) === STEP);
}

/** One seal; the number of events it covers. */
const sealStep = (app: App): Promise<number> =>
  app.db.write(async (tx) => {
    const last = await lastHead(tx);
    const head = await nextHead(tx, last);
    if (!head) return 0;
    const signature = app.keys.sign(sealedText(head));
    await tx.run(sql`insert into kit.seal (through_tx, through_id, events, head, at, signature, key_id)
      values (${head.throughTx}::xid8, ${head.throughId}, ${head.events}, ${head.head}, ${app.clock.now()}, ${signature}, ${app.keys.id})`);
    return head.events - (last?.events ?? 0);
  });

export interface ChainReport {
  events: number;
  seals: number;
  /** Each broken place by name: the first event of a stream whose hash does not fit, a gap, or a seal that fails. */
  faults: string[];
}

/** Recomputes every hash of every chain and every seal. */
export async function verifyChains(app: App, tx: Tx): Promise<ChainReport> {
  const broken = await tx.rows<{ stream: string; seq: number; id: number; why: string }>(sql`
    select distinct on (stream) stream, seq, id, why from (
      select e.stream, e.seq, e.id,
        case when e.seq <> row_number() over w then 'a number is missing before it'
             when e.hash <> kit.event_hash(lag(e.hash) over w, e) then 'its content does not fit its hash' end as why
      from kit.event e window w as (partition by e.unit_id, e.stream order by e.seq)) checked
    where why is not null order by stream, seq`);
  const { n } = await tx.one<{ n: number }>(sql`select count(*) as n from kit.event`);
  const seals = await tx.rows<Head & { id: number; signature: Buffer; keyId: string }>(
    sql`select id, through_tx::text, through_id, events, head, signature, key_id from kit.seal order by id`,
  );
  const faults = broken.map((b) => `event ${b.id} (${b.stream} #${b.seq}): ${b.why}`);
  let before: Head | undefined;
  for (const seal of seals) {
    const again = await nextHead(tx, before, { tx: seal.throughTx, id: seal.throughId });
    if (!again || !again.head.equals(seal.head))
      faults.push(`seal ${seal.id}: the events up to ${seal.throughId} are not those that were sealed`);
    else if (seal.keyId === app.keys.id && !app.keys.verify(sealedText(seal), seal.signature))
      faults.push(`seal ${seal.id}: its signature does not fit`);
    before = seal;
  }
  return { events: n, seals: seals.length, faults };
}
