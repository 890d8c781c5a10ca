import type { Snapshot } from '../../organisations/index.ts';
import type { Competence, Day, Delegation, Fact } from '../rules/model.ts';
import { commonOf, rolesMeet, spansMeet } from '../rules/scope.ts';
import { type MandateBook, personOfTaker, unitOfHolder } from './book.ts';
import { type Places, placesOf } from './places.ts';

/** A fact that says the same as another for the same place and time, and the procedure or field they share. */
export interface Overlap {
  fact: Fact;
  common: string;
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** The place a unit serves: a department serves that of its province, everybody else his own. */
function territory(places: Places, unitId: string, day: Day): string {
  if (places.unit(unitId)?.level !== 'department') return unitId;
  const above = places
    .at(day, '')
    .pathOf(unitId)
    .find((id) => places.unit(id)?.level !== 'department');
  return above ?? unitId;
}

/** Who holds on a day; the unit itself while a split leaves it open. */
const heir = (places: Places, unitId: string, day: Day): string =>
  places.at(day, '').resolve(unitId) ?? unitId;

const isWithin = (places: Places, unitId: string, above: string, day: Day): boolean =>
  places.at(day, '').pathOf(unitId).includes(above);

function sameHolders(places: Places, a: Competence, b: Competence, day: Day): boolean {
  const [one, other] = [unitOfHolder(a), unitOfHolder(b)].map((id) => id && heir(places, id, day));
  if (one && other) {
    const level = places.unit(one)?.level;
    if (level !== places.unit(other)?.level) return false;
    return level === 'ministry' || territory(places, one, day) === territory(places, other, day);
  }
  const [general, single] = one ? [b, one] : [a, other];
  if (!('level' in general.holder)) return false;
  const { level, within } = general.holder;
  const top = heir(places, within, day);
  if (single) return places.unit(single)?.level === level && isWithin(places, single, top, day);
  if (!('level' in a.holder) || !('level' in b.holder) || a.holder.level !== b.holder.level) return false;
  const [x, y] = [heir(places, a.holder.within, day), heir(places, b.holder.within, day)];
  return isWithin(places, x, y, day) || isWithin(places, y, x, day);
}

/** Where a delegation works: a commune takes over for its own place, everybody else for the whole of the giver's. */
function placeOf(places: Places, d: Delegation, giver: string, day: Day): string {
  const taker = heir(places, d.taker.unitId, day);
  const isOwn = places.unit(taker)?.level === 'commune' && isWithin(places, taker, giver, day);
  return isOwn && !personOfTaker(d) ? taker : giver;
}

function samePlace(places: Places, a: Delegation, b: Delegation, day: Day): boolean {
  const giver = heir(places, a.giverUnitId, day);
  if (giver !== heir(places, b.giverUnitId, day)) return false;
  const [x, y] = [placeOf(places, a, giver, day), placeOf(places, b, giver, day)];
  return isWithin(places, x, y, day) || isWithin(places, y, x, day);
}

/** A delegation of everything meets every other; between a named procedure and a field only the catalogue could tell. */
const commonPower = (a: Delegation, b: Delegation): string | undefined =>
  a.scope === 'all' || b.scope === 'all' ? '*' : commonOf(a.scope, b.scope);

/**
 * The first fact that says the same as a new one: two competences of the same width, or two delegations of one giver, over
 * the same procedure, place, kind of step and days. Undefined where there is none; assignments and absences never overlap.
 */
export function overlapOf(book: MandateBook, snapshot: Snapshot, fact: Fact): Overlap | undefined {
  const places = placesOf(snapshot);
  const others =
    fact.kind === 'competence'
      ? book.facts.competences
      : fact.kind === 'delegation'
        ? book.facts.delegations
        : [];
  for (const other of others) {
    if (other.id === fact.id || !spansMeet(fact, other)) continue;
    const day = later(fact.from, other.from);
    const common =
      'taker' in other
        ? delegated(places, fact as Delegation, other, day)
        : stated(places, fact as Competence, other, day);
    const kind = fact.kind as 'competence';
    if (common !== undefined) return { fact: { kind, ...other } as Fact, common };
  }
  return undefined;
}

function stated(places: Places, a: Competence, b: Competence, day: Day): string | undefined {
  if (!rolesMeet(a.roles, b.roles)) return undefined;
  const common = commonOf(a.scope, b.scope);
  return common !== undefined && sameHolders(places, a, b, day) ? common : undefined;
}

function delegated(places: Places, a: Delegation, b: Delegation, day: Day): string | undefined {
  if (!rolesMeet(a.roles, b.roles)) return undefined;
  const common = commonPower(a, b);
  return common !== undefined && samePlace(places, a, b, day) ? common : undefined;
}
