import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import type { findTwins } from '../contract.ts';
import type { Handling } from '../rules/model.ts';
import { applicantKey } from '../secrets.ts';
import { listTwins, type OpenTwin } from '../store/content.ts';

/** A case of the same person, as a desk or its owner is told of it. */
export const twinOf = (t: OpenTwin) => ({
  id: t.id,
  ...(t.code && { code: t.code }),
  handling: t.handling as Handling,
  submittedAt: t.submittedAt.toISOString(),
});

/** Open cases of a person for a procedure: the desk's warning before it takes the same in again. */
export async function findTwinsAction(
  ctx: Context,
  { personalId, procedureCode }: ParsedOf<typeof findTwins>,
): Promise<ReplyOf<typeof findTwins>> {
  const key = applicantKey(ctx, personalId) ?? '';
  return { items: (await listTwins(ctx.tx, key, procedureCode)).map(twinOf) };
}
