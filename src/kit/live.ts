import { PassThrough } from 'node:stream';

import type { App } from './app.ts';
import type { FileReply } from './contract.ts';

/** After this the browser comes back by itself, and its rights are asked anew. */
const LASTS_MS = 60_000;

/** Somebody with an open page, and what he was told last: '' before the first time. */
export interface LiveListener {
  stream: PassThrough;
  told: string;
}

export interface LiveTopic<Own extends object> {
  name: string;
  /** How long after a look was answered the next one comes. */
  everyMs: number;
  /** Looks that are dear rest for a multiple of what they took, so that looking is never most of the work. */
  rest?: number;
  /** One look for everybody who listens, however many they are. */
  tell: (app: App, listeners: readonly (Own & LiveListener)[]) => Promise<void>;
}

/** The listeners of one installation, and the one timer that looks for all of them. */
interface Room<Own extends object> {
  listeners: Set<Own & LiveListener>;
  timer?: NodeJS.Timeout;
}

/** Looks again some time after the last look has been answered, as long as anybody listens. */
function watch<Own extends object>(app: App, topic: LiveTopic<Own>, room: Room<Own>, inMs: number): void {
  room.timer = setTimeout(() => {
    delete room.timer;
    if (room.listeners.size === 0) return;
    const begun = performance.now();
    void topic
      .tell(app, [...room.listeners])
      .catch((error: unknown) => app.log.warn({ error: String(error) }, `live ${topic.name}`))
      .then(() => {
        const rested = (performance.now() - begun) * (topic.rest ?? 0);
        if (!room.timer) watch(app, topic, room, Math.max(topic.everyMs, rested));
      });
  }, inMs);
  room.timer.unref();
}

/** Sends an event that is named after its topic. */
export const sendLive = ({ stream }: LiveListener, name: string, data: string): boolean =>
  stream.write(`event: ${name}\ndata: ${data}\n\n`);

/** A topic that open pages listen to by server-sent events: the answer to each who joins is kept open. */
export function liveTopic<Own extends object>(topic: LiveTopic<Own>): (app: App, own: Own) => FileReply {
  const rooms = new WeakMap<App, Room<Own>>();
  return (app, own) => {
    const room: Room<Own> = rooms.get(app) ?? { listeners: new Set() };
    rooms.set(app, room);
    const stream = new PassThrough();
    const listener = { ...own, stream, told: '' };
    room.listeners.add(listener);
    const end = setTimeout(() => stream.end(), LASTS_MS);
    end.unref();
    stream.once('close', () => {
      clearTimeout(end);
      room.listeners.delete(listener);
    });
    stream.write('retry: 500\n\n');
    clearTimeout(room.timer);
    watch(app, topic, room, 0);
    return { body: stream, type: 'text/event-stream; charset=utf-8', name: topic.name, inline: true };
  };
}
