import { PassThrough } from 'node:stream';

import type { App } from '../../../kit/app.ts';
import type { Context } from '../../../kit/context.ts';
import type { FileReply, ParsedOf } from '../../../kit/contract.ts';
import { dayOf } from '../../../kit/day.ts';
import { loadSnapshot } from '../../organisations/index.ts';
import type { liveOverview } from '../contract/live.ts';
import { listCounts } from '../store/lists.ts';
import { overviewOf, unitsWith, withFormer } from './lists.ts';

const EVERY_MS = 400;
/** After this the browser comes back by itself, and its rights are asked anew. */
const LASTS_MS = 60_000;

interface Listener {
  stream: PassThrough;
  units: readonly string[] | 'all';
  /** What was told last. */
  told: string;
}
/** The listeners of one installation, and the one timer that looks for all of them. */
interface Room {
  listeners: Set<Listener>;
  timer?: NodeJS.Timeout;
}
const rooms = new WeakMap<App, Room>();

/** One look at the counts of all units that anybody listens for, however many they are. */
async function tell(app: App, room: Room): Promise<void> {
  const listeners = [...room.listeners];
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
    listener.stream.write(`event: overview\ndata: ${text}\n\n`);
  }
}

/** Looks again some time after the last look has been answered, as long as anybody listens. */
function watch(app: App, room: Room, inMs: number): void {
  room.timer = setTimeout(() => {
    delete room.timer;
    if (room.listeners.size === 0) return;
    void tell(app, room)
      .catch((error: unknown) => app.log.warn({ error: String(error) }, 'live overview'))
      .then(() => !room.timer && watch(app, room, EVERY_MS));
  }, inMs);
  room.timer.unref();
}

function join(app: App, units: Listener['units']): PassThrough {
  const room: Room = rooms.get(app) ?? { listeners: new Set() };
  rooms.set(app, room);
  const stream = new PassThrough();
  const listener: Listener = { stream, units, told: '' };
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

/** Keeps the answer open and tells the overview within the actor's reach again whenever it has changed. */
export async function liveOverviewAction(
  ctx: Context,
  input: ParsedOf<typeof liveOverview>,
): Promise<FileReply> {
  const reach = unitsWith(ctx, 'case.view');
  const asked = input.unitId && withFormer(await loadSnapshot(ctx.tx), input.unitId, ctx.today);
  const units = asked ? asked.filter((unit) => reach === 'all' || reach.includes(unit)) : reach;
  return {
    body: join(ctx.app, units),
    type: 'text/event-stream; charset=utf-8',
    name: 'overview',
    inline: true,
  };
}
