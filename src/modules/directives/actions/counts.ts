import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { loadSnapshot } from '../../organisations/index.ts';
import {
  type countAssignments,
  type countTasks,
  type countWaitingForMe,
  mostWaiting,
} from '../contract/counts.ts';
import { unitsWith } from '../rights.ts';
import { countAssignmentRows } from '../store/assignment.ts';
import { countOpenDifficulties } from '../store/difficulty.ts';
import { countWaiting } from '../store/report.ts';
import { riskRulesOn } from '../store/risk.ts';
import { countTaskRows } from '../store/task.ts';
import { unitsOf } from './assignments.ts';

export async function countAssignmentsAction(
  ctx: Context,
  input: ParsedOf<typeof countAssignments>,
): Promise<ReplyOf<typeof countAssignments>> {
  const unitIds = input.unitId
    ? unitsOf(await loadSnapshot(ctx.tx), input.unitId, ctx.today, input.subtree)
    : undefined;
  const rules = await riskRulesOn(ctx.tx, ctx.today);
  return countAssignmentRows(ctx.tx, ctx.actor, { ...input, rules, unitIds, today: ctx.today });
}

export async function countTasksAction(
  ctx: Context,
  input: ParsedOf<typeof countTasks>,
): Promise<ReplyOf<typeof countTasks>> {
  const unitIds = input.unitId
    ? unitsOf(await loadSnapshot(ctx.tx), input.unitId, ctx.today, false)
    : undefined;
  const rules = await riskRulesOn(ctx.tx, ctx.today);
  return countTaskRows(ctx.tx, ctx.actor, { ...input, rules, unitIds, today: ctx.today });
}

export async function countWaitingAction(ctx: Context): Promise<ReplyOf<typeof countWaitingForMe>> {
  const queue = await countWaiting(ctx.tx, ctx.actor, {
    confirmUnits: unitsWith(ctx.actor, 'report.confirm'),
    acceptUnits: unitsWith(ctx.actor, 'report.accept'),
    most: mostWaiting,
  });
  const addressees = unitsWith(ctx.actor, 'difficulty.answer');
  const difficulties = await countOpenDifficulties(ctx.tx, ctx.actor, { addressees, most: mostWaiting });
  return { queue, difficulties };
}
