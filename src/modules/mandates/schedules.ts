import { systemActor } from '../../kit/actor.ts';
import type { App } from '../../kit/app.ts';
import { openContext } from '../../kit/context.ts';
import { addDays, diffDays } from '../../kit/day.ts';
import type { Schedule } from '../../kit/module.ts';
import { unitOf } from './proof/listing.ts';
import { takeEnding } from './store/facts.ts';

/** So many days before its end a mandate is announced. */
export const warnDays = 15;

/** Announces each mandate that ends soon, once. */
export async function warnOfEnds(app: App): Promise<void> {
  const now = app.clock.now();
  await app.db.write(async (tx) => {
    const ctx = openContext(app, tx, { actor: systemActor, now, requestId: 'mandates.warn' });
    const facts = await takeEnding(tx, ctx.today, addDays(ctx.today, warnDays));
    for (const fact of facts)
      ctx.emit({
        unitId: unitOf(fact),
        stream: `mandate:${fact.id}`,
        kind: `${fact.kind}.endsSoon`,
        payload: { on: fact.to, days: diffDays(ctx.today, fact.to!), paper: fact.paper },
      });
    await ctx.flush();
  });
}

export const schedules: Schedule[] = [{ name: 'mandates.warn', everySeconds: 3600, run: warnOfEnds }];
