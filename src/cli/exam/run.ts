import { publicActor, systemActor } from '../../kit/actor.ts';
import type { App } from '../../kit/app.ts';
import type { FixedClock } from '../../kit/clock.ts';
import { openContext } from '../../kit/context.ts';
import type { Endpoint, InputOf, ReplyOf } from '../../kit/contract.ts';
import type { Tx } from '../../kit/db.ts';
import { newId } from '../../kit/ids.ts';

/** An exam under way: the installation it has for itself, how it tells how far it is, and whether it is to stop. */
export interface Exam {
  app: App;
  clock: FixedClock;
  say: (line: string) => void;
  stopping: AbortSignal;
}

/** Who acts in a batch, and when: the installation on behalf of an official, or anybody. */
export interface By {
  now: Date;
  personId?: string;
  anybody?: true;
}

/** Calls an endpoint inside the transaction of its batch. */
export type Perform = <E extends Endpoint>(endpoint: E, input: InputOf<E>, by: By) => Promise<ReplyOf<E>>;

const actorOf = ({ personId, anybody }: By) =>
  anybody ? publicActor : { ...systemActor, ...(personId && { personId }) };

/** Calls endpoints inside one transaction. */
export const performIn =
  (app: App, tx: Tx): Perform =>
  async (endpoint, input, by) => {
    const ctx = openContext(app, tx, { actor: actorOf(by), now: by.now, requestId: newId(by.now) });
    const reply = await app.perform(ctx, endpoint, input);
    await ctx.flush();
    return reply as never;
  };

interface Lanes<T> {
  size: number;
  lanes?: number;
  /** Items of one key stay in one lane and keep their order. */
  keyOf?: (item: T) => string;
}

const laneOf = (key: string, lanes: number): number => {
  let hash = 0;
  for (let i = 0; i < key.length; i += 1) hash = (hash * 31 + key.charCodeAt(i)) | 0;
  return Math.abs(hash) % lanes;
};

/** All have come to their end before the first failure is thrown: nothing writes on after the transaction is gone. */
async function together<R>(running: readonly Promise<R>[]): Promise<R[]> {
  const ended = await Promise.allSettled(running);
  return ended.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}

async function runLane<T, R>(
  { app, stopping }: Exam,
  items: readonly T[],
  size: number,
  work: (perform: Perform, item: T) => Promise<R>,
): Promise<R[]> {
  const done: R[] = [];
  for (let at = 0; at < items.length; at += size) {
    stopping.throwIfAborted();
    const made = await app.db.write(async (tx) => {
      const perform = performIn(app, tx);
      return together(items.slice(at, at + size).map((item) => work(perform, item)));
    });
    done.push(...made);
  }
  return done;
}

/**
 * Does the work on every item through the endpoints, many items in one transaction, in several lanes side by side. The
 * statements of one transaction's items travel together; those of one item keep their order.
 */
export async function inBatches<T, R>(
  exam: Exam,
  items: readonly T[],
  { size, lanes = 1, keyOf }: Lanes<T>,
  work: (perform: Perform, item: T) => Promise<R>,
): Promise<R[]> {
  const byLane: T[][] = Array.from({ length: lanes }, () => []);
  for (const [i, item] of items.entries()) byLane[keyOf ? laneOf(keyOf(item), lanes) : i % lanes]!.push(item);
  const made = await Promise.all(byLane.map((lane) => runLane(exam, lane, size, work)));
  return made.flat();
}

/** Does something and says how long it took, in seconds. */
export async function timed<T>(exam: Exam, what: string, work: () => Promise<T>): Promise<T> {
  const from = performance.now();
  const made = await work();
  exam.say(`${what}: ${((performance.now() - from) / 1000).toFixed(1)} s`);
  return made;
}
