import type { Context } from '../../../kit/context.ts';
import type { FileReply, ParsedOf } from '../../../kit/contract.ts';
import { dayOf } from '../../../kit/day.ts';
import { liveTopic, sendLive } from '../../../kit/live.ts';
import { loadSnapshot } from '../../organisations/index.ts';
import type { liveOverview } from '../contract/live.ts';
import { listCounts } from '../store/lists.ts';
import { overviewOf, unitsWith, withFormer } from './lists.ts';

interface Own {
  units: readonly string[] | 'all';
}

/** One look at the counts of all units that anybody listens for. */
const joinOverview = liveTopic<Own>({
  name: 'overview',
  everyMs: 400,
  tell: async (app, listeners) => {
    const all = listeners.some(({ units }) => units === 'all');
    const units = all ? 'all' : [...new Set(listeners.flatMap((one) => [...one.units]))];
    const today = dayOf(app.clock.now());
    const from = `${today.slice(0, 7)}-01`;
    const rows = await app.db.read((tx) => listCounts(tx, { units, today, from, to: today }));
    const items = overviewOf(rows);
    for (const listener of listeners) {
      const own = listener.units;
      const text = JSON.stringify({
        items: own === 'all' ? items : items.filter((i) => own.includes(i.unitId)),
      });
      if (text === listener.told) continue;
      listener.told = text;
      sendLive(listener, 'overview', text);
    }
  },
});

/** Keeps the answer open and tells the overview within the actor's reach again whenever it has changed. */
export async function liveOverviewAction(
  ctx: Context,
  input: ParsedOf<typeof liveOverview>,
): Promise<FileReply> {
  const reach = unitsWith(ctx, 'case.view');
  const asked = input.unitId && withFormer(await loadSnapshot(ctx.tx), input.unitId, ctx.today);
  const units = asked ? asked.filter((unit) => reach === 'all' || reach.includes(unit)) : reach;
  return joinOverview(ctx.app, { units });
}
