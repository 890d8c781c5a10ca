import type { Day } from '../../kit/day.ts';
import type { Tx } from '../../kit/db.ts';
import type { Text } from '../../kit/i18n.ts';
import {
  existsOn,
  findByName,
  heldBy,
  loadSnapshot,
  type Snapshot,
  subtreeOn,
  unitAround,
  unitAsOf,
} from '../organisations/index.ts';
import { everywhere } from './rules/roles.ts';

/** What the organisation tree of a day says about the units of grants. */
export interface Places {
  /** The units a grant for `unitId` reaches: all, or the subtree with the predecessors whose duties it holds. */
  reach(unitId: string): 'all' | ReadonlySet<string>;
  /** The unit that stands today with this identifier or name. */
  find(asked: string): string | undefined;
  name(unitId: string): Text;
}

const whole: Text = { vi: 'Toàn hệ thống', en: 'Whole installation' };

/** The root of the central level reaches everything, as the whole installation does. A unit that has ended reaches nothing. */
function reachOf(s: Snapshot, unitId: string, today: Day): 'all' | ReadonlySet<string> {
  if (unitId === everywhere) return 'all';
  const unit = unitAsOf(s, unitId, today);
  if (unit?.level === 'centre' && unit.parentId === null) return 'all';
  const reached = new Set<string>();
  for (const below of subtreeOn(s, unitId, today)) {
    reached.add(below);
    for (const held of heldBy(s, below, today)) reached.add(held);
  }
  return reached;
}

function find(s: Snapshot, asked: string, today: Day): string | undefined {
  if (existsOn(s, asked, today)) return asked;
  const answer = findByName(s, asked, today);
  return answer.found === 'unit' && !answer.former ? answer.unitId : undefined;
}

function nameOf(s: Snapshot, unitId: string, today: Day): Text {
  if (unitId === everywhere) return whole;
  const unit = unitAround(s, unitId, today);
  return { vi: unit?.nameVi ?? unitId, en: unit?.nameEn ?? unitId };
}

/** Reaches worked out so far; they die with their snapshot, and yesterday's with the day. */
const known = new WeakMap<Snapshot, { day: Day; reaches: Map<string, 'all' | ReadonlySet<string>> }>();

/** Reads the tree as of `today`; cheap, since it is kept in memory until it changes. */
export async function readPlaces(tx: Tx, today: Day): Promise<Places> {
  const snapshot = await loadSnapshot(tx);
  let kept = known.get(snapshot);
  if (kept?.day !== today) known.set(snapshot, (kept = { day: today, reaches: new Map() }));
  const { reaches } = kept;
  return {
    reach: (unitId) => {
      const before = reaches.get(unitId);
      if (before) return before;
      const made = reachOf(snapshot, unitId, today);
      reaches.set(unitId, made);
      return made;
    },
    find: (asked) => find(snapshot, asked, today),
    name: (unitId) => nameOf(snapshot, unitId, today),
  };
}
