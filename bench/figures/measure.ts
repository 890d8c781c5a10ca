import { setTimeout as sleep } from 'node:timers/promises';

import { dayOf } from '../../src/kit/day.ts';
import { followEvents } from '../../src/kit/outbox.ts';
import { advanceCase } from '../../src/modules/cases/contract.ts';
import { type SampleDesk, sampleReceived } from '../../src/modules/cases/samples.ts';
import { type FigureAsk, figuresOf, listRecords } from '../../src/modules/indicators/measures/index.ts';
import { verifyMeasures } from '../../src/modules/indicators/measures/proof/index.ts';
import { rebuildMeasures } from '../../src/modules/indicators/measures/rebuild.ts';
import { familyCpu, processCpu } from '../cases/cpu.ts';
import { officer } from '../cases/world.ts';
import { type Measure, measuresOf, percentile, rounded, timesOf } from '../measure.ts';
import { measureIndices } from './indices.ts';
import { type FigureBench, figureSizes, openFigureBench } from './installation.ts';
import { plainOnTime } from './statements.ts';

export interface FigureOptions {
  cases: number;
  calls: number;
  only?: string | undefined;
  say: (line: string) => void;
}

const CODE = 'local.2.1';
const ROOT = 'centre';

interface Stage {
  bench: FigureBench;
  o: FigureOptions;
  /** The unit asked, by the level under which it is printed. */
  units: Record<'centre' | 'province' | 'commune', string>;
}

const askOf = ({ bench }: Stage, over: Partial<FigureAsk>): FigureAsk => {
  const today = dayOf(bench.app.clock.now());
  return {
    codes: [CODE],
    unitIds: [ROOT],
    from: '2025-01',
    to: '2025-11',
    asOf: today,
    today,
    tree: 'now',
    rules: 'now',
    ...over,
  };
};

async function codesOf({ bench }: Stage): Promise<string[]> {
  const { rows } = await bench.app.db.owner.query<{ code: string }>(
    `select distinct code from indicators.definition where code like '766.%' order by 1`,
  );
  return rows.map(({ code }) => code);
}

/** The same question as plain SQL over the rows of cases: the leaves of the unit are given. */
async function plainOf({ bench }: Stage, unitId: string): Promise<() => Promise<unknown>> {
  const { communes, communesOf } = bench.country;
  const leaves = unitId === ROOT ? communes : (communesOf.get(unitId) ?? [unitId]);
  return () =>
    bench.app.db.owner.query(plainOnTime, [leaves, '2025-01-01', '2025-12-01', bench.app.clock.now()]);
}

/** Processor time of program and database for some work, in milliseconds: what a busy machine cannot blur. */
async function cpuOf({ bench }: Stage, work: () => Promise<unknown>, times = 1): Promise<number> {
  const before = familyCpu(bench.postmaster) + processCpu(process.pid);
  for (let i = 0; i < times; i += 1) await work();
  return (familyCpu(bench.postmaster) + processCpu(process.pid) - before) / times;
}

async function cpuMeasure(
  stage: Stage,
  name: string,
  words: string,
  own: () => Promise<unknown>,
  other?: () => Promise<unknown>,
): Promise<Measure> {
  const times = Math.max(5, stage.o.calls);
  const value = await cpuOf(stage, own, times);
  const beside = other && (await cpuOf(stage, other, times));
  const ratio = beside ? { ratio: rounded(value / beside) } : {};
  return {
    name: `${name}.cpu`,
    value: rounded(value),
    unit: 'ms',
    conditions: `${words}; processor time of program and database`,
    ...ratio,
  };
}

async function measureFigures(stage: Stage): Promise<Measure[]> {
  const { bench, o, units } = stage;
  const read = (over: Partial<FigureAsk>) => () =>
    bench.app.db.read((tx) => figuresOf(tx, askOf(stage, over)));
  const measures: Measure[] = [];
  const add = async (
    name: string,
    words: string,
    over: Partial<FigureAsk>,
    plain?: () => Promise<unknown>,
  ) => {
    const made = measuresOf(`figures.${name}`, await timesOf(read(over), plain, o.calls), words);
    made.push(await cpuMeasure(stage, `figures.${name}`, words, read(over), plain));
    measures.push(...made);
    o.say(made.map((m) => `${m.name} ${m.value} ms${m.ratio ? ` (${m.ratio})` : ''}`).join(', '));
  };
  for (const [level, unitId] of Object.entries(units))
    await add(
      `${level}.year`,
      'one rate, eleven months, as of today; ratio: plain SQL over the rows of cases',
      { unitIds: [unitId] },
      await plainOf(stage, unitId),
    );
  for (const [level, unitId] of Object.entries(units)) {
    await add(`${level}.pastDay`, 'one rate, eleven months, as of a day in the middle of August', {
      unitIds: [unitId],
      asOf: '2025-08-13',
      tree: 'then',
    });
    await add(`${level}.procedure`, 'one rate of one procedure, a quarter, as of today', {
      unitIds: [unitId],
      procedure: '1.000002',
      from: '2025-09',
    });
  }
  const codes = await codesOf(stage);
  await add('all.centre', `${codes.length} indicators, a quarter`, { codes, from: '2025-09' });
  const province = [units.province, ...(bench.country.communesOf.get(units.province) ?? [])];
  await add('all.province', `${codes.length} indicators x ${province.length} units, a quarter`, {
    codes,
    unitIds: province,
    from: '2025-09',
  });
  return measures;
}

async function measureRecords(stage: Stage): Promise<Measure[]> {
  const { bench, o, units } = stage;
  const measures: Measure[] = [];
  const actor = await officer(bench.app, bench.offices[0]!, 'desk');
  for (const [level, unitId] of Object.entries(units))
    for (const part of ['numerator', 'excluded'] as const) {
      const { codes: _codes, unitIds: _units, ...ask } = askOf(stage, { from: '2025-09' });
      const code = part === 'excluded' ? 'local.2.1.closed' : CODE;
      const page = () =>
        bench.app.db.read((tx) => listRecords(tx, actor, { ...ask, code, unitId, part, limit: 50 }));
      const made = measuresOf(
        `figures.records.${level}.${part}`,
        await timesOf(page, undefined, o.calls),
        'first page of 50, a quarter',
      );
      made.push(
        await cpuMeasure(stage, `figures.records.${level}.${part}`, 'first page of 50, a quarter', page),
      );
      measures.push(...made);
      o.say(made.map((m) => `${m.name} ${m.value} ms`).join(', '));
    }
  return measures;
}

/** Writes at a steady pace through the endpoints, and looks when each case is in the facts and roll-ups. */
async function measureDelay({ bench, o }: Stage, perSecond: number, seconds: number): Promise<Measure[]> {
  const { app } = bench;
  const desks: SampleDesk[] = [];
  for (const unitId of bench.offices) {
    const [desk, specialist, head] = await Promise.all(
      (['desk', 'specialist', 'head'] as const).map((post) => officer(app, unitId, post)),
    );
    desks.push({ unitId, desk: desk!, specialist: specialist!, head: head! });
  }
  const stop = new AbortController();
  const following = followEvents(app, stop.signal);
  const [waiting, delays] = [new Map<string, number>(), [] as number[]];
  const over = new AbortController();
  let written = 0;
  const watch = async () => {
    while (!over.signal.aborted || waiting.size > 0) {
      const { rows } = await app.db.owner.query<{ id: string }>(
        'select distinct id from indicators.fact_case where id = any($1::uuid[])',
        [[...waiting.keys()]],
      );
      for (const { id } of rows) {
        delays.push(performance.now() - waiting.get(id)!);
        waiting.delete(id);
      }
      await sleep(50);
    }
  };
  const watching = watch();
  const began = performance.now();
  const open: Promise<void>[] = [];
  const write = async (i: number) => {
    const at = desks[i % desks.length]!;
    const { id } = await sampleReceived(app, at, { procedureCode: '1.000002' });
    waiting.set(id, performance.now());
    written += 1;
    await app.call(advanceCase, { id, step: 'appraise' }, { actor: at.specialist });
    written += 1;
  };
  for (let i = 0; i * 2 < perSecond * seconds; i += 1) {
    const due = began + (i * 2 * 1000) / perSecond;
    if (due > performance.now()) await sleep(due - performance.now());
    open.push(write(i));
  }
  await Promise.all(open);
  const rate = (written * 1000) / (performance.now() - began);
  over.abort();
  await watching;
  stop.abort();
  await following;
  const words = `from the commit of a case to its place in every roll-up, ${rounded(rate)} writes a second through the endpoints for ${seconds} s, in one process`;
  const made = measuresOf('figures.delay', { own: delays, other: [] }, words);
  o.say(
    `delay p50 ${rounded(percentile(delays, 0.5))} p95 ${rounded(percentile(delays, 0.95))} max ${rounded(Math.max(...delays))} ms at ${rounded(rate)}/s`,
  );
  return [
    ...made,
    { name: 'figures.delay.max', value: rounded(Math.max(...delays)), unit: 'ms', conditions: words },
  ];
}

async function measureSizes({ bench, o }: Stage): Promise<Measure[]> {
  const { rows } = await bench.app.db.owner.query<{ name: string; bytes: string; n: string }>(`
    select c.relname as name, pg_total_relation_size(c.oid) as bytes, c.reltuples::bigint as n from pg_class c
    where c.relkind = 'r' and (c.relnamespace = 'indicators'::regnamespace and pg_total_relation_size(c.oid) > 1000000 or c.oid in ('cases.case_file'::regclass, 'kit.event'::regclass)) order by 2 desc`);
  return rows.map(({ name, bytes, n }) => {
    o.say(`${name}: ${rounded(Number(bytes) / 1e6)} MB, ${n} rows`);
    return {
      name: `figures.size.${name}`,
      value: rounded(Number(bytes) / 1e6),
      unit: 'MB',
      conditions: `${n} rows, indexes included`,
    };
  });
}

/** Figures over many cases: how long they take to be read, to follow an event, to be made anew, and how much they take on disk. */
export async function measureFigureBench(o: FigureOptions): Promise<Measure[]> {
  const sizes = figureSizes(o.cases);
  await using bench = await openFigureBench(sizes, o.say);
  const province = [...bench.country.communesOf].toSorted((a, b) => b[1].length - a[1].length)[0]![0];
  const stage: Stage = { bench, o, units: { centre: ROOT, province, commune: bench.country.communes[0]! } };
  const wants = (part: string) => !o.only?.includes('.') || o.only === `figures.${part}`;
  const measures: Measure[] = Object.entries(bench.made).map(([name, value]) => ({
    name: `figures.made.${name}`,
    value: rounded(value),
    unit: 's',
    conditions: name === 'count' ? 'all roll-ups from the facts' : 'in bulk, by SQL',
  }));
  // First of all, as its cold figure is the first question after the start.
  const own = bench.country.communesOf.get(province) ?? [];
  const others = bench.country.communes.filter((unitId) => !own.includes(unitId));
  const measured = [province, ...own, ...others].slice(0, 130);
  if (wants('index')) measures.push(...(await measureIndices(bench.app, measured, Math.min(o.calls, 30))));
  if (wants('size')) measures.push(...(await measureSizes(stage)));
  if (wants('read')) measures.push(...(await measureFigures(stage)));
  if (wants('records')) measures.push(...(await measureRecords(stage)));
  if (wants('delay')) measures.push(...(await measureDelay(stage, 50, 20)));
  if (o.only === 'figures.rebuild') {
    let [records, seconds] = [0, 0];
    const cpu = await cpuOf(stage, async () => {
      ({ records, seconds } = await rebuildMeasures(bench.app));
    });
    const words = `facts and roll-ups told anew from the events of ${records} cases; processor time ${rounded(cpu / records)} ms a case`;
    o.say(`rebuild: ${rounded(seconds)} s, ${rounded(records / seconds)} cases a second, ${words}`);
    measures.push({ name: 'figures.rebuild', value: rounded(seconds), unit: 's', conditions: words });
  }
  if (o.only === 'figures.verify') {
    const from = performance.now();
    const { records, checked, differences } = await bench.app.db.snapshot(verifyMeasures);
    const words = `${records} cases, ${checked} comparisons, ${differences.length} differences`;
    o.say(`verify: ${words} ${differences.slice(0, 3).join('; ')}`);
    measures.push({
      name: 'figures.verify',
      value: rounded((performance.now() - from) / 1000),
      unit: 's',
      conditions: words,
    });
  }
  return measures.map((m) => ({ ...m, conditions: `${m.conditions}; ${o.cases} cases` }));
}
