import { addDays, type Day, endOfYear, startOfYear } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';
import { loadCommonCalendar, namedDays } from '../../calendar/index.ts';
import { type Ladder, ladderOn } from '../rules/ladder.ts';
import { standardLadder } from '../rules/standard.ts';
import { listLadders } from '../store/ladder.ts';

/** Days off of the next year that a reminder may have to wait for: those around Tết. */
const SEEN_AHEAD = 90;

/** The ladder of the installation on a day; the product's own, with the days off of the common calendar, where none has been set. */
export async function ladderInForce(tx: Tx, day: Day): Promise<Ladder> {
  const stated = ladderOn(await listLadders(tx), day);
  if (stated) return stated;
  const { off, makeUp } = namedDays(
    await loadCommonCalendar(tx),
    addDays(startOfYear(day), -1),
    addDays(endOfYear(day), SEEN_AHEAD),
  );
  return standardLadder(off, makeUp);
}
