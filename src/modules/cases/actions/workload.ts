import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { addDays } from '../../../kit/day.ts';
import { addLimit, loadCalendarFinder, loadCommonCalendar, type TimeLimit } from '../../calendar/index.ts';
import { loadMandates, placesOf, presentOfficials, secondmentsNow, staffOn } from '../../mandates/index.ts';
import { listPersonNames, loadSnapshot, type Snapshot, subtreeOn } from '../../organisations/index.ts';
import { stepOf } from '../../procedures/index.ts';
import type { getWorkload } from '../contract.ts';
import { lendings, perOfficial } from '../rules/lend.ts';
import { countReceived, listLoad, listWatched, type LoadRow } from '../store/desk.ts';
import { pinnedVersion } from './grounds.ts';
import { listedOf, unitsWith, withAllFormer } from './lists.ts';

/** Days over which receptions a day are counted, and how many rows the lists of late cases show. */
const DAYS = 30;
const MOST = 50;
/** How many units and people are listed. */
const MOST_ROWS = 200;
/** A case nearly late is due within so many working hours. */
const NEAR: TimeLimit = { value: 8, unit: 'workingHour' };

/** Working minutes of a step's limit; a step without one counts as an hour. */
function minutesOf(limit: TimeLimit | undefined): number {
  if (limit?.unit === 'workingHour') return limit.value * 60;
  if (limit?.unit === 'workingDay' || limit?.unit === 'day') return limit.value * 480;
  return 60;
}

interface Load {
  open: number;
  dueToday: number;
  late: number;
  minutes: number;
}
const none = (): Load => ({ open: 0, dueToday: 0, late: 0, minutes: 0 });

async function addUp(ctx: Context, rows: readonly LoadRow[]) {
  const people = new Map<string, Load & { unitId: string; personId: string | null }>();
  const units = new Map<string, Load>();
  for (const row of rows) {
    const version = await pinnedVersion(ctx.tx, {
      versionId: row.versionId,
      ...(row.overlayId && { overlayId: row.overlayId }),
    });
    const minutes = row.open * minutesOf(row.stepKey ? stepOf(version, row.stepKey)?.limit : undefined);
    const key = `${row.unitId} ${row.personId ?? ''}`;
    const { unitId, personId } = row;
    const person = people.get(key) ?? { unitId, personId, ...none() };
    const unit = units.get(unitId) ?? none();
    for (const load of [person, unit]) {
      load.open += row.open;
      load.dueToday += row.dueToday;
      load.late += row.late;
      load.minutes += minutes;
    }
    people.set(key, person);
    units.set(unitId, unit);
  }
  return { people: [...people.values()], units };
}

type Reply = ReplyOf<typeof getWorkload>;

async function namedPeople(
  ctx: Context,
  loads: Awaited<ReturnType<typeof addUp>>['people'],
): Promise<Reply['people']> {
  const shown = loads.toSorted((a, b) => b.minutes - a.minutes).slice(0, MOST_ROWS);
  const names = await listPersonNames(
    ctx.tx,
    shown.flatMap(({ personId }) => personId ?? []),
  );
  return shown.map(({ personId, ...load }) => {
    const name = personId && names.get(personId);
    return { ...load, ...(personId && { personId }), ...(name && { name }) };
  });
}

/** Units with open or lately received cases, with the officials who share them: most work for each of them first. */
async function loadedUnits(
  ctx: Context,
  snapshot: Snapshot,
  loads: ReadonlyMap<string, Load>,
  received: ReadonlyMap<string, number>,
): Promise<Reply['units']> {
  const [book, places] = [await loadMandates(ctx.tx), placesOf(snapshot)];
  const rows = [...new Set([...loads.keys(), ...received.keys()])].map((unitId) => ({
    unitId,
    ...(loads.get(unitId) ?? none()),
    officials: presentOfficials(staffOn(book, places, unitId, ctx.today)),
    receivedPerDay: (received.get(unitId) ?? 0) / DAYS,
  }));
  return rows.sort((a, b) => perOfficial(b) - perOfficial(a) || (a.unitId < b.unitId ? -1 : 1));
}

/** Who has how much to do, who could help whom, and which cases are late or nearly late. */
export async function getWorkloadAction(ctx: Context, input: ParsedOf<typeof getWorkload>): Promise<Reply> {
  const [snapshot, find, common] = await Promise.all([
    loadSnapshot(ctx.tx),
    loadCalendarFinder(ctx.tx),
    loadCommonCalendar(ctx.tx),
  ]);
  const units = input.unitId
    ? withAllFormer(snapshot, subtreeOn(snapshot, input.unitId, ctx.today), ctx.today)
    : unitsWith(ctx, 'case.view');
  const q = { units, now: ctx.now, today: ctx.today };
  const loads = await addUp(ctx, await listLoad(ctx.tx, ctx.actor, q));
  const from = addDays(ctx.today, 1 - DAYS);
  const received = new Map(
    (await countReceived(ctx.tx, { units, from, to: ctx.today })).map((one) => [one.unitId, one.n]),
  );
  const rows = await loadedUnits(ctx, snapshot, loads.units, received);
  const until = addLimit(common, ctx.now, NEAR);
  const watch = async (what: 'late' | 'near' | 'unapologised') =>
    (await listWatched(ctx.tx, ctx.actor, { what, ...q, until, limit: MOST })).map((row) =>
      listedOf(ctx, row, (id) => find(snapshot, id)),
    );
  return {
    days: DAYS,
    units: rows.slice(0, MOST_ROWS),
    unitCount: rows.length,
    people: await namedPeople(ctx, loads.people),
    ...lendings(rows),
    secondments: await secondmentsNow(ctx, units === 'all' ? undefined : units),
    late: await watch('late'),
    near: await watch('near'),
    unapologised: await watch('unapologised'),
  };
}
