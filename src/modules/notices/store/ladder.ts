import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';
import type { Ladder } from '../rules/ladder.ts';

export interface LadderRow extends Ladder {
  note: string;
  setBy: string;
  setAt: Date;
}

/** All versions, the newest first. */
export function listLadders(tx: Tx): Promise<LadderRow[]> {
  return tx.rows<LadderRow>(
    sql`select version, valid_from, rungs, hours, catch_up_days, quiet_days, note, set_by, set_at from notices.ladder order by version desc`,
  );
}

/** Adds a version; its number. */
export async function insertLadder(tx: Tx, l: Omit<LadderRow, 'version'>): Promise<number> {
  const { version } = await tx.one<{ version: number }>(sql`
    insert into notices.ladder (valid_from, rungs, hours, catch_up_days, quiet_days, note, set_by, set_at)
    values (${l.validFrom}, ${JSON.stringify(l.rungs)}, ${JSON.stringify(l.hours)}, ${l.catchUpDays}, ${l.quietDays}, ${l.note}, ${l.setBy}, ${l.setAt}) returning version`);
  return version;
}
