import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';

import type { Config } from '../config.ts';
import type { App } from './app.ts';
import type { Clock } from './clock.ts';
import { openInstallation } from './installation.ts';
import type { Authenticate, Module } from './module.ts';
import { openPostgres } from './postgres.ts';

/** An installation that leaves nothing behind: closing it removes its database and its folder. */
export interface Scratch extends AsyncDisposable {
  app: App;
}

interface Opening {
  config: Config;
  modules: readonly Module[];
  authenticate: Authenticate;
  clock: Clock;
  poolSize?: { write: number; read: number };
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A database of its own on the server that the configuration names. */
async function ownDatabase(opened: AsyncDisposableStack, server: string): Promise<string> {
  const name = `lienthong_scratch_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, `create database ${name}`);
  opened.defer(() => asAdmin(server, `drop database if exists ${name} with (force)`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Nothing here has to outlive a power cut; there is much to write. */
const settings = { shared_buffers: '512MB', max_wal_size: '4GB', work_mem: '32MB' };

/**
 * Opens an empty installation beside the real one: its own database on the server of `config`, or its own small server
 * where none is named. The folder and the database of the real installation are not opened.
 */
export async function openScratch({ config, ...opening }: Opening): Promise<Scratch> {
  await using opened = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), 'lienthong-scratch-'));
  opened.defer(() => rm(dataDir, { recursive: true, force: true }));
  await chmod(dataDir, 0o755); // the account of PostgreSQL has to get in when we are root
  const databaseUrl = config.databaseUrl
    ? await ownDatabase(opened, config.databaseUrl)
    : opened.use(await openPostgres({ dataDir, durable: false, settings })).url;
  const { app } = opened.use(
    await openInstallation({
      ...opening,
      config: { ...config, dataDir, databaseUrl, demo: false, logLevel: 'error', rateLimit: 0 },
      databaseUrl,
    }),
  );
  const kept = opened.move();
  return { app, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}
