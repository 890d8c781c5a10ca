import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { type Day, dayOf } from '../../../kit/day.ts';
import { type TestApp, testApp } from '../../../kit/testing.ts';
import { advanceCase, askSupplement, numberResult, returnResult, signResult } from '../../cases/contract.ts';
import { sampleDesk, type SampleDesk, sampleReceived } from '../../cases/samples.ts';
import { sampleCompetence } from '../../mandates/samples.ts';
import { mergeUnits } from '../../organisations/contract/units.ts';
import { loadSnapshot } from '../../organisations/index.ts';
import { sampleUnit, stateDemoOrganisations } from '../../organisations/samples.ts';
import { samplePublished } from '../../procedures/samples.ts';
import { figuresOf, whereOf } from './figures.ts';
import { foldMeasures } from './fold.ts';
import {
  excludedBy,
  type FigureAsk,
  type FigureRow,
  listFigureMoves,
  listRecords,
  type RecordAsk,
} from './index.ts';
import { verifyMeasures } from './proof/index.ts';
import { checkCount, type Count } from './rules/count.ts';
import { EVERYWHERE } from './rules/slot.ts';
import { sampleMeasure } from './samples.ts';
import { listMeasureDefinitions } from './store/definitions.ts';
import { countFacts } from './store/facts.ts';

let t: TestApp;
const desks: SampleDesk[] = [];
const running: { id: string; desk: SampleDesk; step: number }[] = [];
/** Every figure as it was read at the end of a day. */
const noted: { ask: FigureAsk; rows: FigureRow[] }[] = [];

const commune = (nameVi: string, validFrom = '2025-07-01') =>
  sampleUnit(t.app, { nameVi, level: 'commune', kind: 'commune', parentId: 'province-46', validFrom });
const today = (): Day => dayOf(t.clock.now());
const codes = ['life.onTime', 'life.open', 'life.days', 'life.procedures', '766.2.1', '766.3.3', 'local.2.1'];

const define = (code: string, numerator: Count, denominator: Count): Promise<void> =>
  sampleMeasure(t.app, code, { numerator, denominator });

beforeAll(async () => {
  t = await testApp({ now: '2025-11-24T08:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  await sampleCompetence(t.app);
  for (const name of ['Xã Một', 'Xã Hai', 'Xã Ba', 'Xã Bốn'])
    desks.push(await sampleDesk(t.app, await commune(name)));
  await samplePublished(t.app);
  const received = { fact: 'case', where: 'received != null', period: 'received' };
  await define(
    'life.onTime',
    { ...received, where: 'provincial in ("early", "onTime", "inTime")' },
    received,
  );
  await define(
    'life.open',
    { fact: 'case', where: 'finished = null and due < asOf' },
    { fact: 'case', where: 'finished = null' },
  );
  await define(
    'life.days',
    { ...received, where: 'finished != null', sum: 'handlingDays' },
    { ...received, period: 'finished' },
  );
  await define('life.procedures', { ...received, of: 'procedures' }, { ...received, of: 'units' });
  await t.settle();
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

type Act =
  | { do: 'receive' | 'go' | 'supplement'; who: number }
  | { do: 'sleep'; days: number; hours: number };

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('receive' as const), who: fc.nat(3) }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('go' as const), who: fc.nat(50) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('supplement' as const), who: fc.nat(50) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('sleep' as const), days: fc.nat(3), hours: fc.nat(3) }),
  },
);

async function step(one: { id: string; desk: SampleDesk; step: number }): Promise<void> {
  const { id, desk } = one;
  if (one.step === 0) await t.call(advanceCase, { id, step: 'appraise' }, desk.specialist);
  if (one.step === 1) await t.call(signResult, { id, step: 'sign', outcome: 'granted' }, desk.head);
  if (one.step === 2) await t.call(numberResult, { id }, desk.specialist);
  if (one.step === 3) await t.call(returnResult, { id, taker: 'Nguyễn Văn Mẫu' }, desk.desk);
  one.step += 1;
}

async function live(a: Act): Promise<void> {
  if (a.do === 'sleep') return sleep(a.days, a.hours);
  if (a.do === 'receive') {
    const desk = desks[a.who % desks.length]!;
    running.push({ id: (await sampleReceived(t.app, desk)).id, desk, step: 0 });
    return;
  }
  const open = running.filter((one) => one.step < 4);
  const one = open[a.who % Math.max(1, open.length)];
  if (!one) return;
  if (a.do === 'go') return step(one);
  if (one.step !== 0) return;
  one.step = 9;
  const points = [{ component: 'declaration', reason: 'missing' as const, text: 'Thiếu tờ khai' }];
  await t.call(askSupplement, { id: one.id, points }, one.desk.specialist);
}

const askOn = (day: Day, tree: 'then' | 'now'): FigureAsk => ({
  codes,
  unitIds: ['centre', 'province-46', ...desks.map((desk) => desk.unitId)],
  from: '2025-11',
  to: '2026-03',
  asOf: day,
  today: today(),
  tree,
  rules: 'now',
});
const read = (ask: FigureAsk) => t.app.db.read((tx) => figuresOf(tx, ask));

/** The day ends: its figures are noted, then the next one comes. */
async function sleep(days: number, hours: number): Promise<void> {
  if (days > 0) {
    await t.settle();
    const ask = askOn(today(), 'then');
    noted.push({ ask, rows: await read(ask) });
  }
  t.clock.set(new Date(t.clock.now().getTime() + (days * 24 + hours) * 3_600_000).toISOString());
  // Nobody works at night.
  if (dayOf(t.clock.now()) !== noted.at(-1)?.ask.asOf && days === 0) await t.settle();
}

/** The same numbers told from the facts of that day, one by one. */
async function fromFacts(ask: FigureAsk): Promise<(number | null)[][]> {
  return t.app.db.read(async (tx) => {
    const [snapshot, definitions] = [await loadSnapshot(tx), await listMeasureDefinitions(tx)];
    const where = whereOf(snapshot, ask);
    // The country is read from one sum, which has to be what its facts say.
    expect(where.sums.units.filter((unit) => unit === EVERYWHERE)).toEqual([EVERYWHERE]);
    const found: (number | null)[][] = [];
    for (const code of ask.codes) {
      const { body } = definitions.find((one) => one.code === code)!;
      const [n, d] = [
        await countFacts(tx, checkCount(body.numerator)!, where),
        await countFacts(tx, checkCount(body.denominator)!, where),
      ];
      for (const unitId of ask.unitIds) {
        if (!where.asked.includes(unitId)) found.push([null, null]);
        else found.push([(n.get(unitId) ?? 0) / (body.numerator.sum ? 1000 : 1), d.get(unitId) ?? 0]);
      }
    }
    return found;
  });
}
const pairs = (rows: readonly FigureRow[]) =>
  rows.map(({ numerator, denominator }) => [numerator, denominator]);

test('after any lives of cases, what is kept is what the events say, and every past figure is what it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 20, maxLength: 30 }), async (acts) => {
      for (const one of acts) await live(one);
      await t.settle();
      await foldMeasures(t.app);
      expect((await t.app.db.snapshot(verifyMeasures)).differences).toEqual([]);
      for (const { ask, rows } of noted) expect(await read(ask)).toEqual(rows);
      const ask = askOn(today(), 'now');
      expect(pairs(await read(ask))).toEqual(await fromFacts(ask));
    }),
    { numRuns: 3, endOnFailure: true },
  );
}, 120_000);

test('what each condition leaves out is what the records left out say, and what moved is the difference of two days', async () => {
  const days = noted.map(({ ask }) => ask.asOf);
  const [before, asOf, seen] = [days[Math.floor(days.length / 2)]!, days.at(-1)!, { moves: 0, reasons: 0 }];
  for (const code of codes.filter((one) => one !== 'life.procedures'))
    for (const { unitId, desk } of desks) {
      const { codes: _codes, unitIds: _units, ...ask } = { ...askOn(asOf, 'then'), code, unitId };
      const idsOf = async (part: RecordAsk['part'], day: Day) =>
        t.app.db.read(
          async (tx) => (await listRecords(tx, desk, { ...ask, asOf: day, part, limit: 500 })).lines,
        );
      const left = Map.groupBy(await idsOf('excluded', asOf), (line) => line.reason!.condition);
      const reasons = await t.app.db.read((tx) => excludedBy(tx, ask));
      expect(new Map(reasons.map((one) => [one.condition, one.records]))).toEqual(
        new Map([...left].map(([condition, lines]) => [condition, lines.length])),
      );
      const stands = async (day: Day) => {
        const [d, n] = [await idsOf('denominator', day), await idsOf('numerator', day)];
        return (id: string) => `${d.some((one) => one.id === id)} ${n.some((one) => one.id === id)}`;
      };
      const [was, is] = [await stands(before), await stands(asOf)];
      const mine = running.filter((one) => one.desk.unitId === unitId).map(({ id }) => id);
      const moved = mine.filter((id) => was(id) !== is(id));
      const told: (string | undefined)[] = [];
      for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
        const page = { ...ask, before, cursor, limit: 3 };
        const { lines, next } = await t.app.db.read((tx) => listFigureMoves(tx, desk, page));
        told.push(...lines.map(({ id }) => id));
        cursor = next;
      }
      expect([told.length, new Set(told)]).toEqual([moved.length, new Set(moved)]);
      seen.moves += moved.length;
      seen.reasons += reasons.length;
    }
  expect(Math.min(seen.moves, seen.reasons)).toBeGreaterThan(0);
});

test('a merger changes no past figure by a digit, and today’s tree gives the past to the successor', async () => {
  await t.settle();
  const before = askOn(today(), 'then');
  const was = await read(before);
  const [one, two] = [desks[0]!.unitId, desks[1]!.unitId];
  t.clock.set(new Date(t.clock.now().getTime() + 5 * 86_400_000).toISOString());
  const heir = await commune('Phường Hợp Nhất', today());
  const legalBasis = 'Nghị quyết 1675/NQ-UBTVQH15';
  await t.call(mergeUnits, { from: [one, two], to: heir, on: today(), legalBasis });
  await t.settle();
  expect(await read(before)).toEqual(was);
  for (const { ask, rows } of noted) expect(await read(ask)).toEqual(rows);
  const now = {
    ...before,
    tree: 'now' as const,
    today: today(),
    unitIds: [heir, one, 'province-46'],
    codes: ['life.onTime'],
  };
  const then = was.filter(({ code }) => code === 'life.onTime');
  const sum = (side: 'numerator' | 'denominator') =>
    then.filter(({ unitId }) => unitId === one || unitId === two).reduce((n, row) => n + (row[side] ?? 0), 0);
  const [ofHeir, ofOld, ofProvince] = await read(now);
  expect(ofHeir).toMatchObject({ numerator: sum('numerator'), denominator: sum('denominator') });
  expect(ofOld).toMatchObject({ status: 'notApplicable', denominator: null });
  expect(ofProvince).toEqual(then.find(({ unitId }) => unitId === 'province-46'));
  expect((await t.app.db.snapshot(verifyMeasures)).differences).toEqual([]);
});

test('a case that is not for everybody is in no figure', async () => {
  const desk = desks[2]!;
  const ask = { ...askOn(today(), 'now'), unitIds: [desk.unitId], codes: ['life.onTime'] };
  const [was] = await read(ask);
  const { id } = await sampleReceived(t.app, desk);
  await t.app.db.owner.query(`update cases.case_file set classification = 'restricted' where id = $1`, [id]);
  await t.settle();
  expect(await read(ask)).toEqual([was]);
  expect((await t.app.db.snapshot(verifyMeasures)).differences).toEqual([]);
});

const anyRow = (table: string, where = 'true') =>
  `ctid = (select ctid from indicators.${table} where ${where} limit 1)`;
const lastPoint = '(select max(upto) from indicators.checkpoint)';

test.each([
  [
    'a fact',
    `update indicators.fact_case set supplements = supplements + 1 where ${anyRow('fact_case')}`,
    'not the same',
  ],
  [
    'a fact that is gone',
    `delete from indicators.fact_case where id = (select min(id::text) from indicators.fact_case)::uuid`,
    'are kept',
  ],
  [
    'a change',
    `update indicators.delta set counts[1] = counts[1] + 1 where ${anyRow('delta', `unit <> ''`)}`,
    'roll-up',
  ],
  [
    'a change of the country',
    `update indicators.delta set counts[1] = counts[1] + 1 where ${anyRow('delta', `unit = ''`)}`,
    'roll-up',
  ],
  ['changes that are gone', `delete from indicators.delta where ${anyRow('delta')}`, 'kept 0'],
  [
    'changes of a unit without facts',
    `update indicators.delta set unit = 'nowhere' where ${anyRow('delta')}`,
    'nowhere',
  ],
  ['a checkpoint', `update indicators.base set counts[1] = counts[1] + 1 where ${anyRow('base')}`, 'by unit'],
  [
    'a sum by procedure',
    `update indicators.procedure_base set counts[1] = counts[1] + 1 where ${anyRow('procedure_base', `upto = ${lastPoint}`)}`,
    'by procedure',
  ],
])('%s that is not what the events say is named', async (_, damage, named) => {
  const back = new Error('nothing is to stay');
  let found: readonly string[] = [];
  const tried = t.app.db.writeSnapshot(async (tx) => {
    await tx.run(sql.raw(damage));
    found = (await verifyMeasures(tx)).differences;
    throw back;
  });
  await expect(tried).rejects.toBe(back);
  expect(found.join('\n')).toContain(named);
});
