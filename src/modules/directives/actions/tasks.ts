import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { newId } from '../../../kit/ids.ts';
import { fieldProblem, Problem } from '../../../kit/problems.ts';
import { loadSnapshot, type Snapshot } from '../../organisations/index.ts';
import type {
  addParent,
  addTask,
  assignAgain,
  assignUnits,
  closeTask,
  markSame,
  previewFanOut,
} from '../contract.ts';
import { alreadyThere, leadUnknown } from '../contract/words.ts';
import { type FanOut, fanOut } from '../fan-out.ts';
import { assertOwner } from '../rights.ts';
import { type AssignmentEvent, evolve } from '../rules/assignment.ts';
import { type Deadline, parseDeadline } from '../rules/deadline.ts';
import { type AssignmentRow, insertAssignments, listOfTask } from '../store/assignment.ts';
import { type DirectiveRow, lockDirective } from '../store/directive.ts';
import {
  findTaskByRef,
  insertDuty,
  insertParent,
  isAbove,
  lockTask,
  nextPosition,
  saveTask,
  type TaskListRow,
  type TaskRow,
} from '../store/task.ts';
import { unitRefOf } from '../view.ts';
import { eventOf, lockById, takeStep } from './steps.ts';

const taskEvent = (
  task: { id: string; ownerUnitId: string },
  kind: string,
  payload: Record<string, unknown>,
) => ({ unitId: task.ownerUnitId, stream: `task:${task.id}`, kind, payload });

/** Reads a printed deadline; one that cannot be read is refused by name instead of being guessed. */
export function deadlineOf(text: string, issuedOn: string): Deadline {
  const deadline = parseDeadline(text, issuedOn);
  if (!deadline.understood)
    throw fieldProblem(
      'deadlineText',
      `Không đọc được thời hạn “${text}”; ví dụ: 30/6/2025, 6/2025, quý III/2025, 2025, thường xuyên.`,
      `The deadline “${text}” cannot be read; for example 30/6/2025, 6/2025, quý III/2025, 2025, thường xuyên.`,
    );
  return deadline;
}

export interface NewAssignment {
  unitId: string;
  role: 'lead' | 'coordinating';
  via?: string | undefined;
  part?: string;
}

/** Gives a task to units: one assignment and one stream each. Units that have it already in this role are left out. */
export async function assign(
  ctx: Context,
  task: Pick<TaskRow, 'id' | 'directiveId' | 'classification' | 'deadline'>,
  wanted: readonly NewAssignment[],
  on: string,
  document: string,
): Promise<number> {
  const there = new Set(
    (await listOfTask(ctx.tx, ctx.actor, task.id, ctx.today))
      .filter((a) => a.work !== 'cancelled')
      .map((a) => `${a.unitId}/${a.role}`),
  );
  const fresh = wanted.filter((w) => !there.has(`${w.unitId}/${w.role}`));
  const made = fresh.map((w): { row: AssignmentRow; event: AssignmentEvent } => {
    const event: AssignmentEvent = {
      type: 'assignment.created',
      on,
      taskId: task.id,
      unitId: w.unitId,
      role: w.role,
      deadline: task.deadline,
      document,
      ...(w.part ? { part: w.part } : {}),
    };
    const row = {
      unitId: w.unitId,
      id: newId(ctx.now),
      taskId: task.id,
      directiveId: task.directiveId,
      role: w.role,
      via: w.via ?? null,
      classification: task.classification,
      assignedOn: on,
      state: evolve(undefined, event),
      version: 1,
    };
    return { row, event };
  });
  await insertAssignments(
    ctx.tx,
    made.map((m) => m.row),
    ctx.now,
  );
  ctx.emit(
    ...made.map((m) => ({
      ...eventOf(m.row, m.event),
      payload: {
        ...eventOf(m.row, m.event).payload,
        directiveId: task.directiveId,
        via: m.row.via,
        classification: task.classification,
      },
    })),
  );
  return made.length;
}

interface Spread extends FanOut {
  wanted: NewAssignment[];
}

function spread(snapshot: Snapshot, input: ParsedOf<typeof addTask>, directive: DirectiveRow): Spread {
  const within = directive.ownerUnitId;
  const leads = fanOut(snapshot, input.leadText, directive.issuedOn, within);
  const others = fanOut(snapshot, input.coordinatingText, directive.issuedOn, within);
  const leadIds = new Set([...leads.units.map((u) => u.unitId), ...input.leadUnitIds]);
  const wanted: NewAssignment[] = [
    ...leads.units.map((u) => ({ ...u, role: 'lead' as const })),
    ...input.leadUnitIds
      .filter((unitId) => !leads.units.some((u) => u.unitId === unitId))
      .map((unitId) => ({ unitId, role: 'lead' as const })),
    ...others.units
      .filter((u) => !leadIds.has(u.unitId))
      .map((u) => ({ ...u, role: 'coordinating' as const })),
    ...input.coordinatingUnitIds
      .filter((unitId) => !leadIds.has(unitId))
      .map((unitId) => ({ unitId, role: 'coordinating' as const })),
  ];
  return { units: leads.units, unknown: leads.unknown, wanted };
}

function assertUnits(snapshot: Snapshot, ids: readonly string[], path: string): void {
  const strange = ids.find((unitId) => !snapshot.units.has(unitId));
  if (strange !== undefined)
    throw fieldProblem(path, `Không có đơn vị mã “${strange}”.`, `There is no unit “${strange}”.`);
}

export async function addTaskAction(
  ctx: Context,
  input: ParsedOf<typeof addTask>,
): Promise<ReplyOf<typeof addTask>> {
  const directive = await lockDirective(ctx.tx, ctx.actor, input.directiveId);
  assertOwner(ctx.actor, 'task.assign', directive.ownerUnitId);
  if (await findTaskByRef(ctx.tx, directive.id, input.ref))
    throw new Problem(alreadyThere, {
      fields: [
        {
          path: 'ref',
          message: { vi: `Văn bản đã có mục ${input.ref}.`, en: `The directive already has ${input.ref}.` },
        },
      ],
    });
  const snapshot = await loadSnapshot(ctx.tx);
  assertUnits(snapshot, input.leadUnitIds, 'leadUnitIds');
  assertUnits(snapshot, input.coordinatingUnitIds, 'coordinatingUnitIds');
  const { wanted, unknown } = spread(snapshot, input, directive);
  if (unknown.length > 0 && !input.keepUnknown)
    throw new Problem(leadUnknown, {
      fields: [
        {
          path: 'leadText',
          message: {
            vi: `Ngày ${directive.issuedOn} không có cơ quan nào tên “${unknown.join('”, “')}”.`,
            en: `On ${directive.issuedOn} no unit bore the name “${unknown.join('”, “')}”.`,
          },
        },
      ],
    });
  const task: TaskRow = {
    id: newId(ctx.now),
    directiveId: directive.id,
    ref: input.ref,
    kind: input.kind,
    number: input.number,
    position: await nextPosition(ctx.tx, directive.id),
    sectionCode: input.sectionCode ?? null,
    titleVi: input.titleVi,
    titleEn: input.titleEn,
    productVi: input.productVi,
    field: input.field ?? null,
    classification: input.classification ?? directive.classification,
    leadText: input.leadText,
    coordinatingText: input.coordinatingText,
    deadline: (input.deadline as Deadline | undefined) ?? deadlineOf(input.deadlineText, directive.issuedOn),
    target: input.target ?? null,
    sourceUrl: input.sourceUrl ?? null,
    note: input.note,
    sameAs: null,
    closing: null,
    version: 1,
  };
  await saveTask(ctx.tx, task);
  await insertDuty(ctx.tx, {
    id: newId(ctx.now),
    taskId: task.id,
    directiveId: directive.id,
    ref: task.ref,
    assignedOn: directive.issuedOn,
    deadline: task.deadline,
    note: '',
  });
  for (const parentId of input.parentIds) await linkParent(ctx, task.id, parentId);
  ctx.emit(
    taskEvent({ id: task.id, ownerUnitId: directive.ownerUnitId }, 'task.added', {
      ...task,
      parentIds: input.parentIds,
    }),
  );
  const assignments = await assign(ctx, task, wanted, directive.issuedOn, directive.number);
  return { id: task.id, assignments, unknown };
}

async function linkParent(ctx: Context, taskId: string, parentId: string): Promise<TaskListRow> {
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

export async function previewFanOutAction(
  ctx: Context,
  { text, on }: ParsedOf<typeof previewFanOut>,
): Promise<ReplyOf<typeof previewFanOut>> {
  const snapshot = await loadSnapshot(ctx.tx);
  const { units, unknown } = fanOut(snapshot, text, on);
  return {
    units: units.map((u) => ({
      ...unitRefOf(snapshot, u.unitId, on, ctx.today),
      ...(u.via ? { via: u.via } : {}),
    })),
    unknown,
  };
}

export async function assignUnitsAction(
  ctx: Context,
  input: ParsedOf<typeof assignUnits>,
): Promise<{ assignments: number }> {
  const task = await lockTask(ctx.tx, ctx.actor, input.taskId);
  assertOwner(ctx.actor, 'task.assign', task.ownerUnitId);
  assertUnits(await loadSnapshot(ctx.tx), input.unitIds, 'unitIds');
  const deadline = input.deadlineText ? deadlineOf(input.deadlineText, ctx.today) : task.deadline;
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
  const deadline = deadlineOf(input.deadlineText, directive.issuedOn);
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
