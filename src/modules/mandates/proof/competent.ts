import type { Level, Snapshot } from '../../organisations/index.ts';
import type { Ask, Competence, Day, Gap, Holder } from '../rules/model.ts';
import { hasRole, scopeOf } from '../rules/scope.ts';
import type { MandateBook } from './book.ts';
import { competencesOf, type Question, questionOf, resolve, takenBy } from './holders.ts';
import { placesOf } from './places.ts';

export interface PlaceAsk {
  procedureCode: string;
  field: string;
  level: 'commune' | 'department' | 'province' | 'ministry';
  placeUnitId: string;
}
export type Competent = { unitId: string; chain: Holder['chain'] } | { gap: Gap['reason'] };

/** The nearest unit of a level around a place. */
const around = (q: Question, placeId: string, level: Level): string | undefined =>
  q.at.pathOf(placeId).find((unitId) => q.places.unit(unitId)?.level === level);

/** Departments and ministries are competent by name only: those with a competence of their own that serve the place. */
function named(q: Question, placeId: string, level: 'department' | 'ministry'): string[] {
  const province = around(q, placeId, 'province');
  const units = new Set<string>();
  for (const stated of q.book.ownCompetences.keys()) {
    const unitId = resolve(q, stated);
    if (unitId === undefined || q.places.unit(unitId)?.level !== level) continue;
    if (level === 'ministry' || (province && q.at.pathOf(unitId).includes(province))) units.add(unitId);
  }
  return [...units].sort();
}

function candidatesOf(q: Question, placeId: string, level: PlaceAsk['level']): string[] {
  if (level === 'department' || level === 'ministry') return named(q, placeId, level);
  const unitId = around(q, placeId, level);
  return unitId === undefined ? [] : [unitId];
}

/** Of competences that hold, the narrowest; of equal ones the first by its unit, which statements do not allow. */
function decided(q: Question, candidates: readonly string[]): { unitId: string; by: Competence } | undefined {
  let best: { unitId: string; by: Competence } | undefined;
  for (const unitId of candidates)
    for (const by of competencesOf(q, unitId)) {
      if (!hasRole(by.roles, 'sign')) continue;
      if (!best || scopeOf(by.scope).width < scopeOf(best.by.scope).width) best = { unitId, by };
    }
  return best;
}

const linkOf = (
  kind: 'competence' | 'delegation',
  { id, paper }: Competence | { id: string; paper: Competence['paper'] },
) => ({
  kind,
  id,
  paper,
});

/** Where a unit has delegated the handling itself, the case goes to the taker. */
function handed(q: Question, giver: { unitId: string; by: Competence }): Competent {
  const chain: Holder['chain'] = [linkOf('competence', giver.by)];
  const sources = new Set(q.at.heldBy(giver.unitId));
  for (const stated of q.book.taken.keys()) {
    const taker = resolve(q, stated);
    if (taker === undefined || taker === giver.unitId) continue;
    for (const d of takenBy(q, taker))
      if (sources.has(d.giverUnitId) && d.roles.includes('appraise') && serves(q, taker, giver.unitId))
        return { unitId: taker, chain: [...chain, linkOf('delegation', d)] };
  }
  return { unitId: giver.unitId, chain };
}

/** A commune that has taken something over from its province handles its own place only. */
function serves(q: Question, taker: string, giver: string): boolean {
  if (q.places.unit(taker)?.level !== 'commune' || q.places.unit(giver)?.level === 'commune') return true;
  return q.at.pathOf(q.ask.unitId).includes(taker);
}

/**
 * The unit that decides a procedure for a place on a day, with the papers that say so, or why there is none. A place that
 * has been merged counts as its successor; one that was split without a rule is the gap `unitEnded`.
 */
export function competentUnit(
  book: MandateBook,
  snapshot: Snapshot,
  { procedureCode, field, level, placeUnitId }: PlaceAsk,
  day: Day,
): Competent {
  const places = placesOf(snapshot);
  const placeId = places.at(day, field).resolve(placeUnitId);
  if (placeId === undefined) return { gap: 'unitEnded' };
  const ask: Ask = { unitId: placeId, procedureCode, field, role: 'sign' };
  const q = questionOf(book, places, ask, day);
  const found = decided(q, candidatesOf(q, placeId, level));
  return found ? handed(q, found) : { gap: 'noCompetence' };
}
