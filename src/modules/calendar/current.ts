import { addDays } from '../../kit/day.ts';
import type { Tx } from '../../kit/db.ts';
import { ancestorsOn, lifeOf, loadSnapshot, ROOT, type Snapshot, unitAsOf } from '../organisations/index.ts';
import { standardBook } from './facts/book.ts';
import { NATIONAL } from './facts/national.ts';
import { agencyCalendar, type CalendarBook, evolve, keptCalendar } from './rules/book.ts';
import type { AgencyCalendar } from './rules/model.ts';
import { getFacts, getToken } from './store/facts.ts';

interface Current {
  book: CalendarBook;
  common: AgencyCalendar;
  /** Ready calendars by the unit that keeps one, so that their tables are made once. */
  kept: Map<string, AgencyCalendar>;
}

/** The newest states by token; a token is never used again, so databases and roll-backs cannot be confused. */
const cache = new Map<string, Current>();
const KEPT = 4;

async function load(tx: Tx): Promise<Current> {
  const { token, facts } = await getFacts(tx);
  const book = facts.reduce(evolve, standardBook(ROOT));
  const current = { book, common: agencyCalendar(book, NATIONAL), kept: new Map() };
  cache.set(token, current);
  for (const old of [...cache.keys()].slice(0, -KEPT)) cache.delete(old);
  return current;
}

const loadCurrent = async (tx: Tx): Promise<Current> => cache.get(await getToken(tx)) ?? load(tx);

/** All calendars and who keeps which, as they stand in this transaction. */
export async function loadBook(tx: Tx): Promise<CalendarBook> {
  return (await loadCurrent(tx)).book;
}

const FAR = '2199-12-31';

/** The unit itself or the nearest one above it that has stated a calendar; as the tree stood last for a former unit. */
function keeperOf(book: CalendarBook, snapshot: Snapshot, unitId: string): string | undefined {
  if (book.keepings.size === 0) return undefined;
  if (book.keepings.has(unitId)) return unitId;
  const to = lifeOf(snapshot, unitId)?.to;
  const day = to ? addDays(to, -1) : FAR;
  if (!unitAsOf(snapshot, unitId, day)) return book.keepings.has(ROOT) ? ROOT : undefined;
  const above = ancestorsOn(snapshot, unitId, day).find(({ unitId: id }) => book.keepings.has(id));
  return above?.unitId ?? (book.keepings.has(ROOT) ? ROOT : undefined);
}

function calendarOf(current: Current, snapshot: Snapshot, unitId: string): AgencyCalendar {
  const keeper = keeperOf(current.book, snapshot, unitId);
  if (keeper === undefined) return current.common;
  let calendar = current.kept.get(keeper);
  if (!calendar) {
    calendar = keptCalendar(current.book, current.book.keepings.get(keeper)!, current.common);
    current.kept.set(keeper, calendar);
  }
  return calendar;
}

/** By which calendar a unit works: its own, else that of the nearest unit above, else the common one. */
export async function loadCalendar(tx: Tx, unitId: string): Promise<AgencyCalendar> {
  return calendarOf(await loadCurrent(tx), await loadSnapshot(tx), unitId);
}

/** The same for many units; equal ones are the same object. */
export async function loadCalendars(tx: Tx, unitIds: Iterable<string>): Promise<Map<string, AgencyCalendar>> {
  const current = await loadCurrent(tx);
  const snapshot = await loadSnapshot(tx);
  return new Map([...unitIds].map((unitId) => [unitId, calendarOf(current, snapshot, unitId)]));
}

/** Finds a unit's calendar in the tree one already holds: for requests that know the unit only from what they read. */
export async function loadCalendarFinder(
  tx: Tx,
): Promise<(snapshot: Snapshot, unitId: string) => AgencyCalendar> {
  const current = await loadCurrent(tx);
  return (snapshot, unitId) => calendarOf(current, snapshot, unitId);
}

/** The common calendar of offices, where no unit is asked for. */
export async function loadCommonCalendar(tx: Tx): Promise<AgencyCalendar> {
  return (await loadCurrent(tx)).common;
}
