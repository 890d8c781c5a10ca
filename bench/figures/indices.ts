import type { App } from '../../src/kit/app.ts';
import { dayOf } from '../../src/kit/day.ts';
import { scoreOf } from '../../src/modules/indicators/indices/score.ts';
import { type Measure, measuresOf, rounded, timesOf } from '../measure.ts';

/**
 * The index 766 of a province and each of its communes: 24 indicators with points, ranges and groups. Cold is the first question
 * after program and database have started, so nothing else of figures may be asked before it.
 */
export async function measureIndices(
  app: App,
  unitIds: readonly string[],
  calls: number,
): Promise<Measure[]> {
  const today = dayOf(app.clock.now());
  const score = () =>
    app.db.read((tx) =>
      scoreOf(tx, { index: '766', unitIds, period: '2025', asOf: today, today, tree: 'now', rules: 'then' }),
    );
  const from = performance.now();
  const first = await score();
  const cold = performance.now() - from;
  const words = `24 indicators x ${first?.scores.size ?? 0} units, the year, as of today`;
  return [
    {
      name: 'figures.index.cold',
      value: rounded(cold),
      unit: 'ms',
      conditions: `${words}; the first question after the start`,
    },
    ...measuresOf('figures.index.warm', await timesOf(score, undefined, calls), words),
  ];
}
