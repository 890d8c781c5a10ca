import { may, reachOf, type Classification } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import type { FileReply, ParsedOf } from '../../../kit/contract.ts';
import { hashOfBytes } from '../../../kit/files.ts';
import { newId } from '../../../kit/ids.ts';
import { addJob } from '../../../kit/jobs.ts';
import { fieldProblem, missing, notAllowed, Problem } from '../../../kit/problems.ts';
import { loadSnapshot } from '../../organisations/index.ts';
import type { downloadFile, FileMeta, getFile, uploadFile } from '../contract/files.ts';
import { badFile, fileLocked, fileWaits, infectedFile } from '../contract/problems.ts';
import { checkFile, cleanName, faultText } from '../rules/checkFile.ts';
import { availability, type FileEvent, isInline } from '../rules/file.ts';
import { fileTypes } from '../rules/fileTypes.ts';
import { type FileRow, findFile, insertFile, shareBytes } from '../store/files.ts';

export const SCAN_JOB = 'documents.scan';

/** A file's event for the append-only log. */
export const fileEvent = (id: string, unitId: string, event: FileEvent) => ({
  unitId,
  stream: `file:${id}`,
  kind: event.kind,
  payload: { ...event.payload },
});

/** Whether the installation names a scanner. */
export const scannerOf = (ctx: Pick<Context, 'app'>): string | undefined => ctx.app.config.clamdUrl;

export function metaOf(ctx: Pick<Context, 'app'>, file: FileRow): FileMeta {
  const {
    uploadedBy,
    uploadedByName,
    uploadedAt,
    id,
    unitId,
    name,
    type,
    size,
    hash,
    classification,
    state,
  } = file;
  const available = availability(state, scannerOf(ctx) !== undefined) === 'available';
  return {
    id,
    unitId,
    name,
    type,
    size,
    hash,
    classification,
    state,
    available,
    uploadedBy: { id: uploadedBy, name: uploadedByName },
    uploadedAt: uploadedAt.toISOString(),
  };
}

/** Nobody may hide a file from himself: the classification must be within what he is cleared for. */
function assertMayKeep(ctx: Context, unitId: string, classification: Classification): void {
  const cleared = reachOf(ctx.actor, 'file.write').some(
    (p) => (p.units === 'all' || p.units.includes(unitId)) && p.classifications.includes(classification),
  );
  if (!may(ctx.actor, 'file.write', unitId) || !cleared) throw new Problem(notAllowed);
}

export interface NewFile {
  unitId: string;
  name: string;
  classification: Classification;
  bytes: Uint8Array;
}

/** Nobody takes the same bytes away before this transaction has written what they belong to. */
async function keepBytes(ctx: Context, bytes: Uint8Array): Promise<string> {
  await shareBytes(ctx.tx, hashOfBytes(bytes));
  return ctx.app.files.put(bytes);
}

/**
 * Checks a file and keeps it for a unit, in the caller's transaction. Throws `documents.badFile` with the reason,
 * `documents.infectedFile` for the EICAR test virus, 403 without `file.write` for the unit or clearance.
 */
export async function storeFile(ctx: Context, file: NewFile): Promise<FileMeta> {
  assertMayKeep(ctx, file.unitId, file.classification);
  const name = cleanName(file.name);
  const checked = checkFile(name, file.bytes);
  if ('fault' in checked) {
    ctx.app.log.warn(
      { requestId: ctx.requestId, actor: ctx.actor.id, unitId: file.unitId, fault: checked.fault },
      'file refused',
    );
    const message = faultText[checked.fault];
    throw new Problem(checked.fault === 'testVirus' ? infectedFile : badFile, {
      detail: message,
      fields: [{ path: 'content', message }],
    });
  }
  const hash = await keepBytes(ctx, file.bytes);
  const row: FileRow = {
    id: newId(ctx.now),
    unitId: file.unitId,
    hash,
    name,
    type: fileTypes[checked.kind].type,
    size: file.bytes.length,
    classification: file.classification,
    state: 'notScanned',
    uploadedBy: ctx.actor.id,
    uploadedByName: ctx.actor.name,
    uploadedAt: ctx.now,
  };
  await insertFile(ctx.tx, row);
  const { id, uploadedByName, uploadedAt, ...facts } = row;
  const payload = {
    ...facts,
    uploadedBy: { id: row.uploadedBy, name: uploadedByName },
    uploadedAt: uploadedAt.toISOString(),
  };
  ctx.emit(fileEvent(id, row.unitId, { kind: 'file.uploaded', payload }));
  if (scannerOf(ctx)) await addJob(ctx.tx, SCAN_JOB, { id }, { key: `scan:${id}` });
  return metaOf(ctx, row);
}

/** Base64 in one of its two alphabets; anything else in between is refused, not skipped. */
function decode(content: string): Buffer {
  if (/[^A-Za-z0-9+/_\-=\s]/.test(content))
    throw fieldProblem('content', 'Nội dung phải ở dạng base64.', 'The content must be base64.');
  return Buffer.from(content, 'base64');
}

export async function uploadFileAction(ctx: Context, input: ParsedOf<typeof uploadFile>): Promise<FileMeta> {
  const { unitId, name, classification } = input;
  if (!(await loadSnapshot(ctx.tx)).units.has(unitId))
    throw fieldProblem('unitId', 'Không có cơ quan này.', 'There is no such unit.');
  return storeFile(ctx, { unitId, name, classification, bytes: decode(input.content) });
}

export async function getFileAction(ctx: Context, input: ParsedOf<typeof getFile>): Promise<FileMeta> {
  return metaOf(ctx, (await findFile(ctx.tx, input.id, ctx.actor)) ?? missing());
}

export async function downloadFileAction(
  ctx: Context,
  input: ParsedOf<typeof downloadFile>,
): Promise<FileReply> {
  const file = (await findFile(ctx.tx, input.id, ctx.actor)) ?? missing();
  const can = availability(file.state, scannerOf(ctx) !== undefined);
  if (can !== 'available') throw new Problem(can === 'waits' ? fileWaits : fileLocked);
  return {
    body: ctx.app.files.stream(file.hash),
    type: file.type,
    name: file.name,
    inline: isInline(file.type),
  };
}
