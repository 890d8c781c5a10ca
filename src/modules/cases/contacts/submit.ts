import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { submitCaseAction } from '../actions/intake.ts';
import type { submitCase } from '../contract.ts';
import { filesForAnother } from './rules.ts';

/** Hands in; what an official enters for a citizen under his own account is a case through a helper, whatever was asked. */
export function submitForSomebodyAction(
  ctx: Context,
  input: ParsedOf<typeof submitCase>,
): Promise<ReplyOf<typeof submitCase>> {
  const isOfficial = ctx.actor.kind === 'account' && ctx.actor.grants.length > 0;
  const isHelped = input.channel === 'online' && filesForAnother({ isOfficial, name: ctx.actor.name }, input);
  return submitCaseAction(ctx, isHelped ? { ...input, channel: 'helper' } : input);
}
