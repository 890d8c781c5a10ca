import { type Day, dayOf } from '../../kit/day.ts';
import type { Tx } from '../../kit/db.ts';
import { competentUnit, loadMandates, type MandateBook } from '../mandates/index.ts';
import {
  existsOn,
  holdersOf as heirsOf,
  loadSnapshot,
  pathOn,
  ROOT,
  type Snapshot,
  treeRevision,
} from '../organisations/index.ts';
import { laidOver } from './rules/effective.ts';
import type { ProcedureContent } from './rules/model.ts';
import { getRevision } from './store/plan.ts';
import {
  listPublishedOverlays,
  listPublishedVersions,
  type PublishedOverlay,
  type PublishedVersion,
} from './store/published.ts';

/** What a procedure in the competence of a unit adds to figures. */
export interface ProcedureFact {
  unitId: string;
  procedure: string;
  field: string;
  level: ProcedureContent['competence']['level'];
  serviceLevel: NonNullable<ProcedureContent['serviceLevel']> | null;
  hasFees: boolean;
  contentComplete: boolean;
  forCitizens: boolean;
  writtenResult: boolean;
  electronicResult: boolean;
  anyPlace: boolean;
  effective: Day;
  published: Day | null;
  forms: number;
  components: number;
}
export interface ProcedureSpan {
  from: Day;
  to?: Day;
  fact: ProcedureFact;
}

interface World {
  book: MandateBook;
  snapshot: Snapshot;
  versions: PublishedVersion[];
  overlays: PublishedOverlay[];
}

/** Name, order of steps, manner, papers, time limit, subjects and agency (Decree 63/2010). */
const isComplete = (c: ProcedureContent): boolean =>
  c.name.vi !== '' &&
  c.steps.length > 0 &&
  c.channels.length > 0 &&
  c.channels.every(({ limit, limitText }) => limit !== undefined || limitText !== undefined) &&
  c.components.length > 0 &&
  c.subjects.length > 0 &&
  c.agencyText !== '';

const factOf = (unitId: string, version: PublishedVersion, c: ProcedureContent): ProcedureFact => ({
  unitId,
  procedure: version.code,
  field: c.fieldVi,
  level: c.competence.level,
  serviceLevel: c.serviceLevel ?? null,
  hasFees: c.channels.some(({ fee }) => fee.kind === 'amount' && fee.dong > 0),
  contentComplete: isComplete(c),
  forCitizens: c.subjects.includes('citizen'),
  writtenResult: c.results.length > 0,
  electronicResult: c.results.some(({ electronic }) => electronic),
  anyPlace: c.rules.anyPlace,
  effective: version.validFrom,
  published: version.publishedAt && dayOf(version.publishedAt),
  forms: c.form?.sections.reduce((sum, section) => sum + section.fields.length, 0) ?? 0,
  components: c.components.length,
});

/** Days on which an answer to "whose procedure is this" may change, ascending. */
function turningDays({ book, snapshot, versions, overlays }: World): Day[] {
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

/** Procedure and competent unit on one day. */
function* onDay(world: World, day: Day): Generator<[id: string, fact: ProcedureFact]> {
  const { book, snapshot } = world;
  const places = placesOn(world, day);
  const provinces = new Map<string, string | undefined>();
  const provinceOf = (place: string) => {
    if (!provinces.has(place))
      provinces.set(place, pathOn(snapshot, place, day).find((unit) => unit.level === 'province')?.id);
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
      const overlay = laid.get(version.code)?.find((one) => one.provinceId === provinceOf(placeUnitId));
      const content = laidOver(version.content, overlay?.content);
      yield [`${version.code}@${found.unitId}`, factOf(found.unitId, version, content)];
    }
  }
}

/** Names the state of everything that these facts follow from; equal tokens, equal facts. */
export async function procedureFactsToken(tx: Tx): Promise<string> {
  const [revision, book, tree] = await Promise.all([getRevision(tx), loadMandates(tx), treeRevision(tx)]);
  return `${revision} ${book.token} ${tree.token}`;
}

/**
 * One record per published procedure and unit in whose competence it is, over the days on which it is, for the parts of
 * the country in which this installation has people; days to come are told as they are stated now.
 */
export async function procedureSpans(tx: Tx): Promise<Map<string, ProcedureSpan[]>> {
  const [book, snapshot, versions, overlays] = await Promise.all([
    loadMandates(tx),
    loadSnapshot(tx),
    listPublishedVersions(tx),
    listPublishedOverlays(tx),
  ]);
  const world = { book, snapshot, versions, overlays };
  const days = turningDays(world);
  const spans = new Map<string, ProcedureSpan[]>();
  for (const [at, day] of days.entries()) {
    const next = days[at + 1];
    for (const [id, fact] of new Map(onDay(world, day))) {
      const list = spans.get(id) ?? [];
      spans.set(id, list);
      const last = list.at(-1);
      const goesOn = last?.to === day && JSON.stringify(last.fact) === JSON.stringify(fact);
      const from = goesOn ? list.pop()!.from : day;
      list.push({ from, ...(next && { to: next }), fact });
    }
  }
  return spans;
}
