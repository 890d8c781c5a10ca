import type { Day } from '../../../../kit/day.ts';
import { bareName, pathOn, type Snapshot } from '../../../organisations/index.ts';

/** Where agencies of the centre sign. */
const CAPITAL = 'Hà Nội';

/**
 * The place that stands before the date of a document: the name of the commune for its own organs, of the province or
 * city for those of the province, the capital for those of the centre (Decree 30/2020/NĐ-CP, annex I).
 */
export function placeOf(snapshot: Snapshot, unitId: string, day: Day): string {
  const path = pathOn(snapshot, unitId, day);
  const seat =
    path.find((unit) => unit.level === 'commune') ?? path.find((unit) => unit.level === 'province');
  return seat ? (bareName(seat.nameVi) ?? seat.nameVi) : CAPITAL;
}
