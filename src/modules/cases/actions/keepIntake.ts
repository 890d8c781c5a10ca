import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { missing } from '../../../kit/problems.ts';
import { releaseFiles } from '../../documents/index.ts';
import type { keepIntake } from '../contract.ts';
import { deleteDraft, findDraft, keepDraft } from '../store/content.ts';
import { intakeRecord } from './letGo.ts';

/** Keeps an intake as its officer's own draft, or lets go of it once the case is there. */
export async function keepIntakeAction(
  ctx: Context,
  { id, content, remove }: ParsedOf<typeof keepIntake>,
): Promise<ReplyOf<typeof keepIntake>> {
  const known = await findDraft(ctx.tx, id);
  if (known && known.accountId !== ctx.actor.id) missing();
  const savedAt = ctx.now.toISOString();
  if (remove) {
    await releaseFiles(ctx, { record: intakeRecord(id), why: 'notHandedIn' });
    if (known) deleteDraft(ctx.tx, id);
    return { savedAt };
  }
  const { procedureCode } = content;
  await keepDraft(ctx.tx, {
    id,
    accountId: ctx.actor.id,
    secretHash: null,
    procedureCode: typeof procedureCode === 'string' ? procedureCode : '',
    content,
    savedAt: ctx.now,
  });
  return { savedAt };
}
