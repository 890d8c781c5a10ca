import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';

import { readConfig } from '../../src/config.ts';
import { instantOf } from '../../src/kit/day.ts';
import { openInstallation } from '../../src/kit/installation.ts';
import { openPostgres } from '../../src/kit/postgres.ts';
import { authenticate, modules } from '../../src/modules.ts';
import { type Machine, openMachine, type Running } from '../../test/journeys/program.ts';
import { makeWorld, officerToken, type Post, posts } from './world.ts';

interface Desk {
  unitId: string;
  tokens: Record<Post, string>;
}

/** A step as it is asked for over HTTP, and the events it writes. */
interface Step {
  post: Post;
  path: (id: string) => string;
  body: (id: string, desk: Desk) => object;
  writes: string[];
}

const way: readonly Step[] = [
  {
    post: 'desk',
    path: () => '/cases/receive',
    body: (id, { unitId }) => ({
      id,
      procedureCode: '1.000001',
      receptionUnitId: unitId,
      applicant: { kind: 'citizen', fullName: `Người nộp ${id.slice(0, 8)}` },
    }),
    writes: ['case.received'],
  },
  {
    post: 'specialist',
    path: (id) => `/cases/${id}/advance`,
    body: () => ({ step: 'appraise' }),
    writes: ['case.stepDone'],
  },
  {
    post: 'head',
    path: (id) => `/cases/${id}/signature`,
    body: () => ({ step: 'sign', outcome: 'granted' }),
    writes: ['case.approved', 'case.signed'],
  },
  { post: 'specialist', path: (id) => `/cases/${id}/number`, body: () => ({}), writes: ['case.numbered'] },
  {
    post: 'desk',
    path: (id) => `/cases/${id}/return`,
    body: () => ({ taker: 'Người nộp' }),
    writes: ['case.returned'],
  },
];

/** A case as its clients know it: how many steps were acknowledged, and whether one more was on its way. */
interface Known {
  id: string;
  desk: Desk;
  acknowledged: number;
  underWay: boolean;
  code?: string;
}

/** What a run of kills came to. */
export interface CrashReport {
  kills: number;
  cases: number;
  acknowledged: number;
  /** Steps whose answer was lost although they had been done; asked again, they were told so and not done twice. */
  doneUnanswered: number;
  /** What was lost, doubled or out of order; empty when all is well. */
  faults: string[];
  verify: { exit: number; text: string };
}

interface Scene {
  machine: Machine;
  desks: Desk[];
  cases: Known[];
  report: CrashReport;
}

/** Staffs the offices of a machine before its program starts. */
async function furnish(machine: Machine, offices: number): Promise<Desk[]> {
  await using postgres = await openPostgres({ dataDir: machine.dataDir });
  const config = readConfig({
    LIENTHONG_DATA: machine.dataDir,
    LIENTHONG_DEMO: '0',
    LIENTHONG_LOG: 'silent',
  });
  await using made = await openInstallation({ config, databaseUrl: postgres.url, modules, authenticate });
  const units = await makeWorld(made.app, offices, instantOf('2025-07-02', '08:00'));
  const desks: Desk[] = [];
  for (const unitId of units) {
    const tokens = {} as Record<Post, string>;
    for (const post of posts) tokens[post] = await officerToken(made.app, unitId, post);
    desks.push({ unitId, tokens });
  }
  return desks;
}

/**
 * Sends the next step of a case. Asked again, a step that had been done is refused, since the case stands elsewhere and
 * may be another officer's by now; whether it is there, and there once, is what `compare` looks at.
 */
async function nextStep({ machine, report }: Scene, known: Known): Promise<void> {
  const step = way[known.acknowledged]!;
  const again = known.underWay;
  known.underWay = true;
  const answer = await fetch(`${machine.url}/api${step.path(known.id)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${known.desk.tokens[step.post]}`, 'content-type': 'application/json' },
    body: JSON.stringify(step.body(known.id, known.desk)),
  });
  const text = await answer.text();
  const past = again && (answer.status === 409 || answer.status === 403);
  if (!answer.ok && !past) throw new Error(`${answer.status} ${text}`);
  if (past) report.doneUnanswered += 1;
  if (answer.ok) known.code = (JSON.parse(text) as { code: string }).code;
  known.acknowledged += 1;
  known.underWay = false;
  report.acknowledged += 1;
}

/** One client: its cases one after the other, step by step, until nobody answers. */
async function lane(scene: Scene, n: number): Promise<void> {
  const { desks, cases } = scene;
  const desk = desks[n % desks.length]!;
  for (const left of cases.filter((c) => c.desk === desk && c.acknowledged < way.length))
    while (left.acknowledged < way.length) await nextStep(scene, left);
  for (;;) {
    const known: Known = { id: randomUUID(), desk, acknowledged: 0, underWay: false };
    cases.push(known);
    while (known.acknowledged < way.length) await nextStep(scene, known);
  }
}

/** Kills come at a random moment after so many steps, so that a slow machine too is hit in the middle of its work. */
const STEPS_BEFORE_KILL = 20;

const eventsOf = (steps: number): string[] => way.slice(0, steps).flatMap((step) => step.writes);

/** Compares what clients were told with the events and codes in the database: each step once, in order. */
async function compare({ machine, cases, report }: Scene): Promise<void> {
  await using postgres = await openPostgres({ dataDir: machine.dataDir });
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  const { rows } = await client.query<{ id: string; kinds: string[]; seqs: number[]; code: string }>(
    `select f.id, f.code, array_agg(e.kind order by e.seq) as kinds, array_agg(e.seq order by e.seq) as seqs
     from cases.case_file f join kit.event e on e.stream = 'case:' || f.id group by f.id, f.code`,
  );
  await client.end();
  const there = new Map(rows.map((row) => [row.id, row]));
  for (const { id, acknowledged, underWay, code } of cases) {
    const { kinds = [], seqs = [], code: kept } = there.get(id) ?? {};
    const allowed = [eventsOf(acknowledged), ...(underWay ? [eventsOf(acknowledged + 1)] : [])].map(String);
    if (!allowed.includes(String(kinds)))
      report.faults.push(`${id}: told ${allowed.join(' or ')}, there is ${kinds.join()}`);
    if (seqs.some((seq, i) => seq !== i + 1)) report.faults.push(`${id}: numbered ${seqs.join()}`);
    if (acknowledged > 0 && code && code !== kept) report.faults.push(`${id}: code ${code} became ${kept}`);
  }
}

/** Kills the program, every second time together with its database, while clients write. */
async function killOnce(scene: Scene, running: Running, withDatabase: boolean): Promise<void> {
  const ends = scene.desks.map((_, n) => lane(scene, n).catch((error: Error) => error.message));
  const enough = scene.report.acknowledged + STEPS_BEFORE_KILL;
  for (let waited = 0; waited < 15_000 && scene.report.acknowledged < enough; waited += 10) await sleep(10);
  await sleep(Math.random() * 500);
  if (withDatabase) process.kill(scene.machine.postmaster(), 'SIGKILL');
  running.process.kill('SIGKILL');
  await running.ended;
  for (const message of await Promise.all(ends))
    if (message && /^4\d\d /.test(message)) scene.report.faults.push(message);
}

/**
 * Offices work on cases over HTTP without pause while the program and its database are killed again and again. After
 * each start every acknowledged step must be there once and in order; at the end `verify` folds all events again.
 */
export async function crashCases(o: {
  kills: number;
  offices: number;
  say: (line: string) => void;
}): Promise<CrashReport> {
  await using machine = await openMachine();
  const desks = await furnish(machine, o.offices);
  const report: CrashReport = {
    kills: 0,
    cases: 0,
    acknowledged: 0,
    doneUnanswered: 0,
    faults: [],
    verify: { exit: -1, text: '' },
  };
  const scene: Scene = { machine, desks, cases: [], report };
  for (; report.kills < o.kills; report.kills += 1) {
    const running = await machine.start();
    await killOnce(scene, running, report.kills % 2 === 1);
    await compare(scene);
    o.say(
      `kill ${report.kills + 1}: ${scene.cases.length} cases, ${report.acknowledged} steps acknowledged, ${report.faults.length} faults ${report.faults.at(-1) ?? ''}`.trim(),
    );
  }
  report.cases = scene.cases.length;
  await machine.start();
  report.verify = await machine.cli('verify');
  return report;
}
