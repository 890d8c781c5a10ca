import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { readConfig } from '../src/config.ts';
import type { App } from '../src/kit/app.ts';
import { shiftedClock } from '../src/kit/clock.ts';
import { dayOf, instantOf } from '../src/kit/day.ts';
import { saveClockOffset } from '../src/kit/demo-clock.ts';
import { openInstallation } from '../src/kit/installation.ts';
import { openPostgres } from '../src/kit/postgres.ts';
import { sealEvents } from '../src/kit/seal.ts';
import { authenticate, modules } from '../src/modules.ts';
import { makeAccounts } from './accounts.ts';
import { enterDirectives } from './data/directives.ts';
import { loadHistories } from './data/load.ts';
import { listenersAreDone } from './data/statements.ts';
import { type Country, readCountry, stateCountry } from './data/units.ts';
import type { Sizes } from './sizes.ts';

/** The installation of a benchmark, open in this process; the same database serves a server beside it. */
export interface Bench extends AsyncDisposable {
  app: App;
  url: string;
  dataDir: string;
  country: Country;
  /** Seconds it took to make the data; undefined when a kept folder was used again. */
  madeIn: number | undefined;
}

const root = dirname(import.meta.dirname);

/** The day on which the data is made; the clock goes on from there, also in later runs on the same folder. */
const START = instantOf('2025-11-17', '08:00');
const FIRST = instantOf('2025-07-02', '07:00');

export const folderOf = (sizes: Sizes): string => join(root, '.cache', `bench-${sizes.scale}`);

async function makeData(app: App, sizes: Sizes, say: (line: string) => void): Promise<void> {
  await stateCountry(app, sizes.communes, FIRST);
  const accounts = await makeAccounts(app, FIRST);
  const country = await readCountry(app, dayOf(START));
  await enterDirectives(app, country, sizes, say);
  await loadHistories(app, {
    today: dayOf(START),
    reportsEach: sizes.reportsEach,
    by: accounts.coordinator.id,
    say,
  });
  await app.db.owner.query(listenersAreDone, [app.listeners.map((l) => l.name)]);
  await app.db.owner.query('vacuum (analyze)');
  await sealEvents(app);
}

/**
 * Opens the benchmark's installation, with the data of its size. A folder that holds it already is used again.
 * With `databaseUrl` the data goes into that database, which must be empty or made by an earlier run.
 */
export async function openBench(
  sizes: Sizes,
  databaseUrl: string | undefined,
  say: (line: string) => void,
): Promise<Bench> {
  const dataDir = folderOf(sizes);
  const note = join(dataDir, 'made.json');
  if (!databaseUrl && !existsSync(note)) await rm(dataDir, { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true });
  const own = databaseUrl ? undefined : await openPostgres({ dataDir });
  const url = databaseUrl ?? own!.url;
  const offset = existsSync(note)
    ? (JSON.parse(await readFile(note, 'utf8')) as { offset: number }).offset
    : START.getTime() - Date.now();
  const config = readConfig({ LIENTHONG_DATA: dataDir, LIENTHONG_DEMO: '0', LIENTHONG_LOG: 'silent' });
  const made = await openInstallation({
    config,
    databaseUrl: url,
    modules,
    authenticate,
    clock: shiftedClock(offset),
  });
  let madeIn: number | undefined;
  if (!existsSync(note)) {
    const from = performance.now();
    await saveClockOffset(made.app.db, offset);
    await makeData(made.app, sizes, say);
    madeIn = (performance.now() - from) / 1000;
    await writeFile(note, JSON.stringify({ offset, madeIn }));
  }
  return {
    app: made.app,
    url,
    dataDir,
    country: await readCountry(made.app, dayOf(made.app.clock.now())),
    madeIn,
    [Symbol.asyncDispose]: async () => {
      await made[Symbol.asyncDispose]();
      await own?.stop();
    },
  };
}
