/** The load of one unit: open working minutes and the officials who share them. */
export interface UnitLoad {
  unitId: string;
  minutes: number;
  officials: number;
}
export interface Lending {
  toUnitId: string;
  fromUnitId: string;
  /** Open working minutes per official. */
  toMinutes: number;
  fromMinutes: number;
}

/** A unit is overloaded from so many times the median on. */
export const OVERLOAD = 2;

/** Open working minutes per official; a unit without officials carries all of it on nobody and counts as one. */
export const perOfficial = ({ minutes, officials }: UnitLoad): number => minutes / Math.max(1, officials);

/** The middle value; the mean of the two middle ones of an even number. */
export function medianOf(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * Who may lend staff to whom: each unit whose open working minutes per official exceed twice the median of all units is
 * helped by the unit with the fewest that has more than one official; a lender lends once. No advice below three units,
 * where a median says nothing.
 */
export function lendings(units: readonly UnitLoad[]): { median: number | undefined; lend: Lending[] } {
  const median = medianOf(units.map(perOfficial));
  if (median === undefined || units.length < 3) return { median, lend: [] };
  const byLoad = units.toSorted((a, b) => perOfficial(a) - perOfficial(b) || (a.unitId < b.unitId ? -1 : 1));
  const lenders = byLoad.filter((one) => one.officials > 1 && perOfficial(one) < median);
  const lend: Lending[] = [];
  for (const taker of byLoad.toReversed()) {
    if (perOfficial(taker) <= OVERLOAD * median) break;
    const giver = lenders.shift();
    if (!giver) break;
    lend.push({
      toUnitId: taker.unitId,
      fromUnitId: giver.unitId,
      toMinutes: perOfficial(taker),
      fromMinutes: perOfficial(giver),
    });
  }
  return { median, lend };
}
