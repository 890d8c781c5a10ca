import { type Measure, measuresOf, timesOf } from '../measure.ts';
import type { Target } from './drive.ts';
import type { CaseBench } from './installation.ts';
import { type Item, newItem, kinds, type Office } from './kinds.ts';
import type { CaseOptions } from './measure.ts';

interface Stage {
  bench: CaseBench;
  offices: Office[];
  program: Target;
  options: CaseOptions;
}

async function ask(origin: string, token: string, path: string, body?: string): Promise<unknown> {
  const answer = await fetch(`${origin}/api${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body }),
  });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text.slice(0, 400)}`);
  return JSON.parse(text);
}

/** Cases that have gone their whole way and cases in the middle of it, of one office. */
async function idsOf(bench: CaseBench, unitId: string, handling: string): Promise<Item[]> {
  const { rows } = await bench.app.db.owner.query<Item>(
    'select id, code from cases.case_file where unit_id = $1 and handling = $2 order by md5(id::text) limit 200',
    [unitId, handling],
  );
  return rows;
}

/** What an office asks all day, one client over HTTP with a token: p50 and p95. */
export async function measureCaseQuestions({ bench, offices, program, options }: Stage): Promise<Measure[]> {
  const { origin } = program;
  const office = offices[3]!;
  const { desk, specialist } = office.tokens;
  const done = await idsOf(bench, office.unitId, 'returned');
  const open = await idsOf(bench, office.unitId, 'received');
  let n = 0;
  const turn = <T>(list: readonly T[]): T => list[(n += 1) % list.length]!;
  const at = `unitId=${office.unitId}`;
  const receive = async () => {
    const { path, body } = kinds.receive.ask(office, newItem());
    await ask(origin, desk, path.slice('/api'.length), body);
  };
  const overview = (token = specialist) => ask(origin, token, `/cases/overview`);
  const questions: {
    name: string;
    what: string;
    run: () => Promise<unknown>;
    before?: () => Promise<unknown>;
  }[] = [
    {
      name: 'page.open',
      what: 'page of a running case with its events and steps',
      run: () => ask(origin, specialist, `/cases/${turn(open).id}`),
    },
    {
      name: 'page.returned',
      what: 'page of a returned case with ten events',
      run: () => ask(origin, specialist, `/cases/${turn(done).id}`),
    },
    {
      name: 'listDecision',
      what: 'first 50 open cases an office decides, by due date',
      run: () => ask(origin, specialist, `/cases?view=decision&${at}&limit=50`),
    },
    {
      name: 'listReceived',
      what: "a desk's book, newest first",
      run: () => ask(origin, desk, `/cases?view=received&${at}&limit=50`),
    },
    {
      name: 'search.name',
      what: 'search of a full name without diacritics',
      run: () => ask(origin, desk, `/cases/search?q=${encodeURIComponent('nguyen thi huong 12')}`),
    },
    {
      name: 'search.common',
      what: 'search of a common name without diacritics',
      run: () => ask(origin, desk, `/cases/search?q=${encodeURIComponent('dang thai son')}`),
    },
    {
      name: 'search.code',
      what: 'search of a case code',
      run: () => ask(origin, desk, `/cases/search?q=${turn(done).code}`),
    },
    { name: 'overview.quiet', what: 'overview of an office by unit', run: () => overview() },
    {
      name: 'overview',
      what: 'overview by unit, each time right after a case was received there',
      run: () => overview(),
      before: receive,
    },
  ];
  const measures: Measure[] = [];
  for (const { name, what, run, before } of questions) {
    if (options.only && !`cases.${name}`.startsWith(options.only)) continue;
    const times = before
      ? await timesAfter(before, run, options.calls)
      : await timesOf(run, undefined, options.calls);
    const made = measuresOf(`cases.${name}`, times, `one client over HTTP with a token; ${what}`);
    measures.push(...made);
    options.say(`cases.${name}: ${made.map((m) => `${m.value} ms`).join(', ')}`);
  }
  return measures;
}

/** Times of something, each after something else that is not counted. */
async function timesAfter(before: () => Promise<unknown>, run: () => Promise<unknown>, calls: number) {
  const own: number[] = [];
  for (let i = 0; i < calls; i += 1) {
    await before();
    const from = performance.now();
    await run();
    own.push(performance.now() - from);
  }
  return { own, other: [] };
}
