import { sql } from 'kysely';

import { type Clock, shiftedClock, systemClock } from './clock.ts';
import type { Database } from './db.ts';

/** A clock whose shift is known only after the database is open. */
export interface LateClock extends Clock {
  shift(offsetMs: number): void;
}

export function lateClock(): LateClock {
  let inner: Clock = systemClock;
  return {
    now: () => inner.now(),
    wall: () => systemClock.wall(),
    shift: (offsetMs) => void (inner = shiftedClock(offsetMs)),
  };
}

const KEY = 'clockOffsetMs';

/** The shift of a demonstration's clock, kept with its data; undefined for a real installation. */
export async function findClockOffset(db: Database): Promise<number | undefined> {
  const row = await db.read((tx) =>
    tx.maybe<{ value: number }>(sql`select value from kit.setting where key = ${KEY}`),
  );
  return row?.value;
}

export async function saveClockOffset(db: Database, offsetMs: number): Promise<void> {
  await db.write((tx) =>
    tx.run(
      sql`insert into kit.setting (key, value) values (${KEY}, ${JSON.stringify(offsetMs)}) on conflict (key) do update set value = excluded.value`,
    ),
  );
}
