import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { Endpoint } from '../src/kit/contract.ts';
import { openApi } from '../src/kit/openapi.ts';
import { modules } from '../src/modules.ts';

const root = dirname(import.meta.dirname);
const file = join(root, 'openapi.json');

/** Writes openapi.json from the contracts of all modules; with --check only says whether it is fresh. */
function main(): void {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const endpoints: Endpoint[] = modules.flatMap(({ routes }) =>
    (routes ?? []).map(({ endpoint }) => endpoint),
  );
  const text = `${JSON.stringify(openApi(endpoints, version), null, 2)}\n`;
  if (!process.argv.includes('--check')) return writeFileSync(file, text);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  console.error('openapi.json does not fit the contracts: run "npm run openapi" and look at the difference');
  process.exitCode = 1;
}

main();
