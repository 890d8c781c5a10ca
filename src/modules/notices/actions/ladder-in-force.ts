import type { Day } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';
import { type Ladder, ladderOn } from '../rules/ladder.ts';
import { standardLadder } from '../rules/standard.ts';
import { listLadders } from '../store/ladder.ts';

/** The ladder of the installation on a day; the product's own where none has been set. */
export async function ladderInForce(tx: Tx, day: Day): Promise<Ladder> {
  return ladderOn(await listLadders(tx), day) ?? standardLadder;
}
