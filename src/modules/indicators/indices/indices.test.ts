import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { type Actor, publicActor } from '../../../kit/actor.ts';
import { testApp, type TestApp } from '../../../kit/testing.ts';
import { advanceCase, numberResult, signResult } from '../../cases/contract.ts';
import { sampleDesk, type SampleDesk, sampleReceived } from '../../cases/samples.ts';
import { actorOf, sampleAccount } from '../../identity/samples.ts';
import { sampleCompetence } from '../../mandates/samples.ts';
import { sampleUnit, stateDemoOrganisations } from '../../organisations/samples.ts';
import { samplePublished } from '../../procedures/samples.ts';
import { listVersions } from '../definitions/store/definition.ts';
import { fillMeasures } from '../measures/keep.ts';
import * as contract from './contract.ts';
import { definitions766 } from './facts/definitions766.ts';
import { builtInTrees } from './facts/trees.ts';
import { indexReplay } from './replay.ts';

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

const account = async (email: string, role: 'coordinator' | 'office', unitId: string): Promise<Actor> => {
  await sampleAccount(t.app, { email, name: email, roles: [{ role, unitId, clearance: 'internal' }] });
  return actorOf(t.app, email);
};

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
      total: { points: 28, max: 100, unknown: 36 },
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
    expect(nodeIn(answer, '4.2').conflict?.en).toContain('80 %');
  });

  test('the province counts what its communes count, and is asked what they are not', async () => {
    const answer = await score(HUE);
    expect(answer.level).toBe('province');
    expect(nodeIn(answer, '2.1')).toMatchObject({ numerator: 5, denominator: 5, points: 20 });
    expect(nodeIn(answer, '4.5b')).toMatchObject({ numerator: 0, denominator: 5, points: 0, status: 'ok' });
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
    expect(trend.months[2]!.points).toBe(28);
    const more = await t.call(
      contract.whatWouldItTake,
      { code: '766', unitId: a.unitId, wanted: 2 },
      publicActor,
    );
    expect(more).toMatchObject({ reached: true, points: 28 });
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
      value: 28,
      unknown: 36,
      records: 4,
    });
    await expect(
      t.call(contract.listIndexRanking, { code: '766', node: 'none' }, publicActor),
    ).rejects.toThrow('kit.notFound');
  });
});

describe('versions of an index', () => {
  const {
    code: _,
    version: __,
    validFrom: ___,
    validTo: ____,
    ...body
  } = builtInTrees.find((one) => one.code === '766')!;
  const state = (over: object, actor?: Actor) =>
    t.call(
      contract.stateIndexTree,
      { ...body, code: '766', version: 'thu', validFrom: '2027-01-01', ...over } as never,
      actor,
    );
  const fieldsOf = (work: Promise<unknown>): Promise<string[]> =>
    work.then(
      () => [],
      (e: { fields?: { path: string }[] }) => (e.fields ?? []).map((f) => f.path),
    );

  test('what does not add up is refused by place, and nothing is stored', async () => {
    expect(await fieldsOf(state({ maximum: 99 }))).toEqual(['maximum']);
    const whole = [
      { code: 'E', name: { vi: 'E', en: 'E' }, from: 0, to: 89 },
      { code: 'A', name: { vi: 'A', en: 'A' }, from: 90 },
    ];
    expect(await fieldsOf(state({ bands: whole }))).toEqual(['bands.0.to']);
    expect(await fieldsOf(state({ version: '2025' }))).toEqual(['version']);
    expect(await fieldsOf(state({ validFrom: '2025-06-01' }))).toEqual(['validFrom']);
    const { versions } = await t.call(contract.getIndexTree, { code: '766' }, publicActor);
    expect(versions.map((v) => v.version)).toEqual(['2025', '2026']);
  });

  test('who may not define figures is refused; a new version holds from its day and leaves the ones before', async () => {
    await expect(state({}, publicActor)).rejects.toThrow('kit.signInNeeded');
    await state({});
    const { versions } = await t.call(contract.getIndexTree, { code: '766' }, publicActor);
    expect(versions).toEqual([
      { version: '2025', validFrom: '2025-01-01', validTo: '2026-01-01' },
      { version: '2026', validFrom: '2026-01-01', validTo: '2027-01-01' },
      { version: 'thu', validFrom: '2027-01-01' },
    ]);
    const { tree } = await t.call(contract.getIndexTree, { code: '766', asOf: '2027-02-01' }, publicActor);
    expect(tree.version).toBe('thu');
  });

  test('published scores stand beside the sum of their parts', async () => {
    const { published } = await t.call(contract.getIndexTree, { code: '766' }, publicActor);
    expect(published.map((s) => [s.unit, s.total, s.sum, s.ok])).toEqual([
      ['Bắc Ninh', 92.83, 92.83, true],
      ['Hà Nội', 58.3, 58.3, true],
      ['Sơn La', 86.94, 83.63, false],
    ]);
  });
});

describe('values that units state themselves', () => {
  const key = { code: 'dti-province', node: 'awareness', unitId: HUE, period: '2025' };
  const claim = { ...key, numerator: 80, denominator: 100, evidence: 'Báo cáo 12/BC-UBND ngày 03/11/2025' };
  let own: Actor;
  let above: Actor;
  let outside: Actor;
  beforeAll(async () => {
    own = await account('khai@test.vn', 'coordinator', HUE);
    above = await account('xacminh@test.vn', 'office', 'centre');
    outside = await account('xa@test.vn', 'coordinator', a.unitId);
  });
  const points = async () => {
    const answer = await t.call(contract.getIndexScore, { code: key.code, unitId: HUE }, publicActor);
    const node = answer.nodes.find((n) => n.code === key.node)!;
    return [node.status, node.points, node.claimedPoints, answer.total.points, answer.total.unknown];
  };

  test('a claim is shown and does not count before another unit verified it; both stay visible', async () => {
    expect(await points()).toEqual(['notReported', undefined, undefined, 0, 1000]);
    await expect(t.call(contract.claimIndexValue, claim, outside)).rejects.toThrow('kit.notAllowed');
    await t.call(contract.claimIndexValue, claim, own);
    expect(await points()).toEqual(['claimed', undefined, 80, 0, 1000]);
    await expect(t.call(contract.decideIndexValue, { ...key, decision: 'verify' }, own)).rejects.toThrow(
      'kit.notAllowed',
    );
    await t.call(contract.decideIndexValue, { ...key, decision: 'verify' }, above);
    expect(await points()).toEqual(['ok', 80, undefined, 80, 900]);
    await expect(t.call(contract.claimIndexValue, claim, own)).rejects.toThrow('indicators.valueRefused');
  });

  test('returning needs a reason; afterwards the value counts no more and may be stated anew', async () => {
    await expect(t.call(contract.decideIndexValue, { ...key, decision: 'return' }, above)).rejects.toThrow(
      'indicators.valueRefused',
    );
    await t.call(
      contract.decideIndexValue,
      { ...key, decision: 'return', reason: 'Thiếu biên bản đo' },
      above,
    );
    expect((await points())[0]).toBe('returned');
    await t.call(contract.claimIndexValue, { ...claim, numerator: 70 }, own);
    const { items } = await t.call(contract.listIndexValues, {}, above);
    expect(items).toMatchObject([{ node: 'awareness', state: 'claimed', numerator: 70, unit: { id: HUE } }]);
    expect((await t.call(contract.listIndexValues, {}, outside)).items).toEqual([]);
  });

  test('an automatic indicator, a share above 1 and a year to come cannot be stated', async () => {
    const refused = (over: object) =>
      expect(t.call(contract.claimIndexValue, { ...claim, ...over })).rejects.toThrow(
        'indicators.valueRefused',
      );
    await refused({ code: '766', node: '2.1' });
    await refused({ numerator: 101 });
    await refused({ period: '2030' });
  });

  test('trees and values told again from their events are those of the tables', async () => {
    const { checked, differences } = await t.app.db.read(indexReplay.verify);
    expect([checked, differences]).toEqual([2, []]);
    await t.app.db.write((tx) => tx.run(sql`update indicators.index_value set numerator = 99`));
    expect((await t.app.db.read(indexReplay.verify)).differences.length).toBe(1);
  });
});

describe('the first morning in Huế', () => {
  const morning = (over = {}) =>
    t.call(contract.getPublishedRanking, { code: 'hue-01-07-2025', ...over }, publicActor);

  test('two communes with 11 of 12 tie, who published no numerator has no place, and with a floor of 30 nobody has', async () => {
    const { rows, total, rest } = await morning();
    expect(rows.map((r) => [r.name, r.rank, r.tied, r.numerator, r.denominator])).toEqual([
      ['Phường Hương An', 1, 1, 11, 12],
      ['Phường Phong Thái', 1, 1, 11, 12],
      ['Xã Quảng Điền', undefined, 0, undefined, 83],
    ]);
    expect(rows[0]).toMatchObject({ low: 64.61, high: 98.51 });
    expect([total, rest]).toEqual([
      { numerator: 126, denominator: 526 },
      { units: 37, denominator: 419 },
    ]);
    expect((await morning({ floor: 30 })).rows.every((r) => r.rank === undefined)).toBe(true);
  });
});
