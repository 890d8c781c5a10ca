import type { App } from '../../../kit/app.ts';
import type { Context } from '../../../kit/context.ts';
import { addDays, dayOf, type Day, formatDay } from '../../../kit/day.ts';
import { newId } from '../../../kit/ids.ts';
import { getPortal, isConnected } from '../connection.ts';
import { NoAnswer } from '../portal.ts';
import { compare, type Compared, countCauses, type Ours } from '../rules/compare.ts';
import type { WireFound } from '../rules/wire.ts';
import { listConflicting } from '../store/conflict.ts';
import { findLastRun, insertDifferences, insertRun } from '../store/reconciliation.ts';
import { findSides, forgetKnown, listSides } from '../store/sides.ts';
import { compareSides, type Sides, withStatus } from './conflicts.ts';
import { asSystem } from './send.ts';

export const RECONCILE_JOB = 'exchange.reconcile';
/** So many days are compared at once at most. */
export const MOST_DAYS = 92;

export interface Asked {
  from: Day;
  to: Day;
  /** Who asked for it; the schedule where nobody did. */
  by: string;
}

const sideOf = (s: Sides): Ours => ({
  caseId: s.caseId,
  code: s.code,
  unitId: s.decisionUnitId ?? s.unitId,
  day: dayOf(s.receivedAt),
  status: s.ours,
  queued: s.queued,
  onTheWay: s.onTheWay,
  refusal: s.refusal,
  missing: s.missing,
});

/** What the portal has of those days, and of our cases that it dates otherwise. */
async function theirsOf(app: App, { from, to }: Asked, ours: readonly Sides[]): Promise<WireFound[]> {
  const portal = getPortal(app);
  const found = await portal.lookUp({ TuNgay: formatDay(from), DenNgay: formatDay(to) });
  const seen = new Set(found.map((one) => one.MaHoSo));
  const left = ours.flatMap(({ code, queued }) => (queued && !seen.has(code) ? [code] : []));
  for (let i = 0; i < left.length; i += 100)
    found.push(...(await portal.lookUp({ MaHoSo: left.slice(i, i + 100) })));
  return found;
}

/** What the portal says of a case now is set beside ours, unless ours has moved on since it was read. */
async function compareNow(ctx: Context, side: Sides, theirs: string): Promise<void> {
  const found = await findSides(ctx.tx, side.code, { sent: false });
  const now = found && withStatus(found);
  if (now?.ours === side.ours && !now.onTheWay)
    await compareSides(ctx, now, { theirs, via: 'reconciliation' });
}

/** Opens a conflict for each difference of status, and settles those that are none any more; the case itself is never touched. */
async function judgeStatuses(
  ctx: Context,
  { differences }: Compared,
  sides: readonly Sides[],
  theirs: readonly WireFound[],
): Promise<void> {
  const said = new Map(theirs.map((one) => [one.MaHoSo, one.TrangThaiHoSo]));
  const concerned = await listConflicting(ctx.tx);
  for (const { cause, caseId } of differences)
    if (caseId && (cause === 'otherStatus' || cause === 'unknownCode')) concerned.add(caseId);
  for (const side of sides) {
    const status = said.get(side.code);
    if (status && concerned.has(side.caseId)) await compareNow(ctx, side, status);
  }
}

/** Keeps what was compared. */
function keepRun(ctx: Context, asked: Asked, compared: Compared, sides: readonly Sides[]): string {
  const byCase = new Map(sides.map((one) => [one.caseId, one]));
  const { from: fromDay, to: toDay, by: byName } = asked;
  const id = newId(ctx.now);
  const result = { days: compared.days };
  insertRun(ctx.tx, { id, at: ctx.now, fromDay, toDay, byName, result, error: null });
  const kept = compared.differences.map((one) => {
    const side = one.caseId ? byCase.get(one.caseId) : undefined;
    return side ? { ...one, receptionUnitId: side.unitId, classification: side.classification } : one;
  });
  insertDifferences(ctx.tx, id, kept);
  const gone = compared.differences.filter(({ cause }) => cause === 'notThere');
  forgetKnown(
    ctx.tx,
    gone.flatMap(({ caseId }) => caseId ?? []),
  );
  const causes = countCauses(compared.differences);
  const payload = { id, from: fromDay, to: toDay, by: byName, cases: sides.length, causes };
  ctx.emit({ unitId: 'exchange', stream: 'reconciliations', kind: 'portal.reconciled', payload });
  return id;
}

/** A portal that cannot be asked is on record too, so that a day without a comparison shows. */
const keepFailure = (
  app: App,
  { from: fromDay, to: toDay, by: byName }: Asked,
  error: string,
): Promise<string> =>
  asSystem(app, async (ctx) => {
    const id = newId(ctx.now);
    insertRun(ctx.tx, { id, at: ctx.now, fromDay, toDay, byName, result: { days: [] }, error });
    return id;
  });

export interface Reconciled {
  id: string;
  error?: string;
  compared: Compared;
}

/** Compares the cases received on some days with what the portal has. @throws Problem where no connection is stated */
export async function reconcile(app: App, asked: Asked): Promise<Reconciled> {
  getPortal(app);
  const sides = (await app.db.read((tx) => listSides(tx, asked))).map(withStatus);
  try {
    const theirs = await theirsOf(app, asked, sides);
    const compared = compare(sides.map(sideOf), theirs);
    const id = await asSystem(app, async (ctx) => {
      await judgeStatuses(ctx, compared, sides, theirs);
      return keepRun(ctx, asked, compared, sides);
    });
    return { id, compared };
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    const id = await keepFailure(app, asked, error.message);
    return { id, error: error.message, compared: { days: [], differences: [] } };
  }
}

/** How many days back the daily comparison looks, and from which hour of the day. */
const DAYS = 30;
const FROM_HOUR = 2;

/** The days that are compared where nobody names others. */
export function usualDays(app: App): Pick<Asked, 'from' | 'to'> {
  const to = dayOf(app.clock.now());
  const from = addDays(to, -DAYS);
  const begins = app.config.portal?.from;
  return { from: begins && begins > from && begins <= to ? begins : from, to };
}

/** Once a day, at night; a day on which the portal did not answer is tried again every hour. */
export async function reconcileDaily(app: App): Promise<void> {
  if (!isConnected(app)) return;
  const now = app.clock.now();
  const hour = new Date(now.getTime() + 7 * 3_600_000).getUTCHours();
  const last = await app.db.read(findLastRun);
  if (hour < FROM_HOUR || (last && dayOf(last.at) === dayOf(now))) return;
  await reconcile(app, { ...usualDays(app), by: '' });
}
