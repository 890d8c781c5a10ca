import type { Tx } from '../../../../kit/db.ts';
import { factKinds } from '../kinds/all.ts';
import { checkCount } from '../rules/count.ts';
import { listSlots, takeTime } from '../store/slots.ts';
import { proveFacts } from './facts.ts';
import { proveSums } from './sums.ts';
import type { Told } from './tell.ts';

/** So many differences are worth being printed. */
export const differencesShown = 200;

/**
 * Every kept figure by a second way: events → state → facts, compared with the facts kept; facts → FEEL library → sums,
 * compared with the roll-ups and checkpoints that SQL keeps. Differences by name. Memory does not grow with the number of cases.
 * Only in a transaction.
 */
export async function verifyMeasures(
  tx: Tx,
): Promise<{ checked: number; records: number; differences: string[] }> {
  takeTime(tx);
  const told = (await listSlots(tx)).flatMap((slot): Told[] => {
    const of = slot.filledTo === null ? checkCount(slot.count) : undefined;
    return of ? [{ slot, of }] : [];
  });
  const facts = await proveFacts(tx);
  const sums = await proveSums(tx, [...factKinds.values()], told);
  return {
    records: facts.records,
    checked: facts.records + sums.checked,
    differences: [...facts.differences, ...sums.differences],
  };
}
