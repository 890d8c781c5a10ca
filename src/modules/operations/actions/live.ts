import { PassThrough } from 'node:stream';

import type { Actor } from '../../../kit/actor.ts';
import type { App } from '../../../kit/app.ts';
import type { Context } from '../../../kit/context.ts';
import type { FileReply, ParsedOf } from '../../../kit/contract.ts';
import { getBoard, type liveBoard } from '../contract.ts';
import { eventMark } from '../store/health.ts';
import { placeOf } from './place.ts';

const EVERY_MS = 700;
/** Boards that are dear rest for a multiple of what they took, so that looking is never most of the work. */
const REST = 4;
/** After this the browser comes back by itself, and its rights are asked anew. */
const LASTS_MS = 60_000;

interface Listener {
  stream: PassThrough;
  actor: Actor;
  unitId: string;
  told: string;
}
/** The listeners of one installation, and the one timer that looks for all of them. */
interface Room {
  listeners: Set<Listener>;
  /** The state of the events at the last look; nothing is made while it stays the same. */
  seen: string;
  timer?: NodeJS.Timeout;
}
const rooms = new WeakMap<App, Room>();

async function tellOne(app: App, listener: Listener): Promise<void> {
  const { version } = await app.call(getBoard, { unitId: listener.unitId }, { actor: listener.actor });
  if (version === listener.told) return;
  listener.told = version;
  listener.stream.write(`event: board\ndata: ${JSON.stringify({ version })}\n\n`);
}

async function tell(app: App, room: Room): Promise<void> {
  const mark = await app.db.read(eventMark);
  const seen = `${mark} ${Math.floor(app.clock.now().getTime() / 60_000)}`;
  const waiting = [...room.listeners].filter((one) => seen !== room.seen || one.told === '');
  room.seen = seen;
  for (const listener of waiting)
    await tellOne(app, listener).catch((error: unknown) => {
      app.log.warn({ error: String(error) }, 'live board');
      listener.stream.end();
    });
}

/** Looks again some time after the last look has been answered, as long as anybody listens. */
function watch(app: App, room: Room, inMs: number): void {
  room.timer = setTimeout(() => {
    delete room.timer;
    if (room.listeners.size === 0) return;
    const begun = performance.now();
    void tell(app, room)
      .catch((error: unknown) => app.log.warn({ error: String(error) }, 'live board'))
      .then(() => {
        const took = performance.now() - begun;
        if (!room.timer) watch(app, room, Math.max(EVERY_MS, took * REST));
      });
  }, inMs);
  room.timer.unref();
}

function join(app: App, actor: Actor, unitId: string): PassThrough {
  const room: Room = rooms.get(app) ?? { listeners: new Set(), seen: '' };
  rooms.set(app, room);
  const stream = new PassThrough();
  const listener: Listener = { stream, actor, unitId, told: '' };
  room.listeners.add(listener);
  const end = setTimeout(() => stream.end(), LASTS_MS);
  end.unref();
  stream.once('close', () => {
    clearTimeout(end);
    room.listeners.delete(listener);
  });
  stream.write('retry: 500\n\n');
  clearTimeout(room.timer);
  watch(app, room, 0);
  return stream;
}

/** Keeps the answer open and tells the version of the board again whenever it has changed. */
export async function liveBoardAction(
  ctx: Context,
  { unitId }: ParsedOf<typeof liveBoard>,
): Promise<FileReply> {
  const place = await placeOf(ctx, unitId);
  return {
    body: join(ctx.app, ctx.actor, place.unitId),
    type: 'text/event-stream; charset=utf-8',
    name: 'board',
    inline: true,
  };
}
