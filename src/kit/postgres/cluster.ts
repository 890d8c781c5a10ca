import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

import { StartError } from '../start-error.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { own, type Place } from './place.ts';

export const SUPERUSER = 'lienthong';

/** Makes the cluster of this place unless it is there. A half-made one never gets the final name. */
export function initCluster(place: Place, binaries: Binaries, password: string, durable: boolean): void {
  if (existsSync(join(place.cluster, 'PG_VERSION'))) return checkVersion(place, binaries);
  const draft = `${place.cluster}.new`;
  const secret = `${place.cluster}.secret`;
  rmSync(draft, { recursive: true, force: true });
  rmSync(secret, { force: true });
  try {
    mkdirSync(draft, { mode: 0o700 });
    own(draft, place.account);
    writeFileSync(secret, password, { mode: 0o600 });
    own(secret, place.account);
    runInitdb(binaries, draft, secret, place.account, durable);
    renameSync(draft, place.cluster);
  } finally {
    rmSync(secret, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

function runInitdb(
  binaries: Binaries,
  folder: string,
  secret: string,
  account: Account | undefined,
  durable: boolean,
) {
  const args = [
    '-D',
    folder,
    '-U',
    SUPERUSER,
    `--pwfile=${secret}`,
    '--auth=scram-sha-256',
    '-k',
    '-E',
    'UTF8',
  ];
  args.push(`--locale=${process.platform === 'linux' ? 'C.UTF-8' : 'C'}`);
  // The built-in provider sorts alike on every platform and survives an upgrade of the C library.
  if (binaries.major >= 17) args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  if (!durable) args.push('--no-sync');
  const { status, stderr, error } = spawnSync(binaries.initdb, args, {
    ...asAccount(account),
    cwd: '/',
    encoding: 'utf8',
  });
  if (status !== 0) throw initFailed(folder, stderr || String(error));
}

function checkVersion(place: Place, binaries: Binaries): void {
  own(place.cluster, place.account);
  const found = readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8').trim();
  if (found === String(binaries.major)) return;
  throw new StartError({
    vi: `Dữ liệu ở ${place.cluster} thuộc PostgreSQL ${found}, còn chương trình dùng ${binaries.major}. Hãy xuất bằng phiên bản cũ rồi nhập lại.`,
    en: `The data in ${place.cluster} belong to PostgreSQL ${found}, this program uses ${binaries.major}. Export with the old version and import again.`,
  });
}

/** Starts the server in a session of its own, so that Ctrl-C in a terminal reaches us first and it can outlive us. */
export function spawnServer(
  place: Place,
  binaries: Binaries,
  port: number,
  settings: Record<string, string>,
): number {
  const log = openLog(place.log);
  const args = ['-D', place.cluster, '-p', String(port)];
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`);
  const child = spawn(binaries.postgres, args, {
    ...asAccount(place.account),
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  child.on('error', () => {}); // seen by the caller: the pid is missing
  child.unref();
  closeSync(log);
  return child.pid ?? 0;
}

/** What a path to a socket may have at most, in bytes, on every system that knows them. */
const LONGEST_SOCKET_PATH = 103;

/**
 * Where the server is to put its socket: into its own folder, which nobody else may enter; nowhere when the path would be
 * too long. Takes away what a killed server left there: it names a process id that may be somebody else's by now.
 */
export function prepareSockets({ cluster }: Place): string {
  for (const file of readdirSync(cluster))
    if (file.startsWith('.s.PGSQL.')) rmSync(join(cluster, file), { force: true });
  const isTooLong = Buffer.byteLength(join(cluster, '.s.PGSQL.65535')) > LONGEST_SOCKET_PATH;
  return process.platform === 'win32' || isTooLong ? '' : `"${cluster.replaceAll('"', '""')}"`;
}

const LOG_LIMIT_BYTES = 10_000_000;

function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > LOG_LIMIT_BYTES) renameSync(file, `${file}.old`);
  return openSync(file, 'a', 0o600);
}

function asAccount(account: Account | undefined) {
  const env = { PATH: '/usr/bin:/bin', LC_MESSAGES: 'C', TZ: 'UTC' };
  return account ? { uid: account.uid, gid: account.gid, env } : { env };
}

export interface Postmaster {
  pid: number;
  port: number;
  /** Where its socket is, if it has one. */
  socketFolder: string | undefined;
  ready: boolean;
}

/** What the server says about itself in postmaster.pid; undefined when the file is not there or still incomplete. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8')
      .split('\n')
      .map((line) => line.trim());
    const [pid, , , port, socketFolder] = lines;
    return {
      pid: Number(pid),
      port: Number(port),
      socketFolder: socketFolder || undefined,
      ready: lines[7] === 'ready',
    };
  } catch {
    return undefined;
  }
}

/**
 * Removes a postmaster.pid whose process id has meanwhile been given to some other program, as happens when a
 * container restarts: PostgreSQL would take that program for itself and refuse to start. A dead one that nobody has
 * buried yet has an empty command line and counts as foreign too.
 */
export function dropForeignPidFile(cluster: string, pid: number): void {
  try {
    if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')) return;
    rmSync(join(cluster, 'postmaster.pid'));
  } catch {
    // the process is gone, or this is no Linux: PostgreSQL itself sorts it out
  }
}

function initFailed(folder: string, output: string): StartError {
  return new StartError({
    vi: `Không tạo được cơ sở dữ liệu ở ${dirname(folder)}: ${output.trim()}${full(output).vi}`,
    en: `The database could not be created in ${dirname(folder)}: ${output.trim()}${full(output).en}`,
  });
}

/** The last lines of the server's log with a remedy, when it did not come up. */
export function startFailed(place: Place): StartError {
  const tail = existsSync(place.log)
    ? readFileSync(place.log, 'utf8').trim().split('\n').slice(-6).join('\n')
    : '';
  return new StartError({
    vi: `PostgreSQL không khởi động được. Xem ${place.log}.${full(tail).vi}`,
    en: `PostgreSQL did not start. See ${place.log}.${full(tail).en}\n${tail}`,
  });
}

function full(output: string): { vi: string; en: string } {
  if (!/No space left on device|free disk space/i.test(output)) return { vi: '', en: '' };
  return { vi: ' Đĩa đã đầy: hãy giải phóng dung lượng.', en: ' The disk is full: free some space.' };
}
