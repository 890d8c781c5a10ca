import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import { packCursor, type ParsedOf, type ReplyOf, unpackCursor } from '../../../kit/contract.ts';
import { loadSnapshot } from '../../organisations/index.ts';
import type { getTask, listTasks } from '../contract/task.ts';
import { periodEnd } from '../rules/cycle.ts';
import { explainTime } from '../rules/states.ts';
import { judge, type Target } from '../rules/target.ts';
import { taskState } from '../rules/task.ts';
import { againstTrajectory } from '../rules/trajectory.ts';
import { listOfTask } from '../store/assignment.ts';
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

/** A task with everything about it; with `asOf`, its assignments and its state as they were known at the end of that day. */
export async function getTaskAction(
  ctx: Context,
  input: ParsedOf<typeof getTask>,
): Promise<ReplyOf<typeof getTask>> {
  const row = await getTaskRow(ctx.tx, ctx.actor, input.id);
  const asOf = input.asOf ?? ctx.today;
  const snapshot = await loadSnapshot(ctx.tx);
  const rules = await riskRulesOn(ctx.tx, asOf);
  const assignments = await listOfTask(ctx.tx, ctx.actor, row.id, asOf);
  const past = input.asOf ? await listSpansOn(ctx.tx, row.id, input.asOf) : undefined;
  const shown = past
    ? assignments.flatMap((a) => (past.has(a.id) ? [{ ...a, ...past.get(a.id)! }] : []))
    : assignments;
  const leads = shown.filter((a) => a.role === 'lead');
  const state = past
    ? {
        ...row,
        ...taskState(leads.map(factsOf)),
        claimedOn: undefined,
      }
    : row;
  const observations = row.kind === 'target' ? await listObservations(ctx.tx, ctx.actor, row.id) : [];
  const sameAs = row.sameAs
    ? await getTaskRow(ctx.tx, ctx.actor, row.sameAs).catch(() => undefined)
    : undefined;
  const duties = await listDuties(ctx.tx, row.id);
  const facts = factsOf({
    work: state.work,
    due: state.due ?? null,
    firstDue: state.firstDue ?? null,
    doneOn: state.doneOn ?? null,
  });
  const risks = leads.flatMap((a) => risksOf(rules, a, asOf)).slice(0, 3);
  return {
    ...taskItemOf(row, asOf),
    standing: standingOf(facts, asOf, risks),
    asOf,
    ...(row.field ? { field: row.field } : {}),
    classification: row.classification,
    coordinatingText: row.coordinatingText,
    deadline: row.deadline as never,
    ...(row.target ? { target: row.target as never } : {}),
    note: row.note,
    ...(row.sourceUrl ? { sourceUrl: row.sourceUrl } : {}),
    ...(sameAs ? { sameAs: { id: sameAs.id, ref: sameAs.ref, titleVi: sameAs.titleVi } } : {}),
    duplicates: linked(await listLinked(ctx.tx, ctx.actor, row.id, 'duplicates')),
    parents: linked(await listLinked(ctx.tx, ctx.actor, row.id, 'parents')),
    children: linked(await listLinked(ctx.tx, ctx.actor, row.id, 'children')),
    dutyList: duties.map((y) => ({
      directiveId: y.directiveId,
      number: y.number,
      ref: y.ref,
      assignedOn: y.assignedOn,
      deadlineText: y.deadline.text,
      ...(y.deadline.lastDay ? { due: y.deadline.lastDay } : {}),
      note: y.note,
    })),
    assignments: shown.map((a) => {
      const item = itemOf({ ...ctx, today: asOf }, snapshot, a, rules);
      return {
        id: a.id,
        unit: unitRefOf(snapshot, a.unitId, a.assignedOn, asOf),
        role: a.role,
        ...(a.via ? { via: a.via } : {}),
        part: a.partVi,
        standing: item.standing,
        progress: a.progress,
      };
    }),
    explanation: [...explained(explainTime(facts, asOf, { printed: row.deadline.text })), ...risks],
    observations: observations.map((o) => ({
      ...o,
      unitName: unitRefOf(snapshot, o.unitId, asOf, asOf).name,
      judged: row.target ? judged(row.target, row.deadline.lastDay, o, asOf) : 'notMeasurable',
    })),
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
