import type { Day } from '../../kit/day.ts';
import type { Tx } from '../../kit/db.ts';
import { competentUnit, loadMandates, type MandateBook } from '../mandates/index.ts';
import {
  existsOn,
  holdersOf as heirsOf,
  loadSnapshot,
  pathOn,
  provinceOf,
  ROOT,
  type Snapshot,
} from '../organisations/index.ts';
import {
  listPublishedOverlays,
  listPublishedVersions,
  type PublishedOverlay,
  type PublishedVersion,
} from './store/published.ts';

/** Everything that the competence for published procedures follows from. */
export interface World {
  book: MandateBook;
  snapshot: Snapshot;
  versions: PublishedVersion[];
  overlays: PublishedOverlay[];
}

export async function loadWorld(tx: Tx): Promise<World> {
  const [book, snapshot, versions, overlays] = await Promise.all([
    loadMandates(tx),
    loadSnapshot(tx),
    listPublishedVersions(tx),
    listPublishedOverlays(tx),
  ]);
  return { book, snapshot, versions, overlays };
}

/** Days on which an answer to "whose procedure is this" may change, ascending. */
export function turningDays({ book, snapshot, versions, overlays }: World): Day[] {
  const days = new Set<Day>();
  const add = (day: Day | null | undefined) => void (day && days.add(day));
  for (const { validFrom, validTo } of [...versions, ...overlays]) [validFrom, validTo].forEach(add);
  for (const { from, to } of [...book.facts.competences, ...book.facts.delegations]) [from, to].forEach(add);
  snapshot.successionDays.forEach(add);
  const first = versions.map((v) => v.validFrom).toSorted()[0];
  return first ? [...days].filter((day) => day >= first).toSorted() : [];
}

/** The units in which people are assigned, or their heirs, by level; with the provinces they lie in. */
function placesOn({ book, snapshot }: World, day: Day): Map<string, string[]> {
  const places = new Set<string>();
  for (const stated of book.assignments.keys()) {
    const holding = heirsOf(snapshot, stated, day);
    const unitId = 'holder' in holding ? holding.holder : stated;
    if (!existsOn(snapshot, unitId, day)) continue;
    places.add(unitId);
    for (const unit of pathOn(snapshot, unitId, day)) if (unit.level === 'province') places.add(unit.id);
  }
  return Map.groupBy(places, (unitId) => snapshot.units.get(unitId)?.level ?? 'other');
}

const holds = (one: { validFrom: Day; validTo: Day | null }, day: Day): boolean =>
  one.validFrom <= day && (one.validTo === null || day < one.validTo);

/** A procedure in the competence of a unit, with what the province of the place has laid over it. */
export interface Competence {
  unitId: string;
  version: PublishedVersion;
  overlay: PublishedOverlay | undefined;
}

/** Every procedure with every unit in whose competence it is on one day. */
export function* competencesOn(world: World, day: Day): Generator<Competence> {
  const { book, snapshot } = world;
  const places = placesOn(world, day);
  const provinces = new Map<string, string | undefined>();
  const provinceAt = (place: string) => {
    if (!provinces.has(place)) provinces.set(place, provinceOf(snapshot, place, day)?.id);
    return provinces.get(place);
  };
  const laid = Map.groupBy(
    world.overlays.filter((one) => holds(one, day)),
    (one) => one.code,
  );
  for (const version of world.versions) {
    if (!holds(version, day)) continue;
    const { level, field = version.content.fieldVi } = version.content.competence;
    const asked =
      level === 'commune' ? places.get('commune') : level === 'ministry' ? [ROOT] : places.get('province');
    for (const placeUnitId of asked ?? []) {
      const found = competentUnit(
        book,
        snapshot,
        { procedureCode: version.code, field, level, placeUnitId },
        day,
      );
      if ('gap' in found) continue;
      const overlay = laid.get(version.code)?.find((one) => one.provinceId === provinceAt(placeUnitId));
      yield { unitId: found.unitId, version, overlay };
    }
  }
}
