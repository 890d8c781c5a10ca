import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';

import { type Binaries, findBinaries, type Major } from './postgres/binaries.ts';
import {
  dropForeignPidFile,
  initCluster,
  prepareSockets,
  readPostmaster,
  spawnServer,
  startFailed,
  SUPERUSER,
} from './postgres/cluster.ts';
import { isAlive, pidLives, processName, withLock } from './postgres/lock.ts';
import { type Note, openNote, passwordWrong, type Place, preparePlace, writeNote } from './postgres/place.ts';

export type PostgresOptions = {
  /** data folder of the installation; the cluster goes into `postgres` below it */
  dataDir: string;
  log?: { info(text: string): void; warn(text: string): void };
  major?: Major;
  /** false only for tests: a power cut may lose everything, but nothing waits for the disk */
  durable?: boolean;
  /** server settings on top of ours, such as `shared_buffers` */
  settings?: Record<string, string>;
};

/** A running PostgreSQL. Closing it stops the server when no other process uses it. */
export type Postgres = AsyncDisposable & {
  /** of the database `lienthong`, as its owner and superuser */
  url: string;
  /** whether this call started the server, rather than finding it running */
  started: boolean;
  stop(): Promise<void>;
};

const DATABASE = 'lienthong';

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  shared_buffers: '256MB',
  max_connections: '120',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_duration_statement: '2000',
};

const CARELESS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Opens the PostgreSQL that comes with the program, on this machine only. Starts it or uses the one that another
 * process has running on the same folder, also one left behind by a process that was killed. Waits until it answers.
 * @throws StartError when the folder, the disk, the port or the programs stand in the way.
 */
export async function openPostgres(options: PostgresOptions): Promise<Postgres> {
  const place = preparePlace(options.dataDir);
  return withLock(place.lock, async () => {
    const note = openNote(place);
    const started = !(await usesRunning(place, note));
    if (started) await start(place, note, options);
    await createDatabase(note);
    // Through the file system where it can: a request costs both sides a third less than over the network of this machine.
    const url = urlOf({ ...note, ...readPostmaster(place.cluster) }, DATABASE);
    const user = `${processName(process.pid)}:${(count += 1)}`;
    writeNote(place, { ...note, users: [...note.users.filter(isUsing), user] });
    options.log?.info(
      `PostgreSQL ${started ? 'started' : 'found running'} on 127.0.0.1:${note.port}, ${place.cluster}`,
    );
    const stop = once(() => withLock(place.lock, () => leave(place, user, options)));
    return { url, started, stop, [Symbol.asyncDispose]: stop };
  });
}

let count = 0;

function isUsing(user: string): boolean {
  return isAlive(user.slice(0, user.lastIndexOf(':')));
}

const PATIENCE_MS = 60_000;
const FOREIGN_AFTER_MS = 3000;

/** Whether a server runs on the folder and answers; waits for one that is just starting or recovering. */
async function usesRunning(place: Place, note: Note): Promise<boolean> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 100) {
    const running = readPostmaster(place.cluster);
    if (!running || !pidLives(running.pid)) return false;
    const reply = await knock(urlOf({ ...note, port: running.port }, DATABASE));
    if (reply === 'answers') {
      note.port = running.port;
      return true;
    }
    if (reply === 'wrong password') throw passwordWrong(place.note);
    if (reply === 'refused' && waited >= FOREIGN_AFTER_MS) dropForeignPidFile(place.cluster, running.pid);
    await sleep(100);
  }
  throw startFailed(place);
}

async function start(place: Place, note: Note, options: PostgresOptions): Promise<void> {
  const durable = options.durable ?? true;
  const binaries = findBinaries(options.major ?? 18, place.account, place.fallback);
  writeNote(place, note);
  initCluster(place, binaries, note.password, durable);
  const unix_socket_directories = prepareSockets(place);
  const settings = {
    ...SETTINGS,
    unix_socket_directories,
    ...(durable ? {} : CARELESS),
    ...options.settings,
  };
  for (let attempt = 1; ; attempt += 1) {
    note.port = await freePort(attempt === 1 ? note.port : undefined);
    if (await bringUp(place, binaries, note.port, settings)) break;
    if (attempt === 3) throw startFailed(place);
  }
}

/** Starts the server and waits until it is ready; false if it gave up, for instance because the port was taken. */
async function bringUp(
  place: Place,
  binaries: Binaries,
  port: number,
  settings: Record<string, string>,
): Promise<boolean> {
  const pid = spawnServer(place, binaries, port, settings);
  if (!pid) throw startFailed(place);
  let gone = false;
  for (;;) {
    const running = readPostmaster(place.cluster);
    if (running?.pid === pid && running.ready) return true;
    if (gone) return false;
    gone = !pidLives(pid);
    await sleep(20);
  }
}

/** The last one out stops the server. */
async function leave(place: Place, user: string, { log }: PostgresOptions): Promise<void> {
  const note = openNote(place);
  const users = note.users.filter((other) => other !== user && isUsing(other));
  writeNote(place, { ...note, users });
  const running = readPostmaster(place.cluster);
  if (users.length > 0 || !running || !pidLives(running.pid)) return;
  process.kill(running.pid, 'SIGINT'); // fast shutdown: roll back what is open, write everything down, end
  for (let waited = 0; waited < 30_000; waited += 20) {
    if (!readPostmaster(place.cluster)) return;
    await sleep(20);
  }
  log?.warn(`PostgreSQL (process ${running.pid}) did not stop within 30 seconds`);
}

async function createDatabase(note: Note): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(note, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

async function knock(url: string): Promise<'answers' | 'busy' | 'wrong password' | 'refused'> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return 'answers';
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === '57P03') return 'busy'; // starting up, recovering or shutting down
    if (code === '3D000') return 'answers'; // killed before the database was made
    return code === '28P01' ? 'wrong password' : 'refused';
  } finally {
    await client.end().catch(() => {});
  }
}

function urlOf(
  note: Pick<Note, 'password' | 'port'> & { socketFolder?: string | undefined },
  database: string,
): string {
  const host = note.socketFolder ? `?host=${encodeURIComponent(note.socketFolder)}` : '';
  return `postgres://${SUPERUSER}:${note.password}@127.0.0.1:${note.port}/${database}${host}`;
}

/** A port nobody listens on: the wished one if it is free, else any. */
function freePort(wish = 0): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', (error) => (wish ? done(freePort()) : fail(error)));
    probe.listen(wish, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= work());
}
