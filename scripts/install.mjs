// Plain JavaScript without dependencies: runs on the machine's own Node before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Installs the packages unless node_modules has what package-lock.json asks for. */
export function ensureInstalled({ dev }) {
  if (isInstalled(dev)) return;
  const from = Date.now();
  console.log(
    'Đang cài các gói cần thiết, khoảng nửa phút… / Installing the packages needed, about half a minute…',
  );
  // "npm ci" would be stricter, but it refuses a lock in which an optional package for some other platform is missing.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', ...(dev ? ['--include=dev'] : [])];
  const npm = process.env.npm_execpath;
  const { status, error } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    : spawnSync('npm', args, {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
        shell: process.platform === 'win32',
      });
  if (status !== 0) {
    console.error(`Không cài được các gói (npm ${args.join(' ')}). Hãy xem thông báo ở trên rồi thử lại.`);
    console.error(
      `The packages could not be installed (npm ${args.join(' ')}). See above, then try again. ${error ?? ''}`,
    );
    process.exit(1);
  }
  console.log(`Đã cài xong / Installed: ${Math.round((Date.now() - from) / 1000)} s`);
}

/** Compares npm's record of what it installed with the lock; optional packages for other platforms may be missing. */
function isInstalled(dev) {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional, peer, dev: onlyDev }]) => {
    if (path === '' || (onlyDev && !dev)) return true;
    if (present[path]) return present[path].version === version;
    return Boolean(optional || peer);
  });
}

/** A Node that is new enough: the one from the packages, else the one that runs us. Ends the program if there is none. */
export function modernNode() {
  const packaged = join(root, 'node_modules/.bin/node');
  if (existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  console.error(
    `Không có gói Node 24 cho ${process.platform}-${process.arch}: hãy cài Node 24 trở lên (đang dùng ${process.version}).\n` +
      `There is no packaged Node 24 for ${process.platform}-${process.arch}: install Node 24 or later (this is ${process.version}).`,
  );
  return process.exit(1);
}
