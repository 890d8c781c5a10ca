import type { Schedule } from '../../../kit/module.ts';
import { foldMeasures } from './fold.ts';
import { fillMeasures } from './keep.ts';

export const measureSchedules: readonly Schedule[] = [
  // A definition that was just saved shows figures as soon as its counts are filled.
  { name: 'indicators.fillMeasures', everySeconds: 3, run: (app) => fillMeasures(app) },
  { name: 'indicators.foldMeasures', everySeconds: 600, run: (app) => foldMeasures(app) },
];
