import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { newId, newSecret } from '../../../kit/ids.ts';
import { missing } from '../../../kit/problems.ts';
import type * as contract from '../contract/mine.ts';
import { hashToken } from '../secrets.ts';
import * as tokens from '../store/tokens.ts';
import { accountEvent, lockOwn } from './common.ts';

const DAY_MS = 86_400_000;

/** Makes a token for an account. Its text begins with `lt_`, so that scanners of leaked secrets can know it. */
export async function issueToken(
  ctx: Context,
  accountId: string,
  wish: { name: string; scope: 'read' | 'write'; days: number },
): Promise<{ id: string; token: string; expiresAt: Date }> {
  const token = `lt_${newSecret()}`;
  const id = newId(ctx.now);
  const expiresAt = new Date(ctx.now.getTime() + wish.days * DAY_MS);
  const { name, scope } = wish;
  await tokens.insertToken(ctx.tx, {
    id,
    accountId,
    name,
    scope,
    expiresAt,
    tokenHash: hashToken(token),
    createdAt: ctx.now,
    usedAt: null,
    endedAt: null,
  });
  ctx.emit(
    accountEvent(accountId, 'tokenCreated', { tokenId: id, name, scope, expiresAt: expiresAt.toISOString() }),
  );
  return { id, token, expiresAt };
}

export async function listTokens(ctx: Context): Promise<ReplyOf<typeof contract.listTokens>> {
  if (ctx.actor.kind !== 'account') return { items: [] };
  const rows = await tokens.listTokens(ctx.tx, ctx.actor.id, ctx.now);
  const items = rows.map((t) => ({
    id: t.id,
    name: t.name,
    scope: t.scope,
    createdAt: t.createdAt.toISOString(),
    expiresAt: t.expiresAt.toISOString(),
    usedAt: t.usedAt?.toISOString() ?? null,
  }));
  return { items };
}

export async function createToken(
  ctx: Context,
  input: ParsedOf<typeof contract.createToken>,
): Promise<ReplyOf<typeof contract.createToken>> {
  const account = await lockOwn(ctx);
  const made = await issueToken(ctx, account.id, input);
  return { ...made, expiresAt: made.expiresAt.toISOString() };
}

export async function endToken(
  ctx: Context,
  { id }: ParsedOf<typeof contract.endToken>,
): Promise<Record<string, never>> {
  const account = await lockOwn(ctx);
  if (!(await tokens.endToken(ctx.tx, account.id, id, ctx.now))) missing();
  ctx.emit(accountEvent(account.id, 'tokenEnded', { tokenId: id }));
  return {};
}
