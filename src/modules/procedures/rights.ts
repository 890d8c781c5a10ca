import { may } from '../../kit/actor.ts';
import type { Context } from '../../kit/context.ts';
import { notAllowed, Problem } from '../../kit/problems.ts';
import { ROOT } from '../organisations/index.ts';

/** National versions belong to the whole country, a province's own rules to the province. */
export function assertMay(
  ctx: Context,
  permission: 'procedure.edit' | 'procedure.publish',
  provinceId?: string,
): void {
  if (!may(ctx.actor, permission, provinceId ?? ROOT)) throw new Problem(notAllowed);
}
