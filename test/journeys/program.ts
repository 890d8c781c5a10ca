import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = join(import.meta.dirname, '../..');

/** A folder with an installation of its own, and its program as an operator runs it: as another process. */
export interface Machine extends AsyncDisposable {
  dataDir: string;
  url: string;
  port: number;
  /** Starts the program and waits until it says that it is ready. */
  start(): Promise<Running>;
  /** Starts it without waiting, with further settings. */
  launch(env?: Record<string, string>): Running;
  /** A command of `npx lienthong`, with what it printed and its exit code. */
  cli(...args: string[]): Promise<{ text: string; exit: number }>;
  /** Process of the database server. */
  postmaster(): number;
}

export interface Running {
  process: ChildProcess;
  printed(): string;
  /** The exit code, or the name of the signal that ended it. */
  ended: Promise<number | string>;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
}

function run(args: string[], env: Record<string, string>): Running {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', ...env },
  });
  let text = '';
  child.stdout.on('data', (part: Buffer) => (text += part.toString()));
  child.stderr.on('data', (part: Buffer) => (text += part.toString()));
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  return { process: child, printed: () => text, ended };
}

async function ready(url: string, running: Running): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 100) {
    if (running.process.exitCode !== null) throw new Error(`the program ended: ${running.printed()}`);
    const answer = await fetch(`${url}/api/health`).catch(() => undefined);
    if (answer?.status === 200) return;
    await sleep(100);
  }
  throw new Error(`not ready after a minute: ${running.printed()}`);
}

export async function openMachine(): Promise<Machine> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lienthong-machine-'));
  await chmod(dataDir, 0o755); // the account of PostgreSQL has to get in when we are root
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const started: Running[] = [];
  const own = { LIENTHONG_DATA: dataDir, LIENTHONG_DEMO: '0', PORT: String(port), DATABASE_URL: '' };
  const launch: Machine['launch'] = (env = {}) => {
    const running = run(['--import', 'tsx', 'src/main.ts'], { ...own, ...env });
    started.push(running);
    return running;
  };
  return {
    dataDir,
    url,
    port,
    launch,
    start: async () => {
      const running = launch();
      await ready(url, running);
      return running;
    },
    cli: async (...args) => {
      const running = run(['bin/lienthong.mjs', ...args], own);
      const exit = Number(await running.ended);
      return { text: running.printed().trim(), exit };
    },
    postmaster: () => Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]),
    [Symbol.asyncDispose]: async () => {
      for (const running of started) running.process.kill('SIGTERM');
      await Promise.all(started.map((running) => running.ended));
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
