import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { TestProject } from 'vitest/node';

import { openPostgres } from '../src/kit/postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** of the one PostgreSQL that all tests share, as superuser; each test file makes its own database in it */
    postgresUrl: string;
  }
}

/** Starts one PostgreSQL for the whole run, 15 instead of 18 with LIENTHONG_TEST_PG=15, and takes it away after. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lienthong-test-'));
  chmodSync(dataDir, 0o755); // the account of PostgreSQL has to get in when we are root
  const major = process.env.LIENTHONG_TEST_PG === '15' ? 15 : 18;
  const postgres = await openPostgres({
    dataDir,
    major,
    durable: false,
    settings: { max_connections: '200' },
  });
  project.provide('postgresUrl', postgres.url);
  return async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
