import type { Context } from '../../../kit/context.ts';
import { packCursor, type ParsedOf, type ReplyOf, unpackCursor } from '../../../kit/contract.ts';
import { addDays, type Day, instantOf } from '../../../kit/day.ts';
import { listStream } from '../../../kit/events.ts';
import { loadSnapshot, subtreeOn } from '../../organisations/index.ts';
import { stepOf } from '../../procedures/index.ts';
import type { getBook, getDayBook } from '../contract.ts';
import {
  type BookCounts,
  bookKeysOf,
  type LateCause,
  lateCause,
  lateCauses,
  noCounts,
  type Period,
} from '../rules/book.ts';
import type { StepRole } from '../rules/events.ts';
import { type BookRow, listDayBook, listForBook } from '../store/book.ts';
import { countRevocations } from '../store/revocation.ts';
import { pinnedVersion } from './grounds.ts';
import { withAllFormer } from './lists.ts';

const PAGE = 2000;

interface Line {
  counts: BookCounts;
  causes: Record<LateCause, number>;
}
const empty = (): Line => ({
  counts: noCounts(),
  causes: Object.fromEntries(lateCauses.map((one) => [one, 0])) as Line['causes'],
});

/** The role of the step that was finished first after the due date: where the case stood when its time ran out. */
async function roleAtDue(ctx: Context, { id, state }: BookRow): Promise<StepRole | undefined> {
  const due = state.due.at ?? state.due.appointment;
  if (!due) return undefined;
  const done = (await listStream(ctx.tx, `case:${id}`)).find(
    (e) => typeof e.payload['step'] === 'string' && e.at.toISOString() > due,
  );
  return done && stepOf(await pinnedVersion(ctx.tx, state), String(done.payload['step']))?.role;
}

async function unitsOf(ctx: Context, unitId: string, subtree: boolean): Promise<string[]> {
  const snapshot = await loadSnapshot(ctx.tx);
  const below = subtree ? subtreeOn(snapshot, unitId, ctx.today) : [unitId];
  return withAllFormer(snapshot, below, ctx.today);
}

const bounds = ({ from, to }: { from: Day; to: Day }) => ({
  from: instantOf(from),
  until: instantOf(addDays(to, 1)),
});

async function countRow(ctx: Context, row: BookRow, period: Period, lines: readonly Line[]): Promise<void> {
  const end = instantOf(addDays(period.to, 1));
  const until = (end < ctx.now ? end : ctx.now).toISOString();
  const keys = bookKeysOf(row.state, period, until);
  const isLate = keys.includes('late') || keys.includes('overdue');
  const cause = isLate ? lateCause(row.state, await roleAtDue(ctx, row), period.to) : undefined;
  for (const line of lines) {
    for (const key of keys) line.counts[key] += 1;
    if (cause) line.causes[cause] += 1;
  }
}

const lineIn = (lines: Map<string, Line>, key: string): Line => {
  const line = lines.get(key) ?? empty();
  lines.set(key, line);
  return line;
};
const byKey = (lines: Map<string, Line>) =>
  [...lines].toSorted(([a], [b]) => a.localeCompare(b, 'vi')).filter(([, { counts }]) => hasAny(counts));
const hasAny = (counts: BookCounts): boolean => Object.values(counts).some((n) => n > 0);

async function endedIn(ctx: Context, unitIds: readonly string[], period: Period) {
  const rows = await countRevocations(ctx.tx, { unitIds, ...period });
  const sum = (key: 'revoked' | 'replaced') => rows.reduce((n, row) => n + row[key], 0);
  return { revoked: sum('revoked'), replaced: sum('replaced') };
}

/** Counts each case of the period by the rules of `rules/book.ts`; figures follow from the states, not from kept counts. */
export async function getBookAction(
  ctx: Context,
  input: ParsedOf<typeof getBook>,
): Promise<ReplyOf<typeof getBook>> {
  const units = await unitsOf(ctx, input.unitId, input.subtree);
  // Days to come say nothing of what is open today.
  const period = { from: input.from, to: input.to < ctx.today ? input.to : ctx.today };
  const [fields, byUnit, total] = [new Map<string, Line>(), new Map<string, Line>(), empty()];
  let after: string | undefined;
  for (;;) {
    const q = { units, ...bounds(input), after, limit: PAGE };
    const rows = await listForBook(ctx.tx, ctx.actor, q);
    for (const row of rows)
      await countRow(ctx, row, period, [lineIn(fields, row.field), lineIn(byUnit, row.unitId), total]);
    if (rows.length < PAGE) break;
    after = rows.at(-1)!.id;
  }
  return {
    byField: byKey(fields).map(([field, line]) => ({ field, ...line })),
    byUnit: byKey(byUnit).map(([unitId, line]) => ({ unitId, ...line })),
    total,
    resultsEnded: await endedIn(ctx, units, period),
  };
}

export async function getDayBookAction(
  ctx: Context,
  input: ParsedOf<typeof getDayBook>,
): Promise<ReplyOf<typeof getDayBook>> {
  const units = await unitsOf(ctx, input.unitId, false);
  const after = unpackCursor(input.cursor);
  const q = { units, ...bounds(input), after, limit: input.limit + 1 };
  const rows = await listDayBook(ctx.tx, ctx.actor, q);
  const last = rows.length > input.limit ? rows[input.limit - 1] : undefined;
  return {
    items: rows.slice(0, input.limit).map((row) => ({
      id: row.id,
      ...(row.code && { code: row.code }),
      procedureCode: row.procedureCode,
      applicantName: row.applicantName,
      channel: row.channel,
      handling: row.handling,
      ...(row.decisionUnitId && { decisionUnitId: row.decisionUnitId }),
      receivedAt: row.receivedAt.toISOString(),
      ...(row.dueAt && { dueAt: row.dueAt.toISOString() }),
      ...(row.endedAt && { endedAt: row.endedAt.toISOString() }),
      ...(row.returnedAt && { returnedAt: row.returnedAt }),
    })),
    ...(last && { next: packCursor([last.receivedAt.toISOString(), last.id]) }),
  };
}
