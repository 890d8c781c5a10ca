import type { Context } from '../../../kit/context.ts';
import { packCursor, type ParsedOf, type ReplyOf, unpackCursor } from '../../../kit/contract.ts';
import { fieldProblem, Problem } from '../../../kit/problems.ts';
import { accountNames } from '../../identity/index.ts';
import { loadSnapshot } from '../../organisations/index.ts';
import type { checkReport, listQueue, listReports } from '../contract.ts';
import { stepRefused } from '../contract/words.ts';
import { assertMayStep, unitsWith } from '../rights.ts';
import { nextReportStatus, type ReportStep } from '../rules/report.ts';
import { getAssignmentRow, type LockedAssignment } from '../store/assignment.ts';
import {
  listReportRows,
  listWaiting,
  lockOpenClaim,
  lockReport,
  progressStanding,
  type ReportRow,
  updateReport,
} from '../store/report.ts';
import { standingOfState, stepsFor, unitRefOf } from '../view.ts';
import { reportEvent } from './reports.ts';
import { applyEvents, lockById, takeStep } from './steps.ts';

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
  updateReport(ctx.tx, {
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
  else if (input.decision === 'return') await takeProgressBack(ctx, row, report);
  return { state: await decideReport(ctx, report, input.decision, row.settings, input.reason) };
}

/** A returned report does not count: progress is what the newest one says that does. */
async function takeProgressBack(ctx: Context, row: LockedAssignment, report: ReportRow): Promise<void> {
  if (report.progress === null) return;
  const progress = await progressStanding(ctx.tx, report, report.id);
  if (progress === (row.state.progressBefore ?? row.state.progress)) return;
  await applyEvents(ctx, row, [{ type: 'assignment.progressTakenBack', on: ctx.today, progress }]);
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
