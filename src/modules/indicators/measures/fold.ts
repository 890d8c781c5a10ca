import type { App } from '../../../kit/app.ts';
import { type Day, dayOf } from '../../../kit/day.ts';
import { checkpointsWanted, procedureHorizon } from './rules/checkpoints.ts';
import { dropCheckpoint, dropProcedureChanges, fold, listCheckpoints, spread } from './store/checkpoints.ts';
import { listSlots, lockMeasures, takeTime } from './store/slots.ts';

const isFilled = async (app: App): Promise<boolean> =>
  app.db.read(async (tx) => (await listSlots(tx)).every((slot) => slot.filledTo === null));

/**
 * Makes the checkpoints that a new day asks for, one per transaction, so that figures of today and of the ends of months
 * are read from few rows. Changes no figure.
 */
export async function foldMeasures(app: App, today: Day = dayOf(app.clock.now())): Promise<void> {
  if (!(await isFilled(app))) return;
  const { first, known } = await app.db.read(async (tx) => ({
    ...(await spread(tx)),
    known: (await listCheckpoints(tx)).map(({ upto }) => upto),
  }));
  if (first === null) return;
  const { make, drop } = checkpointsWanted(known, first, today);
  for (const upto of make)
    await app.db.write(async (tx) => {
      takeTime(tx);
      await lockMeasures(tx);
      const before = (await listCheckpoints(tx)).map((one) => one.upto);
      if (before.some((day) => day >= upto)) return;
      const { places } = await spread(tx);
      if (places > 0) await fold(tx, upto, before.at(-1), places);
    });
  if (make.length + drop.length === 0) return;
  await app.db.write(async (tx) => {
    takeTime(tx);
    await lockMeasures(tx);
    for (const upto of drop) await dropCheckpoint(tx, upto);
    const horizon = procedureHorizon(today);
    const kept = (await listCheckpoints(tx)).map(({ upto }) => upto).filter((upto) => upto <= horizon);
    const last = kept.at(-1);
    if (last) await dropProcedureChanges(tx, last);
  });
}
