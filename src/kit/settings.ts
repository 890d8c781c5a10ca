import { sql } from 'kysely';

import type { Tx } from './db.ts';

/** A value that the installation keeps about itself; undefined when it was never saved. */
export async function findSetting<T>(tx: Tx, key: string): Promise<T | undefined> {
  const row = await tx.maybe<{ value: T }>(sql`select value from kit.setting where key = ${key}`);
  return row?.value;
}

export async function saveSetting(tx: Tx, key: string, value: unknown): Promise<void> {
  await tx.run(
    sql`insert into kit.setting (key, value) values (${key}, ${JSON.stringify(value)}) on conflict (key) do update set value = excluded.value`,
  );
}
