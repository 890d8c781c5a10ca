import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { formatDay } from '../../../kit/day.ts';
import { newId } from '../../../kit/ids.ts';
import { Problem } from '../../../kit/problems.ts';
import { loadSnapshot, type Snapshot } from '../../organisations/index.ts';
import type { addTask, previewFanOut } from '../contract.ts';
import { alreadyThere, leadUnknown } from '../contract/words.ts';
import { type FanOut, fanOut } from '../fan-out.ts';
import { assertOwner } from '../rights.ts';
import { type DirectiveRow, lockDirective } from '../store/directive.ts';
import { findTaskByRef, insertDuty, nextPosition, saveTask, type TaskRow } from '../store/task.ts';
import { unitRefOf } from '../view.ts';
import { assertUnits, assign, completed, deadlineIn, type NewAssignment } from './assign.ts';
import { linkParent, taskEvent } from './task-links.ts';

type Input = ParsedOf<typeof addTask>;

interface Spread extends FanOut {
  wanted: NewAssignment[];
}

function spread(snapshot: Snapshot, input: Input, directive: DirectiveRow): Spread {
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

function refuseKnown(ref: string): never {
  const message = { vi: `Văn bản đã có mục ${ref}.`, en: `The directive already has ${ref}.` };
  throw new Problem(alreadyThere, { fields: [{ path: 'ref', message }] });
}

function refuseUnknown(names: readonly string[], on: string): never {
  const named = `“${names.join('”, “')}”`;
  const message = {
    vi: `Ngày ${formatDay(on)} không có cơ quan nào tên ${named}.`,
    en: `On ${formatDay(on)} no unit bore the name ${named}.`,
  };
  throw new Problem(leadUnknown, { fields: [{ path: 'leadText', message }] });
}

async function newTask(ctx: Context, input: Input, directive: DirectiveRow): Promise<TaskRow> {
  const { ref, kind, number, titleVi, titleEn, productVi, leadText, coordinatingText, note } = input;
  return {
    ref,
    kind,
    number,
    titleVi,
    titleEn,
    productVi,
    leadText,
    coordinatingText,
    note,
    id: newId(ctx.now),
    directiveId: directive.id,
    position: await nextPosition(ctx.tx, directive.id),
    sectionCode: input.sectionCode ?? null,
    field: input.field ?? null,
    classification: input.classification ?? directive.classification,
    deadline: input.deadline
      ? await completed(ctx, input.deadline, directive.issuedOn)
      : await deadlineIn(ctx, input.deadlineText, directive.issuedOn),
    target: input.target ?? null,
    sourceUrl: input.sourceUrl ?? null,
    sameAs: null,
    closing: null,
    version: 1,
  };
}

/** Stores a task with the duty by which its own directive assigns it. */
async function storeTask(
  ctx: Context,
  task: TaskRow,
  directive: DirectiveRow,
  parentIds: string[],
): Promise<void> {
  await saveTask(ctx.tx, task);
  const { id: taskId, ref, deadline } = task;
  const duty = { id: newId(ctx.now), taskId, directiveId: directive.id, ref, deadline, note: '' };
  await insertDuty(ctx.tx, { ...duty, assignedOn: directive.issuedOn });
  for (const parentId of parentIds) await linkParent(ctx, taskId, parentId);
  const { ownerUnitId } = directive;
  ctx.emit(taskEvent({ id: taskId, ownerUnitId }, 'task.added', { ...task, parentIds }));
}

export async function addTaskAction(ctx: Context, input: Input): Promise<ReplyOf<typeof addTask>> {
  const directive = await lockDirective(ctx.tx, ctx.actor, input.directiveId);
  assertOwner(ctx.actor, 'task.assign', directive.ownerUnitId);
  if (await findTaskByRef(ctx.tx, directive.id, input.ref)) refuseKnown(input.ref);
  const snapshot = await loadSnapshot(ctx.tx);
  assertUnits(snapshot, input.leadUnitIds, 'leadUnitIds');
  assertUnits(snapshot, input.coordinatingUnitIds, 'coordinatingUnitIds');
  const { wanted, unknown } = spread(snapshot, input, directive);
  if (unknown.length > 0 && !input.keepUnknown) refuseUnknown(unknown, directive.issuedOn);
  const task = await newTask(ctx, input, directive);
  await storeTask(ctx, task, directive, input.parentIds);
  const assignments = await assign(ctx, task, wanted, directive.issuedOn, directive.number);
  return { id: task.id, assignments, unknown };
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
