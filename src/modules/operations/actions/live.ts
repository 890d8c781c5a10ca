import type { Actor } from '../../../kit/actor.ts';
import type { App } from '../../../kit/app.ts';
import type { Context } from '../../../kit/context.ts';
import type { FileReply, ParsedOf } from '../../../kit/contract.ts';
import { type LiveListener, liveTopic, sendLive } from '../../../kit/live.ts';
import { getBoard, type liveBoard } from '../contract.ts';
import { eventMark } from '../store/health.ts';
import { placeOf } from './place.ts';

interface Own {
  actor: Actor;
  unitId: string;
  /** The state of the events at the last look; nothing is made while it stays the same. */
  seen: string;
}

async function tellOne(app: App, listener: Own & LiveListener): Promise<void> {
  const { version } = await app.call(getBoard, { unitId: listener.unitId }, { actor: listener.actor });
  if (version === listener.told) return;
  listener.told = version;
  sendLive(listener, 'board', JSON.stringify({ version }));
}

const joinBoard = liveTopic<Own>({
  name: 'board',
  everyMs: 700,
  rest: 4,
  tell: async (app, listeners) => {
    const mark = await app.db.read(eventMark);
    const seen = `${mark} ${Math.floor(app.clock.now().getTime() / 60_000)}`;
    for (const listener of listeners.filter((one) => one.seen !== seen)) {
      listener.seen = seen;
      await tellOne(app, listener).catch((error: unknown) => {
        app.log.warn({ error: String(error) }, 'live board');
        listener.stream.end();
      });
    }
  },
});

/** Keeps the answer open and tells the version of the board again whenever it has changed. */
export async function liveBoardAction(
  ctx: Context,
  { unitId }: ParsedOf<typeof liveBoard>,
): Promise<FileReply> {
  const place = await placeOf(ctx, unitId);
  return joinBoard(ctx.app, { actor: ctx.actor, unitId: place.unitId, seen: '' });
}
