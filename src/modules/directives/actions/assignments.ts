import type { Context } from '../../../kit/context.ts';
import { packCursor, type ParsedOf, type ReplyOf, unpackCursor } from '../../../kit/contract.ts';
import type { Day } from '../../../kit/day.ts';
import { listStream } from '../../../kit/events.ts';
import { accountNames } from '../../identity/index.ts';
import {
  heldBy,
  holdersOf,
  loadSnapshot,
  type Snapshot,
  subtreeOn,
  unitAround,
} from '../../organisations/index.ts';
import * as contract from '../contract/assignment.ts';
import { mayStep } from '../rights.ts';
import { timeFactsOf } from '../rules/assignment.ts';
import type { RiskRules } from '../rules/risk.ts';
import { explainTime } from '../rules/states.ts';
import type { Command } from '../rules/steps.ts';
import { type AssignmentListRow, getAssignmentRow, listAssignmentRows } from '../store/assignment.ts';
import { riskRulesOn } from '../store/risk.ts';
import { explained, factsOf, risksOf, standingOf, stepsFor, unitRefOf } from '../view.ts';
import { assign, deadlineOf } from './assign.ts';
import { moveClaim } from './report-checks.ts';
import { lockById, standsNow, takeStep } from './steps.ts';

/** The units whose assignments count as this unit's on a day: its own and its predecessors', with all below on request. */
export function unitsOf(snapshot: Snapshot, unitId: string, today: string, subtree: boolean): string[] {
  const below = subtree ? subtreeOn(snapshot, unitId, today) : new Set([unitId]);
  const held = new Set<string>([unitId]);
  for (const id of below) for (const own of heldBy(snapshot, id, today)) held.add(own);
  return [...held];
}

export function itemOf(ctx: Context, snapshot: Snapshot, row: AssignmentListRow, rules: RiskRules) {
  const {
    id,
    taskId,
    directiveId,
    directiveNumber,
    ref,
    kind,
    titleVi,
    titleEn,
    productVi,
    role,
    progress,
    deadlineText,
  } = row;
  return {
    id,
    taskId,
    directiveId,
    directiveNumber,
    ref,
    kind,
    titleVi,
    titleEn,
    productVi,
    part: row.partVi,
    role,
    progress,
    deadlineText: deadlineText ?? '',
    unit: unitRefOf(snapshot, row.unitId, row.assignedOn, ctx.today),
    ...(row.via ? { via: row.via } : {}),
    standing: standingOf(factsOf(row), ctx.today, risksOf(rules, row, ctx.today)),
    ...(row.lastReportOn ? { lastReportOn: row.lastReportOn } : {}),
  };
}

export async function listAssignmentsAction(
  ctx: Context,
  input: ParsedOf<typeof contract.listAssignments>,
): Promise<ReplyOf<typeof contract.listAssignments>> {
  const snapshot = await loadSnapshot(ctx.tx);
  const unitIds = input.unitId ? unitsOf(snapshot, input.unitId, ctx.today, input.subtree) : undefined;
  const rules = await riskRulesOn(ctx.tx, ctx.today);
  const rows = await listAssignmentRows(ctx.tx, ctx.actor, {
    ...input,
    rules,
    unitIds,
    after: unpackCursor(input.cursor),
    today: ctx.today,
    limit: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => itemOf(ctx, snapshot, row, rules)),
    ...(rows.length > page.length && last ? { next: packCursor([last.due, last.id]) } : {}),
  };
}

/** Who has the duty today; several where the unit was divided and no rule says who. */
function holdersToday(snapshot: Snapshot, unitId: string, today: Day) {
  const holding = holdersOf(snapshot, unitId, today);
  const ids = 'holder' in holding ? [holding.holder] : holding.candidates;
  const holders = ids.map((id) => ({ id, name: unitAround(snapshot, id, today)?.nameVi ?? id }));
  return { holders, holderUnsettled: !('holder' in holding) };
}

/** What happened to an assignment, with names; not for the public, who sees the state only. */
async function historyOf(ctx: Context, id: string) {
  if (ctx.actor.kind === 'public') return [];
  const events = await listStream(ctx.tx, `assignment:${id}`);
  const actors = events.map((e) => e.actor);
  const names = await accountNames(ctx.tx, actors);
  return events.map((e) => ({
    at: e.at.toISOString(),
    kind: e.kind,
    by: names.get(e.actor) ?? '',
    on: e.payload['on'] as string | undefined,
    detail: e.payload,
  }));
}

export async function getAssignmentAction(
  ctx: Context,
  { id }: ParsedOf<typeof contract.getAssignment>,
): Promise<ReplyOf<typeof contract.getAssignment>> {
  const row = await getAssignmentRow(ctx.tx, ctx.actor, id, ctx.today);
  const snapshot = await loadSnapshot(ctx.tx);
  const { state, unitId, ownerUnitId, settings } = row;
  const item = itemOf(ctx, snapshot, row, await riskRulesOn(ctx.tx, ctx.today));
  const product = state.product?.number ? { product: state.product.number } : {};
  const lines = explainTime(timeFactsOf(state), ctx.today, { printed: state.deadline.text, ...product });
  const place = { unitId, ownerUnitId, settings };
  const unlock = mayStep(ctx.actor, 'unlock', place) ? (['unlock'] as const) : [];
  return {
    ...item,
    classification: row.classification,
    assignedOn: row.assignedOn,
    deadline: state.deadline as never,
    dueChanges: state.dueChanges,
    ...(state.product ? { product: state.product } : {}),
    ...(state.extension ? { extension: state.extension } : {}),
    closings: state.closings,
    explanation: [...explained(lines), ...(item.standing.risks ?? [])],
    history: await historyOf(ctx, id),
    steps: [...stepsFor(ctx.actor, state, place), ...unlock],
    ...holdersToday(snapshot, unitId, ctx.today),
  };
}

/** Makes the action of a step endpoint: lock → decide → apply, and the claim's report follows. */
function step<E extends typeof contract.confirmClaim>(
  command: (input: never) => Command,
  report?: 'confirm' | 'accept' | 'return',
) {
  return async (ctx: Context, input: ParsedOf<E>): Promise<ReplyOf<E>> => {
    const row = await lockById(ctx, input.id);
    const made = command(input as never);
    const after = await takeStep(ctx, row, made);
    if (report) await moveClaim(ctx, row.id, report, row, 'reason' in made ? made.reason : undefined);
    return standsNow(ctx, after) as ReplyOf<E>;
  };
}

type In<E> = ParsedOf<E>;
export const confirmClaimAction = step(() => ({ step: 'confirm' }), 'confirm');
export const acceptClaimAction = step(() => ({ step: 'accept' }), 'accept');
export const returnClaimAction = step(
  (i: In<typeof contract.returnClaim>) => ({ step: 'return', reason: i.reason }),
  'return',
);
export const reopenAction = step((i: In<typeof contract.reopen>) => ({ step: 'reopen', reason: i.reason }));
export const cancelAction = step((i: In<typeof contract.cancelAssignment>) => ({
  step: 'cancel',
  reason: i.reason,
  ...(i.document ? { document: i.document } : {}),
}));
export const changeDueAction = step((i: In<typeof contract.changeDue>) => ({
  step: 'changeDue',
  to: deadlineOf(i.deadlineText, i.deadlineText),
  document: i.document,
  ...(i.reason ? { reason: i.reason } : {}),
}));
export const askExtensionAction = step((i: In<typeof contract.askExtension>) => ({
  step: 'askExtension',
  until: i.until,
  reason: i.reason,
  ...(i.document ? { document: i.document } : {}),
}));
export const grantExtensionAction = step((i: In<typeof contract.grantExtension>) => ({
  step: 'grantExtension',
  document: i.document,
  ...(i.until ? { until: i.until } : {}),
}));
export const refuseExtensionAction = step((i: In<typeof contract.refuseExtension>) => ({
  step: 'refuseExtension',
  reason: i.reason,
}));
export const markUncheckableAction = step((i: In<typeof contract.markUncheckable>) => ({
  step: 'markUncheckable',
  reason: i.reason,
}));

/** A transfer is a new assignment: the old one ends with the reason, the new one starts with the same deadline. */
export async function redirectAction(
  ctx: Context,
  input: ParsedOf<typeof contract.redirectAssignment>,
): Promise<ReplyOf<typeof contract.redirectAssignment>> {
  const row = await lockById(ctx, input.id);
  const after = await takeStep(ctx, row, {
    step: 'redirect',
    toUnitId: input.toUnitId,
    reason: input.reason,
    ...(input.document ? { document: input.document } : {}),
  });
  await assign(
    ctx,
    {
      id: row.taskId,
      directiveId: row.directiveId,
      classification: row.classification,
      deadline: row.state.deadline,
    },
    [{ unitId: input.toUnitId, role: row.role, via: 'redirected' }],
    ctx.today,
    input.document ?? input.reason,
  );
  return standsNow(ctx, after);
}
