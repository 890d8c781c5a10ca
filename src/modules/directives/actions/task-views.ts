import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import { packCursor, type ParsedOf, type ReplyOf, unpackCursor } from '../../../kit/contract.ts';
import type { Day } from '../../../kit/day.ts';
import { loadSnapshot, type Snapshot } from '../../organisations/index.ts';
import type { getTask, listTasks } from '../contract/task.ts';
import { periodEnd } from '../rules/cycle.ts';
import type { RiskRules } from '../rules/risk.ts';
import { explainTime } from '../rules/states.ts';
import { judge, type Target } from '../rules/target.ts';
import { taskState } from '../rules/task.ts';
import { againstTrajectory } from '../rules/trajectory.ts';
import { type AssignmentListRow, listOfTask } from '../store/assignment.ts';
import { listObservations, type Observation } from '../store/observation.ts';
import { riskRulesOn } from '../store/risk.ts';
import { listSpansOn } from '../store/span.ts';
import { getTaskRow, listDuties, listLinked, listTaskRows, type TaskListRow } from '../store/task.ts';
import { explained, factsOf, risksOf, standingOf, unitRefOf } from '../view.ts';
import { itemOf, unitsOf } from './assignments.ts';

function taskItemOf(row: TaskListRow, today: string, risks: { code: string; vi: string; en: string }[] = []) {
  const {
    id,
    directiveId,
    directiveNumber,
    ref,
    kind,
    number,
    titleVi,
    titleEn,
    productVi,
    leadText,
    leads,
    leadsDone,
    duties,
  } = row;
  return {
    id,
    directiveId,
    directiveNumber,
    ref,
    kind,
    number,
    titleVi,
    titleEn,
    productVi,
    leadText,
    leads,
    leadsDone,
    duties,
    ...(row.sectionCode ? { sectionCode: row.sectionCode } : {}),
    deadlineText: row.deadline.text,
    standing: standingOf(factsOf(row), today, risks),
  };
}

export async function listTasksAction(
  ctx: Context,
  input: ParsedOf<typeof listTasks>,
): Promise<ReplyOf<typeof listTasks>> {
  const unitIds = input.unitId
    ? unitsOf(await loadSnapshot(ctx.tx), input.unitId, ctx.today, false)
    : undefined;
  const rules = await riskRulesOn(ctx.tx, ctx.today);
  const rows = await listTaskRows(ctx.tx, ctx.actor, {
    ...input,
    unitIds,
    rules,
    after: unpackCursor(input.cursor),
    today: ctx.today,
    limit: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    items: page.map((row) =>
      taskItemOf(
        row,
        ctx.today,
        row.atRisk
          ? [{ code: 'lead', vi: 'Có đơn vị chủ trì đang có nguy cơ chậm.', en: 'A lead unit is at risk.' }]
          : [],
      ),
    ),
    ...(rows.length > page.length && last
      ? {
          next: packCursor(
            input.sort === 'due' ? [last.due, last.id] : [last.directiveId, last.position, last.id],
          ),
        }
      : {}),
  };
}

const linked = (rows: TaskListRow[]) =>
  rows.map(({ id, ref, titleVi, directiveNumber, work }) => ({ id, ref, titleVi, directiveNumber, work }));

type Task = ReplyOf<typeof getTask>;

/** The assignments of a task as they were known at the end of a day, or as they are now; and the task's own dates then. */
async function stateOf(ctx: Context, row: TaskListRow, asOf: Day, past: boolean) {
  const now = await listOfTask(ctx.tx, ctx.actor, row.id, asOf);
  if (!past) return { shown: now, state: row };
  const spans = await listSpansOn(ctx.tx, row.id, asOf);
  const shown = now.flatMap((a) => (spans.has(a.id) ? [{ ...a, ...spans.get(a.id)! }] : []));
  return { shown, state: taskState(shown.filter((a) => a.role === 'lead').map(factsOf)) };
}

/** Other tasks about a task: above, below, merged with it, and the directives that assign it. */
async function linksOf(
  ctx: Context,
  row: TaskListRow,
): Promise<Pick<Task, 'duplicates' | 'parents' | 'children' | 'dutyList'> & Partial<Task>> {
  const same = row.sameAs
    ? await getTaskRow(ctx.tx, ctx.actor, row.sameAs).catch(() => undefined)
    : undefined;
  const duties = await listDuties(ctx.tx, row.id);
  return {
    ...(same ? { sameAs: { id: same.id, ref: same.ref, titleVi: same.titleVi } } : {}),
    duplicates: linked(await listLinked(ctx.tx, ctx.actor, row.id, 'duplicates')),
    parents: linked(await listLinked(ctx.tx, ctx.actor, row.id, 'parents')),
    children: linked(await listLinked(ctx.tx, ctx.actor, row.id, 'children')),
    dutyList: duties.map(({ directiveId, number, ref, assignedOn, deadline, note }) => ({
      directiveId,
      number,
      ref,
      assignedOn,
      note,
      deadlineText: deadline.text,
      ...(deadline.lastDay ? { due: deadline.lastDay } : {}),
    })),
  };
}

function briefOf(ctx: Context, snapshot: Snapshot, a: AssignmentListRow, asOf: Day, rules: RiskRules) {
  const { standing } = itemOf({ ...ctx, today: asOf }, snapshot, a, rules);
  const unit = unitRefOf(snapshot, a.unitId, a.assignedOn, asOf);
  const via = a.via ? { via: a.via } : {};
  return { id: a.id, unit, role: a.role, ...via, part: a.partVi, standing, progress: a.progress };
}

async function observationsOf(ctx: Context, snapshot: Snapshot, row: TaskListRow, asOf: Day) {
  const { target, deadline } = row;
  if (row.kind !== 'target') return [];
  return (await listObservations(ctx.tx, ctx.actor, row.id)).map((o) => ({
    ...o,
    unitName: unitRefOf(snapshot, o.unitId, asOf, asOf).name,
    judged: target ? judged(target, deadline.lastDay, o, asOf) : 'notMeasurable',
  }));
}

/** A task with everything about it; with `asOf`, its assignments and its state as they were known at the end of that day. */
export async function getTaskAction(ctx: Context, input: ParsedOf<typeof getTask>): Promise<Task> {
  const row = await getTaskRow(ctx.tx, ctx.actor, input.id);
  const asOf = input.asOf ?? ctx.today;
  const snapshot = await loadSnapshot(ctx.tx);
  const rules = await riskRulesOn(ctx.tx, asOf);
  const { shown, state } = await stateOf(ctx, row, asOf, input.asOf !== undefined);
  const { work, due = null, firstDue = null, doneOn = null, claimedOn = null } = state;
  const facts = factsOf({ work, due, firstDue, doneOn, claimedOn });
  const leads = shown.filter((a) => a.role === 'lead');
  const risks = leads.flatMap((a) => risksOf(rules, a, asOf)).slice(0, 3);
  const product = leads.find((a) => doneOn && a.doneOn === doneOn)?.productNumber;
  const printed = { printed: row.deadline.text, ...(product ? { product } : {}) };
  const { classification, coordinatingText, deadline, note } = row;
  return {
    ...taskItemOf(row, asOf),
    asOf,
    classification,
    coordinatingText,
    note,
    deadline: deadline as never,
    ...(row.field ? { field: row.field } : {}),
    ...(row.target ? { target: row.target as never } : {}),
    ...(row.sourceUrl ? { sourceUrl: row.sourceUrl } : {}),
    ...(await linksOf(ctx, row)),
    standing: standingOf(facts, asOf, risks),
    assignments: shown.map((a) => briefOf(ctx, snapshot, a, asOf, rules)),
    explanation: [...explained(explainTime(facts, asOf, printed)), ...risks],
    observations: await observationsOf(ctx, snapshot, row, asOf),
    mayEdit: may(ctx.actor, 'task.assign', row.ownerUnitId),
  };
}

/** How a reported value stands: against the trajectory where there is one, else whether it reaches the target. */
function judged(
  target: Record<string, unknown>,
  due: string | undefined,
  o: Observation,
  asOf: string,
): string {
  const end = periodEnd(o.period) ?? asOf;
  const observation = { ...o, on: end < asOf ? end : asOf };
  const goal = { ...(target as unknown as Target), ...(due ? { due } : {}) };
  const way = goal.base || goal.trajectory?.length ? againstTrajectory(goal, observation, asOf) : undefined;
  return way && way.standing !== 'notMeasurable' ? way.standing : judge(goal, observation, asOf).verdict;
}
