import { may } from '../../../../kit/actor.ts';
import type { Context } from '../../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../../kit/contract.ts';
import { newId } from '../../../../kit/ids.ts';
import { missing, notAllowed, Problem } from '../../../../kit/problems.ts';
import { refuseFailed, tellFrozen } from '../../actions/freeze.ts';
import { canonical, hashOf, pieceDigests, signedText } from '../../proof.ts';
import { type FrozenRow, insertFrozen } from '../../store/reports.ts';
import { alreadyFrozen, type freezeDraft, textFaulty } from '../contract/drafts.ts';
import type { FrozenPaper, PaperContent } from '../contract/paper.ts';
import { lockDraft, saveDraftRow } from '../store/drafts.ts';
import { composePaper } from './compose.ts';
import { planOf } from './drafts.ts';
import { withFactRecords } from './factRecords.ts';
import type { Fault } from './texts.ts';

const refuseFaulty = (faults: readonly Fault[]): never => {
  throw new Problem(textFaulty, {
    fields: faults.map(({ part, vi, en }) => ({ path: `part.${part}.text`, message: { vi, en } })),
  });
};

/** The report as it is signed, and the row that keeps the very text. */
function signedRow(
  ctx: Context,
  unitId: string,
  content: PaperContent,
  statedReason: string | undefined,
): FrozenRow {
  const frozen: FrozenPaper = {
    ...content,
    id: newId(ctx.now),
    frozenAt: ctx.now.toISOString(),
    frozenBy: { id: ctx.actor.id, name: ctx.actor.name },
    ...(statedReason === undefined ? {} : { statedReason }),
    digests: pieceDigests(content),
  };
  const text = canonical(frozen);
  const hash = hashOf(text);
  const { id, title, kind, classification } = frozen;
  return {
    id,
    unitId,
    title,
    kind,
    classification,
    content: text,
    hash,
    asOf: new Date(frozen.asOf),
    signature: ctx.app.keys.sign(signedText(hash)),
    keyId: ctx.app.keys.id,
    frozenBy: ctx.actor.id,
    frozenByName: ctx.actor.name,
    frozenAt: ctx.now,
  };
}

/** Composes the draft once more in one moment, signs exactly that, and keeps the very text that was signed. */
export async function freezeDraftAction(
  ctx: Context,
  { id, statedReason }: ParsedOf<typeof freezeDraft>,
): Promise<ReplyOf<typeof freezeDraft>> {
  const draft = (await lockDraft(ctx.tx, ctx.actor, id)) ?? missing();
  if (draft.frozenId) throw new Problem(alreadyFrozen);
  if (!may(ctx.actor, 'figure.freeze', draft.unitId)) throw new Problem(notAllowed);
  const { content, faults } = await composePaper(ctx, planOf(draft));
  if (faults.length > 0) refuseFaulty(faults);
  const failed = content.checks.filter((check) => !check.ok);
  if (failed.length > 0 && statedReason === undefined) refuseFailed(failed);
  const reason = failed.length > 0 ? statedReason : undefined;
  const row = signedRow(ctx, draft.unitId, await withFactRecords(ctx, content), reason);
  await insertFrozen(ctx.tx, row);
  const touched = { changedByName: ctx.actor.name, changedAt: ctx.now };
  await saveDraftRow(ctx.tx, { ...draft, frozenId: row.id, ...touched });
  tellFrozen(ctx, row);
  return { id: row.id, hash: row.hash };
}
