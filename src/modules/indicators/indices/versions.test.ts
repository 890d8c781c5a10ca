import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { type Actor, publicActor } from '../../../kit/actor.ts';
import type { InputOf } from '../../../kit/contract.ts';
import { testApp, type TestApp } from '../../../kit/testing.ts';
import { actorOf, sampleAccount } from '../../identity/samples.ts';
import { sampleUnit, stateDemoOrganisations } from '../../organisations/samples.ts';
import * as contract from './contract.ts';
import { builtInTrees } from './facts/trees.ts';
import { indexReplay } from './replay.ts';

let t: TestApp;
let communeId: string;
const HUE = 'province-46';

const account = async (email: string, role: 'coordinator' | 'office', unitId: string): Promise<Actor> => {
  await sampleAccount(t.app, { email, name: email, roles: [{ role, unitId, clearance: 'internal' }] });
  return actorOf(t.app, email);
};

beforeAll(async () => {
  t = await testApp();
  await stateDemoOrganisations(t.app);
  communeId = await sampleUnit(t.app, {
    nameVi: 'Xã C Mẫu',
    level: 'commune',
    kind: 'commune',
    parentId: HUE,
    validFrom: '2025-07-01',
  });
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

describe('versions of an index', () => {
  const {
    code: _,
    version: __,
    validFrom: ___,
    validTo: ____,
    ...body
  } = builtInTrees.find((one) => one.code === '766')!;
  const state = (over: Partial<InputOf<typeof contract.stateIndexTree>>, actor?: Actor) =>
    t.call(
      contract.stateIndexTree,
      { ...body, code: '766', version: 'thu', validFrom: '2027-01-01', ...over },
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
    outside = await account('xa@test.vn', 'coordinator', communeId);
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
