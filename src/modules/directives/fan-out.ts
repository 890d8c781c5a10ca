import type { Day } from '../../kit/day.ts';
import { existsOn, holdersOf, parseAgencies, type Snapshot } from '../organisations/index.ts';

export interface FanOut {
  /** Units of that day in the order of the text, with the rule by which a collective named them. */
  units: { unitId: string; via?: string }[];
  /** Parts of the text that name no unit of that day. */
  unknown: string[];
}

/** A unit that had already ended when it was named is taken as the one that holds its duties on that day. */
function living(snapshot: Snapshot, unitId: string, on: Day): string | undefined {
  if (existsOn(snapshot, unitId, on)) return unitId;
  const holding = holdersOf(snapshot, unitId, on);
  return 'holder' in holding ? holding.holder : undefined;
}

/**
 * Spreads a printed agency text over the units existing on a day: named units, and one entry per unit of a collective
 * ("các bộ, ngành, địa phương"). Collectives that mean only some units, without saying which, stay unknown.
 * @param within the unit that speaks: its own departments and communes are meant by such words
 */
export function fanOut(snapshot: Snapshot, text: string, on: Day, within?: string): FanOut {
  const found = new Map<string, string | undefined>();
  const unknown: string[] = [];
  for (const part of parseAgencies(snapshot, text, on, within ? { within } : {})) {
    if (part.kind === 'unit') {
      const unitId = living(snapshot, part.unitId, on);
      if (unitId) found.set(unitId, undefined);
      else unknown.push(part.text.trim());
    } else if (part.kind === 'collective' && part.selection === 'all' && part.unitIds.length > 0) {
      for (const unitId of part.unitIds) if (!found.has(unitId)) found.set(unitId, part.rule);
    } else {
      unknown.push(part.text.trim());
    }
  }
  return { units: [...found].map(([unitId, via]) => ({ unitId, ...(via ? { via } : {}) })), unknown };
}
