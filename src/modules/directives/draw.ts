import type { App } from '../../kit/app.ts';
import { dayOf } from '../../kit/day.ts';

/**
 * Draws the changes of counts of the days that are over together. Every step only adds rows, so that units that report
 * at the same moment do not wait for each other; without this a figure of a past day would have to add up all of them.
 */
export async function drawTally(app: App): Promise<void> {
  await app.db.owner.query('select directives.draw_tally($1)', [dayOf(app.clock.now())]);
}
