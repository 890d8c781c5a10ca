import type { App } from '../../../kit/app.ts';
import { dayOf } from '../../../kit/day.ts';
import { caseSpans, listCaseIds } from '../../cases/index.ts';
import { catalogueSpans } from './catalogue.ts';
import { foldMeasures } from './fold.ts';
import { ALL_ANEW, currentSlots, fillMeasures } from './keep.ts';
import { caseKind } from './kinds/case.ts';
import { procedureHorizon } from './rules/checkpoints.ts';
import { spansOf } from './spans.ts';
import { emptyAll, keepProceduresSince } from './store/checkpoints.ts';
import { addFacts, replaceFacts } from './store/maintain.ts';
import { emptySlots, lockMeasures, takeTime } from './store/slots.ts';

const BATCH = 500;
/** Batches told at the same time: the program reads one while the database writes another. */
const LANES = 3;
/** Cases told under one lock; no longer, since nobody's tail of events passes an open transaction. */
const WINDOW = 10_000;

async function tellBatch(app: App, ids: readonly string[]): Promise<void> {
  const spans = spansOf(await app.db.read((tx) => caseSpans(tx, ids)));
  // What the listener told meanwhile is told again, to the same effect.
  await app.db.write((tx) => replaceFacts(tx, caseKind, [], { ids, spans }));
}

/** The next cases after an id, told by lanes of their own while this transaction keeps the listener from telling them. */
const tellWindow = (app: App, after: string | undefined): Promise<readonly string[]> =>
  app.db.write(async (tx) => {
    takeTime(tx);
    await lockMeasures(tx);
    const ids = await listCaseIds(tx, after, WINDOW);
    let next = 0;
    const lane = async () => {
      while (next < ids.length) {
        const batch = ids.slice(next, next + BATCH);
        next += BATCH;
        await tellBatch(app, batch);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    return ids;
  });

/**
 * Tells all facts again from the events and counts them again. Readers see 'computing' until it is done; what happens
 * meanwhile waits in the outbox and follows.
 */
export async function rebuildMeasures(app: App): Promise<{ records: number; seconds: number }> {
  const began = performance.now();
  await app.db.owner.query(emptyAll);
  await app.db.write(async (tx) => {
    await lockMeasures(tx);
    await currentSlots(tx);
    await keepProceduresSince(tx, procedureHorizon(dayOf(app.clock.now())));
    await emptySlots(tx);
    for (const { kind, spans } of await catalogueSpans(tx)) await addFacts(tx, kind, spans);
  });
  let records = 0;
  for (let after: string | undefined; ;) {
    const ids = await tellWindow(app, after);
    after = ids.at(-1);
    if (!after) break;
    records += ids.length;
  }
  await fillMeasures(app, ALL_ANEW);
  await foldMeasures(app);
  return { records, seconds: (performance.now() - began) / 1000 };
}
