import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { addDays, maxDay } from '../../../kit/day.ts';
import { newId } from '../../../kit/ids.ts';
import { fieldProblem, missing, Problem } from '../../../kit/problems.ts';
import type * as contract from '../contract/accounts.ts';
import { ownGrant, tooClear } from '../contract/problems.ts';
import { permissions, permissionsOf, roleNames, roles } from '../rules/roles.ts';
import { type GrantRow, insertGrant, listGrants, saveGrantEnd } from '../store/accounts.ts';
import { assertNotLast } from './accounts.ts';
import { accountEvent, lockManaged, resolveUnit } from './common.ts';

export async function giveGrant(
  ctx: Context,
  input: ParsedOf<typeof contract.giveGrant>,
): Promise<ReplyOf<typeof contract.giveGrant>> {
  if (ctx.actor.id === input.id) throw new Problem(ownGrant);
  if (input.role === 'administrator' && input.clearance === 'restricted') throw new Problem(tooClear);
  await lockManaged(ctx, input.id);
  const unitId = await resolveUnit(ctx, input.unitId);
  const { role, clearance, validFrom = ctx.today, validTo = null, paper = null } = input;
  if (validTo !== null && validTo < validFrom)
    throw fieldProblem(
      'validTo',
      'Ngày cuối phải từ ngày đầu trở đi.',
      'The last day must not be before the first.',
    );
  const grant = { id: newId(ctx.now), role, unitId, clearance, validFrom, validTo, paper };
  await insertGrant(ctx.tx, { ...grant, accountId: input.id, givenBy: ctx.actor.name, givenAt: ctx.now });
  ctx.emit(accountEvent(input.id, 'grantGiven', { grant }));
  return { grantId: grant.id };
}

/** The last day of a grant that ends: the day asked for, but never before the day before its first. */
function lastDayOf(ctx: Context, grant: GrantRow, asked: string | undefined): string {
  if (asked !== undefined && asked < addDays(ctx.today, -1))
    throw fieldProblem('lastDay', 'Không kết thúc lùi về quá khứ.', 'A role cannot be ended in the past.');
  return maxDay(asked ?? addDays(ctx.today, -1), addDays(grant.validFrom, -1))!;
}

export async function endGrant(
  ctx: Context,
  input: ParsedOf<typeof contract.endGrant>,
): Promise<Record<string, never>> {
  await lockManaged(ctx, input.id);
  const grant = (await listGrants(ctx.tx, [input.id])).find((g) => g.id === input.grantId) ?? missing();
  const on = lastDayOf(ctx, grant, input.lastDay);
  if (grant.validTo !== null && grant.validTo <= on) return {};
  if (grant.role === 'administrator') await assertNotLast(ctx, (holder) => holder.grantId === grant.id);
  await saveGrantEnd(ctx.tx, grant.id, on);
  ctx.emit(accountEvent(input.id, 'grantEnded', { grantId: grant.id, on }));
  return {};
}

export async function listRoles(): Promise<ReplyOf<typeof contract.listRoles>> {
  return {
    permissions: [...permissions],
    roles: roles.map((role) => ({ role, ...roleNames[role], permissions: [...permissionsOf(role)].sort() })),
  };
}
