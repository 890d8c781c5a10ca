import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { Config } from '../config.ts';
import { type App, createApp } from './app.ts';
import { type Clock, systemClock } from './clock.ts';
import { openDatabase } from './db.ts';
import { folderStore } from './files.ts';
import { prepareJobs } from './jobs.ts';
import { openKeys } from './keys.ts';
import { createLog } from './log.ts';
import { migrate } from './migrate.ts';
import type { Authenticate, Module } from './module.ts';

export interface Installation extends AsyncDisposable {
  app: App;
}

interface Opening {
  config: Config;
  databaseUrl: string;
  modules: readonly Module[];
  authenticate: Authenticate;
  clock?: Clock;
  say?: (line: string) => void;
  poolSize?: { write: number; read: number };
}

/** Opens an installation over a running database: migrates, opens keys, files and queue. Closing it closes the pools. */
export async function openInstallation(opening: Opening): Promise<Installation> {
  const { config, modules } = opening;
  await mkdir(config.dataDir, { recursive: true });
  const db = openDatabase(opening.databaseUrl, opening.poolSize);
  try {
    const sources = [
      { module: 'kit', folder: join(import.meta.dirname, 'migrations') },
      ...modules.map((m) => ({ module: m.name, folder: join(m.folder, 'migrations') })),
    ];
    await migrate(db.owner, sources, opening.say);
    const app = createApp({
      config,
      db,
      modules,
      clock: opening.clock ?? systemClock,
      log: createLog(config.logLevel),
      files: folderStore(join(config.dataDir, 'files')),
      keys: await openKeys(join(config.dataDir, 'keys')),
      authenticate: opening.authenticate,
    });
    await prepareJobs(app);
    return { app, [Symbol.asyncDispose]: () => db[Symbol.asyncDispose]() };
  } catch (error) {
    await db[Symbol.asyncDispose]();
    throw error;
  }
}
