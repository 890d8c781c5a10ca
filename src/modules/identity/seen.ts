import type { App } from '../../kit/app.ts';
import { saveSeen } from './store/credentials.ts';

type Kind = 'session' | 'token';

/** Uses since the last writing. Requests only read, so this waits in memory; a crash loses a minute of it. */
const waiting: Record<Kind, Map<string, Date>> = { session: new Map(), token: new Map() };

export function noteSeen(kind: Kind, id: string, now: Date): void {
  waiting[kind].set(id, now);
}

/** The later of what is stored and what still waits to be. */
export function lastSeen(kind: Kind, id: string, stored: Date): Date {
  const noted = waiting[kind].get(id);
  return noted && noted > stored ? noted : stored;
}

/** Writes down what has been noted. */
export async function writeSeen(app: App): Promise<void> {
  for (const kind of ['session', 'token'] as const) {
    const noted = [...waiting[kind]].map(([id, at]) => ({ id, at })).sort((a, b) => (a.id < b.id ? -1 : 1));
    if (noted.length === 0) continue;
    await app.db.write((tx) => saveSeen(tx, kind, noted));
    for (const { id, at } of noted) if (waiting[kind].get(id) === at) waiting[kind].delete(id);
  }
}
