import type { Context } from '../../../kit/context.ts';
import { releaseFiles } from '../../documents/index.ts';
import { deleteDraft } from '../store/content.ts';

/** The record that holds the files of an intake at a desk until its case does. */
export const intakeRecord = (id: string): string => `intake:${id}`;

/** A draft is gone with all that was attached to it: thrown away by whose it is, or by time. */
export async function letGoOfDraft(ctx: Context, id: string, why: 'thrownAway' | 'expired'): Promise<void> {
  for (const record of [`case:${id}`, intakeRecord(id)]) await releaseFiles(ctx, { record, why });
  deleteDraft(ctx.tx, id);
}

/** A draft became a case: what was attached to it but not handed in is gone with it. */
export async function letGoOfUnused(ctx: Context, id: string, handedIn: readonly string[]): Promise<void> {
  const kept = new Set(handedIn);
  await releaseFiles(ctx, {
    record: `case:${id}`,
    why: 'notHandedIn',
    only: (fileId) => !kept.has(fileId),
  });
  deleteDraft(ctx.tx, id);
}
