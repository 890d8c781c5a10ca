import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { fieldProblem } from '../../../kit/problems.ts';
import type { EffectiveVersion } from '../../procedures/contract.ts';
import type { receivePaper } from '../contract.ts';
import { standingOf } from './apply.ts';
import { linkFiles } from './attachments.ts';
import { nextContent } from './nextContent.ts';
import { contentOf, holdCase, stepOn } from './steps.ts';

/** Only papers of the procedure can be brought to a desk; a form is filled in. @throws 422 at the one that is not. */
export function assertPromisable(version: EffectiveVersion, promised: readonly string[] | undefined): void {
  if (!promised) return;
  const papers = new Set(
    version.content.components.flatMap(({ key, kind }) => (kind === 'form' ? [] : [key])),
  );
  const wrong = promised.findIndex((key) => !papers.has(key));
  if (wrong < 0) return;
  throw fieldProblem(
    `promised.${wrong}`,
    'Thủ tục này không có giấy tờ đó.',
    'This procedure has no such paper.',
  );
}

/** A paper that its applicant promised is there: it stands in a new content, and is not promised any more. */
export async function receivePaperAction(
  ctx: Context,
  { id, component, form, count, fileIds }: ParsedOf<typeof receivePaper>,
): Promise<ReplyOf<typeof receivePaper>> {
  const held = await holdCase(ctx, id);
  const before = await contentOf(ctx, held.row);
  const components = [{ component, form, count, fileIds }];
  const { content } = nextContent(ctx, held.row, before, { values: {}, components, source: 'official' });
  const row = stepOn(ctx, held, { do: 'receivePaper', paper: { component, form, count, content } });
  await linkFiles(ctx, row, components);
  return standingOf(row);
}
