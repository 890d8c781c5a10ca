import type { Context } from '../../../kit/context.ts';
import { fieldProblem, Problem } from '../../../kit/problems.ts';
import { stepRefused } from '../contract/words.ts';
import { assertMayStep } from '../rights.ts';
import { type AssignmentEvent, evolve } from '../rules/assignment.ts';
import { type Command, decide, type Refusal } from '../rules/steps.ts';
import {
  type AssignmentRow,
  lockAssignment,
  type LockedAssignment,
  updateAssignment,
} from '../store/assignment.ts';
import { standingOfState, stepsFor } from '../view.ts';

const refusals: Record<Exclude<Refusal, 'stepNotOpen'>, [field: string, vi: string, en: string]> = {
  reasonMissing: ['reason', 'Cần ghi lý do.', 'The reason is needed.'],
  documentMissing: [
    'document',
    'Cần số, ngày của văn bản làm căn cứ.',
    'Number and date of the document it rests on are needed.',
  ],
  productMissing: [
    'product.number',
    'Sản phẩm cần có số văn bản, tệp hoặc đường dẫn.',
    'The product needs a document number, a file or a link.',
  ],
  productDateBad: [
    'product.date',
    'Ngày của sản phẩm không hợp lệ.',
    'The date of the product is not valid.',
  ],
  productDateInFuture: [
    'product.date',
    'Ngày của sản phẩm không được sau hôm nay.',
    'The date of the product cannot be after today.',
  ],
  progressOutOfRange: ['progress', 'Tiến độ từ 0 đến 100.', 'Progress is between 0 and 100.'],
  dayBad: ['until', 'Ngày không hợp lệ.', 'The day is not valid.'],
  extensionNotLater: [
    'until',
    'Thời hạn mới phải sau thời hạn hiện tại.',
    'The new deadline must be later than the present one.',
  ],
  sameUnit: [
    'toUnitId',
    'Đơn vị này đang giữ nhiệm vụ; chọn đơn vị khác.',
    'This unit already has the task; choose another.',
  ],
  deadlineNotUnderstood: [
    'deadlineText',
    'Không đọc được thời hạn; ví dụ: 30/6/2025, 6/2025, quý III/2025, 2025.',
    'The deadline cannot be read; for example 30/6/2025, 6/2025, quý III/2025, 2025.',
  ],
};

export function refuse(refusal: Refusal): Problem {
  if (refusal === 'stepNotOpen') return new Problem(stepRefused);
  return fieldProblem(...refusals[refusal]);
}

/** The record of an assignment's stream; its events say everything its state is made of. */
export function eventOf(row: { unitId: string; id: string }, event: AssignmentEvent) {
  const { type, ...payload } = event;
  return { unitId: row.unitId, stream: `assignment:${row.id}`, kind: type, payload };
}

/** Saves what events make of a locked assignment, and emits them. */
export async function applyEvents<R extends AssignmentRow>(
  ctx: Context,
  row: R,
  events: readonly AssignmentEvent[],
): Promise<R> {
  const next = { ...row, state: events.reduce(evolve, row.state) };
  updateAssignment(ctx.tx, next, ctx.now);
  ctx.emit(...events.map((event) => eventOf(row, event)));
  return next;
}

/** Decides a command on a locked assignment and applies its events; refusals name the field. */
export async function takeStep(
  ctx: Context,
  row: LockedAssignment,
  command: Command,
): Promise<LockedAssignment> {
  assertMayStep(ctx.actor, command.step, row);
  const decision = decide(row.state, command, row.settings, ctx.today);
  if ('refused' in decision) throw refuse(decision.refused);
  return applyEvents(ctx, row, decision.events);
}

/** The reply of every step: where the assignment stands now, and what is open. */
export const standsNow = (ctx: Context, row: LockedAssignment) => ({
  standing: standingOfState(row.state, ctx.today),
  steps: stepsFor(ctx.actor, row.state, row),
});

export const lockById = (ctx: Context, id: string): Promise<LockedAssignment> =>
  lockAssignment(ctx.tx, ctx.actor, id);
