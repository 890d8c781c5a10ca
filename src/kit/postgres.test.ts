import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { openPostgres, type Postgres } from './postgres.ts';
import { readPostmaster } from './postgres/cluster.ts';

let dataDir: string;
const opened: Postgres[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'lienthong-pg-'));
  chmodSync(dataDir, 0o755);
});

afterEach(async () => {
  for (const postgres of opened.splice(0)) await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function open(durable = false): Promise<Postgres> {
  const postgres = await openPostgres({ dataDir, durable, settings: { shared_buffers: '16MB' } });
  opened.push(postgres);
  return postgres;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

const postmaster = () => readPostmaster(join(dataDir, 'postgres'));

test('what was written is there after a stop and a start', async () => {
  const first = await open();
  expect(first.started).toBe(true);
  await query(first.url, `create table t as select 'Thừa Thiên Huế' as name`);
  await first.stop();
  expect(postmaster()).toBeUndefined();
  const second = await open();
  expect(await query(second.url, 'select name, upper(name) from t')).toEqual([
    { name: 'Thừa Thiên Huế', upper: 'THỪA THIÊN HUẾ' },
  ]);
});

test('checksums are on, and nobody gets in without the password', async () => {
  const { url } = await open();
  expect(await query(url, 'show data_checksums')).toEqual([{ data_checksums: 'on' }]);
  await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toMatchObject({
    code: '28P01',
  });
});

test('a server that was killed recovers at the next start with all that was committed', async () => {
  const first = await open(true);
  await query(first.url, 'create table t as select generate_series(1, 1000) as n');
  process.kill(postmaster()!.pid, 'SIGKILL');
  const second = await open();
  expect(await query(second.url, 'select count(*)::int as n from t')).toEqual([{ n: 1000 }]);
});

test('two who open at the same time share one server, and the last one out stops it', async () => {
  const [a, b] = await Promise.all([open(), open()]);
  expect(a.url).toBe(b.url);
  expect([a.started, b.started].filter(Boolean)).toHaveLength(1);
  await a.stop();
  expect(await query(b.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await b.stop();
  expect(postmaster()).toBeUndefined();
});

test('a server whose starter was killed is used again and stopped in the end', async () => {
  const script = `
    const { openPostgres } = await import(${JSON.stringify(import.meta.resolve('./postgres.ts'))});
    const { url } = await openPostgres({ dataDir: ${JSON.stringify(dataDir)}, durable: false });
    console.log(url);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
  const url = await new Promise<string>((done) =>
    child.stdout.once('data', (text: Buffer) => done(String(text).trim())),
  );
  child.kill('SIGKILL');
  const heir = await open();
  expect(heir.started).toBe(false);
  expect(heir.url).toBe(url);
  await heir.stop();
  expect(postmaster()).toBeUndefined();
});

test('a stale lock and a stale user of dead processes do not keep anyone out', async () => {
  await (await open()).stop();
  const note = join(dataDir, 'postgres.json');
  const { password } = JSON.parse(readFileSync(note, 'utf8')) as { password: string };
  writeFileSync(note, JSON.stringify({ password, users: ['999999:1:1'] }));
  writeFileSync(join(dataDir, 'postgres.lock'), '999999:1');
  const again = await open();
  await again.stop();
  expect(postmaster()).toBeUndefined();
});

test('a data folder that cannot be made is named together with the remedy', async () => {
  const file = join(dataDir, 'file');
  writeFileSync(file, '');
  await expect(openPostgres({ dataDir: join(file, 'data') })).rejects.toThrow(/LIENTHONG_DATA/);
});

test('data of another major version are refused by name', async () => {
  await (await open()).stop();
  execFileSync('sh', ['-c', `echo 14 > ${join(dataDir, 'postgres/PG_VERSION')}`]);
  await expect(open()).rejects.toThrow(/PostgreSQL 14/);
});
