import type { Tx } from '../../../kit/db.ts';
import type { DueLine } from '../../calendar/contract.ts';
import type { CaseState } from '../rules/model.ts';
import { dueLines } from './get.ts';
import { calendarUnitOf, legalTime, loadGround, pinnedVersion } from './grounds.ts';

/** Why a case is due when it is due, line by line: the words that citizen and official read on its pages. */
export async function explainDue(tx: Tx, state: CaseState): Promise<readonly DueLine[]> {
  const [ground, version] = await Promise.all([loadGround(tx), pinnedVersion(tx, state)]);
  const time = legalTime(version, state, ground.calendarOf(calendarUnitOf(state)));
  return dueLines(state, { ...ground, version, time });
}
