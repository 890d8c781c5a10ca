import type { Context } from '../../../kit/context.ts';
import {
  type FileReply,
  packCursor,
  type ParsedOf,
  type ReplyOf,
  unpackCursor,
} from '../../../kit/contract.ts';
import { diffDays } from '../../../kit/day.ts';
import { addJob } from '../../../kit/jobs.ts';
import { fieldProblem, missing, Problem } from '../../../kit/problems.ts';
import { type Cell, renderCsv } from '../../documents/index.ts';
import { isConnected } from '../connection.ts';
import type * as contract from '../contract.ts';
import { exchangeMessages } from '../messages.ts';
import { notConnected } from '../problems.ts';
import { type Cause, causes } from '../rules/compare.ts';
import {
  countDifferences,
  type DifferenceRow,
  findRun,
  listDifferences,
  listRuns,
  type RunRow,
} from '../store/reconciliation.ts';
import { sendAgain } from './messages.ts';
import { MOST_DAYS, RECONCILE_JOB } from './reconcile.ts';
import { mayManage, namesNow, withBelow } from './show.ts';

/** Puts a comparison into the queue; it asks the portal, which no request waits for. */
export async function startReconciliationAction(
  ctx: Context,
  { from, to }: ParsedOf<typeof contract.startReconciliation>,
): Promise<ReplyOf<typeof contract.startReconciliation>> {
  if (!isConnected(ctx.app)) throw new Problem(notConnected);
  const { vi, en } = exchangeMessages;
  if (to < from) throw fieldProblem('to', vi.runs.toBeforeFrom, en.runs.toBeforeFrom);
  if (diffDays(from, to) >= MOST_DAYS) throw fieldProblem('to', vi.runs.tooLong, en.runs.tooLong);
  await addJob(
    ctx.tx,
    RECONCILE_JOB,
    { from, to, by: ctx.actor.name },
    { key: `${RECONCILE_JOB}:${from}:${to}` },
  );
  return { queued: true };
}

/** Totals count what the actor may see of the differences; days are counted over the whole installation or his units. */
function totals(run: RunRow, differences: number, mine: (unitId: string) => boolean) {
  const days = run.result.days.filter(({ unitId }) => mine(unitId));
  const sum = (key: 'ours' | 'theirs' | 'same'): number => days.reduce((all, one) => all + one[key], 0);
  return {
    id: run.id,
    at: run.at.toISOString(),
    from: run.fromDay,
    to: run.toDay,
    by: run.byName,
    ...(run.error !== null && { error: run.error }),
    ours: sum('ours'),
    theirs: sum('theirs'),
    same: sum('same'),
    differences,
  };
}

/** Which units' counts the actor sees; cases that only the portal has are for the whole installation. */
function reach(ctx: Context): (unitId: string) => boolean {
  const grants = ctx.actor.grants.filter((g) => g.permissions.has('exchange.view') || g.permissions.has('*'));
  return (unitId) => grants.some((g) => g.units === 'all' || (unitId !== '' && g.units.has(unitId)));
}

export async function listReconciliationsAction(
  ctx: Context,
  input: ParsedOf<typeof contract.listReconciliations>,
): Promise<ReplyOf<typeof contract.listReconciliations>> {
  const rows = await listRuns(ctx.tx, { after: unpackCursor(input.cursor), limit: input.limit + 1 });
  const items = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? items.at(-1) : undefined;
  const counts = await countDifferences(
    ctx.tx,
    ctx.actor,
    items.map(({ id }) => id),
  );
  const sums = Map.groupBy(counts, ({ runId }) => runId);
  const mine = reach(ctx);
  const of = (id: string): number => (sums.get(id) ?? []).reduce((sum, { count }) => sum + count, 0);
  return {
    items: items.map((run) => totals(run, of(run.id), mine)),
    ...(last && { next: packCursor([last.at.toISOString(), last.id]) }),
  };
}

const shownDifference = (d: DifferenceRow, name: (unitId: string) => { vi: string; en: string }) => {
  const unitId = d.decisionUnitId ?? d.unitId;
  return {
    n: d.n,
    cause: d.cause,
    code: d.code,
    ...(d.caseId && { caseId: d.caseId }),
    ...(unitId && { unitId, unitName: name(unitId) }),
    ...(d.day && { day: d.day }),
    ...(d.ours !== null && { ours: d.ours }),
    ...(d.theirs !== null && { theirs: d.theirs }),
    ...(d.detail && { detail: d.detail }),
  };
};

export async function getReconciliationAction(
  ctx: Context,
  input: ParsedOf<typeof contract.getReconciliation>,
): Promise<ReplyOf<typeof contract.getReconciliation>> {
  const run = (await findRun(ctx.tx, input.id)) ?? missing();
  const [after] = (unpackCursor(input.cursor) ?? []) as number[];
  const rows = await listDifferences(ctx.tx, ctx.actor, {
    runId: run.id,
    causes: input.cause && [input.cause],
    unitIds: input.unitId ? await withBelow(ctx, input.unitId) : undefined,
    after,
    limit: input.limit + 1,
  });
  const counts = await countDifferences(ctx.tx, ctx.actor, [run.id]);
  const name = await namesNow(ctx);
  const mine = reach(ctx);
  const items = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? items.at(-1) : undefined;
  const days = run.result.days.filter(({ unitId }) => mine(unitId));
  return {
    ...totals(
      run,
      counts.reduce((sum, { count }) => sum + count, 0),
      mine,
    ),
    days: days.map((one) => ({ ...one, unitName: one.unitId ? name(one.unitId) : { vi: '', en: '' } })),
    causes: causes
      .flatMap((cause) => counts.filter((one) => one.cause === cause))
      .map(({ cause, count }) => ({ cause, count })),
    items: items.map((row) => shownDifference(row, name)),
    ...(last && { next: packCursor([last.n]) }),
  };
}

const ALL = 100_000;

export async function exportReconciliationAction(
  ctx: Context,
  { id, lang }: ParsedOf<typeof contract.exportReconciliation>,
): Promise<FileReply> {
  const run = (await findRun(ctx.tx, id)) ?? missing();
  const rows = await listDifferences(ctx.tx, ctx.actor, { runId: id, limit: ALL });
  const name = await namesNow(ctx);
  const { runs: t, status } = exchangeMessages[lang];
  const cells = rows.map((row): Cell[] => {
    const d = shownDifference(row, name);
    const theirs = status[String(d.theirs) as keyof typeof status] ?? d.theirs ?? null;
    return [
      d.code,
      d.unitName?.[lang] ?? null,
      d.day ? { day: d.day } : null,
      t.causes[d.cause],
      d.ours === undefined ? null : status[String(d.ours) as keyof typeof status],
      theirs,
      d.detail ?? null,
    ];
  });
  const titles = [t.code, t.unit, t.day, t.cause, t.ours, t.theirs, t.detail];
  const fileName = `doi-soat-${run.fromDay}-${run.toDay}.csv`;
  return { body: renderCsv(titles, cells), type: 'text/csv; charset=utf-8', name: fileName };
}

const LACKING: readonly Cause[] = ['neverSent', 'notThere'];

/** Sends what the portal does not have: cases older than the connection, and those it has lost. */
export async function sendMissingAction(
  ctx: Context,
  { id }: ParsedOf<typeof contract.sendMissing>,
): Promise<ReplyOf<typeof contract.sendMissing>> {
  if (!isConnected(ctx.app)) throw new Problem(notConnected);
  const run = (await findRun(ctx.tx, id)) ?? missing();
  const rows = await listDifferences(ctx.tx, ctx.actor, { runId: run.id, causes: LACKING, limit: ALL });
  let sent = 0;
  for (const { caseId, unitId, decisionUnitId } of rows) {
    if (!caseId || !unitId || !mayManage(ctx, { unitId, decisionUnitId })) continue;
    if ((await sendAgain(ctx, caseId)) !== undefined) sent += 1;
  }
  const payload = { id: run.id, by: ctx.actor.name, sent };
  ctx.emit({ unitId: 'exchange', stream: 'reconciliations', kind: 'portal.missingSent', payload });
  return { sent };
}
