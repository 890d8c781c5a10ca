import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { addDays } from '../../../kit/day.ts';
import { newId } from '../../../kit/ids.ts';
import { fieldProblem } from '../../../kit/problems.ts';
import type { submitReport } from '../contract.ts';
import { assertMayStep } from '../rights.ts';
import { nextReportStatus } from '../rules/report.ts';
import type { LockedAssignment } from '../store/assignment.ts';
import { insertDifficulty } from '../store/difficulty.ts';
import { deleteDraft, insertReport, type ReportRow } from '../store/report.ts';
import { periodFor } from './periods.ts';
import { lockById, standsNow, takeStep } from './steps.ts';

/** An event of a report's stream. */
export const reportEvent = (
  r: { unitId: string; id: string },
  kind: string,
  payload: Record<string, unknown>,
) => ({
  unitId: r.unitId,
  stream: `report:${r.id}`,
  kind,
  payload,
});

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

/** What a report does to its assignment: a product claims completion, anything else is progress. */
function stepOf(
  ctx: Context,
  row: LockedAssignment,
  input: Input,
  period: string,
): Promise<LockedAssignment> {
  if (input.product) return takeStep(ctx, row, { step: 'claim', product: input.product });
  const forecast = input.forecastOn ? { forecast: input.forecastOn } : {};
  return takeStep(ctx, row, {
    step: 'report',
    progress: input.progress ?? row.state.progress,
    period,
    ...forecast,
  });
}

function newReport(ctx: Context, row: LockedAssignment, input: Input, period: string): ReportRow {
  const { result, forecastOn, moneyAllocated, moneyPaid, value, numerator, denominator } = input;
  return {
    unitId: row.unitId,
    id: newId(ctx.now),
    assignmentId: row.id,
    period,
    no: 1,
    state: nextReportStatus('draft', 'submit', row.settings) as ReportRow['state'],
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
}

/** Draft → submitted; with a product the report claims completion. */
export async function submitReportAction(ctx: Context, input: Input): Promise<ReplyOf<typeof submitReport>> {
  assertSays(input);
  const row = await lockById(ctx, input.id);
  assertMayStep(ctx.actor, 'report', row);
  const period = await periodFor(ctx, row, input.period);
  const after = await stepOf(ctx, row, input, period);
  const report = newReport(ctx, row, input, period);
  insertReport(ctx.tx, report);
  const { assignmentId, state, nothing, claims, progress, content, product, evidence } = report;
  const said = {
    assignmentId,
    taskId: row.taskId,
    period,
    state,
    nothing,
    claims,
    progress,
    content,
    product,
    evidence,
  };
  ctx.emit(reportEvent(report, 'report.submitted', said));
  await raise(ctx, row, report.id, input.difficulties);
  deleteDraft(ctx.tx, ctx.actor.id, `report:${row.id}`);
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
