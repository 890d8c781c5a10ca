import type { App } from '../../../kit/app.ts';
import type { Schedule } from '../../../kit/module.ts';
import { followCatalogue } from './catalogue.ts';
import { foldMeasures } from './fold.ts';
import { currentSlots, fillMeasures } from './keep.ts';
import { lockMeasures } from './store/slots.ts';

/** Tells the catalogue anew where it has changed, also without an event: a new release may tell more of the same catalogue. */
export const catchUpCatalogue = (app: App): Promise<void> =>
  app.db.write(async (tx) => {
    await lockMeasures(tx);
    await followCatalogue(tx, await currentSlots(tx));
  });

export const measureSchedules: readonly Schedule[] = [
  // A definition that was just saved shows figures as soon as its counts are filled.
  { name: 'indicators.fillMeasures', everySeconds: 3, run: (app) => fillMeasures(app) },
  { name: 'indicators.followCatalogue', everySeconds: 600, run: catchUpCatalogue },
  { name: 'indicators.foldMeasures', everySeconds: 600, run: (app) => foldMeasures(app) },
];
