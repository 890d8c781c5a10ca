import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);
const file = join(root, 'openapi.json');

/** Writes openapi.json from the contracts of all modules; with --check only says whether it is fresh. */
async function main(): Promise<void> {
  const source = join(root, 'src/kit/openapi.ts');
  if (!existsSync(source)) return console.log('no src/kit/openapi.ts yet');
  const { openapiDocument } = (await import(source)) as { openapiDocument?: (modules: unknown) => unknown };
  if (!openapiDocument) return console.log('src/kit/openapi.ts does not export openapiDocument yet');
  const { modules } = (await import(join(root, 'src/modules.ts'))) as { modules: unknown };
  const text = `${JSON.stringify(openapiDocument(modules), null, 2)}\n`;
  const old = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (!process.argv.includes('--check')) return writeFileSync(file, text);
  if (old !== text)
    throw new Error(
      'openapi.json does not fit the contracts: run "npm run openapi" and look at the difference',
    );
}

await main();
process.exit(process.exitCode ?? 0);
