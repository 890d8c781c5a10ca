import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { type Measure, percentile, rounded } from './measure.ts';
import { memoryOf, postmasterOf } from './memory.ts';
import { startServer } from './server.ts';

const STARTS = 3;
const SETTLE_MS = 5000;

interface Start {
  readyIn: number;
  node: number | undefined;
  postgres: number | undefined;
}

/** One start on a data folder with the bundled PostgreSQL; looks at the memory some seconds after it is ready. */
async function startOn(dataDir: string, demo: '0' | '1'): Promise<Start> {
  const env = { LIENTHONG_DATA: dataDir, DATABASE_URL: '', LIENTHONG_DEMO: demo };
  await using server = await startServer(env, 600_000);
  await sleep(SETTLE_MS);
  const postmaster = postmasterOf(dataDir);
  return {
    readyIn: server.readyIn,
    node: memoryOf(server.pid, postmaster),
    postgres: postmaster === undefined ? undefined : memoryOf(postmaster),
  };
}

async function secondStart(name: string, dataDir: string, what: string, demo: '0' | '1'): Promise<Measure[]> {
  const made: Start[] = [];
  for (let i = 0; i < STARTS; i += 1) made.push(await startOn(dataDir, demo));
  const median = (pick: (start: Start) => number | undefined) =>
    rounded(
      percentile(
        made.map((start) => pick(start) ?? Number.NaN),
        0.5,
      ),
    );
  const memory = `proportional share (PSS), ${SETTLE_MS / 1000} s after the start, nobody asking; ${what}`;
  return [
    {
      name: `${name}.ready`,
      value: median((s) => s.readyIn),
      unit: 'ms',
      conditions: `npm start on an existing data folder until /api/health answers; ${what}; median of ${STARTS}`,
    },
    { name: `${name}.memory.program`, value: median((s) => s.node), unit: 'MB', conditions: memory },
    {
      name: `${name}.memory.postgres`,
      value: median((s) => s.postgres),
      unit: 'MB',
      conditions: `${memory}; shared_buffers 256 MB`,
    },
  ];
}

/** Start-up time and memory: on the benchmark's own data, and on a fresh folder with the demonstration. */
export async function measureStarts(dataDir: string, say: (line: string) => void): Promise<Measure[]> {
  const measures = await secondStart('start.large', dataDir, 'data of the benchmark', '0');
  const demoDir = join(dirname(dataDir), 'bench-start');
  await rm(demoDir, { recursive: true, force: true });
  const first = await startOn(demoDir, '1');
  measures.push({
    name: 'start.first',
    value: rounded(first.readyIn / 1000),
    unit: 's',
    conditions: 'first start on an empty folder: PostgreSQL made, schema, demonstration loaded',
  });
  measures.push(...(await secondStart('start.demo', demoDir, 'data of the demonstration', '1')));
  await rm(demoDir, { recursive: true, force: true });
  for (const { name, value, unit } of measures) say(`${name}: ${value} ${unit}`);
  return measures;
}
