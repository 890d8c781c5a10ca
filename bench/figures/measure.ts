import { addDays, dayOf } from '../../src/kit/day.ts';
import type { Tx } from '../../src/kit/db.ts';
import {
  excludedBy,
  type FigureAsk,
  figuresOf,
  listFigureMoves,
  listRecords,
} from '../../src/modules/indicators/measures/index.ts';
import { verifyMeasures } from '../../src/modules/indicators/measures/proof/index.ts';
import { rebuildMeasures } from '../../src/modules/indicators/measures/rebuild.ts';
import { familyCpu, processCpu } from '../cases/cpu.ts';
import { officer } from '../cases/world.ts';
import { type Measure, measuresOf, rounded, timesOf } from '../measure.ts';
import { measureDelay } from './delay.ts';
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

/** Times of a question and its processor time, beside another way of asking it where there is one. */
async function measured(
  stage: Stage,
  name: string,
  words: string,
  own: () => Promise<unknown>,
  plain?: () => Promise<unknown>,
): Promise<Measure[]> {
  const made = measuresOf(`figures.${name}`, await timesOf(own, plain, stage.o.calls), words);
  made.push(await cpuMeasure(stage, `figures.${name}`, words, own, plain));
  stage.o.say(made.map((m) => `${m.name} ${m.value} ms${m.ratio ? ` (${m.ratio})` : ''}`).join(', '));
  return made;
}

async function measureFigures(stage: Stage): Promise<Measure[]> {
  const { bench, units } = stage;
  const read = (over: Partial<FigureAsk>) => () =>
    bench.app.db.read((tx) => figuresOf(tx, askOf(stage, over)));
  const measures: Measure[] = [];
  const add = async (name: string, words: string, over: Partial<FigureAsk>, plain?: () => Promise<unknown>) =>
    measures.push(...(await measured(stage, name, words, read(over), plain)));
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
  const { bench, units } = stage;
  const measures: Measure[] = [];
  const actor = await officer(bench.app, bench.offices[0]!, 'desk');
  const add = async (name: string, words: string, own: () => Promise<unknown>) =>
    measures.push(...(await measured(stage, name, words, own)));
  const { codes: _codes, unitIds: _units, ...asked } = askOf(stage, { from: '2025-09' });
  const read = <T>(work: (tx: Tx) => Promise<T>) => bench.app.db.read(work);
  for (const [level, unitId] of Object.entries(units)) {
    const [ask, closed] = [
      { ...asked, unitId, code: CODE },
      { ...asked, unitId, code: 'local.2.1.closed' },
    ];
    await add(`records.${level}.numerator`, 'first page of 50, a quarter', () =>
      read((tx) => listRecords(tx, actor, { ...ask, part: 'numerator', limit: 50 })),
    );
    await add(`records.${level}.excluded`, 'first page of 50 with their reason, a quarter', () =>
      read((tx) => listRecords(tx, actor, { ...closed, part: 'excluded', limit: 50 })),
    );
    await add(`reasons.${level}`, 'how many each condition leaves out, a quarter', () =>
      read((tx) => excludedBy(tx, closed)),
    );
    for (const [name, days] of [
      ['week', 7],
      ['month', 30],
    ] as const)
      await add(`moves.${level}.${name}`, `first 50 records that moved within ${days} days`, () =>
        read((tx) =>
          listFigureMoves(tx, actor, { ...closed, before: addDays(closed.asOf, -days), limit: 50 }),
        ),
      );
  }
  return measures;
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
  if (wants('delay')) measures.push(...(await measureDelay(bench, o.say, { perSecond: 50, seconds: 20 })));
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
