import type { App } from '../../../kit/app.ts';
import { isConnected } from '../connection.ts';
import { takeLate } from '../store/message.ts';
import { asSystem } from './send.ts';

/** Tells, once for each message, that the portal has not acknowledged it in time: one event for each unit that is concerned. */
export async function watchLate(app: App): Promise<number> {
  if (!isConnected(app)) return 0;
  return asSystem(app, async (ctx) => {
    const late = await takeLate(ctx.tx, ctx.now);
    for (const { unitId, count, code, since } of late)
      ctx.emit({
        unitId,
        stream: `portalAlerts:${unitId}`,
        kind: 'portal.unacknowledged',
        payload: { at: unitId, count, since: since.toISOString(), ...(code && { code }) },
      });
    return late.length;
  });
}
