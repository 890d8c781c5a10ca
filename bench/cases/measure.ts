import { type Measure, percentile, rounded } from '../measure.ts';
import { postmasterOf } from '../memory.ts';
import { startServer } from '../server.ts';
import { findPgbench, pgbenchSlice } from '../submit/pgbench.ts';
import { asking, askingBare, joined, rate, type Slice, slice, startBare, type Target } from './drive.ts';
import { listenersFollow } from './follow.ts';
import { type CaseBench, caseSizes, openCaseBench } from './installation.ts';
import {
  type Kind,
  kinds,
  leftIn,
  type Office,
  openOffices,
  type Recording,
  recordKind,
  waitingAt,
} from './kinds.ts';
import { measureCaseQuestions } from './questions.ts';
import { fillTodo, sameSql } from './sameSql.ts';

export interface CaseOptions {
  scale: number;
  seconds: number;
  rounds: number;
  calls: number;
  only?: string | undefined;
  say: (line: string) => void;
}

/** Code is compiled by use, not by time: on a busy machine seconds alone would measure it cold. */
const WARM_REQUESTS = 1500;
const WARM_SECONDS = 30;

interface Stage {
  bench: CaseBench;
  offices: Office[];
  program: Target;
  bare: Target;
  postmaster: number;
}

/** A slice asks no more than its share of the cases that are left, so that they last for all slices to come. */
const share = (kind: Kind, offices: readonly Office[], slices: number): { requests?: number } =>
  kind.takes === 'appraise' ? { requests: Math.floor(leftIn(offices) / slices) } : {};

/** Slices of the program and of the bare server in turn, so that a noisy minute falls on both. */
async function compare(
  stage: Stage,
  kind: Kind,
  clients: number,
  o: CaseOptions & { slicesToCome: number },
): Promise<{ own: Slice; bare: Slice }> {
  const wish = { clients, seconds: o.seconds, postmaster: stage.postmaster };
  const own: Slice[] = [];
  const bare: Slice[] = [];
  const [next, nextBare] = [asking(kind, stage.offices), askingBare(kind, stage.offices)];
  for (let round = 0; round < o.rounds; round += 1) {
    const most = share(kind, stage.offices, o.rounds - round + o.slicesToCome);
    const follow = () => listenersFollow(stage.bench.app);
    own.push(await slice(stage.program, next, { ...wish, ...most, follow }));
    bare.push(await slice(stage.bare, nextBare, wish));
    // What the program's listeners do with events of the other is not the next slice's.
    await follow();
  }
  return { own: joined(own), bare: joined(bare) };
}

function measuresFor(kind: Kind, clients: number, { own, bare }: { own: Slice; bare: Slice }): Measure[] {
  const words = `${kind.what}, over HTTP with a token; ${clients} client${clients === 1 ? '' : 's'} for ${rounded(own.seconds)} s, ${own.times.length} requests; processor time with all that listeners do afterwards; ratio: to node:http + pg sending the same SQL in turn; its database time has the listeners of the program in it`;
  const name = `cases.${kind.name}.${clients}`;
  const one = (part: string, unit: string, pick: (s: Slice) => number): Measure => ({
    name: `${name}.${part}`,
    value: rounded(pick(own)),
    unit,
    conditions: words,
    ratio: rounded(pick(own) / pick(bare)),
  });
  return [
    one('rate', 'requests/s', rate),
    one('p50', 'ms', (s) => percentile(s.times, 0.5)),
    one('p95', 'ms', (s) => percentile(s.times, 0.95)),
    one('cpu.process', 'ms/request', (s) => s.processMs),
    one('cpu.database', 'ms/request', (s) => s.databaseMs),
  ];
}

async function measureKinds(stage: Stage, o: CaseOptions): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const kind of Object.values<Kind>(kinds)) {
    if (o.only && !`cases.${kind.name}`.startsWith(o.only)) continue;
    const warm = { clients: 8, seconds: WARM_SECONDS, requests: WARM_REQUESTS, postmaster: stage.postmaster };
    const { offices, bench } = stage;
    // What was received meanwhile waits to be appraised too.
    if (kind.takes === 'appraise')
      for (const office of offices) office.items = await waitingAt(bench.app, office.unitId, 'appraise');
    const { requests = WARM_REQUESTS } = share(kind, offices, 4 * o.rounds + 1);
    await slice(stage.program, asking(kind, offices), {
      ...warm,
      requests: Math.min(WARM_REQUESTS, requests),
    });
    await slice(stage.bare, askingBare(kind, stage.offices), warm);
    await listenersFollow(bench.app);
    for (const clients of [1, 16]) {
      const slicesToCome = clients === 1 ? 3 * o.rounds : 2 * o.rounds;
      const made = measuresFor(kind, clients, await compare(stage, kind, clients, { ...o, slicesToCome }));
      measures.push(...made);
      o.say(
        `cases.${kind.name}.${clients}: ${made.map((m) => `${m.name.split('.').at(-1)} ${m.value} (${m.ratio})`).join(', ')}`,
      );
    }
  }
  return measures;
}

/** Advancing through the HTTP API beside the same statements sent by pgbench, in turn. */
async function measureSameSql(
  stage: Stage,
  recordings: readonly Recording[],
  o: CaseOptions,
): Promise<Measure[]> {
  const program = findPgbench();
  if (!program || (o.only && !'cases.advance'.startsWith(o.only))) return [];
  const { bench, offices, postmaster } = stage;
  const script = sameSql(recordings);
  script.constants['count'] = String(await fillTodo(bench.app.db.owner, recordings, offices));
  const next = asking(kinds.advance, offices);
  const measures: Measure[] = [];
  for (const clients of [1, 16]) {
    const rates = { own: [] as number[], sql: [] as number[] };
    for (let round = 0; round < o.rounds; round += 1) {
      const wish = { clients, seconds: o.seconds };
      const most = share(kinds.advance, offices, o.rounds - round + (clients === 1 ? o.rounds : 0));
      rates.own.push(rate(await slice(stage.program, next, { ...wish, ...most, postmaster })));
      await listenersFollow(bench.app);
      const sql = await pgbenchSlice(program, bench.url, script, {
        ...wish,
        from: round * 1000,
        prepared: true,
      });
      rates.sql.push(sql.times.length / sql.seconds);
    }
    const [own, sql] = [percentile(rates.own, 0.5), percentile(rates.sql, 0.5)];
    measures.push({
      name: `cases.advance.${clients}.sameSql`,
      value: rounded(own),
      unit: 'requests/s',
      conditions: `${kinds.advance.what}; ${clients} clients; median of ${o.rounds} slices; ratio: to pgbench sending the same SQL, prepared, in turn (${rounded(sql)} a second)`,
      ratio: rounded(own / sql),
    });
    o.say(
      `cases.advance.${clients}: ${rounded(own)} beside ${rounded(sql)} of pgbench (${rounded(own / sql)})`,
    );
  }
  return measures;
}

/** Bytes on disk per case: everything of the cases and of their events, with all indexes. */
async function measureSize({ app }: CaseBench): Promise<Measure[]> {
  const { rows } = await app.db.owner.query<{ cases: string; rows: string; events: string; n: string }>(`
    select (select count(*) from cases.case_file) as cases, (select count(*) from kit.event) as n, pg_total_relation_size('kit.event') as events,
      (select sum(pg_total_relation_size(c.oid)) from pg_class c where c.relnamespace = 'cases'::regnamespace and c.relkind = 'r') as rows`);
  const { cases, rows: bytes, events, n } = rows[0]!;
  const size = (name: string, value: number, what: string): Measure => ({
    name: `cases.size.${name}`,
    value: rounded(value / Number(cases) / 1000),
    unit: 'kB/case',
    conditions: `${what}; ${cases} cases, ${n} events`,
  });
  return [
    size('rows', Number(bytes), 'row, content, search text, counts, with indexes'),
    size('events', Number(events), 'chained events with indexes'),
    size('all', Number(bytes) + Number(events), 'both'),
  ];
}

/** Cases in bulk: the questions and steps of an office through the HTTP API, beside a bare server and pgbench. */
export async function measureCases(o: CaseOptions): Promise<Measure[]> {
  await using bench = await openCaseBench(caseSizes(o.scale), o.say);
  const offices = await openOffices(bench.app, bench.units.slice(0, 20));
  const recordings = {
    receive: await recordKind(bench.app, kinds.receive, offices),
    advance: await recordKind(bench.app, kinds.advance, offices),
    list: await recordKind(bench.app, kinds.list, offices),
  };
  await using program = await startServer({ DATABASE_URL: bench.url, LIENTHONG_DATA: bench.dataDir });
  await using bare = await startBare(bench.url, recordings);
  const postmaster = postmasterOf(bench.dataDir)!;
  const stage: Stage = { bench, offices, program, bare, postmaster };
  const measures = await measureSize(bench);
  for (const m of measures) o.say(`${m.name}: ${m.value} ${m.unit}`);
  measures.push(...(await measureKinds(stage, o)));
  measures.push(...(await measureSameSql(stage, recordings.advance, o)));
  measures.push(...(await measureCaseQuestions({ ...stage, options: o })));
  return measures;
}
