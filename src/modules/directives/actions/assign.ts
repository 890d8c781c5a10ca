import type { Context } from '../../../kit/context.ts';
import type { Day } from '../../../kit/day.ts';
import { newId } from '../../../kit/ids.ts';
import { fieldProblem } from '../../../kit/problems.ts';
import { loadCommonCalendar, workingDayAfter } from '../../calendar/index.ts';
import type { Snapshot } from '../../organisations/index.ts';
import { type AssignmentEvent, evolve } from '../rules/assignment.ts';
import { type Deadline, parseDeadline } from '../rules/deadline.ts';
import { type AssignmentRow, insertAssignments, listOfTask } from '../store/assignment.ts';
import type { TaskRow } from '../store/task.ts';
import { eventOf } from './steps.ts';

/** Reads a printed deadline; one that cannot be read is refused by name instead of being guessed. */
export function deadlineOf(
  text: string,
  issuedOn: string,
  afterWorkingDays?: (day: Day, count: number) => Day,
): Deadline {
  const deadline = parseDeadline(text, issuedOn, afterWorkingDays);
  if (!deadline.understood)
    throw fieldProblem(
      'deadlineText',
      `Không đọc được thời hạn “${text}”; ví dụ: 30/6/2025, 6/2025, quý III/2025, 2025, thường xuyên.`,
      `The deadline “${text}” cannot be read; for example 30/6/2025, 6/2025, quý III/2025, 2025, thường xuyên.`,
    );
  return deadline;
}

/** The longest deadline in working days that is believed: some two years. */
const MOST_WORKING_DAYS = 500;

/**
 * The same with working days counted by the common calendar of offices: a deadline is printed once for many units, so
 * it cannot follow the calendar of one of them. Days off stated later do not move it; whoever must, changes it.
 */
export async function deadlineIn(ctx: Context, text: string, issuedOn: string): Promise<Deadline> {
  const calendar = await loadCommonCalendar(ctx.tx);
  return deadlineOf(text, issuedOn, (day, count) =>
    workingDayAfter(calendar, day, Math.max(1, Math.min(count, MOST_WORKING_DAYS))),
  );
}

/** A deadline read without a calendar gets the last day of its working days. */
export const completed = (ctx: Context, deadline: Deadline, issuedOn: string): Promise<Deadline> =>
  deadline.relative?.unit === 'workingDay' && deadline.lastDay === undefined
    ? deadlineIn(ctx, deadline.text, issuedOn)
    : Promise.resolve(deadline);

export interface NewAssignment {
  unitId: string;
  role: 'lead' | 'coordinating';
  via?: string | undefined;
  part?: string;
}

type Assigned = Pick<TaskRow, 'id' | 'directiveId' | 'classification' | 'deadline'>;

interface Made {
  row: AssignmentRow;
  event: AssignmentEvent;
}

function newAssignment(ctx: Context, task: Assigned, w: NewAssignment, on: string, document: string): Made {
  const { unitId, role, part } = w;
  const event: AssignmentEvent = {
    type: 'assignment.created',
    on,
    taskId: task.id,
    unitId,
    role,
    deadline: task.deadline,
    document,
    ...(part ? { part } : {}),
  };
  const row: AssignmentRow = {
    unitId,
    id: newId(ctx.now),
    taskId: task.id,
    directiveId: task.directiveId,
    role,
    via: w.via ?? null,
    classification: task.classification,
    assignedOn: on,
    state: evolve(undefined, event),
    version: 1,
  };
  return { row, event };
}

/** The event of a new assignment also says what stands beside its state in the row. */
function createdEvent({ row, event }: Made) {
  const made = eventOf(row, event);
  const { directiveId, via, classification } = row;
  return { ...made, payload: { ...made.payload, directiveId, via, classification } };
}

/** Gives a task to units: one assignment and one stream each. Units that have it already in this role are left out. */
export async function assign(
  ctx: Context,
  task: Assigned,
  wanted: readonly NewAssignment[],
  on: string,
  document: string,
): Promise<number> {
  const present = await listOfTask(ctx.tx, ctx.actor, task.id, ctx.today);
  const there = new Set(present.filter((a) => a.work !== 'cancelled').map((a) => `${a.unitId}/${a.role}`));
  const made = wanted
    .filter((w) => !there.has(`${w.unitId}/${w.role}`))
    .map((w) => newAssignment(ctx, task, w, on, document));
  const rows = made.map((m) => m.row);
  await insertAssignments(ctx.tx, rows, ctx.now);
  ctx.emit(...made.map(createdEvent));
  return made.length;
}

/** Throws naming the first id that is no unit. */
export function assertUnits(snapshot: Snapshot, ids: readonly string[], path: string): void {
  const strange = ids.find((unitId) => !snapshot.units.has(unitId));
  if (strange !== undefined)
    throw fieldProblem(path, `Không có đơn vị mã “${strange}”.`, `There is no unit “${strange}”.`);
}
