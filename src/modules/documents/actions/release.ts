import type { App } from '../../../kit/app.ts';
import type { Context } from '../../../kit/context.ts';
import { addJob } from '../../../kit/jobs.ts';
import type { WhyDeleted } from '../rules/file.ts';
import { areBytesUsed, claimBytes, deleteFile, deleteLink, hasLinks, lockOfRecord } from '../store/files.ts';
import { fileEvent } from './files.ts';

export const DROP_JOB = 'documents.dropBytes';

/**
 * A record that was never finished lets go of its files, or of some of them: what no other record holds is deleted, row and
 * bytes, with an event that says why. The caller has checked his right to the record, and that it alone refers to them
 * by id. The number deleted.
 */
export async function releaseFiles(
  ctx: Context,
  of: { record: string; why: WhyDeleted; only?: (fileId: string) => boolean },
): Promise<number> {
  const { record, why, only = () => true } = of;
  let deleted = 0;
  for (const { id, unitId, hash, units } of await lockOfRecord(ctx.tx, record)) {
    if (!only(id)) continue;
    for (const linked of units) {
      const link = { record, unitId: linked };
      await deleteLink(ctx.tx, id, link);
      ctx.emit(fileEvent(id, unitId, { kind: 'file.unlinked', payload: link }));
    }
    if (await hasLinks(ctx.tx, id)) continue;
    await deleteFile(ctx.tx, id);
    ctx.emit(fileEvent(id, unitId, { kind: 'file.deleted', payload: { record, why } }));
    await addJob(ctx.tx, DROP_JOB, { hash }, { key: `drop:${hash}` });
    deleted += 1;
  }
  return deleted;
}

/** Takes bytes away that no file has any more. Whoever stores the same bytes again meanwhile waits, or is waited for. */
export async function dropBytes(app: App, { hash }: { hash: string }): Promise<void> {
  await app.db.write(async (tx) => {
    await claimBytes(tx, hash);
    if (!(await areBytesUsed(tx, hash))) await app.files.drop(hash);
  });
}
