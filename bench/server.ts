import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = dirname(import.meta.dirname);

/** The program as its users run it: a process of its own. */
export interface Server extends AsyncDisposable {
  origin: string;
  pid: number;
  /** Milliseconds from the start of the process to the first good answer of /api/health. */
  readyIn: number;
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

async function answers(origin: string): Promise<boolean> {
  try {
    const reply = await fetch(`${origin}/api/health`);
    return reply.ok && ((await reply.json()) as { status: string }).status === 'ok';
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await gone;
}

/** Starts the program with an environment on top of this one, and waits until it is healthy. Throws with what it printed. */
export async function startServer(env: Record<string, string>, patienceMs = 120_000): Promise<Server> {
  const port = await freePort();
  const from = performance.now();
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: {
      ...process.env,
      LIENTHONG_DEMO: '0',
      LIENTHONG_RATE_LIMIT: '0',
      LIENTHONG_LOG: 'error',
      ...env,
      PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', (text: Buffer) => void (printed = (printed + text.toString()).slice(-2000)));
  child.stderr.on('data', (text: Buffer) => void (printed = (printed + text.toString()).slice(-2000)));
  const origin = `http://127.0.0.1:${port}`;
  while (!(await answers(origin))) {
    if (child.exitCode !== null || performance.now() - from > patienceMs) {
      await stop(child);
      throw new Error(`the server did not start:\n${printed}`);
    }
    await sleep(20);
  }
  const readyIn = performance.now() - from;
  return { origin, pid: child.pid!, readyIn, [Symbol.asyncDispose]: () => stop(child) };
}
