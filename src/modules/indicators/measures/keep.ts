import type { App } from '../../../kit/app.ts';
import type { Tx } from '../../../kit/db.ts';
import { factKinds } from './kinds/all.ts';
import { keyOf } from './rules/count.ts';
import { narrowingOf } from './rules/narrowing.ts';
import { sheetsOf, type Slot, wantedOf } from './rules/slot.ts';
import { listMeasureDefinitions } from './store/definitions.ts';
import { fillNext } from './store/maintain.ts';
import { addSlots, listSlots, lockMeasures, noteFilled, takeTime } from './store/slots.ts';

/** The slots of all definitions; new ones get their place. Only under the lock. */
export async function currentSlots(tx: Tx): Promise<Slot[]> {
  const [definitions, slots] = await Promise.all([listMeasureDefinitions(tx), listSlots(tx)]);
  const known = new Set(slots.map((slot) => slot.key));
  const counts = definitions.flatMap(({ body: { numerator, denominator } }) => [
    numerator,
    denominator,
    ...narrowingOf(denominator).counts,
  ]);
  const missing = wantedOf(counts).filter(({ key }) => !known.has(key));
  if (missing.length === 0) return slots;
  await addSlots(tx, missing);
  return listSlots(tx);
}

/** Records (spans of days) that one step of filling takes in, so that the figures of others are not held up. */
const STEP = 20_000;

/**
 * Records of one step where everything is told anew and readers wait anyway. Ids follow the time of reception, so that a step of
 * this size meets most sums only once.
 */
export const ALL_ANEW = 1_000_000;

/** One step of filling counts that are not complete; false when there is nothing left to fill. */
async function fillStep(tx: Tx, limit: number): Promise<boolean> {
  takeTime(tx);
  await lockMeasures(tx);
  const all = await currentSlots(tx);
  const open = all.filter((slot) => slot.filledTo !== null);
  const first = open[0];
  const kind = first && factKinds.get(first.kind);
  if (!kind) return false;
  const together = open.filter((slot) => slot.kind === first.kind && slot.filledTo === first.filledTo);
  const mine = new Set(together.map((slot) => slot.key));
  const sheets = sheetsOf(all, kind.code).flatMap((sheet) => {
    const slots = sheet.slots.filter(({ of }) => mine.has(keyOf(of.count)));
    return slots.length > 0 ? [{ ...sheet, slots: slots.map((slot) => ({ ...slot, filledTo: null })) }] : [];
  });
  const { to, records } = await fillNext(tx, kind, sheets, { after: first.filledTo!, limit });
  await noteFilled(
    tx,
    together.map((slot) => slot.id),
    { filledTo: to, records },
  );
  return true;
}

/** Fills everything that is not complete, step by step; others may write in between. */
export async function fillMeasures(app: App, limit = STEP): Promise<void> {
  while (await app.db.write((tx) => fillStep(tx, limit)));
}
