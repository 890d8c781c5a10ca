import { systemActor } from '../../../kit/actor.ts';
import type { App } from '../../../kit/app.ts';
import { openContext } from '../../../kit/context.ts';
import { dayOf, diffDays } from '../../../kit/day.ts';
import type { Schedule } from '../../../kit/module.ts';
import { reminderDays, reminderDue } from './rules.ts';
import { lockEnding, saveWarned } from './store.ts';

const DAY_MS = 86_400_000;

/** Announces each certificate that ends soon, once for each reminder. */
export async function warnOfCertificates(app: App): Promise<void> {
  const now = app.clock.now();
  await app.db.write(async (tx) => {
    const ctx = openContext(app, tx, { actor: systemActor, now, requestId: 'mandates.certificates' });
    const until = new Date(now.getTime() + (Math.max(...reminderDays) + 1) * DAY_MS);
    for (const { certificate, warned } of await lockEnding(tx, now, until)) {
      const on = dayOf(new Date(certificate.to));
      const days = diffDays(ctx.today, on);
      const due = reminderDue(days, warned);
      if (due === undefined) continue;
      await saveWarned(tx, certificate.id, due);
      const { unitId, personId, serial, id } = certificate;
      ctx.emit({
        unitId,
        stream: `certificate:${id}`,
        kind: 'certificate.endsSoon',
        payload: { on, days, serial, ...(personId && { personId }) },
      });
    }
    await ctx.flush();
  });
}

export const certificateSchedule: Schedule = {
  name: 'mandates.certificates',
  everySeconds: 3600,
  run: warnOfCertificates,
};
