import type { App } from '../../../kit/app.ts';
import { dayOf } from '../../../kit/day.ts';
import { caseSpans, listCaseIds } from '../../cases/index.ts';
import { catalogueSpans } from './catalogue.ts';
import { foldMeasures } from './fold.ts';
import { ALL_ANEW, currentSlots, fillMeasures } from './keep.ts';
import { caseKind, procedureKind } from './kinds/case.ts';
import { procedureHorizon } from './rules/checkpoints.ts';
import { spansOf } from './spans.ts';
import { emptyAll, keepProceduresSince } from './store/checkpoints.ts';
import { addFacts, replaceFacts } from './store/maintain.ts';
import { emptySlots, lockMeasures } from './store/slots.ts';

const BATCH = 500;

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
    await addFacts(tx, procedureKind, await catalogueSpans(tx));
  });
  let records = 0;
  for (let after: string | undefined; ;) {
    const ids = await app.db.write(async (tx) => {
      await lockMeasures(tx);
      const next = await listCaseIds(tx, after, BATCH);
      // What the listener told meanwhile is told again, to the same effect.
      await replaceFacts(tx, caseKind, [], { ids: next, spans: spansOf(await caseSpans(tx, next)) });
      return next;
    });
    after = ids.at(-1);
    if (!after) break;
    records += ids.length;
  }
  await fillMeasures(app, ALL_ANEW);
  await foldMeasures(app);
  return { records, seconds: (performance.now() - began) / 1000 };
}
