import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);
const paths = process.argv.slice(2);

/** Repairs what a machine can repair: lint first, then the format. Takes paths; without any, everything. */
for (const [program, ...args] of [
  ['oxlint', '--type-aware', '--fix', ...paths],
  ['oxfmt', ...(paths.length > 0 ? paths : ['.'])],
]) {
  spawnSync(join(root, 'node_modules/.bin', program ?? ''), args, { cwd: root, stdio: 'inherit' });
}
