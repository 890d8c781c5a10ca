import { type Actor, may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import type { NewEvent } from '../../../kit/events.ts';
import { fieldProblem, Problem, missing } from '../../../kit/problems.ts';
import { inPersonOnly } from '../contract/problems.ts';
import { readPlaces } from '../places.ts';
import { unitsToManage } from '../rules/account.ts';
import { everywhere } from '../rules/roles.ts';
import { type AccountRow, findAccount, listGrants, lockAccount } from '../store/accounts.ts';

/** An event of an account's stream. The stream never changes its unit, so all belong to this module. */
export const accountEvent = (
  accountId: string,
  kind: string,
  payload: Record<string, unknown> = {},
): NewEvent => ({
  unitId: 'identity',
  stream: `account:${accountId}`,
  kind: `account.${kind}`,
  payload,
});

/** Whether somebody may manage accounts of a unit; the whole installation asks for a grant that reaches all. */
export function mayManageUnit(actor: Actor, unitId: string): boolean {
  if (unitId !== everywhere) return may(actor, 'account.manage', unitId);
  return actor.grants.some(
    (g) => g.units === 'all' && (g.permissions.has('account.manage') || g.permissions.has('*')),
  );
}

/** Takes an account for a change by an administrator; one he may not manage does not exist for him. */
export async function lockManaged(ctx: Context, id: string): Promise<AccountRow> {
  const account = await lockAccount(ctx.tx, id);
  return account && (await isManaged(ctx, account)) ? account : missing();
}

/** The same for reading. */
export async function getManaged(ctx: Context, id: string): Promise<AccountRow> {
  const account = await findAccount(ctx.tx, id);
  return account && (await isManaged(ctx, account)) ? account : missing();
}

async function isManaged(ctx: Context, account: AccountRow): Promise<boolean> {
  const grants = await listGrants(ctx.tx, [account.id]);
  return unitsToManage({ unitId: account.unitId, grants }, ctx.today).every((unitId) =>
    mayManageUnit(ctx.actor, unitId),
  );
}

/** The account of somebody who signed in himself, locked; access tokens do not manage credentials. */
export async function lockOwn(ctx: Context): Promise<AccountRow & { sessionId: string }> {
  const sessionId = ctx.actor.sessionId;
  if (ctx.actor.kind !== 'account' || !sessionId || ctx.actor.tokenScope) throw new Problem(inPersonOnly);
  const account = await lockAccount(ctx.tx, ctx.actor.id);
  return account ? { ...account, sessionId } : missing();
}

/** The unit meant by an identifier or a name, when it stands today and its accounts are this person's to manage. */
export async function resolveUnit(ctx: Context, asked: string): Promise<string> {
  const unitId = asked === everywhere ? asked : (await readPlaces(ctx.tx, ctx.today)).find(asked);
  if (unitId && mayManageUnit(ctx.actor, unitId)) return unitId;
  throw fieldProblem(
    'unitId',
    'Không có đơn vị này trong phạm vi của bạn.',
    'There is no such unit within your reach.',
  );
}

/** A password that somebody can read out over the telephone: five groups of four, about 98 bits. */
export function readable(bytes: Uint8Array): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const text = [...bytes].map((b) => letters[b % letters.length]).join('');
  return text.match(/.{1,4}/g)!.join('-');
}
