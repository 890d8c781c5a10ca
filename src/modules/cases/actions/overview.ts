import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import {
  childrenOn,
  holdersOf,
  loadSnapshot,
  pathOn,
  type Snapshot,
  unitAround,
} from '../../organisations/index.ts';
import type { overviewCases } from '../contract.ts';
import { listCounts } from '../store/lists.ts';
import { overviewOf, unitsWith, withFormer } from './lists.ts';

type Reply = ReplyOf<typeof overviewCases>;
type Item = Reply['items'][number];

const known = new WeakMap<Snapshot, Map<string, Map<string, string | undefined>>>();

/** What was found out about a snapshot is kept with it, for a few units and days. */
function partsUnder(snapshot: Snapshot, under: string, today: string): Map<string, string | undefined> {
  const kept = known.get(snapshot) ?? new Map<string, Map<string, string | undefined>>();
  known.set(snapshot, kept);
  const key = `${today} ${under}`;
  if (kept.size > 200) kept.clear();
  const parts = kept.get(key) ?? new Map<string, string | undefined>();
  kept.set(key, parts);
  return parts;
}

function findPart(snapshot: Snapshot, under: string, unitId: string, today: string): string | undefined {
  const holding = holdersOf(snapshot, unitId, today);
  const living = 'holder' in holding ? holding.holder : unitId;
  const path = pathOn(snapshot, living, today).map((unit) => unit.id);
  const at = path.indexOf(under);
  return at < 0 ? undefined : (path[at + 1] ?? under);
}

/** Which part under a unit another one belongs to on a day: itself, or a unit directly below it; undefined outside. */
export function partOf(snapshot: Snapshot, under: string, unitId: string, today: string): string | undefined {
  const parts = partsUnder(snapshot, under, today);
  if (!parts.has(unitId)) parts.set(unitId, findPart(snapshot, under, unitId, today));
  return parts.get(unitId);
}

const sum = (a: Item, b: Item): Item => ({
  ...a,
  submitted: a.submitted + b.submitted,
  working: a.working + b.working,
  waiting: a.waiting + b.waiting,
  ready: a.ready + b.ready,
  overdue: a.overdue + b.overdue,
  dueToday: a.dueToday + b.dueToday,
  received: a.received + b.received,
  early: a.early + b.early,
  onTime: a.onTime + b.onTime,
  late: a.late + b.late,
});

/** Counts summed up under a unit and each unit directly below it; what former units left is where their duties went. */
export function gatherUnder(
  snapshot: Snapshot,
  items: readonly Item[],
  under: string,
  today: string,
): Item[] {
  const found = new Map<string, Item>();
  for (const item of items) {
    const unitId = partOf(snapshot, under, item.unitId, today);
    if (!unitId) continue;
    const before = found.get(unitId);
    found.set(unitId, before ? sum(before, item) : { ...item, unitId });
  }
  const named = ({ ...item }: Item): Item => {
    const unit = unitAround(snapshot, item.unitId, today);
    const below = item.unitId === under ? 0 : childrenOn(snapshot, item.unitId, today).length;
    return { ...item, nameVi: unit?.nameVi ?? item.unitId, nameEn: unit?.nameEn ?? item.unitId, below };
  };
  return [...found.values()].map(named);
}

/** Open, received and ended cases by deciding unit, from the counts kept with each step. */
export async function overviewCasesAction(
  ctx: Context,
  input: ParsedOf<typeof overviewCases>,
): Promise<Reply> {
  const snapshot = await loadSnapshot(ctx.tx);
  const reach = unitsWith(ctx, 'case.view');
  const asked = input.unitId && withFormer(snapshot, input.unitId, ctx.today);
  const units = asked ? asked.filter((unit) => reach === 'all' || reach.includes(unit)) : reach;
  const { from = `${ctx.today.slice(0, 7)}-01`, to = ctx.today } = input;
  const items = overviewOf(await listCounts(ctx.tx, { units, today: ctx.today, from, to }));
  return { items: input.under ? gatherUnder(snapshot, items, input.under, ctx.today) : items };
}
