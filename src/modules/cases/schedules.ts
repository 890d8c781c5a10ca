import { systemActor } from '../../kit/actor.ts';
import type { App } from '../../kit/app.ts';
import { openContext } from '../../kit/context.ts';
import { newId } from '../../kit/ids.ts';
import type { Schedule } from '../../kit/module.ts';
import { applyEvents } from './actions/apply.ts';
import { groundOf, loadGround } from './actions/grounds.ts';
import { letGoOfDraft } from './actions/letGo.ts';
import { stepAfterSilence } from './actions/propose.ts';
import { runOffers } from './offers/schedule.ts';
import { DRAFT_DAYS } from './rules/content.ts';
import { timePassed } from './rules/wake.ts';
import { listAwake, lockBare } from './store/caseFile.ts';
import { answerRow } from './store/consultation.ts';
import { lockOldDrafts } from './store/content.ts';

const BATCH = 200;

/** Does to one case what the time that has passed does to it; in a transaction of its own, so that one fault stops no other. */
async function wakeCase(app: App, id: string, now: Date): Promise<boolean> {
  return app.db.write(async (tx) => {
    const ctx = openContext(app, tx, { actor: systemActor, now, requestId: newId(now) });
    const row = await lockBare(tx, { id });
    if (!row) return false;
    const ground = await groundOf(ctx, await loadGround(tx), row.state);
    const { time } = ground;
    const next = await stepAfterSilence(ctx, { row, ground });
    const events = timePassed(row.state, { now: now.toISOString(), by: { as: 'system' }, time }, next);
    applyEvents(ctx, row, events);
    for (const event of events)
      if (event.type === 'case.consultationAnswered') {
        const asked = row.state.consultations.find((one) => one.id === event.id);
        if (asked) answerRow(tx, asked.unitId, asked.id, now);
      }
    await ctx.flush();
    return events.length > 0;
  });
}

/** Warns, closes and lets silence speak for every case whose time has come (R17); the number of cases that moved. */
export async function wakeCases(app: App): Promise<number> {
  const now = app.clock.now();
  let moved = 0;
  for (;;) {
    const ids = await app.db.read((tx) => listAwake(tx, now, BATCH));
    const before = moved;
    for (const { id } of ids) if (await wakeCase(app, id, now)) moved += 1;
    if (ids.length < BATCH || moved === before) return moved;
  }
}

/** Drafts that nobody has touched for `DRAFT_DAYS`, with their files; the number that went. */
export async function dropOldDrafts(app: App): Promise<number> {
  const now = app.clock.now();
  const before = new Date(now.getTime() - DRAFT_DAYS * 86_400_000);
  for (let dropped = 0; ;) {
    const taken = await app.db.write(async (tx) => {
      const ctx = openContext(app, tx, { actor: systemActor, now, requestId: newId(now) });
      const old = await lockOldDrafts(tx, before, BATCH);
      for (const { id } of old) await letGoOfDraft(ctx, id, 'expired');
      await ctx.flush();
      return old.length;
    });
    dropped += taken;
    if (taken < BATCH) return dropped;
  }
}

export const caseSchedules: readonly Schedule[] = [
  { name: 'cases.wake', everySeconds: 60, run: async (app) => void (await wakeCases(app)) },
  { name: 'cases.offers', everySeconds: 600, run: async (app) => void (await runOffers(app)) },
  { name: 'cases.oldDrafts', everySeconds: 86_400, run: async (app) => void (await dropOldDrafts(app)) },
];
