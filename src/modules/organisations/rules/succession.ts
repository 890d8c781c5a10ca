import { endsUnit } from './model.ts';
import type { Day, Succession, UnitId } from './model.ts';
import { lifeOf } from './snapshot.ts';
import type { Snapshot } from './snapshot.ts';

/** Who holds a unit's duties: one unit, or the units among which a stated rule would have to choose. */
export type Holding =
  | { holder: UnitId; via: Succession[] }
  | { needsRule: true; candidates: UnitId[]; split: Succession; via: Succession[] };

function heirOf(succession: Succession, subject: string | undefined): UnitId | undefined {
  const bySubject = succession.rule?.bySubject?.find((entry) => entry.subject === subject);
  if (bySubject) return bySubject.toUnitId;
  if (!endsUnit(succession.kind)) {
    const only = succession.to.length === 1 ? succession.to[0] : undefined;
    const renamed = succession.kind === 'rename' || succession.kind === 'statusChange';
    return renamed && only ? only : succession.from;
  }
  return succession.rule?.default ?? (succession.to.length === 1 ? succession.to[0] : undefined);
}

function follow(s: Snapshot, unitId: UnitId, day: Day, subject: string | undefined, since: Day): Holding {
  const via: Succession[] = [];
  let holder = unitId;
  let reached = since;
  const seen = new Set<string>();
  for (;;) {
    const next = s.from
      .get(holder)
      ?.find((step) => step.on >= reached && step.on <= day && !seen.has(step.id));
    if (!next) return { holder, via };
    seen.add(next.id);
    reached = next.on;
    const heir = heirOf(next, subject);
    if (heir === undefined) return undecided(s, next, day, subject, via);
    if (heir !== holder) via.push(next);
    holder = heir;
  }
}

function undecided(
  s: Snapshot,
  split: Succession,
  day: Day,
  subject: string | undefined,
  via: Succession[],
): Holding {
  const candidates = new Set<UnitId>();
  for (const heir of split.to) {
    const later = follow(s, heir, day, subject, split.on);
    if ('holder' in later) candidates.add(later.holder);
    else for (const candidate of later.candidates) candidates.add(candidate);
  }
  return { needsRule: true, candidates: [...candidates], split, via: [...via, split] };
}

/**
 * Who holds on `day` what was once given to `unitId`: follows merges, splits and transfers forward in time.
 * `subject` chooses among heirs where a rule speaks of subjects. Where a split has no rule the answer is its heirs
 * (as of `day`) and `needsRule`.
 */
export function holdersOf(snapshot: Snapshot, unitId: UnitId, day: Day, subject?: string): Holding {
  return follow(snapshot, unitId, day, subject, lifeOf(snapshot, unitId)?.from ?? '');
}

const indexes = new WeakMap<Snapshot, Map<string, Map<UnitId, Set<UnitId>>>>();

/** Between two succession days nobody's holder changes, so one index serves all days between them. */
function epochOf(snapshot: Snapshot, day: Day): Day {
  return snapshot.successionDays.findLast((candidate) => candidate <= day) ?? '';
}

function heldIndex(snapshot: Snapshot, day: Day, subject: string | undefined): Map<UnitId, Set<UnitId>> {
  const byEpoch = indexes.get(snapshot) ?? new Map<string, Map<UnitId, Set<UnitId>>>();
  indexes.set(snapshot, byEpoch);
  const epoch = epochOf(snapshot, day);
  const key = `${epoch} ${subject ?? ''}`;
  const known = byEpoch.get(key);
  if (known) return known;
  const index = new Map<UnitId, Set<UnitId>>();
  for (const unitId of snapshot.units.keys()) {
    const holding = holdersOf(snapshot, unitId, epoch, subject);
    if (!('holder' in holding)) continue;
    const held = index.get(holding.holder) ?? new Set<UnitId>();
    index.set(holding.holder, held.add(unitId));
  }
  byEpoch.set(key, index);
  return index;
}

/**
 * The inverse of `holdersOf`: the unit itself and all former units whose duties it holds on `day`. Empty where the
 * unit has itself been succeeded by then. With `subject`: the units whose duties of that subject it holds.
 */
export function heldBy(snapshot: Snapshot, unitId: UnitId, day: Day, subject?: string): Set<UnitId> {
  const born = lifeOf(snapshot, unitId)?.from;
  if (born === undefined || born > day) return new Set();
  return new Set(heldIndex(snapshot, day, subject).get(unitId));
}

/**
 * Duties that a unit holds for single subjects only, beside what `heldBy` says: pairs of former (or other) unit and
 * subject, for subjects where the rule says something else than for the rest.
 */
export function heldSubjects(
  snapshot: Snapshot,
  unitId: UnitId,
  day: Day,
): { unitId: UnitId; subject: string }[] {
  const whole = heldBy(snapshot, unitId, day);
  const pairs: { unitId: UnitId; subject: string }[] = [];
  for (const subject of subjectsBefore(snapshot, day)) {
    for (const held of heldBy(snapshot, unitId, day, subject)) {
      if (!whole.has(held)) pairs.push({ unitId: held, subject });
    }
  }
  return pairs;
}

function subjectsBefore(snapshot: Snapshot, day: Day): Set<string> {
  const subjects = new Set<string>();
  for (const list of snapshot.from.values()) {
    for (const succession of list) {
      if (succession.on > day) continue;
      for (const entry of succession.rule?.bySubject ?? []) subjects.add(entry.subject);
    }
  }
  return subjects;
}

/** Units that ended before or on `day` and whose duties no single unit holds: splits without a rule. */
export function gapsOn(snapshot: Snapshot, day: Day): { unitId: UnitId; candidates: UnitId[] }[] {
  const gaps: { unitId: UnitId; candidates: UnitId[] }[] = [];
  for (const unitId of snapshot.units.keys()) {
    const end = lifeOf(snapshot, unitId)?.to;
    if (!end || end > day) continue;
    const holding = holdersOf(snapshot, unitId, day);
    if ('needsRule' in holding) gaps.push({ unitId, candidates: holding.candidates });
  }
  return gaps;
}
