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
import { authenticate, modules } from '../../src/modules.ts';
import { sampleDesk } from '../../src/modules/cases/samples.ts';
import { catchUpCatalogue } from '../../src/modules/indicators/measures/schedules.ts';
import { sampleCompetence } from '../../src/modules/mandates/samples.ts';
import { sampleContent, samplePublished } from '../../src/modules/procedures/samples.ts';
import { type Country, readCountry, stateCountry } from '../data/units.ts';
import { postmasterOf } from '../memory.ts';
import { countAll, listenersDone, loadCases, type Procedure } from './load.ts';

export interface FigureSizes {
  cases: number;
  communes: number;
}

export const figureSizes = (cases: number): FigureSizes => ({
  cases,
  communes: 3321,
});

/** The installation of the benchmark of figures, open in this process. */
export interface FigureBench extends AsyncDisposable {
  app: App;
  country: Country;
  /** Seconds of each part of making it, when it was made now or earlier. */
  made: Record<string, number>;
  /** Process of the database, for its processor time. */
  postmaster: number;
  /** Communes with people, for work while figures are read. */
  offices: string[];
}

const root = dirname(dirname(import.meta.dirname));
const FIRST = instantOf('2025-07-02', '08:00');
const START = instantOf('2025-11-17', '08:00');
const PROCEDURES = 24;
const OFFICES = 12;

async function publishProcedures(app: App): Promise<Procedure[]> {
  const found: Procedure[] = [];
  for (let i = 1; i <= PROCEDURES; i += 1) {
    const code = `1.${String(i).padStart(6, '0')}`;
    const days = [1, 3, 5, 10, 15, 30][i % 6]!;
    const limit = { value: days, unit: 'workingDay' as const };
    const channels = (['desk', 'online', 'post'] as const).map((channel) => ({
      channel,
      limit,
      fee: { kind: 'free' as const },
    }));
    const steps = sampleContent().steps.map((step) =>
      step.key === 'appraise'
        ? { ...step, limit: { value: days * 8 - 5, unit: 'workingHour' as const } }
        : step,
    );
    const field = `Lĩnh vực ${1 + (i % 8)}`;
    const name = { vi: `Thủ tục đo kiểm ${i}`, en: `Benchmark procedure ${i}` };
    const content = { name, channels, steps, fieldVi: field, serviceLevel: 'full' as const };
    await samplePublished(app, { code, content }, { now: FIRST });
    const { rows } = await app.db.owner.query<{ id: string }>(
      'select id from procedures.version where code = $1',
      [code],
    );
    found.push({ code, versionId: rows[0]!.id, field, days, level: 'full' });
  }
  return found;
}

async function makeData(
  app: App,
  sizes: FigureSizes,
  say: (line: string) => void,
): Promise<Record<string, number>> {
  const made: Record<string, number> = {};
  const timed = async (name: string, work: () => Promise<unknown>) => {
    const from = performance.now();
    await work();
    made[name] = (performance.now() - from) / 1000;
    say(`${name}: ${made[name].toFixed(0)} s`);
  };
  await stateCountry(app, sizes.communes, FIRST);
  await sampleCompetence(app, {}, { now: FIRST });
  const country = await readCountry(app, '2025-11-17');
  for (const unitId of country.communes.slice(0, OFFICES)) await sampleDesk(app, unitId, { now: FIRST });
  const procedures = await publishProcedures(app);
  await timed('load', () => loadCases(app, sizes, { units: country.communes, procedures, say }));
  await listenersDone(app);
  await timed('vacuum', () => app.db.owner.query('vacuum (analyze)'));
  await timed('count', () => countAll(app));
  await app.db.owner.query(
    'vacuum (analyze) indicators.fact_case, indicators.delta, indicators.base, indicators.procedure_delta, indicators.procedure_base',
  );
  return made;
}

/** Opens the installation with its data; a folder that holds it already is used again. */
export async function openFigureBench(sizes: FigureSizes, say: (line: string) => void): Promise<FigureBench> {
  const dataDir = join(root, '.cache', `bench-figures-${sizes.cases}`);
  const path = join(dataDir, 'made.json');
  if (!existsSync(path)) await rm(dataDir, { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true });
  const own = await openPostgres({
    dataDir,
    settings: { shared_buffers: '2GB', max_wal_size: '3GB', wal_level: 'minimal', max_wal_senders: '0' },
  });
  const note = existsSync(path)
    ? (JSON.parse(await readFile(path, 'utf8')) as { offset: number; made: Record<string, number> })
    : undefined;
  const offset = note?.offset ?? START.getTime() - Date.now();
  const installation = await openInstallation({
    config: readConfig({ LIENTHONG_DATA: dataDir, LIENTHONG_DEMO: '0', LIENTHONG_LOG: 'silent' }),
    databaseUrl: own.url,
    modules,
    authenticate,
    clock: shiftedClock(offset),
  });
  const { app } = installation;
  let made = note?.made;
  if (!made) {
    await saveClockOffset(app.db, offset);
    made = await makeData(app, sizes, say);
    await writeFile(path, JSON.stringify({ offset, made }));
  }
  // What the listener would have told of the catalogue; the bulk load went past it.
  await catchUpCatalogue(app);
  const country = await readCountry(app, '2025-11-17');
  return {
    app,
    country,
    made,
    postmaster: postmasterOf(dataDir) ?? 0,
    offices: country.communes.slice(0, OFFICES),
    [Symbol.asyncDispose]: async () => {
      await installation[Symbol.asyncDispose]();
      await own.stop();
    },
  };
}
