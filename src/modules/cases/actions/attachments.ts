import { systemActor } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import { linkFile, listFilesOf } from '../../documents/index.ts';
import type { CaseContent } from '../rules/content.ts';
import type { CaseState } from '../rules/model.ts';

/** Files of applicants lie with the installation itself until a reception unit is known; only links show them to units. */
export const keeperOf = (ctx: Context): Context => ({
  ...ctx,
  actor: {
    ...systemActor,
    id: ctx.actor.id,
    name: ctx.actor.kind === 'public' ? 'Người nộp hồ sơ' : ctx.actor.name,
  },
});

/** What belongs to a draft or a case, whoever asks; the caller has checked his right to it. */
export async function attachedTo(ctx: Context, id: string) {
  const record = `case:${id}`;
  return (await listFilesOf(keeperOf(ctx), [record])).get(record) ?? [];
}

/** Links the attachments to the case, so that the units it goes to may open them. */
export async function linkFiles(
  ctx: Context,
  row: { id: string; state: CaseState },
  components: CaseContent['components'],
): Promise<void> {
  const { reception, decision } = row.state.places;
  const units = new Set([reception, decision ?? reception]);
  const files = components.flatMap((c) => c.fileIds);
  const own = files.length > 0 ? await attachedTo(ctx, row.id) : [];
  for (const fileId of files) {
    // Who has no account sees no file: what he attached with his secret is linked under the installation's own right.
    const by = own.some((file) => file.id === fileId) ? keeperOf(ctx) : ctx;
    for (const unitId of units) await linkFile(by, fileId, { record: `case:${row.id}`, unitId });
  }
}
