import { dayOf } from '../../src/kit/day.ts';
import { actorFor, type Person, PROVINCE, tokenFor } from '../accounts.ts';
import type { Bench } from '../installation.ts';
import { type Measure, percentile, rounded } from '../measure.ts';
import { startServer } from '../server.ts';
import { record, reportBody } from './capture.ts';
import { apiSlice, type Desk } from './clients.ts';
import { type Item, makeItems } from './items.ts';
import { driverSlice, findPgbench, pgbenchSlice, type Slice, type SliceWish } from './pgbench.ts';
import { fillTodo, type Script, scriptOf } from './script.ts';

export interface SubmitOptions {
  /** Seconds of each slice, and how many slices of each kind take turns. */
  seconds: number;
  rounds: number;
  say: (line: string) => void;
}

interface Sides {
  api: Slice;
  sql: Slice;
}

const joined = (slices: readonly Slice[]): Slice => ({
  times: slices.flatMap((s) => s.times),
  seconds: slices.reduce((sum, s) => sum + s.seconds, 0),
});

const rate = ({ times, seconds }: Slice): number => times.length / seconds;

function measuresFor(name: string, { api, sql }: Sides, conditions: string, by: string): Measure[] {
  const pair = 'a report with its product submitted, then accepted';
  const words = `${pair}, over HTTP; ${conditions}; ${api.times.length} pairs; ratio: to the same SQL sent by ${by} in turn`;
  const ofShare = (share: number) => ({
    name: `${name}.p${share * 100}`,
    value: rounded(percentile(api.times, share)),
    unit: 'ms',
    conditions: words,
    ratio: rounded(percentile(api.times, share) / percentile(sql.times, share)),
  });
  return [
    {
      name: `${name}.rate`,
      value: rounded(rate(api)),
      unit: 'pairs/s',
      conditions: words,
      ratio: rounded(rate(api) / rate(sql)),
    },
    ofShare(0.5),
    ofShare(0.95),
    {
      name: `${name}.sql.rate`,
      value: rounded(rate(sql)),
      unit: 'pairs/s',
      conditions: `the SQL of ${pair}, sent by ${by}; ${conditions}; ${sql.times.length} pairs`,
    },
  ];
}

interface Scenario {
  name: string;
  conditions: string;
  clients: readonly number[];
  person: Person;
  items: readonly Item[];
}

/** What slices of one scenario need: the SQL side takes items from the second half, so that both never meet. */
interface Stage {
  desk: Desk;
  items: readonly Item[];
  sqlSlice: (wish: SliceWish) => Promise<Slice & { used: number }>;
  next: { api: number; sql: number };
}

/** The tool that sends the SQL: pgbench, else the program's own driver. */
function sqlSender(url: string, script: Script): { by: string; slice: Stage['sqlSlice'] } {
  const program = findPgbench();
  if (program) return { by: 'pgbench', slice: (wish) => pgbenchSlice(program, url, script, wish) };
  return {
    by: 'a loop over the pg driver, since there is no pgbench',
    slice: (wish) => driverSlice(url, script, wish),
  };
}

/** Slices of both sides in turn, so that a noisy minute falls on both. */
async function compare(
  { desk, items, sqlSlice, next }: Stage,
  clients: number,
  options: SubmitOptions,
): Promise<Sides> {
  const sides = { api: [] as Slice[], sql: [] as Slice[] };
  for (let round = 0; round < options.rounds; round += 1) {
    const { seconds } = options;
    const api = await apiSlice(desk, items, { clients, seconds, from: next.api });
    next.api += api.used;
    sides.api.push(api);
    const sql = await sqlSlice({ clients, seconds, from: next.sql });
    next.sql += sql.used;
    sides.sql.push(sql);
  }
  return { api: joined(sides.api), sql: joined(sides.sql) };
}

async function measureScenario(
  bench: Bench,
  origin: string,
  scenario: Scenario,
  options: SubmitOptions,
): Promise<Measure[]> {
  const { app, url } = bench;
  const [sample, ...items] = scenario.items;
  const people = { unit: await actorFor(app, scenario.person), office: await actorFor(app, 'office') };
  const recording = await record(bench, sample!, people.unit, people.office);
  const { script, varying } = scriptOf(recording);
  await fillTodo(app.db.owner, recording, varying, items);
  const desk = {
    origin,
    unitToken: await tokenFor(app, scenario.person),
    officeToken: await tokenFor(app, 'office'),
    body: reportBody(dayOf(app.clock.now())),
  };
  const { by, slice } = sqlSender(url, script);
  const stage: Stage = { desk, items, sqlSlice: slice, next: { api: 0, sql: Math.floor(items.length / 3) } };
  const warmUp = await apiSlice(desk, items, { clients: 4, seconds: Math.min(3, options.seconds), from: 0 });
  stage.next.api = warmUp.used;
  const measures: Measure[] = [];
  for (const clients of scenario.clients) {
    const name = `${scenario.name}.${clients}`;
    const sides = await compare(stage, clients, options);
    const conditions = `${scenario.conditions}; ${clients} ${clients === 1 ? 'client' : 'clients'} for ${rounded(sides.api.seconds)} s`;
    measures.push(...measuresFor(name, sides, conditions, by));
    options.say(
      `${name}: ${rounded(rate(sides.api))} pairs/s beside ${rounded(rate(sides.sql))} of the same SQL`,
    );
  }
  return measures;
}

/**
 * Submitting and accepting through the HTTP API of a server of its own process, beside the same SQL sent by pgbench:
 * at 1 and 16 clients over many tasks, and at 16 clients who all report on one task given to every commune.
 */
export async function measureSubmit(
  bench: Bench,
  sizes: { tasks: number },
  options: SubmitOptions,
): Promise<Measure[]> {
  const { communes, communesOf } = bench.country;
  const many = await makeItems(bench, sizes.tasks, communesOf.get(PROVINCE)!);
  const one = await makeItems(bench, 1, communes);
  await using server = await startServer({ DATABASE_URL: bench.url, LIENTHONG_DATA: bench.dataDir });
  const scenarios: Scenario[] = [
    {
      name: 'submitAccept',
      conditions: `${sizes.tasks} tasks with ${communesOf.get(PROVINCE)!.length} communes each`,
      clients: [1, 16],
      person: 'coordinator',
      items: many,
    },
    {
      name: 'submitAcceptOneTask',
      conditions: `one task with all ${communes.length} communes`,
      clients: [16],
      person: 'everywhere',
      items: one,
    },
  ];
  const measures: Measure[] = [];
  for (const scenario of scenarios)
    measures.push(...(await measureScenario(bench, server.origin, scenario, options)));
  return measures;
}
