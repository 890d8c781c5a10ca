import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { fieldProblem, missing, Problem, tooMany } from '../../../kit/problems.ts';
import { linkFile, releaseFiles, storeFile } from '../../documents/index.ts';
import { ROOT } from '../../organisations/index.ts';
import {
  type attachFile,
  type detachFile,
  type keepIntakeFile,
  type listAttached,
  tooManyFiles,
} from '../contract/attach.ts';
import { stepNotOpen } from '../contract/problems.ts';
import { isOpen } from '../rules/model.ts';
import { lookAt } from '../rules/paperLook.ts';
import { allowTry, isSecret } from '../secrets.ts';
import { findById } from '../store/caseFile.ts';
import { findDraft } from '../store/content.ts';
import { attachedTo, keeperOf } from './attachments.ts';
import { ownDraft } from './drafts.ts';
import { intakeRecord } from './letGo.ts';

const MOST_FILES = 60;

/** The units that see what is attached: of a case those that work on it, of a draft nobody yet. 404 for others. */
async function unitsOf(ctx: Context, input: { id: string; secret?: string | undefined }): Promise<string[]> {
  if (input.secret && !allowTry(ctx)) throw new Problem(tooMany);
  const draft = await findDraft(ctx.tx, input.id);
  const found = draft ?? (await findById(ctx.tx, input.id)) ?? missing();
  const isMine = ctx.actor.kind === 'account' && found.accountId === ctx.actor.id;
  if (!isMine && !isSecret(ctx, input.secret, found.secretHash)) missing();
  if (!('state' in found)) return [];
  if (!isOpen(found.state.handling)) throw new Problem(stepNotOpen);
  const { reception, decision } = found.state.places;
  return [...new Set([reception, decision ?? reception])];
}

function decode(content: string): Buffer {
  if (/[^A-Za-z0-9+/_\-=\s]/.test(content))
    throw fieldProblem('content', 'Nội dung phải ở dạng base64.', 'The content must be base64.');
  return Buffer.from(content, 'base64');
}

/** Keeps a paper of whoever has the draft or the case, after the checks every file goes through. */
export async function attachFileAction(
  ctx: Context,
  input: ParsedOf<typeof attachFile>,
): Promise<ReplyOf<typeof attachFile>> {
  const units = await unitsOf(ctx, input);
  if ((await attachedTo(ctx, input.id)).length >= MOST_FILES) throw new Problem(tooManyFiles);
  const bytes = decode(input.content);
  const keeper = keeperOf(ctx);
  const made = await storeFile(keeper, { unitId: ROOT, name: input.name, classification: 'internal', bytes });
  for (const unitId of [ROOT, ...units])
    await linkFile(keeper, made.id, { record: `case:${input.id}`, unitId });
  const { id, name, size, state } = made;
  return { id, name, size, state, looks: lookAt(bytes) };
}

export async function listAttachedAction(
  ctx: Context,
  input: ParsedOf<typeof listAttached>,
): Promise<ReplyOf<typeof listAttached>> {
  await unitsOf(ctx, input);
  const items = (await attachedTo(ctx, input.id)).map(({ id, name, size, state }) => ({
    id,
    name,
    size,
    state,
  }));
  return { items };
}

/** Only of a draft: what was handed in is part of a case, and stays. A file that is gone already is no fault. */
export async function detachFileAction(
  ctx: Context,
  input: ParsedOf<typeof detachFile>,
): Promise<ReplyOf<typeof detachFile>> {
  const { id } = await ownDraft(ctx, input);
  const only = (fileId: string): boolean => fileId === input.fileId;
  await releaseFiles(ctx, { record: `case:${id}`, why: 'takenOff', only });
  return { id: input.fileId };
}

/** The file belongs to the unit of the desk, and to the intake until the case has it. */
export async function keepIntakeFileAction(
  ctx: Context,
  { id: intakeId, unitId, name, content }: ParsedOf<typeof keepIntakeFile>,
): Promise<ReplyOf<typeof keepIntakeFile>> {
  const draft = await findDraft(ctx.tx, intakeId);
  if (draft && draft.accountId !== ctx.actor.id) missing();
  const made = await storeFile(ctx, { unitId, name, classification: 'internal', bytes: decode(content) });
  await linkFile(ctx, made.id, { record: intakeRecord(intakeId), unitId });
  return { id: made.id, name: made.name };
}
