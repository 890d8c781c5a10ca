import { randomBytes, createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { StartError } from '../start-error.ts';
import { type Account, canReach, mayEnter, postgresAccount } from './account.ts';

/** What is remembered beside the cluster in postgres.json (readable by its owner only). */
export type Note = {
  password: string;
  /** the port of the last start; tried first at the next one */
  port?: number;
  /** where the cluster is, if not in `postgres` beside the note */
  folder?: string;
  /** names of the processes that use the server; the last living one to leave stops it */
  users: string[];
};

/** Where everything of one embedded PostgreSQL is kept. */
export type Place = {
  account: Account | undefined;
  note: string;
  lock: string;
  log: string;
  cluster: string;
  /** where copies of the programs may go if node_modules is out of the account's reach */
  fallback: string;
};

/** System-wide folder used when root keeps the data where PostgreSQL's account cannot go, such as /root. */
const SHARED_HOME = '/var/lib/lienthong';

/** Finds or makes the folders for the data folder `dataDir`. @throws StartError if it cannot be written to. */
export function preparePlace(dataDir: string): Place {
  const home = resolve(dataDir);
  const account = postgresAccount();
  try {
    mkdirSync(home, { recursive: true });
    const cluster = clusterFolder(home, account);
    return {
      account,
      note: join(home, 'postgres.json'),
      lock: join(home, 'postgres.lock'),
      log: join(home, 'postgres.log'),
      cluster,
      fallback: account ? SHARED_HOME : home,
    };
  } catch (cause) {
    throw notWritable(home, cause);
  }
}

function clusterFolder(home: string, account: Account | undefined): string {
  const known = readNote(join(home, 'postgres.json'))?.folder;
  if (known) return known;
  const beside = join(home, 'postgres');
  if (!account || (canReach(beside, account) && mayEnter(home, account))) return beside;
  const name = createHash('sha256').update(home).digest('hex').slice(0, 12);
  mkdirSync(SHARED_HOME, { recursive: true, mode: 0o755 });
  return join(SHARED_HOME, `postgres-${name}`);
}

/** The note of this place; a new one with a fresh password at the very first start. */
export function openNote(place: Place): Note {
  const note = readNote(place.note);
  if (note) return note;
  if (existsSync(place.cluster)) throw noteLost(place);
  const outside = place.cluster !== join(place.note, '../postgres');
  const fresh = { password: randomBytes(24).toString('base64url'), users: [] };
  return outside ? { ...fresh, folder: place.cluster } : fresh;
}

function readNote(file: string): Note | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Note) : undefined;
}

/** Replaces the note in one step, so that a crash leaves the old or the new one. */
export function writeNote(place: Place, note: Note): void {
  const draft = `${place.note}.new`;
  writeFileSync(draft, `${JSON.stringify(note, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(draft, place.note);
}

/** Gives the cluster folder to the account again, for instance after a restore made by root. */
export function own(path: string, account: Account | undefined): void {
  if (account && statSync(path).uid !== account.uid) chownSync(path, account.uid, account.gid);
}

function notWritable(home: string, cause: unknown): StartError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StartError(
    {
      vi: `Không ghi được vào thư mục dữ liệu ${home} (${reason}). Hãy cấp quyền ghi hoặc đặt LIENTHONG_DATA trỏ tới thư mục khác.`,
      en: `The data folder ${home} cannot be written to (${reason}). Give write permission, or set LIENTHONG_DATA to another folder.`,
    },
    { cause },
  );
}

function noteLost(place: Place): StartError {
  return new StartError({
    vi: `Có dữ liệu ở ${place.cluster} nhưng thiếu ${place.note} (mật khẩu). Hãy khôi phục tệp này từ bản sao lưu cùng với dữ liệu.`,
    en: `There are data in ${place.cluster} but ${place.note} (the password) is missing. Restore that file from the backup the data came from.`,
  });
}

/** The server on this folder does not know the password of the note. */
export function passwordWrong(note: string): StartError {
  return new StartError({
    vi: `Mật khẩu trong ${note} không khớp với cơ sở dữ liệu. Hãy khôi phục tệp này từ bản sao lưu cùng với dữ liệu.`,
    en: `The password in ${note} does not fit the database. Restore that file from the backup the data came from.`,
  });
}
