import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { missing, Problem, tooMany } from '../../../kit/problems.ts';
import type { dropDraft, listMyDrafts, openDraft, saveDraft } from '../contract.ts';
import { allowTry, isOwner, newCaseSecret, secretHash } from '../secrets.ts';
import { type DraftRow, findDraft, keepDraft, listDrafts } from '../store/content.ts';
import { letGoOfDraft } from './letGo.ts';
import { newLookupId } from './lookup.ts';

/** Saves as one types; the first save of somebody without an account answers with his secret. */
export async function saveDraftAction(
  ctx: Context,
  input: ParsedOf<typeof saveDraft>,
): Promise<ReplyOf<typeof saveDraft>> {
  const known = input.id ? await findDraft(ctx.tx, input.id) : undefined;
  if (known && !isOwner(ctx, known, input.secret)) missing();
  const secret = known || ctx.actor.kind === 'account' ? undefined : newCaseSecret();
  const id = known?.id ?? input.id ?? (await newLookupId(ctx));
  await keepDraft(ctx.tx, {
    id,
    accountId: known?.accountId ?? (ctx.actor.kind === 'account' ? ctx.actor.id : null),
    secretHash: known?.secretHash ?? (secret ? secretHash(ctx, secret) : null),
    procedureCode: input.procedureCode,
    content: input.content,
    savedAt: ctx.now,
  });
  return { id, ...(secret && { secret }), savedAt: ctx.now.toISOString() };
}

/** The caller's own draft; 404 for anybody else. */
export async function ownDraft(
  ctx: Context,
  { id, secret }: { id: string; secret?: string | undefined },
): Promise<DraftRow> {
  if (secret && !allowTry(ctx)) throw new Problem(tooMany);
  const found = await findDraft(ctx.tx, id);
  if (!found || !isOwner(ctx, found, secret)) missing();
  return found;
}

const shown = (d: DraftRow) => ({
  id: d.id,
  procedureCode: d.procedureCode,
  content: d.content,
  savedAt: d.savedAt.toISOString(),
});

export async function openDraftAction(
  ctx: Context,
  input: ParsedOf<typeof openDraft>,
): Promise<ReplyOf<typeof openDraft>> {
  return shown(await ownDraft(ctx, input));
}

export async function listMyDraftsAction(
  ctx: Context,
  _input: ParsedOf<typeof listMyDrafts>,
): Promise<ReplyOf<typeof listMyDrafts>> {
  return { items: (await listDrafts(ctx.tx, ctx.actor.id)).map(shown) };
}

export async function dropDraftAction(
  ctx: Context,
  input: ParsedOf<typeof dropDraft>,
): Promise<ReplyOf<typeof dropDraft>> {
  const { id } = await ownDraft(ctx, input);
  await letGoOfDraft(ctx, id, 'thrownAway');
  return { id };
}
