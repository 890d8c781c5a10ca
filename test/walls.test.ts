import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { cruise, type ICruiseOptions } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = dirname(import.meta.dirname);

/** File → its text. Each line breaks one wall; the name of the wall stands in BREACHES. */
const FILES: Record<string, string> = {
  'src/modules/organisations/index.ts': `import '../directives/index.ts'; export const a = 1;`,
  'src/modules/directives/index.ts': `import '../organisations/store.ts'; export const b = 1;`,
  'src/modules/organisations/store.ts': `import 'pg'; export const c = 1;`,
  'src/modules/directives/rules.ts': `import 'node:fs'; import './store.ts'; export const d = 1;`,
  'src/modules/directives/store.ts': `export const e = 1;`,
  'src/modules/directives/contract.ts': `import './store.ts'; export const f = 1;`,
  'src/modules/directives/actions.ts': `import 'pg'; import 'fastify'; import './rules.ts'; import './contract.ts';`,
  'src/modules/surprise/index.ts': `import '../surprise/other.ts';`,
  'src/modules/surprise/other.ts': `import './index.ts'; export const g = 1;`,
  'src/kit/db.ts': `import '../modules/directives/actions.ts'; export const h = 1;`,
  'src/web/layout.ts': `import '../modules/directives/actions.ts'; import './nowhere.ts';`,
  'src/web/alone.ts': `export const i = 1;`,
};

const BREACHES = [
  ['order-organisations', 'src/modules/organisations/index.ts'],
  ['door-only', 'src/modules/directives/index.ts'],
  ['rules-are-pure', 'src/modules/directives/rules.ts'],
  ['rules-know-only-rules', 'src/modules/directives/rules.ts'],
  ['contracts-are-light', 'src/modules/directives/contract.ts'],
  ['sql-in-store', 'src/modules/directives/actions.ts'],
  ['http-in-kit', 'src/modules/directives/actions.ts'],
  ['module-in-order', 'src/modules/surprise/index.ts'],
  ['no-circles', 'src/modules/surprise/index.ts'],
  ['kit-knows-no-product', 'src/kit/db.ts'],
  ['web-knows-no-module', 'src/web/layout.ts'],
  ['resolvable', 'src/web/layout.ts'],
  ['no-orphans', 'src/web/alone.ts'],
];

let folder: string;
let violations: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lienthong-walls-'));
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  for (const file of ['package.json', 'tsconfig.json']) cpSync(join(root, file), join(folder, file));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  violations = await breaches(folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function breaches(baseDir: string): Promise<string[]> {
  const { default: config } = (await import(join(root, '.dependency-cruiser.mjs'))) as {
    default: { forbidden: object[]; options: ICruiseOptions };
  };
  const options = { ...config.options, baseDir, validate: true, ruleSet: { forbidden: config.forbidden } };
  const { enhancedResolveOptions: resolve, ...rest } = options;
  const { output } = await cruise(['src'], rest as ICruiseOptions, resolve, {
    tsConfig: extractTSConfig(join(baseDir, 'tsconfig.json')),
  });
  if (typeof output === 'string') throw new Error(output);
  return output.summary.violations.map(({ rule, from }) => `${rule.name} ${from}`);
}

test.each(BREACHES)('%s is seen in %s', (rule, file) => {
  expect(violations).toContain(`${rule} ${file}`);
});

test('a store may speak SQL and an own neighbour may be imported', () => {
  expect(violations).not.toContain('sql-in-store src/modules/organisations/store.ts');
  expect(violations).not.toContain('door-only src/modules/directives/actions.ts');
});
