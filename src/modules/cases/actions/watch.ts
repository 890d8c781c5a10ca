import { reachOf } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { addDays, dayOf, instantOf } from '../../../kit/day.ts';
import { addLimit, loadCalendarFinder, loadCommonCalendar, type TimeLimit } from '../../calendar/index.ts';
import {
  childrenOn,
  findPerson,
  loadSnapshot,
  type Snapshot,
  subtreeOn,
  unitAround,
} from '../../organisations/index.ts';
import type { listSilentUnits, watchCases } from '../contract/watch.ts';
import { listByUnits, type ListedRow } from '../store/lists.ts';
import { listDueWithin, watchConsultations, type WatchDays, type WatchRow } from '../store/watch.ts';
import { listedOf, unitsWith, withAllFormer } from './lists.ts';
import { partOf } from './overview.ts';
import { watchedRows } from './watchKept.ts';

type Reply = ReplyOf<typeof watchCases>;
type Units = readonly string[] | 'all';

/** A case is nearly late within so many working hours. */
const NEAR: TimeLimit = { value: 8, unit: 'workingHour' };
/** Past these many nobody needs the exact number of what waits for a signature. */
const MOST_SIGNING = 200;
/** Units with late cases whose lists are read; the total counts all. */
const MOST_UNITS = 400;

/** Whoever reaches every unit there is need not be asked by units, which is dear for a whole country. */
function reachesAll(snapshot: Snapshot, reach: readonly string[]): boolean {
  if (reach.length < snapshot.units.size) return false;
  const own = new Set(reach);
  return [...snapshot.units.keys()].every((unit) => own.has(unit));
}

/** The units of a scope, with those whose cases they took over, as far as the one who asks sees cases there. */
function unitsOf(ctx: Context, snapshot: Snapshot, unitId: string | undefined): Units {
  const reach = unitsWith(ctx, 'case.view');
  if (!unitId) return reach !== 'all' && reachesAll(snapshot, reach) ? 'all' : reach;
  const below = withAllFormer(snapshot, subtreeOn(snapshot, unitId, ctx.today), ctx.today);
  const seen = reach === 'all' ? undefined : new Set(reach);
  return below.filter((one) => !seen || seen.has(one));
}

const nameOf = (snapshot: Snapshot, unitId: string, day: string) => {
  const unit = unitAround(snapshot, unitId, day);
  return { vi: unit?.nameVi ?? unitId, en: unit?.nameEn || unit?.nameVi || unitId };
};

const adding = (a: WatchRow, b: WatchRow): WatchRow => {
  const sum = { ...a };
  for (const [key, value] of Object.entries(b))
    if (typeof value === 'number') sum[key as 'working'] = a[key as 'working'] + value;
  return { ...sum, last: (a.last ?? '') > (b.last ?? '') ? a.last : b.last };
};

/** Rows of units summed up under a unit and those directly below it. */
function gathered(ctx: Context, snapshot: Snapshot, rows: readonly WatchRow[], under: string) {
  const found = new Map<string, WatchRow>();
  for (const row of rows) {
    const unitId = partOf(snapshot, under, row.unitId, ctx.today);
    if (!unitId) continue;
    const before = found.get(unitId);
    found.set(unitId, before ? adding(before, row) : { ...row, unitId });
  }
  return [...found.values()].map(({ received: _r, onTime: _o, ended: _e, last: _l, ...row }) => ({
    ...row,
    name: nameOf(snapshot, row.unitId, ctx.today),
    below: row.unitId === under ? 0 : childrenOn(snapshot, row.unitId, ctx.today).length,
  }));
}

const zero: Omit<WatchRow, 'unitId'> = {
  submitted: 0,
  working: 0,
  waiting: 0,
  ready: 0,
  overdue: 0,
  soon: 0,
  receivedToday: 0,
  endedToday: 0,
  received: 0,
  onTime: 0,
  ended: 0,
  last: null,
};

/** The days by which cases are watched: nearly late is what falls due within eight working hours from now. */
async function daysOf(ctx: Context): Promise<WatchDays & { until: Date }> {
  const until = addLimit(await loadCommonCalendar(ctx.tx), ctx.now, NEAR);
  return { today: ctx.today, soonDay: dayOf(until), from: `${ctx.today.slice(0, 7)}-01`, until };
}

/** The first cases of units by due date, with who has to act. */
async function named(
  ctx: Context,
  snapshot: Snapshot,
  q: { units: readonly string[]; from?: Date; until: Date; limit: number },
): Promise<Reply['late']> {
  if (q.units.length === 0 || q.limit === 0) return [];
  const rows = await listDueWithin(ctx.tx, ctx.actor, q);
  const find = await loadCalendarFinder(ctx.tx);
  const shown = async (row: ListedRow): Promise<Reply['late'][number]> => {
    const listed = listedOf(ctx, row, (unitId) => find(snapshot, unitId));
    const person = row.personId ? await findPerson(ctx.tx, 'all', row.personId) : undefined;
    return {
      id: row.id,
      ...(row.code && { code: row.code }),
      procedureCode: row.procedureCode,
      dueAt: row.dueAt!.toISOString(),
      minutesLeft: listed.minutesLeft ?? 0,
      atUnitId: row.atUnitId,
      unit: nameOf(snapshot, row.atUnitId, ctx.today),
      ...(row.stepRole && { stepRole: row.stepRole }),
      ...(person && { person: person.fullName }),
    };
  };
  return Promise.all(rows.map(shown));
}

/** What waits for a signature where the one who asks signs himself; units above him are not his queue. */
async function signingOf(ctx: Context, snapshot: Snapshot): Promise<Reply['signing']> {
  const own = ctx.actor.grants.filter((g) => g.permissions.has('case.sign') && snapshot.units.has(g.unitId));
  const unitIds = [...new Set(own.map((g) => g.unitId))];
  if (unitIds.length === 0 || reachOf(ctx.actor, 'case.sign').length < 2) return undefined;
  const units = withAllFormer(snapshot, unitIds, ctx.today);
  const rows = await listByUnits(ctx.tx, ctx.actor, {
    by: 'at',
    units,
    filters: { stepRole: 'sign' },
    now: ctx.now,
    after: undefined,
    limit: MOST_SIGNING,
  });
  return { n: rows.length, most: MOST_SIGNING, unitIds };
}

/** The cases of a unit and all below it as those on watch need them; every number from kept counts. */
export async function watchCasesAction(ctx: Context, input: ParsedOf<typeof watchCases>): Promise<Reply> {
  const snapshot = await loadSnapshot(ctx.tx);
  const { until, ...days } = await daysOf(ctx);
  const { soonDay, from } = days;
  const units = unitsOf(ctx, snapshot, input.unitId);
  const rows = await watchedRows(ctx, units, days);
  const withSome = (key: 'overdue' | 'soon') =>
    rows
      .filter((row) => row[key] > 0)
      .toSorted((a, b) => b[key] - a[key])
      .slice(0, MOST_UNITS)
      .map((row) => row.unitId);
  const { limit } = input;
  const today = instantOf(ctx.today);
  const late = { units: withSome('overdue'), until: today, limit };
  const soon = { units: withSome('soon'), from: today, until: instantOf(addDays(soonDay, 1)), limit };
  const waiting = await watchConsultations(ctx.tx, ctx.actor, { units, now: ctx.now, until, limit });
  const signing = await signingOf(ctx, snapshot);
  const { unitId: _unit, last: _last, ...total } = rows.reduce(adding, { unitId: '', ...zero });
  return {
    soonDay,
    from,
    total,
    units: gathered(ctx, snapshot, rows, input.unitId ?? 'centre'),
    late: await named(ctx, snapshot, late),
    soon: await named(ctx, snapshot, soon),
    consultations: {
      ...waiting,
      items: waiting.items.map(({ dueAt, code, ...one }) => ({
        ...one,
        ...(code && { code }),
        unit: nameOf(snapshot, one.unitId, ctx.today),
        dueAt: dueAt.toISOString(),
      })),
    },
    ...(signing && { signing }),
  };
}

/** Units that received something before and nothing of late, the longest silent first. */
export async function listSilentUnitsAction(
  ctx: Context,
  { unitId, days, before }: ParsedOf<typeof listSilentUnits>,
): Promise<ReplyOf<typeof listSilentUnits>> {
  const snapshot = await loadSnapshot(ctx.tx);
  const since = addDays(ctx.today, -days);
  const from = addDays(since, -before);
  const { until: _, ...watched } = await daysOf(ctx);
  const rows = (await watchedRows(ctx, unitsOf(ctx, snapshot, unitId), watched, from)).flatMap(
    ({ unitId: id, last }) => (last !== null && last >= from ? [{ unitId: id, last }] : []),
  );
  const silent = rows.filter((row) => row.last <= since).toSorted((a, b) => (a.last < b.last ? -1 : 1));
  return {
    since,
    active: rows.length,
    items: silent.map((row) => ({ ...row, name: nameOf(snapshot, row.unitId, ctx.today) })),
  };
}
