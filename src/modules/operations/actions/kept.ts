import type { App } from '../../../kit/app.ts';
import type { Context } from '../../../kit/context.ts';
import { eventMark } from '../store/health.ts';

interface Kept {
  mark: string;
  value: Promise<unknown>;
}

const KEPT = 400;
const shelves = new WeakMap<App, Map<string, Kept>>();

/** What was made under a key and the same mark is made once, however many ask for it; what fails is not kept. */
export function once<T>(app: App, key: string, mark: string, make: () => Promise<T>): Promise<T> {
  const shelf = shelves.get(app) ?? new Map<string, Kept>();
  shelves.set(app, shelf);
  const known = shelf.get(key);
  if (known?.mark === mark) return known.value as Promise<T>;
  const value = make();
  shelf.delete(key);
  shelf.set(key, { mark, value });
  value.catch(() => shelf.delete(key));
  const oldest = shelf.keys().next().value;
  if (shelf.size > KEPT && oldest !== undefined) shelf.delete(oldest);
  return value;
}

/** The state of the events, and the minute: mail leaves and time passes without an event. */
export const markOf = async (ctx: Context): Promise<string> =>
  `${await eventMark(ctx.tx)} ${Math.floor(ctx.now.getTime() / 60_000)}`;
