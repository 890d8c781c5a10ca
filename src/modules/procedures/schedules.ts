import { systemActor } from '../../kit/actor.ts';
import type { App } from '../../kit/app.ts';
import { dayOf } from '../../kit/day.ts';
import type { Schedule } from '../../kit/module.ts';
import { loadMandates } from '../mandates/index.ts';
import { loadSnapshot } from '../organisations/index.ts';
import { proveCoverageNow } from './contract.ts';
import { getRevision } from './store/plan.ts';

interface Seen {
  book: unknown;
  snapshot: unknown;
  revision: string;
  day: string;
}
const last = new WeakMap<App, Seen>();

/** Proves again when a mandate, a unit or a procedure has changed, or a new day has begun; a look costs three small reads. */
async function watch(app: App): Promise<void> {
  const seen: Seen = await app.db.read(async (tx) => ({
    book: await loadMandates(tx),
    snapshot: await loadSnapshot(tx),
    revision: await getRevision(tx),
    day: dayOf(app.clock.now()),
  }));
  const before = last.get(app);
  if (before && (Object.keys(seen) as (keyof Seen)[]).every((key) => before[key] === seen[key])) return;
  await app.call(proveCoverageNow, {}, { actor: systemActor });
  last.set(app, seen);
}

export const schedules: readonly Schedule[] = [
  { name: 'procedures.watchCoverage', everySeconds: 20, run: watch },
];
