import { setTimeout as sleep } from 'node:timers/promises';

import type { App } from '../../src/kit/app.ts';

const PATIENCE_MS = 60_000;

/** Waits until the program's listeners have handled every event. Throws when they do not come to an end. */
export async function listenersFollow({ db }: App): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const { rows } = await db.owner.query<{ behind: boolean }>(
      'select exists (select from kit.listener l where exists (select from kit.event e where (e.tx, e.id) > (l.tx, l.id))) as behind',
    );
    if (!rows[0]?.behind) return;
    if (performance.now() > until) throw new Error('the listeners do not come to an end');
    await sleep(100);
  }
}
