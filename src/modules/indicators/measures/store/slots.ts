import { sql } from 'kysely';

import { prepared, type Tx } from '../../../../kit/db.ts';
import { factKinds } from '../kinds/all.ts';
import type { Slot, Wanted } from '../rules/slot.ts';
import { factTable } from './facts.ts';

export const LISTENER = 'indicators.measures';

/** Makes this transaction the only one that changes facts and roll-ups. Readers never wait. */
export const lockMeasures = (tx: Tx): Promise<number> =>
  tx.run(sql`select from kit.listener where name = ${LISTENER} for update`);

/** For work in the background that takes in many rows at once: the limit of requests is not meant for it. */
export const takeTime = (tx: Tx): void => tx.send(sql`set local statement_timeout = '30min'`);

export const listSlots = (tx: Tx): Promise<Slot[]> =>
  tx.rows(
    prepared(
      sql`select id, kind, period, position, key, count, filled_to, filled from indicators.slot order by kind, period, position`,
    ),
  );

/** Gives counts their places: complete at once where there is no record yet, to be filled otherwise. */
export async function addSlots(tx: Tx, wanted: readonly Wanted[]): Promise<void> {
  for (const { key, kind, period, count } of wanted) {
    const known = factKinds.get(kind);
    if (!known) continue;
    await tx.run(sql`
      insert into indicators.slot (kind, period, position, key, count, filled_to)
      select ${kind}, ${period}, coalesce(max(s.position), 0) + 1, ${key}, ${JSON.stringify(count)}::jsonb,
        (select '' where exists (select from ${factTable(known)}))
      from indicators.slot s where s.kind = ${kind} and s.period = ${period}
      on conflict (key) do nothing`);
  }
}

export const noteFilled = (
  tx: Tx,
  ids: readonly number[],
  to: { filledTo: string | null; records: number },
): Promise<number> =>
  tx.run(sql`update indicators.slot set filled_to = ${to.filledTo}, filled = filled + ${to.records}
    where id = any(${ids}::int[])`);

/** Every count is to be told again from the facts. */
export const emptySlots = (tx: Tx): Promise<number> =>
  tx.run(sql`update indicators.slot set filled_to = '', filled = 0`);

/** From which state of its source a kind was told last. */
export const sourceToken = async (tx: Tx, kind: string): Promise<string | undefined> =>
  (await tx.maybe<{ token: string }>(sql`select token from indicators.fact_source where kind = ${kind}`))
    ?.token;

export const noteSource = (tx: Tx, kind: string, token: string): Promise<number> =>
  tx.run(sql`insert into indicators.fact_source (kind, token) values (${kind}, ${token})
    on conflict (kind) do update set token = excluded.token`);
