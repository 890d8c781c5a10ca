import {
  ancestorsOn,
  childrenOn,
  type Day,
  existsOn,
  heldBy,
  holdersOf as holdingOf,
  type Level,
  lifeOf,
  type Snapshot,
  type Unit,
} from '../../organisations/index.ts';
import { fieldKey } from '../rules/scope.ts';

/** Units that are agencies of their own: what serves below them does not serve for the unit above. */
const agencies: ReadonlySet<Level> = new Set([
  'centre',
  'ministry',
  'party',
  'massBody',
  'province',
  'district',
  'commune',
]);

/** The organisation tree as mandates ask about it; every answer is remembered. */
export interface Places {
  snapshot: Snapshot;
  /** The subject of succession rules that a field is; undefined for one that no rule speaks of. */
  subjectOf: (field: string) => string | undefined;
  subjects: readonly string[];
  /** Ascending: between two of them nothing in the tree changes. */
  changeDays: readonly Day[];
  unit: (unitId: string) => Unit | undefined;
  /** Who holds on `day` what was given to the unit; undefined where a split left it open or the unit is not there. */
  resolve: (unitId: string, day: Day, field: string) => string | undefined;
  /** The unit and the former units whose duties it holds. */
  heldBy: (unitId: string, day: Day, field: string) => readonly string[];
  /** Units in which one must serve to serve for this one: itself, its departments, and what these have taken over. */
  staffOf: (unitId: string, day: Day, field: string) => ReadonlySet<string>;
  /** The unit and all above it. */
  pathOf: (unitId: string, day: Day) => readonly string[];
}

function subjectsOf(snapshot: Snapshot): Map<string, string> {
  const subjects = new Map<string, string>();
  for (const list of snapshot.from.values())
    for (const step of list)
      for (const { subject } of step.rule?.bySubject ?? []) subjects.set(fieldKey(subject), subject);
  return subjects;
}

function changeDaysOf(snapshot: Snapshot): Day[] {
  const days = new Set(snapshot.successionDays);
  for (const versions of snapshot.versions.values())
    for (const version of versions) {
      days.add(version.validFrom);
      if (version.validTo !== null) days.add(version.validTo);
    }
  return [...days].sort();
}

/** How many of the ascending days lie on or before a day. */
function countUpTo(days: readonly Day[], day: Day): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

const most = 200_000;

function remembered<T>(
  make: (unitId: string, day: Day, field: string) => T,
  keyOf: (day: Day, field: string) => string,
) {
  const known = new Map<string, { value: T }>();
  return (unitId: string, day: Day, field: string): T => {
    const key = `${unitId} ${keyOf(day, field)}`;
    let found = known.get(key);
    if (!found) {
      if (known.size > most) known.clear();
      known.set(key, (found = { value: make(unitId, day, field) }));
    }
    return found.value;
  };
}

function staffUnits(snapshot: Snapshot, unitId: string, day: Day): Set<string> {
  const units = new Set([unitId]);
  const open = [unitId];
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const child of childrenOn(snapshot, next, day)) {
      if (agencies.has(child.level) || units.has(child.id)) continue;
      units.add(child.id);
      open.push(child.id);
    }
  return units;
}

function keys(snapshot: Snapshot, changeDays: readonly Day[]) {
  const subjects = subjectsOf(snapshot);
  const subjectOf = (field: string) => (subjects.size === 0 ? undefined : subjects.get(fieldKey(field)));
  let last = { day: '', count: '' };
  const countOf = (day: Day): string => {
    if (last.day !== day) last = { day, count: String(countUpTo(changeDays, day)) };
    return last.count;
  };
  return {
    subjectOf,
    subjects: [...subjects.values()],
    keyOf: (day: Day, field: string) => `${countOf(day)} ${subjectOf(field) ?? ''}`,
  };
}

function makePlaces(snapshot: Snapshot): Places {
  const changeDays = changeDaysOf(snapshot);
  const { subjectOf, subjects, keyOf } = keys(snapshot, changeDays);
  const held = remembered(
    (unitId, day, field) => [...heldBy(snapshot, unitId, day, subjectOf(field))],
    keyOf,
  );
  const paths = remembered(
    (unitId, day) => [unitId, ...ancestorsOn(snapshot, unitId, day).map((unit) => unit.id)],
    keyOf,
  );
  return {
    snapshot,
    changeDays,
    subjectOf,
    subjects,
    unit: (unitId) => snapshot.units.get(unitId),
    resolve: remembered((unitId, day, field) => {
      const life = lifeOf(snapshot, unitId);
      if (!life || life.from > day) return undefined;
      const holding = holdingOf(snapshot, unitId, day, subjectOf(field));
      return 'holder' in holding && existsOn(snapshot, holding.holder, day) ? holding.holder : undefined;
    }, keyOf),
    heldBy: held,
    staffOf: remembered((unitId, day, field) => {
      const places = [...staffUnits(snapshot, unitId, day)];
      return new Set(places.flatMap((place) => held(place, day, field)));
    }, keyOf),
    pathOf: (unitId, day) => paths(unitId, day, ''),
  };
}

const made = new WeakMap<Snapshot, Places>();

/** The view of a snapshot; made once per snapshot. */
export function placesOf(snapshot: Snapshot): Places {
  let places = made.get(snapshot);
  if (!places) made.set(snapshot, (places = makePlaces(snapshot)));
  return places;
}
