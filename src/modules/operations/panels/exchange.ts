import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import { exchangeSummary } from '../../exchange/contract.ts';
import { getMailHealth } from '../../notices/contract.ts';
import type { Board } from '../contract.ts';
import { countJobs, findSeal, listBacklogs } from '../store/health.ts';

/** How the exchange with the national portal stands; nothing where there is none. */
async function portalOf(ctx: Context): Promise<Board['exchange']['portal']> {
  if (!ctx.app.config.portal || !may(ctx.actor, 'exchange.view')) return undefined;
  const { open, late, refused, conflicts } = await ctx.call(exchangeSummary, {});
  return { open, late, refused, conflicts };
}

/** What leaves this installation and what follows its events. */
export async function exchangeOf(ctx: Context): Promise<Board['exchange']> {
  const mail = may(ctx.actor, 'notice.view') ? await ctx.call(getMailHealth, {}) : undefined;
  const seal = await findSeal(ctx.tx);
  const listeners = await listBacklogs(ctx.tx);
  const portal = await portalOf(ctx);
  return {
    ...(mail && { mail }),
    ...(portal && { portal }),
    jobs: await countJobs(ctx.tx),
    listeners: listeners.map(({ name, backlog, failing }) => ({ name, behind: backlog, failing })),
    ...(seal && { seal: { ...seal, at: seal.at.toISOString() } }),
  };
}
