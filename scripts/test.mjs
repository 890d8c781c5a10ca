// npm test: installs what is missing, checks, runs all tests, and closes with one line of counts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { ensureInstalled, modernNode, root } from './install.mjs';

ensureInstalled({ dev: true });
const node = modernNode();
const folder = mkdtempSync(join(tmpdir(), 'lienthong-counts-'));
const total = { passed: 0, failed: 0, skipped: 0 };

const browser = run(['scripts/browser.ts']);
const checked = run(['scripts/check.ts']);
const tested = vitest('18', []);
const testedOn15 = vitest('15', ['--project', 'smoke']);
rmSync(folder, { recursive: true, force: true });

if (!checked) console.error('\nnpm run check failed, see above');
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(browser && checked && tested && testedOn15 && total.passed > 0 && total.failed === 0 ? 0 : 1);

/** Runs vitest on one version of PostgreSQL and adds up what it counted. */
function vitest(version, args) {
  const counts = join(folder, version);
  const ok = run(['node_modules/vitest/vitest.mjs', 'run', ...args], {
    LIENTHONG_TEST_PG: version,
    LIENTHONG_TEST_COUNTS: counts,
  });
  try {
    for (const [state, number] of Object.entries(JSON.parse(readFileSync(counts, 'utf8'))))
      total[state] += number;
  } catch {
    total.failed += 1; // ended before it could count
    return false;
  }
  return ok;
}

function run(args, env = {}) {
  const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  const options = {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: path, ...env },
  };
  return spawnSync(node, args, options).status === 0;
}
