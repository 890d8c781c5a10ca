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

/** The tree between two of its changes, for one subject of succession; every answer is remembered. */
export interface Epoch {
  /** Who holds now what was given to the unit; undefined where a split left it open or the unit is not there. */
  resolve: (unitId: string) => string | undefined;
  /** The unit and the former units whose duties it holds. */
  heldBy: (unitId: string) => readonly string[];
  /** Units in which one must serve to serve for this one: itself, its departments, and what these have taken over. */
  staffOf: (unitId: string) => ReadonlySet<string>;
  /** The unit and all above it. */
  pathOf: (unitId: string) => readonly string[];
}

/** The organisation tree as mandates ask about it. */
export interface Places {
  snapshot: Snapshot;
  /** The subject of succession rules that a field is; undefined for one that no rule speaks of. */
  subjectOf: (field: string) => string | undefined;
  subjects: readonly string[];
  /** Ascending: between two of them nothing in the tree changes. */
  changeDays: readonly Day[];
  unit: (unitId: string) => Unit | undefined;
  at: (day: Day, field: string) => Epoch;
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

function remembered<T>(make: (unitId: string) => T): (unitId: string) => T {
  const known = new Map<string, { value: T }>();
  return (unitId) => {
    let found = known.get(unitId);
    if (!found) known.set(unitId, (found = { value: make(unitId) }));
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

function makeEpoch(snapshot: Snapshot, day: Day, subject: string | undefined): Epoch {
  const held = remembered((unitId) => [...heldBy(snapshot, unitId, day, subject)]);
  return {
    heldBy: held,
    resolve: remembered((unitId) => {
      const life = lifeOf(snapshot, unitId);
      if (!life || life.from > day) return undefined;
      const holding = holdingOf(snapshot, unitId, day, subject);
      return 'holder' in holding && existsOn(snapshot, holding.holder, day) ? holding.holder : undefined;
    }),
    staffOf: remembered((unitId) => new Set([...staffUnits(snapshot, unitId, day)].flatMap(held))),
    pathOf: remembered((unitId) => [unitId, ...ancestorsOn(snapshot, unitId, day).map((unit) => unit.id)]),
  };
}

const most = 400;

function makePlaces(snapshot: Snapshot): Places {
  const changeDays = changeDaysOf(snapshot);
  const subjects = subjectsOf(snapshot);
  const subjectOf = (field: string) => (subjects.size === 0 ? undefined : subjects.get(fieldKey(field)));
  const epochs = new Map<string, Epoch>();
  let last: { day: Day; subject: string | undefined; epoch: Epoch } | undefined;
  const at = (day: Day, field: string): Epoch => {
    const subject = subjectOf(field);
    if (last?.day === day && last.subject === subject) return last.epoch;
    const key = `${countUpTo(changeDays, day)} ${subject ?? ''}`;
    let epoch = epochs.get(key);
    if (!epoch) {
      if (epochs.size >= most) epochs.clear();
      epochs.set(key, (epoch = makeEpoch(snapshot, day, subject)));
    }
    last = { day, subject, epoch };
    return epoch;
  };
  return {
    snapshot,
    changeDays,
    subjectOf,
    subjects: [...subjects.values()],
    unit: (unitId) => snapshot.units.get(unitId),
    at,
  };
}

const made = new WeakMap<Snapshot, Places>();

/** The view of a snapshot; made once per snapshot. */
export function placesOf(snapshot: Snapshot): Places {
  let places = made.get(snapshot);
  if (!places) made.set(snapshot, (places = makePlaces(snapshot)));
  return places;
}
