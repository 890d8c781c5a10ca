import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { publicActor } from '../../../kit/actor.ts';
import { type FileReply, type ReplyOf } from '../../../kit/contract.ts';
import { addDays, type Day, dayOf } from '../../../kit/day.ts';
import { testApp, type TestApp } from '../../../kit/testing.ts';
import { advanceCase, numberResult, signResult } from '../../cases/contract.ts';
import { sampleDesk, type SampleDesk, sampleReceived, sampleSubmitted } from '../../cases/samples.ts';
import { sampleCompetence } from '../../mandates/samples.ts';
import { sampleUnit, stateDemoOrganisations } from '../../organisations/samples.ts';
import { samplePublished } from '../../procedures/samples.ts';
import { foldMeasures } from '../measures/fold.ts';
import { fillMeasures } from '../measures/keep.ts';
import * as contract from './contract.ts';
import type { Scope } from './rules/model.ts';
import type { Score } from './rules/points.ts';
import { narrowedTree, type ScoreAsk, scoreOf, treeFor } from './score.ts';
import { scoreProcedures } from './scoreProcedures.ts';

let t: TestApp;
let desks: SampleDesk[];
const open: { id: string; desk: SampleDesk }[] = [];
const HUE = 'province-46';
const published = ['1.000001', '1.000002', '2.000815', '3.000003'] as const;
const names = [
  ['Xác nhận tình trạng mẫu', 'Hộ tịch'],
  ['Đăng ký hộ kinh doanh mẫu', 'Thành lập hộ kinh doanh'],
  ['Chứng thực bản sao mẫu', 'Chứng thực'],
  ['Thủ tục chưa ai nộp', 'Chứng thực'],
] as const;

const commune = (nameVi: string) =>
  sampleUnit(t.app, { nameVi, level: 'commune', kind: 'commune', parentId: HUE, validFrom: '2025-07-01' });
const today = (): Day => dayOf(t.clock.now());

beforeAll(async () => {
  t = await testApp({ now: '2025-10-27T08:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  await sampleCompetence(t.app);
  desks = [
    await sampleDesk(t.app, await commune('Xã A Mẫu')),
    await sampleDesk(t.app, await commune('Xã B Mẫu')),
  ];
  for (const [i, code] of published.entries()) {
    const [vi, fieldVi] = names[i]!;
    await samplePublished(t.app, { code, content: { name: { vi, en: `Sample ${i}` }, fieldVi } });
  }
  await t.settle();
  await fillMeasures(t.app);
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

type Act = { do: 'receive' | 'online' | 'finish'; who: number } | { do: 'sleep'; days: number };
const one = (what: 'receive' | 'online' | 'finish') =>
  fc.record({ do: fc.constant(what), who: fc.nat(50) }) as fc.Arbitrary<Act>;
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: one('receive') },
  { weight: 2, arbitrary: one('online') },
  { weight: 4, arbitrary: one('finish') },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('sleep' as const), days: fc.integer({ min: 1, max: 4 }) }),
  },
);

async function live(a: Act): Promise<void> {
  if (a.do === 'sleep') {
    t.clock.set(new Date(t.clock.now().getTime() + a.days * 86_400_000).toISOString());
    return t.settle();
  }
  const desk = desks[a.who % 2]!;
  const procedureCode = published[a.who % 3]!;
  if (a.do === 'receive') open.push({ id: (await sampleReceived(t.app, desk, { procedureCode })).id, desk });
  else if (a.do === 'online') await sampleSubmitted(t.app, { procedureCode, placeUnitId: desk.unitId });
  else await finish(open.splice(a.who % Math.max(1, open.length), 1)[0]);
}

async function finish(case_: (typeof open)[number] | undefined): Promise<void> {
  if (!case_) return;
  const { id, desk } = case_;
  await t.call(advanceCase, { id, step: 'appraise' }, desk.specialist);
  await t.call(signResult, { id, step: 'sign', outcome: 'granted' }, desk.head);
  await t.call(numberResult, { id }, desk.specialist);
}

type Question = Pick<ScoreAsk, 'period' | 'asOf' | 'tree'> & { unitId: string; level: Scope };
const questions = (): Question[] =>
  [
    { unitId: desks[0]!.unitId, level: 'commune' as const },
    { unitId: desks[1]!.unitId, level: 'commune' as const },
    { unitId: HUE, level: 'province' as const },
    { unitId: 'centre', level: 'ministry' as const },
  ].flatMap((unit) => [
    { ...unit, period: '2025', asOf: today(), tree: 'now' as const },
    { ...unit, period: '2025-11', asOf: today(), tree: 'then' as const },
    { ...unit, period: '2025-Q4', asOf: addDays(today(), -3), tree: 'then' as const },
    { ...unit, period: '2025-10', asOf: '2025-10-29', tree: 'now' as const },
  ]);

const askOf = ({ unitId: _unit, level: _level, ...rest }: Question) => ({
  index: '766',
  ...rest,
  today: today(),
  rules: 'then' as const,
});

/** Scores of all procedures in one question. */
const listedFor = (question: Question) =>
  t.app.db.read(async (tx) => {
    const ask = { ...askOf(question), unitId: question.unitId };
    return scoreProcedures(tx, ask, await narrowedTree(tx, (await treeFor(tx, ask))!), question.level);
  });

/** The score of each procedure asked for alone. */
const aloneFor = (question: Question) =>
  t.app.db.read(async (tx) => {
    const alone = new Map<string, Score>();
    for (const procedure of published) {
      const ask = { ...askOf(question), unitIds: [question.unitId], procedure };
      const { unit: _, level, ...score } = (await scoreOf(tx, ask))!.scores.get(question.unitId)!;
      expect(level).toBe(question.level);
      alone.set(procedure, score);
    }
    return alone;
  });

const countsCases = ({ nodes }: Score): boolean =>
  [...nodes.values()].some(({ denominator }) => (denominator ?? 0) > 0);

test('after any lives of cases, the list says of each procedure what its own score says', async () => {
  let counted = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 15, maxLength: 25 }), async (acts) => {
      for (const a of acts) await live(a);
      await t.settle();
      await foldMeasures(t.app);
      for (const question of questions()) {
        const [listed, alone] = [await listedFor(question), await aloneFor(question)];
        const shown = [...alone].filter(([code]) => listed.has(code));
        expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(shown));
        counted += [...listed.values()].filter(countsCases).length;
        // What is not in the list has no case; communes are competent for all.
        expect([...alone].filter(([code, score]) => !listed.has(code) && countsCases(score))).toEqual([]);
        if (question.level === 'commune' && question.asOf === today())
          expect([...listed.keys()]).toEqual([...published]);
      }
    }),
    { numRuns: 3, endOnFailure: true },
  );
  expect(counted).toBeGreaterThan(10);
}, 120_000);

test('where sums by procedure are not kept, the facts say the same', async () => {
  const since = (day: string) => t.app.db.owner.query(`update indicators.procedure_since set day = '${day}'`);
  const asked = questions();
  const kept = [];
  for (const question of asked) kept.push(await listedFor(question));
  await since('infinity');
  try {
    for (const [i, question] of asked.entries()) expect(await listedFor(question)).toEqual(kept[i]);
  } finally {
    await since('-infinity');
  }
}, 60_000);

describe('the list', () => {
  const ask = (over = {}) =>
    t.call(
      contract.listIndexProcedures,
      { code: '766', unitId: desks[0]!.unitId, period: '2025', ...over },
      publicActor,
    );
  type Reply = ReplyOf<typeof contract.listIndexProcedures>;
  const codes = ({ items }: Pick<Reply, 'items'>) => items.map((row) => row.procedure.code);

  beforeAll(async () => {
    for (const procedureCode of ['1.000001', '1.000001', '1.000002', '2.000815'])
      await finish({ id: (await sampleReceived(t.app, desks[0]!, { procedureCode })).id, desk: desks[0]! });
    await t.settle();
  }, 60_000);

  test('those above the floor have places as every ranking gives them, the others stand apart with the reason', async () => {
    const all = await ask({ floor: 1, by: 'value' });
    const ranked = all.items.filter((row) => row.rank !== undefined);
    expect(all.counts).toEqual({ ranked: 3, unranked: 1 });
    for (const row of ranked) {
      const printed = (points: number) => Math.round(points * 100);
      expect(row.rank).toBe(ranked.filter((o) => printed(o.points) > printed(row.points)).length + 1);
      expect(row.tied).toBe(ranked.filter((o) => printed(o.points) === printed(row.points)).length - 1);
      expect(row.share).toBeCloseTo((row.points / (row.max - row.unknown)) * 100, 5);
      expect(row.words.vi).not.toContain('đơn vị');
    }
    expect(all.items.at(-1)).toMatchObject({
      procedure: { code: '3.000003', name: { vi: 'Thủ tục chưa ai nộp', en: 'Sample 3' } },
      field: 'Chứng thực',
      records: 0,
      classes: [],
      words: { en: 'There are no records to count' },
    });
    expect(all.items.at(-1)).not.toHaveProperty('share');
    const strict = await ask({ floor: 100_000 });
    expect(strict.counts).toEqual({ ranked: 0, unranked: 4 });
    expect(strict.items[0]!.words.en).toContain('below the minimum of 100000');
    expect(strict.items.map((row) => row.records)).toEqual(
      strict.items.map((row) => row.records).toSorted((a, b) => b - a),
    );
  });

  test('the worst first, by number of cases, one part alone; a page at a time gives the same rows', async () => {
    for (const order of ['best', 'worst', 'cases'] as const)
      for (const by of ['value', 'lowerBound'] as const) {
        const whole = await ask({ floor: 1, order, by });
        const ranked = whole.items.filter((row) => row.rank !== undefined);
        const keys = ranked.map((row) =>
          order === 'cases' ? -row.records : (order === 'best' ? 1 : -1) * row.rank!,
        );
        expect(keys).toEqual(keys.toSorted((a, b) => a - b));
        const paged: Reply['items'] = [];
        for (let next: string | undefined = ''; next !== undefined;) {
          const page: Reply = await ask({ floor: 1, order, by, limit: 1, ...(next && { cursor: next }) });
          paged.push(...page.items);
          next = page.next;
        }
        expect(paged).toEqual(whole.items);
      }
    expect(codes(await ask({ floor: 1, part: 'unranked' }))).toEqual(['3.000003']);
  });

  test('a field, or words without diacritics, leave out rows and change no place', async () => {
    const all = await ask({ floor: 1 });
    expect(all.fields.map(({ field, procedures }) => [field, procedures])).toEqual([
      ['Chứng thực', 2],
      ['Hộ tịch', 1],
      ['Thành lập hộ kinh doanh', 1],
    ]);
    const field = await ask({ floor: 1, field: 'Chứng thực' });
    expect(codes(field).toSorted()).toEqual(['2.000815', '3.000003']);
    expect(field.fields).toEqual(all.fields);
    const found = await ask({ floor: 1, q: 'dang ky ho KINH' });
    expect(found.items).toEqual(all.items.filter((row) => row.procedure.code === '1.000002'));
    expect(codes(await ask({ floor: 1, q: '2.000815' }))).toEqual(['2.000815']);
    expect(await ask({ floor: 1, q: 'không có' })).toMatchObject({
      items: [],
      counts: { ranked: 0, unranked: 0 },
    });
  });

  test('each row is the score page of that procedure, and the files hold the same rows', async () => {
    const { items, index } = await ask({ floor: 1 });
    for (const { procedure, points, unknown, max } of items) {
      const own = await t.call(
        contract.getIndexScore,
        { code: '766', unitId: desks[0]!.unitId, period: '2025', procedure: procedure.code },
        publicActor,
      );
      expect(own.total).toMatchObject({ points, unknown, max });
      expect(own.index).toEqual(index);
    }
    const file = (format: 'csv' | 'xlsx') =>
      t.call(
        contract.exportIndexProcedures,
        { code: '766', unitId: desks[0]!.unitId, period: '2025', floor: 1, format, language: 'en' },
        publicActor,
      ) as Promise<FileReply>;
    const csv = await file('csv');
    const lines = (csv.body as string).trim().split(/\r?\n/);
    expect(lines.length).toBe(items.length + 1);
    expect(lines[0]).toContain('Share reached (%)');
    for (const [i, row] of items.entries()) expect(lines[i + 1]).toContain(row.procedure.code);
    expect((await file('xlsx')).name).toMatch(/^766-.*-2025\.xlsx$/);
  });

  test('a unit that the index does not speak of, and an index without figures by procedure, are named', async () => {
    await expect(ask({ code: 'dti-province', unitId: HUE })).rejects.toThrow('indicators.notByProcedure');
    await expect(ask({ code: 'dti-province' })).rejects.toThrow('indicators.notMeasured');
    await expect(ask({ unitId: 'nobody' })).rejects.toThrow('kit.notFound');
    const tree = await t.call(contract.getIndexTree, { code: 'dti-province' }, publicActor);
    expect(tree.counts.byProcedure).toBe(0);
  });
});
