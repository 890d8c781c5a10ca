import type { Context } from '../../../kit/context.ts';
import { fieldProblem } from '../../../kit/problems.ts';
import type { FileMeta } from '../contract/files.ts';
import type { FileLink } from '../rules/file.ts';
import { deleteLink, findFile, insertLink, listOfRecords, lockFile } from '../store/files.ts';
import { fileEvent, metaOf } from './files.ts';

/** The file must be visible to whoever links it: an id alone opens nothing. */
async function lockVisible(ctx: Context, fileId: string): Promise<{ unitId: string }> {
  const seen = await findFile(ctx.tx, fileId, ctx.actor);
  const file = seen && (await lockFile(ctx.tx, fileId));
  if (!file) throw fieldProblem('fileId', 'Không tìm thấy tệp này.', 'This file was not found.');
  return file;
}

/**
 * Says that a file belongs to a record (`report:0199…`) of a unit: from now on that unit's people see it too, as far as
 * they are cleared for the file's own classification. Linking twice does nothing. The caller has checked his record.
 */
export async function linkFile(ctx: Context, fileId: string, link: FileLink): Promise<void> {
  const file = await lockVisible(ctx, fileId);
  if ((await insertLink(ctx.tx, fileId, link)) > 0)
    ctx.emit(fileEvent(fileId, file.unitId, { kind: 'file.linked', payload: link }));
}

/** Takes a link back; the file itself and its history stay. */
export async function unlinkFile(ctx: Context, fileId: string, link: FileLink): Promise<void> {
  const file = await lockVisible(ctx, fileId);
  if ((await deleteLink(ctx.tx, fileId, link)) > 0)
    ctx.emit(fileEvent(fileId, file.unitId, { kind: 'file.unlinked', payload: link }));
}

/** The files of records that the actor may see, by record; a record without files is absent. */
export async function listFilesOf(
  ctx: Context,
  records: readonly string[],
): Promise<Map<string, FileMeta[]>> {
  const found = records.length === 0 ? [] : await listOfRecords(ctx.tx, records, ctx.actor);
  const byRecord = new Map<string, FileMeta[]>();
  for (const row of found) byRecord.set(row.record, [...(byRecord.get(row.record) ?? []), metaOf(ctx, row)]);
  return byRecord;
}
