import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { fieldProblem } from '../../../kit/problems.ts';
import type { getDraft, saveDraft } from '../contract/report.ts';
import { findDraft, saveDraftRow } from '../store/report.ts';

const LARGEST = 200_000;

export async function saveDraftAction(
  ctx: Context,
  { key, content }: ParsedOf<typeof saveDraft>,
): Promise<ReplyOf<typeof saveDraft>> {
  if (JSON.stringify(content).length > LARGEST)
    throw fieldProblem('content', 'Bản nháp quá lớn.', 'The draft is too large.');
  await saveDraftRow(ctx.tx, ctx.actor.id, key, content, ctx.now);
  return { at: ctx.now.toISOString() };
}

export async function getDraftAction(
  ctx: Context,
  { key }: ParsedOf<typeof getDraft>,
): Promise<ReplyOf<typeof getDraft>> {
  const draft = await findDraft(ctx.tx, ctx.actor.id, key);
  return draft ? { content: draft.content, at: draft.at.toISOString() } : {};
}
