import type { Tx } from '../../../kit/db.ts';
import { type CheckedCount, checkCount, type Count, keyOf } from './rules/count.ts';
import { isKept, type Slot } from './rules/slot.ts';
import { countFacts, type Where } from './store/facts.ts';
import { hasProcedures, type Place, readPlaces } from './store/rollups.ts';
import { listSlots } from './store/slots.ts';

/**
 * A count by unit asked, or by procedure where that is asked; what is not named is 0. One of a kind without a source here is
 * unknown. While it is being filled, the facts tell it.
 */
export type ReadCount =
  | { state: 'unknown' }
  | { state: 'computing' | 'ready'; told: () => Promise<ReadonlyMap<string, number>> };

interface Plan {
  of?: CheckedCount | undefined;
  /** Where it is kept; absent: it is told from the facts. */
  place?: number;
  computing?: boolean;
}

/** What has to be asked for some counts: places in the roll-ups, each once. */
function planOf(
  counts: readonly Count[],
  slots: readonly Slot[],
  can: { procedures: boolean; records: boolean },
): { places: Place[]; plans: Plan[] } {
  const bySlot = new Map(slots.map((slot) => [slot.key, slot]));
  const places: Place[] = [];
  const numbers = new Map<string, number>();
  const plans = counts.map((count): Plan => {
    const of = checkCount(count);
    if (!of) return {};
    const slot = bySlot.get(keyOf(count));
    const distinct = count.of ?? 'records';
    if (!isKept(of) || !(distinct === 'procedures' ? can.procedures : can.records)) return { of };
    if (!slot || slot.filledTo !== null) return { of, computing: true };
    const key = `${slot.id} ${distinct}`;
    const place = numbers.get(key) ?? places.length;
    if (!numbers.has(key)) {
      numbers.set(key, place);
      places.push({ kind: slot.kind, period: slot.period, position: slot.position, of: distinct });
    }
    return { of, place };
  });
  return { places, plans };
}

/**
 * Counts for all units or procedures asked, in the order of the counts: what is kept in one question to the roll-ups, the rest
 * from the facts when it is wanted.
 */
export async function readCounts(tx: Tx, counts: readonly Count[], where: Where): Promise<ReadCount[]> {
  const [slots, procedures] = await Promise.all([listSlots(tx), hasProcedures(tx, where.asOf)]);
  const isNarrowed = where.by === 'procedure' || where.procedure !== undefined || where.field !== undefined;
  const { places, plans } = planOf(counts, slots, { procedures, records: procedures || !isNarrowed });
  const read = await readPlaces(tx, places, where);
  const fromFacts = new Map<string, ReturnType<typeof countFacts>>();
  return plans.map(({ of, place, computing }): ReadCount => {
    if (!of) return { state: 'unknown' };
    const told = async () => {
      if (place !== undefined) return new Map([...read].map(([key, numbers]) => [key, numbers[place]!]));
      const same = `${keyOf(of.count)} ${of.count.of ?? 'records'}`;
      const counted = fromFacts.get(same) ?? countFacts(tx, of, where);
      fromFacts.set(same, counted);
      return counted;
    };
    return { state: computing ? 'computing' : 'ready', told };
  });
}
