import { parseArgs } from 'node:util';

import { openBench } from './installation.ts';
import type { Measure } from './measure.ts';
import { measureQuestions } from './questions.ts';
import { sizesAt } from './sizes.ts';
import { measureSubmit } from './submit/measure.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    scale: { type: 'string', default: '0.05' },
    calls: { type: 'string', default: '200' },
    only: { type: 'string' },
  },
});
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const bench = await openBench(sizesAt(Number(values.scale)), process.env['BENCH_DATABASE_URL'], say);
const measures: Measure[] = await measureQuestions(bench, {
  calls: Number(values.calls),
  only: values.only,
  say,
});
if (!values.only)
  measures.push(...(await measureSubmit(bench, { tasks: 40 }, { seconds: 3, rounds: 3, say })));
console.log(JSON.stringify(measures, null, 2));
await bench[Symbol.asyncDispose]();
process.exit(0);
