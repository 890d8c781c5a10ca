import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The account that PostgreSQL runs under; undefined stands for our own. */
export type Account = { name: string; uid: number; gid: number };

const NOBODY: Account = { name: 'nobody', uid: 65534, gid: 65534 };

/**
 * PostgreSQL refuses to run as root. When we are root it gets the account `postgres` if there is one, else `nobody`.
 * A uid without a passwd entry would not do: initdb looks its name up.
 */
export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return accountNamed('postgres') ?? accountNamed('nobody') ?? NOBODY;
}

function accountNamed(name: string): Account | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { name, uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/** Whether the account may walk through every folder above `path`; `path` itself is not looked at. */
export function canReach(path: string, account: Account): boolean {
  const parent = dirname(path);
  if (parent === path) return true;
  return mayEnter(parent, account) && canReach(parent, account);
}

/** Whether the account may enter the folder: the execute bit of the class it falls in. */
export function mayEnter(folder: string, account: Account): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
