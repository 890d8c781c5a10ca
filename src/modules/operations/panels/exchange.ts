import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import { getMailHealth } from '../../notices/contract.ts';
import type { Board } from '../contract.ts';
import { countJobs, findSeal, listBacklogs } from '../store/health.ts';

/** What leaves this installation and what follows its events. */
export async function exchangeOf(ctx: Context): Promise<Board['exchange']> {
  const mail = may(ctx.actor, 'notice.view') ? await ctx.call(getMailHealth, {}) : undefined;
  const seal = await findSeal(ctx.tx);
  const listeners = await listBacklogs(ctx.tx);
  return {
    ...(mail && { mail }),
    jobs: await countJobs(ctx.tx),
    listeners: listeners.map(({ name, backlog, failing }) => ({ name, behind: backlog, failing })),
    ...(seal && { seal: { ...seal, at: seal.at.toISOString() } }),
  };
}
