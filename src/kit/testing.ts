import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';
import { inject } from 'vitest';

import { readConfig } from '../config.ts';
import { authenticate, modules } from '../modules.ts';
import { type Actor, systemActor } from './actor.ts';
import type { App } from './app.ts';
import { fixedClock, type FixedClock } from './clock.ts';
import type { Endpoint, InputOf, ReplyOf } from './contract.ts';
import { openInstallation } from './installation.ts';
import { drain } from './outbox.ts';

/** An installation for one test file: its own database and folder, and a clock that stands still. */
export interface TestApp extends AsyncDisposable {
  app: App;
  clock: FixedClock;
  /** Calls an endpoint as an actor, the installation itself by default. */
  call<E extends Endpoint>(endpoint: E, input: InputOf<E>, actor?: Actor): Promise<ReplyOf<E>>;
  /** Lets all listeners handle what has happened. */
  settle(): Promise<void>;
}

const TEMPLATE = 'lienthong_test_template';

async function admin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const withName = (name: string): string => {
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return url.href;
};

const testConfig = (dataDir: string) =>
  readConfig({
    LIENTHONG_DATA: dataDir,
    LIENTHONG_DEMO: '0',
    LIENTHONG_LOG: 'silent',
    LIENTHONG_RATE_LIMIT: '0',
  });

/** Makes the migrated template once for all test files; a lock lets one of them do it. */
async function ensureTemplate(): Promise<void> {
  await admin(async (client) => {
    await client.query('select pg_advisory_lock(1)');
    const there = await client.query('select from pg_database where datname = $1', [TEMPLATE]);
    if (there.rowCount) return;
    await client.query(`create database ${TEMPLATE}_new`);
    const dataDir = await mkdtemp(join(tmpdir(), 'lienthong-'));
    const made = await openInstallation({
      config: testConfig(dataDir),
      databaseUrl: withName(`${TEMPLATE}_new`),
      modules,
      authenticate,
    });
    await made[Symbol.asyncDispose]();
    await rm(dataDir, { recursive: true, force: true });
    await client.query(`alter database ${TEMPLATE}_new rename to ${TEMPLATE}`);
  });
}

/** Opens a fresh installation at `now` (a working morning of November 2025 unless given). */
export async function testApp(options: { now?: string } = {}): Promise<TestApp> {
  await ensureTemplate();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await admin((client) => client.query(`create database ${name} template ${TEMPLATE}`));
  const dataDir = await mkdtemp(join(tmpdir(), 'lienthong-'));
  const clock = fixedClock(options.now ?? '2025-11-17T08:00:00+07:00');
  const made = await openInstallation({
    config: testConfig(dataDir),
    databaseUrl: withName(name),
    modules,
    authenticate,
    clock,
    poolSize: { write: 4, read: 4 },
  });
  return {
    app: made.app,
    clock,
    call: (endpoint, input, actor = systemActor) => made.app.call(endpoint, input, { actor }),
    settle: () => drain(made.app),
    [Symbol.asyncDispose]: async () => {
      await made[Symbol.asyncDispose]();
      await admin((client) => client.query(`drop database if exists ${name} with (force)`));
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
