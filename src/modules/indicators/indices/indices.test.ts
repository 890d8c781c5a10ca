import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { publicActor } from '../../../kit/actor.ts';
import { testApp, type TestApp } from '../../../kit/testing.ts';
import { advanceCase, numberResult, signResult } from '../../cases/contract.ts';
import { sampleDesk, type SampleDesk, sampleReceived } from '../../cases/samples.ts';
import { sampleCompetence } from '../../mandates/samples.ts';
import { sampleUnit, stateDemoOrganisations } from '../../organisations/samples.ts';
import { samplePublished } from '../../procedures/samples.ts';
import { listMeasureRecords } from '../definitions/contract.ts';
import { listVersions } from '../definitions/store/definition.ts';
import { fillMeasures } from '../measures/keep.ts';
import * as contract from './contract.ts';
import { definitions766 } from './facts/definitions766.ts';

let t: TestApp;
let a: SampleDesk;
let b: SampleDesk;
const HUE = 'province-46';
const now = '2025-11-17';

const commune = (nameVi: string) =>
  sampleUnit(t.app, { nameVi, level: 'commune', kind: 'commune', parentId: HUE, validFrom: '2025-07-01' });

async function finish(id: string, desk: SampleDesk): Promise<void> {
  await t.call(advanceCase, { id, step: 'appraise' }, desk.specialist);
  await t.call(signResult, { id, step: 'sign', outcome: 'granted' }, desk.head);
  await t.call(numberResult, { id }, desk.specialist);
}

beforeAll(async () => {
  t = await testApp();
  await stateDemoOrganisations(t.app);
  await sampleCompetence(t.app);
  a = await sampleDesk(t.app, await commune('Xã A Mẫu'));
  b = await sampleDesk(t.app, await commune('Xã B Mẫu'));
  await samplePublished(t.app);
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

test('the definitions that the product brings along stand in the database as they are written down', async () => {
  const stored = new Map(
    (await t.app.db.read(listVersions)).map((v) => [`${v.code} ${v.version}`, v] as const),
  );
  for (const { code, version, validFrom, validTo, body } of definitions766)
    expect(stored.get(`${code} ${version}`)).toMatchObject({ validFrom, validTo: validTo ?? null, body });
});

describe('the index of a unit from its cases', () => {
  const score = (unitId: string, over = {}) =>
    t.call(contract.getIndexScore, { code: '766', unitId, ...over }, publicActor);
  type Answer = Awaited<ReturnType<typeof score>>;
  const nodeIn = (answer: Answer, code: string) => answer.nodes.find((n) => n.code === code)!;

  beforeAll(async () => {
    for (let i = 0; i < 4; i += 1) {
      const { id } = await sampleReceived(t.app, a);
      if (i < 3) await finish(id, a);
    }
    await sampleReceived(t.app, b);
    await t.settle();
    await fillMeasures(t.app);
  }, 60_000);

  test('each indicator carries both counts, its figure and version; the total says what is open and which classes are possible', async () => {
    const answer = await score(a.unitId);
    expect(answer).toMatchObject({
      period: '2025',
      asOf: now,
      level: 'commune',
      index: { version: '2025', maximum: 100 },
      total: { points: 34, max: 100, unknown: 30 },
    });
    expect(answer.total.classes.map((c) => c.code)).toEqual(['weak', 'average']);
    expect(nodeIn(answer, '2.1')).toMatchObject({
      points: 20,
      numerator: 4,
      denominator: 4,
      rounded: '100.00',
      figure: { code: '766.2.1', version: '1' },
      beside: [
        { code: 'local.2.1', numerator: 4, denominator: 4 },
        { code: 'local.2.1.closed', numerator: 3, denominator: 3 },
      ],
    });
    expect(nodeIn(answer, '4.1')).toMatchObject({ points: 0, numerator: 0, denominator: 4 });
    expect(nodeIn(answer, '4.5b')).toMatchObject({ points: 2, status: 'outOfScope' });
    expect(nodeIn(answer, '5.2')).toMatchObject({ status: 'sourceMissing', max: 6, unknown: 6 });
    expect(nodeIn(answer, '5.2').points).toBeUndefined();
    expect(nodeIn(answer, '5.4')).toMatchObject({ points: 6, numerator: 4, denominator: 4 });
    expect(nodeIn(answer, '1.1')).toMatchObject({ status: 'noRecords', unknown: 6 });
    expect(nodeIn(answer, '4.2').conflict?.en).toContain('80 %');
  });

  test('the province counts what its communes count, and is asked what they are not', async () => {
    const answer = await score(HUE);
    expect(answer.level).toBe('province');
    expect(nodeIn(answer, '2.1')).toMatchObject({ numerator: 5, denominator: 5, points: 20 });
    expect(nodeIn(answer, '4.5b')).toMatchObject({ numerator: 0, denominator: 5, points: 0, status: 'ok' });
  });

  test('of one procedure only what counts by procedure is asked, with as many points as that has', async () => {
    const whole = await score(a.unitId);
    const codes = whole.nodes.flatMap((n) => (n.denominator ? [n.code] : []));
    const records = await t.call(listMeasureRecords, { code: '766.2.1', unitId: a.unitId }, publicActor);
    const procedure = records.items[0]!.procedure!;
    const own = await score(a.unitId, { procedure: procedure.code });
    expect(own).toMatchObject({ procedure, total: { classes: [] } });
    expect(own.nodes.map((n) => n.code)).not.toContain('1.3');
    expect(nodeIn(own, '2.1')).toMatchObject({ numerator: 4, denominator: 4, points: 20 });
    const leaves = own.nodes.filter((n) => !n.group && !n.alternative);
    expect(own.index.maximum).toBe(leaves.reduce((sum, n) => sum + n.max, 0));
    expect(own.total.max).toBe(own.index.maximum);
    expect(own.index.maximum).toBeLessThan(100);
    expect(codes.length).toBeGreaterThan(own.nodes.filter((n) => n.denominator).length);
    const other = await score(a.unitId, { procedure: '2.000815' });
    expect(nodeIn(other, '2.1')).toMatchObject({ status: 'noRecords' });
  });

  test('departments of provinces are ranked among themselves', async () => {
    const { rows, level } = await t.call(
      contract.listIndexRanking,
      { code: '766', level: 'department', within: HUE },
      publicActor,
    );
    expect(level).toBe('department');
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.every((row) => row.unit.level === 'department')).toBe(true);
  });

  test('a month, a quarter and a year are asked alike, and 2026 is measured by its own wording', async () => {
    for (const period of ['2025-11', '2025-Q4', '2025'])
      expect(nodeIn(await score(a.unitId, { period }), '2.1').denominator).toBe(4);
    const october = await score(a.unitId, { period: '2025-10' });
    expect(nodeIn(october, '2.1')).toMatchObject({ status: 'noRecords', unknown: 20 });
    t.clock.set('2026-02-02T08:00:00+07:00');
    const next = await score(a.unitId, { period: '2026' });
    expect(next.index.version).toBe('2026');
    expect(nodeIn(next, '3.F')).toMatchObject({ points: 12, status: 'outOfScope' });
    expect((await score(a.unitId, { period: '2025', asOf: now })).index.version).toBe('2025');
    t.clock.set(`${now}T08:00:00+07:00`);
  });

  test('the trend, what two more points take, and a unit that the index does not speak of', async () => {
    const trend = await t.call(
      contract.getIndexTrend,
      { code: '766', unitId: a.unitId, months: 3 },
      publicActor,
    );
    expect(trend.months.map((m) => m.month)).toEqual(['2025-09', '2025-10', '2025-11']);
    expect(trend.months[2]!.points).toBe(34);
    const more = await t.call(
      contract.whatWouldItTake,
      { code: '766', unitId: a.unitId, wanted: 2 },
      publicActor,
    );
    expect(more).toMatchObject({ reached: true, points: 34 });
    expect(more.plan[0]!.records).toBeGreaterThan(0);
    expect(more.without.map((n) => n.code)).toContain('5.2');
    const office = await sampleUnit(t.app, {
      nameVi: 'Ban ngoài chỉ số',
      level: 'party',
      kind: 'partyBody',
      parentId: 'centre',
      validFrom: '2025-07-01',
    });
    await expect(score(office)).rejects.toThrow('indicators.notMeasured');
    await expect(score('nobody')).rejects.toThrow('kit.notFound');
  });

  test('communes are ranked by counts with intervals, below the floor they are listed with the reason', async () => {
    const ask = { code: '766', level: 'commune' as const, within: HUE, node: '2.1', by: 'value' as const };
    const answer = await t.call(
      contract.listIndexRanking,
      { ...ask, floor: 1, about: b.unitId },
      publicActor,
    );
    const own = (id: string) => answer.rows.find((r) => r.unit.id === id)!;
    expect(
      [own(a.unitId), own(b.unitId)].map((r) => [r.rank, r.tied, r.value, r.numerator, r.denominator]),
    ).toEqual([
      [1, 1, 100, 4, 4],
      [1, 1, 100, 1, 1],
    ]);
    expect(own(b.unitId).low).toBeCloseTo(20.65, 1);
    expect(own(b.unitId).places).toEqual({ from: 1, to: 2 });
    expect(answer.about).toMatchObject({ rank: 1, sentences: [{ en: 'The unit is in the first place.' }] });
    const byBound = await t.call(
      contract.listIndexRanking,
      { ...ask, by: 'lowerBound', floor: 1, about: b.unitId },
      publicActor,
    );
    expect(byBound.about!.rank).toBe(2);
    expect(byBound.about!.sentences[0]!.en).toBe(
      'To reach place 1 it takes 3 further records, all successful (4/4).',
    );
    const strict = await t.call(contract.listIndexRanking, { ...ask, floor: 30 }, publicActor);
    expect(strict.rows.filter((r) => r.rank !== undefined)).toEqual([]);
    expect(strict.rows.find((r) => r.unit.id === a.unitId)!.words.en).toContain('below the minimum of 30');
  });

  test('communes are ranked by the total too, and all of the country at once only by one indicator', async () => {
    const ask = { code: '766', level: 'commune' as const, within: HUE };
    const answer = await t.call(contract.listIndexRanking, { ...ask, floor: 1, by: 'value' }, publicActor);
    expect(answer.rows.filter((r) => r.rank !== undefined).length).toBe(2);
    expect(answer.rows.find((r) => r.unit.id === a.unitId)).toMatchObject({
      value: 34,
      unknown: 30,
      records: 4,
    });
    await expect(
      t.call(contract.listIndexRanking, { code: '766', node: 'none' }, publicActor),
    ).rejects.toThrow('kit.notFound');
  });
});
