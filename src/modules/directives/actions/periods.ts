import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { addDays, type Day, dayOf, instantOf } from '../../../kit/day.ts';
import { fieldProblem, Problem } from '../../../kit/problems.ts';
import type { periodsOf, unlockPeriod } from '../contract.ts';
import { periodLocked } from '../contract/words.ts';
import { assertMayStep } from '../rights.ts';
import { type Cycle, cutoffOf, expectedReports, periodOf, periodState } from '../rules/cycle.ts';
import { getAssignmentRow, type LockedAssignment } from '../store/assignment.ts';
import { insertUnlock, listReportRows, listUnlocks } from '../store/report.ts';
import { lockById } from './steps.ts';

/** The periods for which an assignment owes a report, each with its state now. */
async function periods(ctx: Context, row: Pick<LockedAssignment, 'id' | 'state' | 'settings'>) {
  const cycle = row.settings.cycle;
  if (!cycle) return [];
  const reports = await listReportRows(ctx.tx, row.id);
  const unlocks = await listUnlocks(ctx.tx, row.id);
  const valid = { from: row.state.createdOn, ...(row.state.doneOn ? { to: row.state.doneOn } : {}) };
  return expectedReports(valid, cycle as never, ctx.now).map((period) => {
    const submitted = reports.find((r) => r.period === period.code && r.state !== 'returned');
    const unlocked = unlocks.findLast((u) => u.period === period.code);
    const facts = {
      ...(submitted ? { submittedAt: submitted.submittedAt } : {}),
      ...(unlocked ? { unlocked: { at: unlocked.at, until: unlocked.until } } : {}),
    };
    return { period, cutoffAt: cutoffOf(period, cycle), state: periodState(period, cycle, facts, ctx.now) };
  });
}

/** The period of today; between its lock and its last day (03/NQ-CP: 18 to 30 June) the one after it. */
function presentPeriod(today: Day, kind: Cycle['period'], all: Awaited<ReturnType<typeof periods>>): string {
  const present = periodOf(today, kind);
  const locked = all.some((p) => p.period.code === present?.code && p.state === 'locked');
  const next = present && locked ? periodOf(addDays(present.lastDay, 1), kind) : undefined;
  return (next ?? present)?.code ?? today.slice(0, 4);
}

/** The period a report is for: the one named, else the earliest still open, else the present one. */
export async function periodFor(
  ctx: Context,
  row: LockedAssignment,
  named: string | undefined,
): Promise<string> {
  const all = await periods(ctx, row);
  const chosen =
    named ??
    all.find((p) => ['open', 'reminded', 'late', 'unlocked'].includes(p.state))?.period.code ??
    presentPeriod(ctx.today, row.settings.cycle?.period ?? 'month', all);
  const found = all.find((p) => p.period.code === chosen);
  if (found?.state === 'locked')
    throw new Problem(periodLocked, {
      detail: {
        vi: `Kỳ ${chosen} đã khóa sau hạn chốt.`,
        en: `Period ${chosen} was locked after its cut-off.`,
      },
    });
  if (named && all.length > 0 && !found)
    throw fieldProblem(
      'period',
      `Không có kỳ báo cáo “${named}”.`,
      `There is no reporting period “${named}”.`,
    );
  return chosen;
}

export async function periodsAction(
  ctx: Context,
  { id }: ParsedOf<typeof periodsOf>,
): Promise<ReplyOf<typeof periodsOf>> {
  const row = await getAssignmentRow(ctx.tx, ctx.actor, id, ctx.today);
  return {
    items: (await periods(ctx, row)).map((p) => ({
      period: p.period.code,
      cutoffAt: p.cutoffAt.toISOString(),
      state: p.state,
    })),
  };
}

export async function unlockPeriodAction(
  ctx: Context,
  input: ParsedOf<typeof unlockPeriod>,
): Promise<Record<string, never>> {
  const row = await lockById(ctx, input.id);
  assertMayStep(ctx.actor, 'unlock', row);
  const found = (await periods(ctx, row)).find((p) => p.period.code === input.period);
  if (found?.state !== 'locked')
    throw fieldProblem(
      'period',
      `Kỳ “${input.period}” không bị khóa.`,
      `Period “${input.period}” is not locked.`,
    );
  if (input.until < dayOf(ctx.now))
    throw fieldProblem(
      'until',
      'Ngày mở đến phải từ hôm nay trở đi.',
      'The last day must not lie in the past.',
    );
  const unlock = {
    unitId: row.unitId,
    assignmentId: row.id,
    period: input.period,
    until: instantOf(addDays(input.until, 1)),
    reason: input.reason,
    byAccount: ctx.actor.id,
    at: ctx.now,
  };
  await insertUnlock(ctx.tx, unlock);
  ctx.emit({
    unitId: row.unitId,
    stream: `assignment:${row.id}`,
    kind: 'period.unlocked',
    payload: { period: input.period, until: unlock.until.toISOString(), reason: input.reason },
  });
  return {};
}
