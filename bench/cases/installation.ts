import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { readConfig } from '../../src/config.ts';
import type { App } from '../../src/kit/app.ts';
import { shiftedClock } from '../../src/kit/clock.ts';
import { instantOf } from '../../src/kit/day.ts';
import { saveClockOffset } from '../../src/kit/demo-clock.ts';
import { openInstallation } from '../../src/kit/installation.ts';
import { openPostgres } from '../../src/kit/postgres.ts';
import { sealEvents } from '../../src/kit/seal.ts';
import { authenticate, modules } from '../../src/modules.ts';
import { listenersAreDone } from '../data/statements.ts';
import { waitingAt } from './kinds.ts';
import { loadClones } from './load.ts';
import { makeTemplates, WAITING } from './templates.ts';
import { makeWorld } from './world.ts';

/** Cases and offices of a scale; scale 1 is a million cases with eight million events. */
export interface CaseSizes {
  scale: number;
  offices: number;
  cases: number;
}

export const caseSizes = (scale: number): CaseSizes => ({
  scale,
  offices: Math.max(20, Math.min(40, Math.round(200 * scale))),
  cases: Math.round(1_000_000 * scale),
});

/** The installation of the benchmark of cases, open in this process; a server beside it uses the same database. */
export interface CaseBench extends AsyncDisposable {
  app: App;
  url: string;
  dataDir: string;
  units: string[];
}

const root = dirname(dirname(import.meta.dirname));
const FIRST = instantOf('2025-07-02', '08:00');
const START = instantOf('2025-11-17', '08:00');

async function makeData(app: App, sizes: CaseSizes, say: (line: string) => void): Promise<string[]> {
  const units = await makeWorld(app, sizes.offices, FIRST);
  say(`${units.length} offices are staffed`);
  const templates = await makeTemplates(app, units[0]!);
  say(`${templates.length} cases went their way through the endpoints`);
  const each = Math.max(1, Math.round(sizes.cases / (templates.length * units.length)));
  await loadClones(app, { units, templates, each, say });
  await app.db.owner.query('vacuum (analyze)');
  await sealEvents(app);
  return units;
}

interface Note {
  offset: number;
  units: string[];
}

/** Enough for every part of a run; a smaller installation has fewer from the start, and its slices are shorter. */
const ENOUGH = 400;

/** Whether earlier runs have left too few cases to be advanced: half of what there was, where that is less than enough. */
async function isUsedUp({ app, units }: CaseBench, sizes: CaseSizes): Promise<boolean> {
  const made = (sizes.cases / sizes.offices) * WAITING;
  for (const unitId of units.slice(0, 20))
    if ((await waitingAt(app, unitId, 'appraise')).length < Math.min(ENOUGH, made / 2)) return true;
  return false;
}

/** Opens the installation with its data. A folder that holds it already is used again, until its cases are used up. */
export async function openCaseBench(sizes: CaseSizes, say: (line: string) => void): Promise<CaseBench> {
  const bench = await openFolder(sizes, say);
  if (!(await isUsedUp(bench, sizes))) return bench;
  await bench[Symbol.asyncDispose]();
  await rm(bench.dataDir, { recursive: true, force: true });
  say('earlier runs have used up the cases to be advanced: made anew');
  return openFolder(sizes, say);
}

async function openFolder(sizes: CaseSizes, say: (line: string) => void): Promise<CaseBench> {
  const dataDir = join(root, '.cache', `bench-cases-${sizes.scale}`);
  const path = join(dataDir, 'made.json');
  if (!existsSync(path)) await rm(dataDir, { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true });
  const own = await openPostgres({ dataDir });
  const known = existsSync(path) ? (JSON.parse(await readFile(path, 'utf8')) as Note) : undefined;
  const offset = known?.offset ?? START.getTime() - Date.now();
  const made = await openInstallation({
    config: readConfig({ LIENTHONG_DATA: dataDir, LIENTHONG_DEMO: '0', LIENTHONG_LOG: 'silent' }),
    databaseUrl: own.url,
    modules,
    authenticate,
    clock: shiftedClock(offset),
  });
  const { app } = made;
  let units = known?.units;
  if (!units) {
    const from = performance.now();
    await saveClockOffset(app.db, offset);
    units = await makeData(app, sizes, say);
    await writeFile(path, JSON.stringify({ offset, units }));
    say(`made in ${Math.round((performance.now() - from) / 1000)} s`);
  }
  // Listeners that came with the program since then would first go through the whole history.
  await app.db.owner.query(listenersAreDone, [app.listeners.map((l) => l.name)]);
  return {
    app,
    url: own.url,
    dataDir,
    units,
    [Symbol.asyncDispose]: async () => {
      await made[Symbol.asyncDispose]();
      await own.stop();
    },
  };
}
