import { reachOf } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import { packCursor, type ParsedOf, type ReplyOf, unpackCursor } from '../../../kit/contract.ts';
import { fieldProblem } from '../../../kit/problems.ts';
import { type AgencyCalendar, loadCalendarFinder } from '../../calendar/index.ts';
import {
  heldBy,
  loadSnapshot,
  type Snapshot,
  snapshotInMemory,
  subtreeOn,
} from '../../organisations/index.ts';
import type * as contract from '../contract.ts';
import { parseCaseCode, statusCode } from '../rules/codes.ts';
import { listAsked } from '../store/consultation.ts';
import {
  type CountRow,
  deleteSavedView,
  keepSavedView,
  listByCode,
  listByIds,
  listByPerson,
  listByUnits,
  type ListedRow,
  listOwn,
  listReceived,
  listSavedViews,
  searchRows,
} from '../store/lists.ts';
import { minutesLeft } from './left.ts';
import { findLookup } from './lookup.ts';

type In<E extends keyof typeof contract> = ParsedOf<(typeof contract)[E]>;
type Out<E extends keyof typeof contract> = ReplyOf<(typeof contract)[E]>;

/** Some units and the former units whose cases they have taken over, each once. */
export const withAllFormer = (snapshot: Snapshot, unitIds: Iterable<string>, today: string): string[] => [
  ...new Set([...unitIds].flatMap((unitId) => [unitId, ...heldBy(snapshot, unitId, today)])),
];

/** The same of one unit. */
export const withFormer = (snapshot: Snapshot, unitId: string, today: string): string[] =>
  withAllFormer(snapshot, [unitId], today);

type CalendarOf = (unitId: string) => AgencyCalendar;

const iso = (date: Date | null): string | undefined => date?.toISOString();

/** A row of a list; what is left is counted in working time of the unit that decides. Fifty of them at once: no spreading. */
export function listedOf(ctx: Context, row: ListedRow, calendarOf: CalendarOf) {
  const counts = row.dueAt && row.handling !== 'finished' && row.handling !== 'returned';
  const calendar = calendarOf(row.decisionUnitId ?? row.unitId);
  return {
    id: row.id,
    code: row.code ?? undefined,
    procedureCode: row.procedureCode,
    applicantName: row.applicantName,
    channel: row.channel,
    handling: row.handling,
    payment: row.payment,
    statusCode: statusCode(row),
    stepKey: row.stepKey ?? undefined,
    stepRole: row.stepRole ?? undefined,
    proposed: row.proposed ?? undefined,
    receptionUnitId: row.unitId,
    decisionUnitId: row.decisionUnitId ?? undefined,
    atUnitId: row.atUnitId,
    personId: row.personId ?? undefined,
    submittedAt: row.submittedAt.toISOString(),
    receivedAt: iso(row.receivedAt),
    dueAt: iso(row.dueAt),
    stepDueAt: iso(row.stepDueAt),
    minutesLeft: counts ? minutesLeft(calendar, ctx.now, row.dueAt!) : undefined,
  };
}

type Key = (row: ListedRow) => unknown[];
const dueKey: Key = (row) => [row.dueAt?.toISOString() ?? 'infinity', row.id];
const recentKey: Key = (row) => [row.submittedAt.toISOString(), row.id];

function paged(ctx: Context, rows: ListedRow[], q: { limit: number; key: Key; calendarOf: CalendarOf }) {
  const items = rows.slice(0, q.limit).map((row) => listedOf(ctx, row, q.calendarOf));
  const last = rows.length > q.limit ? rows[q.limit - 1] : undefined;
  return { items, ...(last && { next: packCursor(q.key(last)) }) };
}

async function rowsOf(ctx: Context, input: In<'listCases'>, snapshot: Snapshot): Promise<ListedRow[]> {
  const after = unpackCursor(input.cursor);
  const more = { filters: input, now: ctx.now, after, limit: input.limit + 1 };
  if (input.view === 'own')
    return listOwn(ctx.tx, { accountId: ctx.actor.id, after, limit: input.limit + 1 });
  if (input.view === 'mine') {
    const personId = input.personId ?? ctx.actor.personId;
    return personId ? listByPerson(ctx.tx, ctx.actor, { ...more, personId }) : [];
  }
  if (!input.unitId) throw fieldProblem('unitId', 'Chọn đơn vị.', 'Choose a unit.');
  const below = input.subtree ? subtreeOn(snapshot, input.unitId, ctx.today) : [input.unitId];
  const units = withAllFormer(snapshot, below, ctx.today);
  if (input.view === 'received') return listReceived(ctx.tx, ctx.actor, { ...more, units });
  return listByUnits(ctx.tx, ctx.actor, { ...more, units, by: input.view === 'work' ? 'at' : 'decision' });
}

/** The work list of a unit or a person by due date, the desk's book, or one's own applications. */
export async function listCasesAction(ctx: Context, input: In<'listCases'>): Promise<Out<'listCases'>> {
  const inMemory = snapshotInMemory();
  const [snapshot, find, early] = await Promise.all([
    loadSnapshot(ctx.tx),
    loadCalendarFinder(ctx.tx),
    // Travels with the look at the tree; asked again where the tree has changed, and where it could not be asked.
    inMemory && rowsOf(ctx, input, inMemory).catch(() => undefined),
  ]);
  const rows = early && snapshot === inMemory ? early : await rowsOf(ctx, input, snapshot);
  const key = input.view === 'received' || input.view === 'own' ? recentKey : dueKey;
  return paged(ctx, rows, { limit: input.limit, key, calendarOf: (unitId) => find(snapshot, unitId) });
}

export async function searchCasesAction(ctx: Context, input: In<'searchCases'>): Promise<Out<'searchCases'>> {
  const [snapshot, find] = await Promise.all([loadSnapshot(ctx.tx), loadCalendarFinder(ctx.tx)]);
  const more = { limit: input.limit, key: recentKey, calendarOf: (unitId: string) => find(snapshot, unitId) };
  if (parseCaseCode(input.q)) {
    const found = await listByCode(ctx.tx, ctx.actor, input.q.toUpperCase());
    if (found.length > 0) return paged(ctx, found, more);
  }
  const ids = await findLookup(ctx, input.q);
  if (Array.isArray(ids) && ids.length > 0) {
    const found = await listByIds(ctx.tx, ctx.actor, ids);
    if (found.length > 0) return paged(ctx, found, more);
  }
  const words = input.q.split(/\s+/).filter(Boolean).slice(0, 8);
  const units = input.unitId ? withFormer(snapshot, input.unitId, ctx.today) : undefined;
  const after = unpackCursor(input.cursor);
  const rows = await searchRows(ctx.tx, ctx.actor, { words, units, after, limit: input.limit + 1 });
  return paged(ctx, rows, more);
}

export async function listConsultationsAction(
  ctx: Context,
  input: In<'listConsultations'>,
): Promise<Out<'listConsultations'>> {
  const snapshot = await loadSnapshot(ctx.tx);
  const units = input.unitId ? withFormer(snapshot, input.unitId, ctx.today) : unitsWith(ctx, 'case.handle');
  const after = unpackCursor(input.cursor);
  const rows = await listAsked(ctx.tx, ctx.actor, { units, after, limit: input.limit + 1 });
  const last = rows.length > input.limit ? rows[input.limit - 1] : undefined;
  const items = rows.slice(0, input.limit).map(({ askedAt, dueAt, code, ...row }) => ({
    ...row,
    ...(code && { code }),
    askedAt: askedAt.toISOString(),
    dueAt: dueAt.toISOString(),
  }));
  return { items, ...(last && { next: packCursor([last.dueAt.toISOString(), last.id]) }) };
}

export function unitsWith(ctx: Context, permission: string): readonly string[] | 'all' {
  const parts = reachOf(ctx.actor, permission).slice(1);
  if (parts.some((part) => part.units === 'all')) return 'all';
  return parts.flatMap((part) => (part.units === 'all' ? [] : [...part.units]));
}

const fresh = (unitId: string) => ({
  unitId,
  submitted: 0,
  working: 0,
  waiting: 0,
  ready: 0,
  overdue: 0,
  dueToday: 0,
  received: 0,
  early: 0,
  onTime: 0,
  late: 0,
});

/** Kept counts gathered by unit. */
export function overviewOf(rows: readonly CountRow[]): Out<'overviewCases'>['items'] {
  const found = new Map<string, ReturnType<typeof fresh>>();
  for (const row of rows) {
    const count = found.get(row.unitId) ?? fresh(row.unitId);
    const [what, which] = row.kind.split(':') as [string, 'working'];
    if (what === 'received') count.received += row.n;
    else count[which] += row.n;
    if (row.kind === 'open:working') {
      count.overdue += row.overdue;
      count.dueToday += row.today;
    }
    found.set(row.unitId, count);
  }
  return [...found.values()].toSorted((a, b) => (a.unitId < b.unitId ? -1 : 1));
}

export async function listViewsAction(ctx: Context, _input: In<'listViews'>): Promise<Out<'listViews'>> {
  return { items: await listSavedViews(ctx.tx, ctx.actor.id) };
}

export async function saveViewAction(ctx: Context, input: In<'saveView'>): Promise<Out<'saveView'>> {
  const { name, filters, remove } = input;
  if (remove) deleteSavedView(ctx.tx, ctx.actor.id, name);
  else keepSavedView(ctx.tx, ctx.actor.id, { name, filters });
  return { items: await listSavedViews(ctx.tx, ctx.actor.id) };
}
