import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type pg from 'pg';

import { assertDatabaseRights } from './database-rights.ts';

export interface MigrationSource {
  module: string;
  folder: string;
}

interface Step {
  module: string;
  name: string;
  text: string;
  hash: string;
}

async function stepsOf(source: MigrationSource): Promise<Step[]> {
  const names = (await readdir(source.folder).catch(() => []))
    .filter((n) => /^\d{4}_.+\.sql$/.test(n))
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(source.folder, name), 'utf8');
      return { module: source.module, name, text, hash: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

/**
 * Brings the database to the newest schema, each migration in one transaction, in the order of the modules.
 * Two processes starting together take turns. Throws when a landed migration was edited afterwards.
 * @throws StartError before anything is changed where the user of the database lacks rights for the first migration
 */
export async function migrate(
  owner: pg.Pool,
  sources: readonly MigrationSource[],
  say: (line: string) => void = () => undefined,
): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('select pg_advisory_lock(5757)');
    if (!(await isBegun(client))) await assertDatabaseRights(client);
    await client.query('create schema if not exists kit');
    await client.query(
      'create table if not exists kit.migration (module text, name text, hash text not null, at timestamptz not null default now(), primary key (module, name))',
    );
    const landed = new Map(
      (
        await client.query<{ module: string; name: string; hash: string }>(
          'select module, name, hash from kit.migration',
        )
      ).rows.map((r) => [`${r.module}/${r.name}`, r.hash]),
    );
    for (const source of sources)
      for (const step of await stepsOf(source)) await apply(client, step, landed, say);
  } finally {
    await client.query('select pg_advisory_unlock(5757)').catch(() => undefined);
    client.release();
  }
}

async function isBegun(client: pg.PoolClient): Promise<boolean> {
  const there = await client.query<{ there: boolean }>(
    "select to_regclass('kit.migration') is not null and to_regclass('kit.event') is not null as there",
  );
  return there.rows[0]!.there;
}

async function apply(
  client: pg.PoolClient,
  step: Step,
  landed: Map<string, string>,
  say: (line: string) => void,
): Promise<void> {
  const key = `${step.module}/${step.name}`;
  const known = landed.get(key);
  if (known === step.hash) return;
  if (known !== undefined)
    throw new Error(`Migration ${key} was changed after it had landed; write a new one instead.`);
  try {
    await client.query('begin');
    await client.query(step.text);
    await client.query('insert into kit.migration (module, name, hash) values ($1, $2, $3)', [
      step.module,
      step.name,
      step.hash,
    ]);
    await client.query('commit');
    say(key);
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${key} failed: ${(error as Error).message}`, { cause: error });
  }
}
