import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from '../server.ts';
import { familyCpu, processCpu } from './cpu.ts';
import { type Ask, type Item, type Kind, newItem, type Office, type Recording } from './kinds.ts';

/** A server under load: the program, or the bare one. */
export interface Target extends AsyncDisposable {
  origin: string;
  pid: number;
}

/** What clients saw in one slice, and what it cost: milliseconds of processor time per request. */
export interface Slice {
  times: number[];
  seconds: number;
  processMs: number;
  databaseMs: number;
}

/** Starts the bare server with recordings by kind, one for each office. */
export async function startBare(url: string, recordings: Record<string, Recording[]>): Promise<Target> {
  const folder = mkdtempSync(join(tmpdir(), 'lienthong-bare-'));
  const file = join(folder, 'recordings.json');
  writeFileSync(file, JSON.stringify(recordings));
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'bare.ts')], {
    env: { ...process.env, DATABASE_URL: url, BARE_RECORDINGS: file, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((done) => child.stdout.once('data', done));
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid!,
    [Symbol.asyncDispose]: async () => {
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One request over a kept connection; throws with the answer unless it is 200. */
function send(agent: Agent, origin: string, { method, path, token, body }: Ask): Promise<string> {
  return new Promise((done, fail) => {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    };
    const sent = request(`${origin}${path}`, { method, agent, headers }, (reply) => {
      let text = '';
      reply.setEncoding('utf8').on('data', (part: string) => (text += part));
      reply.on('end', () =>
        reply.statusCode === 200
          ? done(text)
          : fail(new Error(`${path}: ${reply.statusCode} ${text.slice(0, 500)}`)),
      );
    });
    sent.on('error', fail);
    sent.end(body);
  });
}

/** The next request of a kind, offices in turn. */
export type Next = () => Ask;

/** As the program is asked. Cases to be appraised are used up. */
export function asking(kind: Kind, offices: readonly Office[]): Next {
  let n = 0;
  return () => {
    n += 1;
    const office = offices[n % offices.length]!;
    const item = kind.takes === 'appraise' ? office.items.pop() : newItem();
    if (!item) throw new Error(`${office.unitId} has no more cases to advance`);
    return { ...kind.ask(office, item), token: office.tokens[kind.post] };
  };
}

/** As the bare server is asked for the same; a case may come by more than once, since it proves nothing. */
export function askingBare(kind: Kind, offices: readonly Office[]): Next {
  let n = 0;
  return () => {
    n += 1;
    const at = n % offices.length;
    const path = `/${kind.name}/${at}`;
    if (kind.takes === 'none') return { method: 'GET', path, token: '' };
    const own = offices[at]!.repeated;
    const fresh = newItem();
    const item: Item =
      kind.takes === 'new' ? { ...fresh, code: `DK-${fresh.id.slice(0, 13)}` } : own[n % own.length]!;
    return { method: 'POST', path, token: '', body: JSON.stringify(item) };
  };
}

/**
 * Clients that ask without pause, each the next as soon as it has its answer, for a time or so many requests. Processor time is
 * read after `follow`: what an answered request still causes is its own.
 */
export async function slice(
  target: Pick<Target, 'origin' | 'pid'>,
  next: Next,
  wish: {
    clients: number;
    seconds: number;
    postmaster: number;
    requests?: number;
    follow?: () => Promise<void>;
  },
): Promise<Slice> {
  const agent = new Agent({ keepAlive: true, maxSockets: wish.clients });
  const times: number[] = [];
  const before = { own: processCpu(target.pid), database: familyCpu(wish.postmaster) };
  const began = performance.now();
  let asked = 0;
  const client = async () => {
    while (performance.now() - began < wish.seconds * 1000 && asked < (wish.requests ?? Infinity)) {
      asked += 1;
      const from = performance.now();
      await send(agent, target.origin, next());
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: wish.clients }, client));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  await wish.follow?.();
  return {
    times,
    seconds,
    processMs: (processCpu(target.pid) - before.own) / times.length,
    databaseMs: (familyCpu(wish.postmaster) - before.database) / times.length,
  };
}

export const joined = (slices: readonly Slice[]): Slice => {
  const times = slices.flatMap((s) => s.times);
  const weighed = (pick: (s: Slice) => number) =>
    slices.reduce((sum, s) => sum + pick(s) * s.times.length, 0) / times.length;
  return {
    times,
    seconds: slices.reduce((sum, s) => sum + s.seconds, 0),
    processMs: weighed((s) => s.processMs),
    databaseMs: weighed((s) => s.databaseMs),
  };
};

export const rate = ({ times, seconds }: Slice): number => times.length / seconds;
