import { parseArgs } from 'node:util';

import { measureCrashes } from './cases/crash-measure.ts';
import { measureCases } from './cases/measure.ts';
import { measureFigureBench } from './figures/measure.ts';
import { openBench } from './installation.ts';
import { measureCoverage } from './mandates.ts';
import type { Measure } from './measure.ts';
import { machine, tableOf } from './print.ts';
import { measureQuestions } from './questions.ts';
import { measureReplay } from './replay.ts';
import { sizesAt } from './sizes.ts';
import { measureStarts } from './startup.ts';
import { measureSubmit } from './submit/measure.ts';

const usage = `npm run bench -- [--json] [--scale 1] [--only PART] [--calls 200]
npm run bench -- figures [--cases 1000000] [--calls 50] [--only figures.read]

--scale  1 is 200,000 assignments (about ten minutes to make, once); 0.05 is a quick look
--only   verify, questions, submit, starts, coverage, cases (or cases.list …), crash (50 kills, only when named), or the beginning of a question's name
BENCH_DATABASE_URL: an empty PostgreSQL of your own instead of the bundled one`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
    scale: { type: 'string', default: '1' },
    calls: { type: 'string', default: '200' },
    only: { type: 'string' },
    cases: { type: 'string', default: '1000000' },
  },
});

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const parts = ['verify', 'questions', 'submit', 'starts', 'coverage', 'cases'] as const;
const wants = (part: (typeof parts)[number]): boolean => {
  const { only } = options;
  if (only === undefined || only === part) return true;
  if (part === 'cases') return only.startsWith('cases.');
  return part === 'questions' && !only.startsWith('cases.') && !parts.some((one) => one === only);
};

function caseOptions() {
  const [scale, calls] = [Number(options.scale), Number(options.calls)];
  const only = options.only === 'cases' ? undefined : options.only;
  return { scale, calls, only, seconds: scale < 0.05 ? 2 : 4, rounds: 3, say };
}

async function main(): Promise<Measure[]> {
  const { cases, calls, only } = options;
  if (positionals[0] === 'figures')
    return measureFigureBench({ cases: Number(cases), calls: Number(calls), only, say });
  if (options.only === 'crash') return measureCrashes(say);
  const sizes = sizesAt(Number(options.scale));
  const databaseUrl = process.env['BENCH_DATABASE_URL'];
  const measures: Measure[] = wants('coverage') ? await measureCoverage(say) : [];
  if (wants('cases')) measures.push(...(await measureCases(caseOptions())));
  if (options.only === 'coverage' || options.only?.startsWith('cases')) return measures;
  let dataDir: string;
  {
    await using bench = await openBench(sizes, databaseUrl, say);
    dataDir = bench.dataDir;
    const only = options.only === 'questions' ? undefined : options.only;
    if (wants('questions'))
      measures.push(...(await measureQuestions(bench, { calls: Number(options.calls), only, say })));
    const { tasks, seconds, rounds } =
      sizes.scale < 0.5 ? { tasks: 40, seconds: 2, rounds: 2 } : { tasks: 150, seconds: 4, rounds: 4 };
    if (wants('submit')) measures.push(...(await measureSubmit(bench, { tasks }, { seconds, rounds, say })));
    if (wants('verify')) measures.push(...(await measureReplay(bench, say)));
  }
  if (wants('starts') && !databaseUrl) measures.push(...(await measureStarts(dataDir, say)));
  return measures;
}

if (options.help) {
  console.log(usage);
} else {
  const measures = await main();
  const scaled = measures.map((m) => ({
    ...m,
    conditions: `${m.conditions}; scale ${options.scale}; ${machine()}`,
  }));
  console.log(
    options.json
      ? JSON.stringify(scaled, null, 2)
      : `${machine()}, scale ${options.scale}\n\n${tableOf(measures)}`,
  );
}
process.exit(0);
