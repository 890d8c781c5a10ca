import type { Context } from '../../../kit/context.ts';
import { secondmentViews } from './actions.ts';
import { listSecondmentsAfter } from './store.ts';

/** Who is lent today from or to one of these units, or anywhere; the next to end first. */
export async function secondmentsNow(ctx: Context, unitIds: readonly string[] | undefined) {
  const found = await listSecondmentsAfter(ctx.tx, { day: ctx.today, unitIds });
  return secondmentViews(
    ctx,
    found.filter((one) => one.from <= ctx.today),
  );
}
