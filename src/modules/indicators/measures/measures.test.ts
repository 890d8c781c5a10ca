import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { publicActor } from '../../../kit/actor.ts';
import { type TestApp, testApp } from '../../../kit/testing.ts';
import { advanceCase, numberResult, returnResult, signResult } from '../../cases/contract.ts';
import { sampleDesk, type SampleDesk, sampleReceived, sampleSubmitted } from '../../cases/samples.ts';
import { sampleCompetence } from '../../mandates/samples.ts';
import { sampleUnit, stateDemoOrganisations } from '../../organisations/samples.ts';
import { samplePublished } from '../../procedures/samples.ts';
import { foldMeasures } from './fold.ts';
import { changeLog, type FigureAsk, figuresOf, listFigureMoves, listRecords } from './index.ts';
import { fillMeasures } from './keep.ts';
import { verifyMeasures } from './proof/index.ts';
import { rebuildMeasures } from './rebuild.ts';
import { sampleMeasure } from './samples.ts';

let t: TestApp;
let a: SampleDesk;
let b: SampleDesk;

const commune = (nameVi: string) =>
  sampleUnit(t.app, {
    nameVi,
    level: 'commune',
    kind: 'commune',
    parentId: 'province-46',
    validFrom: '2025-07-01',
  });

const define = (code: string, body: Parameters<typeof sampleMeasure>[2]) => sampleMeasure(t.app, code, body);
const received = { fact: 'case', where: 'received != null', period: 'received' };

const ask = (over: Partial<FigureAsk> = {}) =>
  t.app.db.read((tx) =>
    figuresOf(tx, {
      codes: ['onTime'],
      unitIds: [a.unitId],
      from: '2025-11',
      to: '2025-12',
      asOf: t.clock.now().toISOString().slice(0, 10),
      today: t.clock.now().toISOString().slice(0, 10),
      tree: 'now',
      rules: 'now',
      ...over,
    }),
  );
const counts = async (over: Partial<FigureAsk> = {}) =>
  (await ask(over)).map(({ numerator, denominator, rounded }) => [numerator, denominator, rounded]);
const proved = () => t.app.db.snapshot(verifyMeasures);

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
  await define('onTime', {
    numerator: { ...received, where: 'received != null and provincial in ("early", "onTime", "inTime")' },
    denominator: received,
  });
  await define('online', {
    numerator: { ...received, where: 'channel = "online"' },
    denominator: received,
  });
  await t.settle();
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

describe('figures follow what happens to cases', () => {
  test('a case turns late by the passing of time, and nobody has to do anything', async () => {
    const one = await sampleReceived(t.app, a);
    const two = await sampleReceived(t.app, a);
    await sampleReceived(t.app, b);
    await t.settle();
    expect(await counts()).toEqual([[2, 2, '100.00']]);
    await finish(one.id, a);
    await t.settle();
    // Due on 18 November: two is overdue from the 19th on.
    expect(two.dueAt?.slice(0, 10)).toBe('2025-11-18');
    expect(await counts({ asOf: '2025-11-18' })).toEqual([[2, 2, '100.00']]);
    expect(await counts({ asOf: '2025-11-19' })).toEqual([[1, 2, '50.00']]);
    expect(await counts({ asOf: '2025-11-19', unitIds: ['province-46', b.unitId] })).toEqual([
      [1, 3, '33.33'],
      [0, 1, '0.00'],
    ]);
    t.clock.set('2025-11-18T09:00:00+07:00');
    await finish(two.id, a);
    await t.call(returnResult, { id: two.id, taker: 'Nguyễn Văn Mẫu' }, a.desk);
    await t.settle();
    expect(await counts({ asOf: '2025-11-19' })).toEqual([[2, 2, '100.00']]);
    expect((await proved()).differences).toEqual([]);
  });

  test('figures of a past day stay what they were', async () => {
    t.clock.set('2025-11-20T09:00:00+07:00');
    await sampleSubmitted(t.app, { placeUnitId: a.unitId });
    await sampleReceived(t.app, a);
    await t.settle();
    expect(await counts({ asOf: '2025-11-17' })).toEqual([[2, 2, '100.00']]);
    expect(await counts({ asOf: '2025-11-20' })).toEqual([[3, 3, '100.00']]);
    await foldMeasures(t.app);
    expect(await counts({ asOf: '2025-11-17' })).toEqual([[2, 2, '100.00']]);
    expect(await counts({ asOf: '2025-11-20' })).toEqual([[3, 3, '100.00']]);
    expect((await proved()).differences).toEqual([]);
  });

  test('a definition saved later is filled from what has happened, and says so until then', async () => {
    await define('days', {
      numerator: { ...received, where: 'finished != null', sum: 'handlingDays' },
      denominator: { ...received, where: 'finished != null' },
    });
    await define('overdue', {
      numerator: { ...received, where: 'finished = null and due < asOf' },
      denominator: received,
    });
    expect(await ask({ codes: ['overdue'] })).toMatchObject([{ status: 'computing', numerator: null }]);
    await fillMeasures(t.app, 2);
    expect(await counts({ codes: ['overdue'], asOf: '2025-11-21', unitIds: ['province-46'] })).toEqual([
      [1, 4, '25.00'],
    ]);
    expect(await ask({ codes: ['days'] })).toMatchObject([{ status: 'ok', denominator: 2 }]);
    expect((await proved()).differences).toEqual([]);
  });

  test('everything told anew from the events is the same', async () => {
    const before = await ask({
      codes: ['onTime', 'online', 'days', 'overdue'],
      unitIds: ['province-46', a.unitId, b.unitId],
    });
    await rebuildMeasures(t.app);
    const after = await ask({
      codes: ['onTime', 'online', 'days', 'overdue'],
      unitIds: ['province-46', a.unitId, b.unitId],
    });
    expect(after).toEqual(before);
    expect((await proved()).differences).toEqual([]);
  });
});

describe('figures of procedures', () => {
  test('each procedure in the competence of a unit is a record; of several units it counts once', async () => {
    await define('complete', {
      numerator: { fact: 'procedure', where: 'contentComplete', of: 'procedures' },
      denominator: { fact: 'procedure', where: 'true', of: 'procedures' },
    });
    await define('pairs', {
      numerator: { fact: 'procedure', where: 'level = "commune"' },
      denominator: { fact: 'procedure', where: 'true' },
    });
    await define('communes', {
      numerator: { fact: 'case', where: 'received != null', period: 'received', of: 'units' },
      denominator: { fact: 'procedure', where: 'true', of: 'units' },
    });
    await fillMeasures(t.app);
    expect(await ask({ codes: ['complete', 'pairs', 'communes'], unitIds: ['province-46'] })).toMatchObject([
      { denominator: 1 },
      { numerator: 2, denominator: 2 },
      { numerator: 2, denominator: 2 },
    ]);
    expect((await proved()).differences).toEqual([]);
  });
});

describe('the records of a figure', () => {
  const records = (part: 'numerator' | 'denominator' | 'excluded', actor = a.desk, over: object = {}) =>
    t.app.db.read((tx) =>
      listRecords(tx, actor, {
        code: 'onTime',
        unitId: a.unitId,
        from: '2025-11',
        to: '2025-12',
        asOf: '2025-11-21',
        today: '2025-11-21',
        tree: 'now',
        rules: 'now',
        part,
        limit: 50,
        ...over,
      }),
    );

  test('are as many as the count, for everybody; names only for those who may see the case', async () => {
    const [[n, d]] = (await counts({ asOf: '2025-11-21' })) as [[number, number, string]];
    expect((await records('numerator')).lines).toHaveLength(n);
    expect((await records('denominator')).lines).toHaveLength(d);
    const mine = (await records('denominator')).lines[0]!;
    expect(mine).toMatchObject({ withheld: false, code: expect.any(String), person: expect.any(String) });
    const shown = (await records('denominator', publicActor)).lines;
    expect(shown).toHaveLength(d);
    for (const line of shown) {
      expect(line.withheld).toBe(true);
      expect(Object.keys(line)).not.toContain('person');
      expect(Object.keys(line)).not.toContain('id');
      expect(line.values['received']).toMatch(/^2025-11/);
    }
  });

  test('are paged by a cursor without loss, and those left out say why', async () => {
    const whole = await records('denominator', a.desk, { code: 'online', unitId: 'province-46' });
    const paged: unknown[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await records('denominator', a.desk, {
        code: 'online',
        unitId: 'province-46',
        limit: 2,
        cursor,
      });
      paged.push(...page.lines);
      cursor = page.next;
      if (!cursor) break;
    }
    expect(paged).toEqual(whole.lines);
    await define('granted', {
      numerator: { ...received, where: 'outcome = "granted"' },
      denominator: { ...received, where: 'received != null and outcome != null and channel = "online"' },
    });
    const left = (await records('excluded', a.desk, { code: 'granted' })).lines;
    expect(left.map((line) => line.reason)).toContainEqual({
      condition: '(outcome != null)',
      text: { vi: 'Kết quả: không có', en: 'Outcome: none' },
    });
    expect(left.map((line) => line.reason?.text.en)).toContain('Channel: at a desk');
  });

  test('the log says what each day did to the two counts, and which records moved', async () => {
    const one = {
      code: 'onTime',
      unitId: a.unitId,
      from: '2025-11',
      to: '2025-12',
      asOf: '2025-11-30',
      today: '2025-11-30',
    };
    const log = await t.app.db.read((tx) =>
      changeLog(tx, { ...one, tree: 'now', rules: 'now', before: '2025-11-16' }),
    );
    const sum = (side: 'numerator' | 'denominator') => log.reduce((n, day) => n + day[side], 0);
    const [[n, d]] = (await counts({ asOf: '2025-11-30' })) as [[number, number, string]];
    expect([sum('numerator'), sum('denominator')]).toEqual([n, d]);
    const moves = await t.app.db.read((tx) =>
      listFigureMoves(tx, a.desk, { ...one, tree: 'now', rules: 'now', before: '2025-11-20', limit: 50 }),
    );
    expect(moves.lines).toMatchObject([{ wasIn: true, isIn: true, wasCounted: true, isCounted: false }]);
  });
});
