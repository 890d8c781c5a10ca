import type { App } from '../../../kit/app.ts';
import type { Context } from '../../../kit/context.ts';
import type { Day } from '../../../kit/day.ts';
import { listWatchCounts, lookAgain, lookAtAll, type WatchDays, type WatchRow } from '../store/watch.ts';

interface Kept {
  days: string;
  mark: string;
  /** When everything was last counted from the start, in milliseconds. */
  countedAt: number;
  rows: Map<string, WatchRow>;
}

const kept = new WeakMap<App, Kept>();
/** Fewer units are read straight from their rows. */
const MANY_UNITS = 300;
/** However sure the marks are, everything is counted anew from time to time. */
const ANEW_MS = 15 * 60_000;

/**
 * The counts of all units, never older than the last event: what was counted before is kept, and only units of cases that
 * something has happened to since are counted again. Looks may overlap: each goes on from its own mark, and whatever ran
 * at that time is counted again by the next.
 */
async function allRows(ctx: Context, days: WatchDays): Promise<WatchRow[]> {
  const key = JSON.stringify(days);
  const at = ctx.now.getTime();
  const before = kept.get(ctx.app);
  if (before?.days !== key || Math.abs(at - before.countedAt) > ANEW_MS) {
    const { mark, rows } = await lookAtAll(ctx.tx, days);
    kept.set(ctx.app, {
      days: key,
      mark,
      countedAt: at,
      rows: new Map(rows.map((row) => [row.unitId, row])),
    });
    return rows;
  }
  const { mark, rows } = await lookAgain(ctx.tx, days, before.mark);
  before.mark = mark;
  for (const row of rows) before.rows.set(row.unitId, row);
  return [...before.rows.values()];
}

/** The counts of units as those on watch need them; of few units receptions before `lastSince` are not looked for. */
export async function watchedRows(
  ctx: Context,
  units: readonly string[] | 'all',
  days: WatchDays,
  lastSince: Day = days.from,
): Promise<WatchRow[]> {
  if (units !== 'all' && units.length < MANY_UNITS)
    return listWatchCounts(ctx.tx, { ...days, units, lastSince });
  const rows = await allRows(ctx, days);
  if (units === 'all') return rows;
  const own = new Set(units);
  return rows.filter((row) => own.has(row.unitId));
}
