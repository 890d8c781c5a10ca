import type { Context } from '../../../kit/context.ts';
import { packCursor, type ParsedOf, type ReplyOf, unpackCursor } from '../../../kit/contract.ts';
import { addDays, type Day, dayOf, instantOf } from '../../../kit/day.ts';
import { newId } from '../../../kit/ids.ts';
import { fieldProblem, Problem } from '../../../kit/problems.ts';
import { accountNames } from '../../identity/index.ts';
import { loadSnapshot } from '../../organisations/index.ts';
import type {
  checkReport,
  listQueue,
  listReports,
  periodsOf,
  submitReport,
  unlockPeriod,
} from '../contract.ts';
import { periodLocked, stepRefused } from '../contract/words.ts';
import { assertMayStep, unitsWith } from '../rights.ts';
import { type Cycle, cutoffOf, expectedReports, periodOf, periodState } from '../rules/cycle.ts';
import { nextReportStatus, type ReportStep } from '../rules/report.ts';
import { getAssignmentRow, type LockedAssignment } from '../store/assignment.ts';
import { insertDifficulty } from '../store/difficulty.ts';
import {
  deleteDraft,
  insertReport,
  insertUnlock,
  listReportRows,
  listUnlocks,
  listWaiting,
  lockOpenClaim,
  lockReport,
  type ReportRow,
  updateReport,
} from '../store/report.ts';
import { standingOfState, stepsFor, unitRefOf } from '../view.ts';
import { lockById, standsNow, takeStep } from './steps.ts';

const reportEvent = (r: { unitId: string; id: string }, kind: string, payload: Record<string, unknown>) => ({
  unitId: r.unitId,
  stream: `report:${r.id}`,
  kind,
  payload,
});

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
async function periodFor(ctx: Context, row: LockedAssignment, named: string | undefined): Promise<string> {
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

type Input = ParsedOf<typeof submitReport>;

function assertSays(input: Input): void {
  const says =
    input.nothing ||
    input.product ||
    input.progress !== undefined ||
    input.result !== '' ||
    input.value !== undefined ||
    input.numerator !== undefined;
  if (!says)
    throw fieldProblem(
      'result',
      'Báo cáo còn trống: nhập tiến độ, kết quả, hoặc đánh dấu “Không phát sinh trong kỳ”.',
      'The report is empty: enter progress or a result, or tick “nothing happened this period”.',
    );
  if (input.numerator !== undefined && input.denominator === 0)
    throw fieldProblem('denominator', 'Mẫu số phải lớn hơn 0.', 'The denominator must be greater than 0.');
}

/** Draft → submitted; with a product the report claims completion. */
export async function submitReportAction(ctx: Context, input: Input): Promise<ReplyOf<typeof submitReport>> {
  assertSays(input);
  const row = await lockById(ctx, input.id);
  assertMayStep(ctx.actor, 'report', row);
  const period = await periodFor(ctx, row, input.period);
  let after = row;
  if (
    input.progress !== undefined ||
    (!input.product && row.state.status !== 'recurring') ||
    row.state.status === 'recurring'
  )
    if (!input.product)
      after = await takeStep(ctx, row, {
        step: 'report',
        progress: input.progress ?? row.state.progress,
        period,
        ...(input.forecastOn ? { forecast: input.forecastOn } : {}),
      });
  if (input.product) after = await takeStep(ctx, row, { step: 'claim', product: input.product });
  const state = nextReportStatus('draft', 'submit', row.settings) as ReportRow['state'];
  const { result, forecastOn, moneyAllocated, moneyPaid, value, numerator, denominator } = input;
  const report: ReportRow = {
    unitId: row.unitId,
    id: newId(ctx.now),
    assignmentId: row.id,
    period,
    no: 1,
    state,
    nothing: input.nothing,
    claims: input.product !== undefined,
    progress: input.progress ?? null,
    content: { result, forecastOn, moneyAllocated, moneyPaid, value, numerator, denominator },
    product: input.product ?? null,
    evidence: input.evidence,
    submittedBy: ctx.actor.id,
    submittedAt: ctx.now,
    decidedAt: null,
    decidedBy: null,
    reason: null,
    version: 1,
  };
  await insertReport(ctx.tx, report);
  ctx.emit(
    reportEvent(report, 'report.submitted', {
      assignmentId: row.id,
      taskId: row.taskId,
      period,
      state,
      nothing: report.nothing,
      claims: report.claims,
      progress: report.progress,
      content: report.content,
      product: report.product,
      evidence: report.evidence,
    }),
  );
  await raise(ctx, row, report.id, input.difficulties);
  await deleteDraft(ctx.tx, ctx.actor.id, `report:${row.id}`);
  return { id: report.id, ...standsNow(ctx, after) };
}

/** Days in which the addressee of a difficulty answers, unless the report names a day. Source: telegram 89/CĐ-TTg (15 days). */
const ANSWER_DAYS = 15;

async function raise(
  ctx: Context,
  row: LockedAssignment,
  reportId: string,
  list: Input['difficulties'],
): Promise<void> {
  for (const d of list) {
    const made = {
      unitId: row.unitId,
      id: newId(ctx.now),
      assignmentId: row.id,
      taskId: row.taskId,
      reportId,
      kind: d.kind,
      body: d.body,
      addresseeUnitId: d.addresseeUnitId ?? row.ownerUnitId,
      due: d.due ?? addDays(ctx.today, ANSWER_DAYS),
      raisedBy: ctx.actor.id,
      raisedAt: ctx.now,
    };
    await insertDifficulty(ctx.tx, made);
    ctx.emit({
      unitId: row.unitId,
      stream: `difficulty:${made.id}`,
      kind: 'difficulty.raised',
      payload: { ...made },
    });
  }
}

/** Moves the claim's report along with a step taken on the assignment itself. */
export async function moveClaim(
  ctx: Context,
  assignmentId: string,
  step: ReportStep,
  row: LockedAssignment,
  reason?: string,
): Promise<void> {
  const claim = await lockOpenClaim(ctx.tx, assignmentId);
  if (claim) await decideReport(ctx, claim, step, row.settings, reason);
}

async function decideReport(
  ctx: Context,
  report: ReportRow,
  step: ReportStep,
  settings: LockedAssignment['settings'],
  reason?: string,
): Promise<string> {
  const next = nextReportStatus(report.state, step, settings);
  if (!next) throw new Problem(stepRefused);
  await updateReport(ctx.tx, {
    ...report,
    state: next as ReportRow['state'],
    decidedAt: ctx.now,
    decidedBy: ctx.actor.id,
    reason: reason ?? null,
  });
  ctx.emit(reportEvent(report, `report.${next}`, { state: next, ...(reason ? { reason } : {}) }));
  return next;
}

export async function checkReportAction(
  ctx: Context,
  input: ParsedOf<typeof checkReport>,
): Promise<{ state: string }> {
  const report = await lockReport(ctx.tx, ctx.actor, input.id);
  if (input.decision === 'return' && !input.reason)
    throw fieldProblem('reason', 'Cần ghi lý do trả lại.', 'The reason for returning is needed.');
  const row = await lockById(ctx, report.assignmentId);
  assertMayStep(ctx.actor, input.decision, row);
  if (report.claims)
    await takeStep(
      ctx,
      row,
      input.decision === 'return' ? { step: 'return', reason: input.reason! } : { step: input.decision },
    );
  return { state: await decideReport(ctx, report, input.decision, row.settings, input.reason) };
}

export async function listReportsAction(
  ctx: Context,
  { id }: ParsedOf<typeof listReports>,
): Promise<ReplyOf<typeof listReports>> {
  await getAssignmentRow(ctx.tx, ctx.actor, id, ctx.today);
  const rows = await listReportRows(ctx.tx, id);
  const signedIn = ctx.actor.kind !== 'public';
  const names = await accountNames(ctx.tx, signedIn ? rows.map((r) => r.submittedBy) : []);
  const items = rows.map((r) => ({
    id: r.id,
    assignmentId: r.assignmentId,
    period: r.period,
    state: r.state,
    claims: r.claims,
    nothing: r.nothing,
    ...(r.progress === null ? {} : { progress: r.progress }),
    ...r.content,
    ...(r.product ? { product: r.product } : {}),
    evidence: r.evidence as never,
    submittedAt: r.submittedAt.toISOString(),
    submittedBy: names.get(r.submittedBy) ?? '',
    ...(r.decidedAt ? { decidedAt: r.decidedAt.toISOString() } : {}),
    ...(r.reason ? { reason: r.reason } : {}),
  }));
  return { items };
}

export async function listQueueAction(
  ctx: Context,
  input: ParsedOf<typeof listQueue>,
): Promise<ReplyOf<typeof listQueue>> {
  const rows = await listWaiting(ctx.tx, ctx.actor, {
    confirmUnits: unitsWith(ctx.actor, 'report.confirm'),
    acceptUnits: unitsWith(ctx.actor, 'report.accept'),
    after: unpackCursor(input.cursor),
    limit: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  const snapshot = await loadSnapshot(ctx.tx);
  const last = page.at(-1);
  return {
    items: page.map((r) => ({
      reportId: r.id,
      assignmentId: r.assignmentId,
      unit: unitRefOf(snapshot, r.unitId, r.assignedOn, ctx.today),
      directiveNumber: r.directiveNumber,
      ref: r.ref,
      titleVi: r.titleVi,
      titleEn: r.titleEn,
      state: r.state,
      claims: r.claims,
      submittedAt: r.submittedAt.toISOString(),
      ...(r.product ? { product: r.product } : {}),
      standing: standingOfState(r.assignmentState, ctx.today),
      steps: r.claims
        ? stepsFor(ctx.actor, r.assignmentState, {
            unitId: r.unitId,
            ownerUnitId: r.ownerUnitId,
            settings: r.settings,
          })
        : [],
    })),
    ...(rows.length > page.length && last
      ? { next: packCursor([last.submittedAt.toISOString(), last.id]) }
      : {}),
  };
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
