import { existsSync, globSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);

const USAGE = `npm run new -- module NAME                 a module with its furniture, for instance: module calendar
npm run new -- migration MODULE WORDS…     the next migration, for instance: migration calendar add holiday`;

/** The files of an empty module; what is not needed is to be deleted, empty furniture is not kept. */
const FURNITURE: Record<string, (name: string) => string> = {
  'README.md': (name) =>
    `# ${name}\n\nPurpose.\n\n## Words\n\n## Invariants\n\n## Events out\n\n## Events in\n\n## Deliberately absent\n`,
  'contract.ts': () =>
    `import { z } from 'zod';\n\n/** Endpoints, schemas, problem kinds and event payloads: plain values. */\nexport const Id = z.uuid();\n`,
  'rules.ts': () => `/** Pure decisions: what is given decides, nothing is read. */\nexport {};\n`,
  'store.ts': () => `/** All SQL of this module. */\nexport {};\n`,
  'actions.ts': () => `/** One function per endpoint: check → load → rule → write → emit. */\nexport {};\n`,
  'index.ts': () => `/** What later modules may use. */\nexport {};\n`,
  'messages.ts': () => `export const messages = { vi: {}, en: {} };\n`,
  'samples.ts': () => `/** Builders for tests, demo and benchmarks, made through the API. */\nexport {};\n`,
  'rules.test.ts': (name) =>
    `import { test } from 'vitest';\n\ntest.todo('${name} decides what it is there for');\n`,
};

function newModule(name: string): void {
  const folder = join(root, 'src/modules', name);
  if (!/^[a-z][a-z0-9]*$/.test(name)) throw new Error(`"${name}": a module is named by one lower-case word`);
  if (existsSync(folder)) throw new Error(`src/modules/${name} is there already`);
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(FURNITURE)) writeFileSync(join(folder, file), text(name));
  newMigration(name, ['begin']);
  console.log(
    `Then: name it in src/modules.ts and, if it is new to the order, in ORDER of .dependency-cruiser.mjs.`,
  );
}

function newMigration(module: string, words: string[]): void {
  const folder = join(root, module === 'kit' ? 'src/kit' : join('src/modules', module), 'migrations');
  if (!existsSync(dirname(folder))) throw new Error(`there is no module ${module}`);
  if (words.length === 0) throw new Error('say in a few words what the migration does');
  mkdirSync(folder, { recursive: true });
  const last = Math.max(
    0,
    ...globSync('*.sql', { cwd: folder }).map((file) => Number.parseInt(basename(file), 10)),
  );
  const slug = words
    .join('_')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_');
  const file = join(folder, `${String(last + 1).padStart(4, '0')}_${slug}.sql`);
  const schema = last === 0 && module !== 'kit' ? `create schema ${module};\n` : '';
  writeFileSync(
    file,
    `-- Forward only, one transaction, never edited after landing. SQL for PostgreSQL 15.\n${schema}`,
  );
  console.log(file);
}

const [kind, name = '', ...words] = process.argv.slice(2);
try {
  if (kind === 'module') newModule(name);
  else if (kind === 'migration') newMigration(name, words);
  else throw new Error(USAGE);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
