import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);

/** Reading the time of day; `new Date(x)` and performance.now() are something else. */
const READS_THE_CLOCK = /\bDate\.now\(|\bnew Date\(\)|\bDate\(\)/;

/** The clock itself, the browser's own, and what has to do with the machine rather than with the product. */
const MAY = ['src/kit/clock.ts', 'src/kit/ids.ts', 'src/kit/log.ts', 'src/kit/metrics.ts'];

const IS_TEST = /\.test\.tsx?$/;

const breaches = globSync('src/**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !MAY.includes(file) && !file.startsWith('src/web/islands/') && !IS_TEST.test(file))
  .flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => (READS_THE_CLOCK.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  );

for (const breach of breaches) console.error(breach);
if (breaches.length > 0)
  console.error('Only src/kit/clock.ts reads the clock; everything else gets the time with its context.');
process.exitCode = breaches.length > 0 ? 1 : 0;
