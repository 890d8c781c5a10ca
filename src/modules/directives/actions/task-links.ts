import type { Context } from '../../../kit/context.ts';
import type { ParsedOf } from '../../../kit/contract.ts';
import { newId } from '../../../kit/ids.ts';
import { fieldProblem } from '../../../kit/problems.ts';
import { loadSnapshot } from '../../organisations/index.ts';
import type { addParent, assignAgain, assignUnits, closeTask, markSame } from '../contract.ts';
import { assertOwner } from '../rights.ts';
import { listOfTask } from '../store/assignment.ts';
import { lockDirective } from '../store/directive.ts';
import { insertDuty, insertParent, isAbove, lockTask, saveTask, type TaskListRow } from '../store/task.ts';
import { assertUnits, assign, deadlineIn } from './assign.ts';
import { lockById, takeStep } from './steps.ts';

/** An event of a task's stream, which belongs to the unit that owns the directive. */
export const taskEvent = (
  task: { id: string; ownerUnitId: string },
  kind: string,
  payload: Record<string, unknown>,
) => ({ unitId: task.ownerUnitId, stream: `task:${task.id}`, kind, payload });

/** Puts a task below another; refuses a circle. */
export async function linkParent(ctx: Context, taskId: string, parentId: string): Promise<TaskListRow> {
  const parent = await lockTask(ctx.tx, ctx.actor, parentId);
  if (await isAbove(ctx.tx, taskId, parentId))
    throw fieldProblem(
      'parentId',
      'Nhiệm vụ cha này đang nằm dưới chính nhiệm vụ đó; chọn nhiệm vụ khác.',
      'This parent lies below the task itself; choose another.',
    );
  await insertParent(ctx.tx, taskId, parentId);
  return parent;
}

export async function addParentAction(
  ctx: Context,
  { id, parentId }: ParsedOf<typeof addParent>,
): Promise<Record<string, never>> {
  const task = await lockTask(ctx.tx, ctx.actor, id);
  assertOwner(ctx.actor, 'task.assign', task.ownerUnitId);
  await linkParent(ctx, id, parentId);
  ctx.emit(taskEvent(task, 'task.parentAdded', { parentId }));
  return {};
}

export async function assignUnitsAction(
  ctx: Context,
  input: ParsedOf<typeof assignUnits>,
): Promise<{ assignments: number }> {
  const task = await lockTask(ctx.tx, ctx.actor, input.taskId);
  assertOwner(ctx.actor, 'task.assign', task.ownerUnitId);
  assertUnits(await loadSnapshot(ctx.tx), input.unitIds, 'unitIds');
  const deadline = input.deadlineText ? await deadlineIn(ctx, input.deadlineText, ctx.today) : task.deadline;
  const wanted = input.unitIds.map((unitId) => ({ unitId, role: input.role, part: input.part }));
  return { assignments: await assign(ctx, { ...task, deadline }, wanted, ctx.today, task.directiveNumber) };
}

/** Another directive assigns the task again: one more duty, and where it names a term, a change of the deadline by that document. */
export async function assignAgainAction(
  ctx: Context,
  input: ParsedOf<typeof assignAgain>,
): Promise<Record<string, never>> {
  const task = await lockTask(ctx.tx, ctx.actor, input.id);
  const directive = await lockDirective(ctx.tx, ctx.actor, input.directiveId);
  assertOwner(ctx.actor, 'task.assign', directive.ownerUnitId);
  const deadline = await deadlineIn(ctx, input.deadlineText, directive.issuedOn);
  const duty = {
    id: newId(ctx.now),
    taskId: task.id,
    directiveId: directive.id,
    ref: input.ref,
    assignedOn: directive.issuedOn,
    deadline,
    note: input.note,
  };
  await insertDuty(ctx.tx, duty);
  ctx.emit(taskEvent(task, 'task.assignedAgain', { duty: { ...duty, number: directive.number } }));
  if (!input.movesDeadline || !deadline.lastDay) return {};
  for (const a of await listOfTask(ctx.tx, ctx.actor, task.id, ctx.today)) {
    const row = await lockById(ctx, a.id);
    if (a.due !== deadline.lastDay && ['notStarted', 'inProgress', 'submitted'].includes(a.work))
      await takeStep(ctx, row, { step: 'changeDue', to: deadline, document: directive.number });
  }
  return {};
}

export async function markSameAction(
  ctx: Context,
  input: ParsedOf<typeof markSame>,
): Promise<Record<string, never>> {
  const task = await lockTask(ctx.tx, ctx.actor, input.id);
  assertOwner(ctx.actor, 'task.assign', task.ownerUnitId);
  if (input.sameAs) {
    const other = await lockTask(ctx.tx, ctx.actor, input.sameAs);
    if (other.id === task.id || other.sameAs)
      throw fieldProblem(
        'sameAs',
        'Chọn một nhiệm vụ khác, chưa gộp vào đâu.',
        'Choose another task, one that is not merged itself.',
      );
  }
  await saveTask(ctx.tx, { ...task, sameAs: input.sameAs, version: task.version + 1 });
  ctx.emit(
    taskEvent(task, input.sameAs ? 'task.merged' : 'task.unmerged', {
      sameAs: input.sameAs,
      reason: input.reason,
    }),
  );
  return {};
}

export async function closeTaskAction(
  ctx: Context,
  input: ParsedOf<typeof closeTask>,
): Promise<{ assignments: number }> {
  const task = await lockTask(ctx.tx, ctx.actor, input.id);
  assertOwner(ctx.actor, 'task.cancel', task.ownerUnitId);
  const closing = {
    how: input.how,
    reason: input.reason,
    on: ctx.today,
    ...(input.document ? { document: input.document } : {}),
  };
  await saveTask(ctx.tx, { ...task, closing, version: task.version + 1 });
  ctx.emit(taskEvent(task, 'task.closed', { closing }));
  const open = (await listOfTask(ctx.tx, ctx.actor, task.id, ctx.today)).filter(
    (a) => !['completed', 'cancelled'].includes(a.work),
  );
  for (const a of open) {
    const row = await lockById(ctx, a.id);
    await takeStep(
      ctx,
      row,
      input.how === 'cancelled'
        ? { step: 'cancel', reason: input.reason, ...(input.document ? { document: input.document } : {}) }
        : { step: 'markUncheckable', reason: input.reason },
    );
  }
  return { assignments: open.length };
}
