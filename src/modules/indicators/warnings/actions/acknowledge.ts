import { may } from '../../../../kit/actor.ts';
import type { Context } from '../../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../../kit/contract.ts';
import { missing, notAllowed, Problem } from '../../../../kit/problems.ts';
import { type acknowledgeWarning, warningEnded } from '../contract/warnings.ts';
import { keysOf, lockVisible, type WarningRow } from '../store/warning.ts';
import { applyEvent } from './apply.ts';

/** Whoever must act may acknowledge, and whoever holds the permission for the unit. */
export const mayAcknowledge = (ctx: Context, row: WarningRow): boolean => {
  const keys = keysOf(ctx.actor);
  return (
    row.phase !== 'ended' &&
    (row.responsibleKeys.some((key) => keys.includes(key)) ||
      may(ctx.actor, 'warning.acknowledge', row.unitId))
  );
};

/** Stops reminders and escalation. Said again it adds another comment. */
export async function acknowledgeWarningAction(
  ctx: Context,
  { id, comment }: ParsedOf<typeof acknowledgeWarning>,
): Promise<ReplyOf<typeof acknowledgeWarning>> {
  const row = (await lockVisible(ctx.tx, ctx.actor, id)) ?? missing();
  if (row.phase === 'ended') throw new Problem(warningEnded);
  if (!mayAcknowledge(ctx, row)) throw new Problem(notAllowed);
  const by = { id: ctx.actor.id, name: ctx.actor.name };
  await applyEvent(ctx, row, 'warning.acknowledged', { by, comment });
  return {};
}
