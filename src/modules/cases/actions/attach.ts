import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { fieldProblem, missing, Problem, tooMany } from '../../../kit/problems.ts';
import { linkFile, storeFile } from '../../documents/index.ts';
import { ROOT } from '../../organisations/index.ts';
import { type attachFile, type listAttached, tooManyFiles } from '../contract/attach.ts';
import { stepNotOpen } from '../contract/problems.ts';
import { isOpen } from '../rules/model.ts';
import { lookAt } from '../rules/paperLook.ts';
import { allowTry, isSecret } from '../secrets.ts';
import { findById } from '../store/caseFile.ts';
import { findDraft } from '../store/content.ts';
import { attachedTo, keeperOf } from './attachments.ts';

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
