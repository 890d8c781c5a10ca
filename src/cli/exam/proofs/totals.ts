import {
  ancestorsOn,
  heldBy,
  holdersOf,
  type Snapshot,
  unitsOn,
} from '../../../modules/organisations/index.ts';
import { LAST_DAY, REFORM } from '../days.ts';
import { type Evidence, nameOf, type Proof, proofOf } from '../proof.ts';

/** Counts by unit and state. */
type Sums = Map<string, Map<string, number>>;
interface Lying {
  unitId: string;
  state: string;
}

function add(sums: Sums, unitId: string, state: string, n = 1): void {
  const states = sums.get(unitId) ?? new Map<string, number>();
  sums.set(unitId, states.set(state, (states.get(state) ?? 0) + n));
}

function sumsOf(items: Iterable<Lying>, unitOf: (unitId: string) => string): Sums {
  const units = new Map<string, string>();
  const sums: Sums = new Map();
  for (const { unitId, state } of items) {
    let unit = units.get(unitId);
    if (unit === undefined) units.set(unitId, (unit = unitOf(unitId)));
    add(sums, unit, state);
  }
  return sums;
}

const statesOf = (sums: Sums): Map<string, number> => {
  const all: Sums = new Map();
  for (const states of sums.values()) for (const [state, n] of states) add(all, '', state, n);
  return all.get('') ?? new Map();
};

/** Where two maps of counts differ, by name. */
function differing(what: string, a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((state) => (a.get(state) ?? 0) !== (b.get(state) ?? 0))
    .map((state) => `${what}, ${state}: ${a.get(state) ?? 0} ≠ ${b.get(state) ?? 0}`);
}

/** A split unit without a rule stands for itself: its cases are counted under its own name until somebody decides. */
const heirOf = (s: Snapshot) => (unitId: string) => {
  const holding = holdersOf(s, unitId, REFORM);
  return 'holder' in holding ? holding.holder : unitId;
};

/** The province of a unit in a tree; of a split unit, the one province of all its candidates. */
function provinceIn(s: Snapshot, day: string, unitId: string): string {
  const path = [unitId, ...ancestorsOn(s, unitId, day).map((unit) => unit.id)];
  const province = path.find((id) => s.units.get(id)?.level === 'province');
  if (province || day < REFORM) return province ?? unitId;
  const holding = holdersOf(s, unitId, day);
  if ('holder' in holding) return unitId;
  const provinces = new Set(holding.candidates.map((id) => provinceIn(s, day, id)));
  return provinces.size === 1 ? [...provinces][0]! : unitId;
}

/** For every living unit: what the units whose duties it holds had on the eve is what it has now, state by state. */
function wrongHeirs(s: Snapshot, was: Sums, now: Sums): string[] {
  const wrong: string[] = [];
  for (const { id } of unitsOn(s, REFORM)) {
    const sum: Sums = new Map();
    for (const former of heldBy(s, id, REFORM))
      for (const [state, n] of was.get(former) ?? []) add(sum, id, state, n);
    wrong.push(...differing(nameOf(s, id), sum.get(id) ?? new Map(), now.get(id) ?? new Map()));
  }
  return wrong;
}

function compare(before: readonly Lying[], after: readonly Lying[], s: Snapshot) {
  const was = sumsOf(before, (unitId) => unitId);
  const now = sumsOf(after, heirOf(s));
  const then = sumsOf(before, (unitId) => heirOf(s)(provinceIn(s, LAST_DAY, unitId)));
  const today = sumsOf(after, (unitId) => provinceIn(s, REFORM, heirOf(s)(unitId)));
  const provinces = new Set([...then.keys(), ...today.keys()]);
  return [
    ...differing('Cả nước / country', statesOf(was), statesOf(now)),
    ...wrongHeirs(s, was, now),
    ...[...provinces].flatMap((id) =>
      differing(nameOf(s, id), then.get(id) ?? new Map(), today.get(id) ?? new Map()),
    ),
  ];
}

/** Totals per state are equal before and after, for the country, each province, and each successor with its former units. */
export function proveTotals({ before, after }: Evidence): Proof {
  const cases = ({ cases: all }: Evidence['before']): Lying[] =>
    [...all.values()].map(({ atUnitId, handling }) => ({ unitId: atUnitId, state: handling }));
  const tasks = ({ tasks: all }: Evidence['before']): Lying[] =>
    [...all.values()].map(({ unitId, work }) => ({ unitId, state: `task ${work}` }));
  const wrong = [
    ...compare(cases(before), cases(after), after.snapshot),
    ...compare(tasks(before), tasks(after), after.snapshot),
  ];
  const former = new Set([...before.cases.values()].map((one) => one.atUnitId));
  const states = new Set([...before.cases.values()].map((one) => one.handling));
  return proofOf(
    'totals',
    {
      vi: 'Tổng số theo từng trạng thái bằng nhau trước và sau, theo cây tổ chức cũ và mới',
      en: 'Totals per state are equal before and after, under the tree of then and of now',
    },
    {
      cases: before.cases.size,
      tasks: before.tasks.size,
      states: states.size,
      formerUnits: former.size,
      successors: new Set([...former].map(heirOf(after.snapshot))).size,
    },
    { wrong },
  );
}
