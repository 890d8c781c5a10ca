import { spawn, spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';

import type { Script } from './script.ts';

/** Milliseconds of each submitted and accepted pair, and how long the slice took in all. */
export interface Slice {
  times: number[];
  seconds: number;
}

export interface SliceWish {
  clients: number;
  seconds: number;
  /** The first item of bench.todo that this slice may take. */
  from: number;
  /** Whether statements are prepared once per connection, as the program prepares those of its hot paths. */
  prepared?: boolean;
}

/** The newest pgbench of this machine; undefined when there is none (Debian: apt install postgresql-contrib). */
export function findPgbench(): string | undefined {
  const candidates = [...globSync('/usr/lib/postgresql/*/bin/pgbench').toSorted().toReversed(), 'pgbench'];
  return candidates.find((path) => spawnSync(path, ['--version']).status === 0);
}

const OPTIONS = '-c role=lienthong_app -c timezone=Asia/Ho_Chi_Minh -c jit=off';

/** Runs the script with pgbench in the extended protocol, as the program's driver speaks it. */
export async function pgbenchSlice(
  program: string,
  url: string,
  script: Script,
  wish: SliceWish,
): Promise<Slice & { used: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'lienthong-bench-'));
  try {
    writeFileSync(join(folder, 'script.sql'), script.text);
    const variables = {
      ...script.constants,
      i: '-1',
      clients: String(wish.clients),
      from: String(wish.from),
    };
    const args = [
      '-n',
      '-M',
      wish.prepared ? 'prepared' : 'extended',
      '-f',
      join(folder, 'script.sql'),
      '-T',
      String(wish.seconds),
      '-c',
      String(wish.clients),
      '-j',
      String(Math.min(2, wish.clients)),
      '-l',
      `--log-prefix=${join(folder, 'log')}`,
      ...Object.entries(variables).flatMap(([name, value]) => ['-D', `${name}=${value}`]),
      url,
    ];
    const { code, printed } = await run(program, args);
    if (code !== 0) throw new Error(`pgbench failed:\n${printed}`);
    const lines = globSync(join(folder, 'log*')).flatMap((file) => linesIn(readFileSync(file, 'utf8')));
    return {
      times: lines.map((line) => line.ms),
      seconds: secondsIn(printed, lines.length),
      used: usedBy(lines, wish),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface LogLine {
  client: number;
  ms: number;
}

/** Lines of the log: client, number, microseconds, script, second, rest of the second. */
const linesIn = (log: string): LogLine[] =>
  log
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(' ').map(Number))
    .map(([client = 0, , microseconds = 0]) => ({ client, ms: microseconds / 1000 }));

/** Clients take every `clients`-th item, so the one that did most says how far they came. */
function usedBy(lines: readonly LogLine[], { clients }: SliceWish): number {
  const counts = new Map<number, number>();
  for (const { client } of lines) counts.set(client, (counts.get(client) ?? 0) + 1);
  return clients * (Math.max(0, ...counts.values()) + 2);
}

const secondsIn = (printed: string, pairs: number): number =>
  pairs / Number(/tps = ([\d.]+) \(without/.exec(printed)?.[1] ?? Number.NaN);

function run(program: string, args: string[]): Promise<{ code: number | null; printed: string }> {
  const child = spawn(program, args, {
    env: { ...process.env, PGOPTIONS: OPTIONS },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', (text: Buffer) => void (printed += text.toString()));
  child.stderr.on('data', (text: Buffer) => void (printed += text.toString()));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => done({ code, printed }));
  });
}

/** The same statements through the program's own driver, for machines without pgbench. */
export async function driverSlice(
  url: string,
  script: Script,
  wish: SliceWish,
): Promise<Slice & { used: number }> {
  const statements = script.text
    .split(';\n')
    .map((text) => text.replace(/^\\set.*\n/gm, '').trim())
    .filter(Boolean);
  const times: number[] = [];
  const began = performance.now();
  let most = 0;
  const one = async (number: number) => {
    const client = new pg.Client({ connectionString: url, options: OPTIONS });
    await client.connect();
    for (let i = 0; performance.now() - began < wish.seconds * 1000; i += 1) {
      const from = performance.now();
      const n = String(wish.from + i * wish.clients + number);
      let known: Record<string, string> = { ...script.constants, n };
      for (const text of statements) known = { ...known, ...(await sendNamed(client, text, known)) };
      times.push(performance.now() - from);
      most = Math.max(most, i + 1);
    }
    await client.end();
  };
  await Promise.all(Array.from({ length: wish.clients }, (_, number) => one(number)));
  return { times, seconds: (performance.now() - began) / 1000, used: wish.clients * (most + 1) };
}

/** Sends one statement with `:names` as parameters; the row of a `\gset`. */
async function sendNamed(
  client: pg.Client,
  text: string,
  known: Record<string, string>,
): Promise<Record<string, string>> {
  const [query = '', rest] = text.split('\\gset\n');
  const values: string[] = [];
  const named = query.replaceAll(/(?<!:):([a-z]\w*)/g, (_, name: string) => `$${values.push(known[name]!)}`);
  const { rows } = await client.query<Record<string, string>>(named, values);
  return rest === undefined
    ? {}
    : { ...rows[0], ...(await sendNamed(client, rest, { ...known, ...rows[0] })) };
}
