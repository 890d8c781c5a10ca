import type { Actor } from './actor.ts';
import type { App } from './app.ts';
import type { Endpoint, InputOf, ReplyOf } from './contract.ts';
import { type Day, dayOf } from './day.ts';
import type { Tx } from './db.ts';
import { appendEvents, type NewEvent } from './events.ts';

/** What an action gets: its transaction, who asks, and the moment. No other clock, no other connection. */
export interface Context {
  app: App;
  tx: Tx;
  actor: Actor;
  now: Date;
  /** The calendar day of `now` in Asia/Ho_Chi_Minh. */
  today: Day;
  requestId: string;
  /** From where a request came over the network; absent for commands, jobs and listeners. */
  client?: Client;
  /** Remembers events; they are written, in order, just before the commit. */
  emit(...events: NewEvent[]): void;
  flush(): Promise<void>;
  /** Calls another endpoint inside the same transaction, under the same rights. */
  call<E extends Endpoint>(endpoint: E, input: InputOf<E>): Promise<ReplyOf<E>>;
}

export interface Who {
  actor: Actor;
  now: Date;
  requestId: string;
  client?: Client;
}

export interface Client {
  ip: string;
  /** The browser's or program's own name for itself, shortened. */
  device: string;
}

/** Opens the context of one request or one event over a transaction. */
export function openContext(app: App, tx: Tx, who: Who): Context {
  const pending: NewEvent[] = [];
  const ctx: Context = {
    app,
    tx,
    ...who,
    today: dayOf(who.now),
    emit: (...events) => void pending.push(...events),
    flush: async () => {
      const events = pending.splice(0);
      appendEvents(tx, events, { at: who.now, actor: who.actor, requestId: who.requestId });
    },
    call: (endpoint, input) => app.perform(ctx, endpoint, input) as never,
  };
  return ctx;
}
