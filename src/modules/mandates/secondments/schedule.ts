import { systemActor } from '../../../kit/actor.ts';
import type { App } from '../../../kit/app.ts';
import { openContext } from '../../../kit/context.ts';
import { addDays, diffDays } from '../../../kit/day.ts';
import type { Schedule } from '../../../kit/module.ts';
import { warnDays } from '../schedules.ts';
import { takeEndingSecondments } from './store.ts';

/** Announces the end of each secondment, once, as many days before as that of a mandate. */
export async function warnOfSecondments(app: App): Promise<void> {
  const now = app.clock.now();
  await app.db.write(async (tx) => {
    const ctx = openContext(app, tx, { actor: systemActor, now, requestId: 'mandates.secondments' });
    const found = await takeEndingSecondments(tx, ctx.today, addDays(ctx.today, warnDays));
    for (const { id, personId, fromUnitId, toUnitId, to, paper } of found)
      ctx.emit({
        unitId: toUnitId,
        stream: `secondment:${id}`,
        kind: 'secondment.endsSoon',
        payload: { on: to, days: diffDays(ctx.today, to), paper, personId, fromUnitId },
      });
    await ctx.flush();
  });
}

export const secondmentSchedule: Schedule = {
  name: 'mandates.secondments',
  everySeconds: 3600,
  run: warnOfSecondments,
};
