import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import type { findTwins } from '../contract.ts';
import { applicantKey } from '../secrets.ts';
import { listTwins } from '../store/content.ts';
import { twinOf } from './intake.ts';

/** Open cases of a person for a procedure: the desk's warning before it takes the same in again. */
export async function findTwinsAction(
  ctx: Context,
  { personalId, procedureCode }: ParsedOf<typeof findTwins>,
): Promise<ReplyOf<typeof findTwins>> {
  const key = applicantKey(ctx, personalId) ?? '';
  return { items: (await listTwins(ctx.tx, key, procedureCode)).map(twinOf) };
}
