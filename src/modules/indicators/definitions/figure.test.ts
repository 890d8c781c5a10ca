import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Actor } from '../../../kit/actor.ts';
import { publicActor } from '../../../kit/actor.ts';
import type { FileReply } from '../../../kit/contract.ts';
import { type TestApp, testApp } from '../../../kit/testing.ts';
import { createServer } from '../../../server.ts';
import { sampleDesk, type SampleDesk, sampleReceived } from '../../cases/samples.ts';
import { actorOf, sampleAccount } from '../../identity/samples.ts';
import { sampleCompetence } from '../../mandates/samples.ts';
import { sampleUnit, stateDemoOrganisations } from '../../organisations/samples.ts';
import { searchProcedures } from '../../procedures/contract.ts';
import { samplePublished } from '../../procedures/samples.ts';
import { fillMeasures } from '../measures/index.ts';
import * as contract from './contract.ts';
import { emptyWords } from './pages/parts.tsx';
import { sampleBody } from './samples.ts';

let t: TestApp;
let office: Actor;
let desk: SampleDesk;
const code = 'quaHan';
const scope = () => ({ code, unitId: 'province-46', period: '2025-11' });
const body = sampleBody({
  name: { vi: 'Tỷ lệ quá hạn', en: 'Overdue' },
  direction: 'lower',
  numerator: {
    fact: 'case',
    period: 'received',
    where: 'channel = "desk" and due < asOf and finished = null',
  },
  denominator: { fact: 'case', period: 'received', where: 'channel = "desk"' },
});

async function textOf(reply: FileReply): Promise<string> {
  const chunks: Buffer[] = [];
  if (typeof reply.body === 'string') return reply.body;
  if (reply.body instanceof Uint8Array) return Buffer.from(reply.body).toString('latin1');
  for await (const chunk of reply.body) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('latin1');
}

beforeAll(async () => {
  t = await testApp();
  await stateDemoOrganisations(t.app);
  await sampleCompetence(t.app);
  const unitId = await sampleUnit(t.app, {
    nameVi: 'Xã A Mẫu',
    level: 'commune',
    kind: 'commune',
    parentId: 'province-46',
    validFrom: '2025-07-01',
  });
  desk = await sampleDesk(t.app, unitId);
  await samplePublished(t.app);
  const roles = [{ role: 'office' as const, unitId: 'centre', clearance: 'internal' as const }];
  await sampleAccount(t.app, { email: 'so.lieu@test.vn', name: 'Người định nghĩa', roles });
  office = await actorOf(t.app, 'so.lieu@test.vn');
  await t.call(contract.saveDefinitionDraft, { code, validFrom: '2025-01-01', body }, office);
  await t.call(contract.publishDefinition, { code }, office);
  await sampleReceived(t.app, desk);
  await sampleReceived(t.app, desk);
  await t.settle();
  await fillMeasures(t.app);
  t.clock.set('2025-11-20T09:00:00+07:00');
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

describe('a figure over facts', () => {
  test('opens to everybody with both counts, its rule, its version and what it leaves out', async () => {
    const one = await t.call(contract.getMeasure, scope(), publicActor);
    expect(one.figure).toEqual({ numerator: 2, denominator: 2, value: 100, rounded: '100.0', status: 'ok' });
    expect(one).toMatchObject({ version: '1', asOf: '2025-11-20', excludedTotal: 0 });
    expect(one.definition.words.vi).toContain('chia cho');
    expect(one.period.words).toEqual({ vi: 'tháng 11/2025', en: '11/2025' });
    const past = await t.call(contract.getMeasure, { ...scope(), asOf: '2025-11-18' }, publicActor);
    expect(past.figure).toMatchObject({ numerator: 0, denominator: 2 });
    const before = await t.call(contract.getMeasure, { ...scope(), period: '2025-Q3' }, publicActor);
    expect(before.figure).toMatchObject({ denominator: 0, rounded: null, status: 'noRecords' });
    await expect(t.call(contract.getMeasure, { ...scope(), code: 'nope' })).rejects.toThrow(
      'unknownDefinition',
    );
    await expect(t.call(contract.getMeasure, { ...scope(), asOf: '2026-01-01' })).rejects.toThrow(
      'invalidInput',
    );
  });

  test('has as many records as it counts; who may not see a case sees that it is counted', async () => {
    const ask = { ...scope(), part: 'numerator' as const };
    const seen = await t.call(contract.listMeasureRecords, ask, desk.desk);
    expect(seen.items).toHaveLength(2);
    expect(seen.items[0]).toMatchObject({
      withheld: false,
      unit: { name: { vi: 'Xã A Mẫu', en: 'Xã A Mẫu' } },
    });
    expect(seen.items[0]!.values.map((one) => one.name)).toContain('due');
    const unseen = await t.call(contract.listMeasureRecords, ask, publicActor);
    expect(unseen.items).toHaveLength(2);
    expect(unseen.items.every((one) => one.withheld && one.id === undefined && one.code === undefined)).toBe(
      true,
    );
  });

  test('tells what changed its counts between two days', async () => {
    const log = await t.call(contract.measureLog, { ...scope(), before: '2025-11-16' }, publicActor);
    expect([log.start.denominator, log.end.denominator]).toEqual([0, 2]);
    expect(log.days).toEqual([
      { day: '2025-11-17', numerator: 0, denominator: 2 },
      { day: '2025-11-19', numerator: 2, denominator: 0 },
    ]);
    expect(log.moves).toHaveLength(2);
    expect(log.moves[0]).toMatchObject({ numerator: 1, denominator: 1, withheld: true });
  });

  test('goes by month, quarter, year and unit, each value with its counts unless they are not wanted', async () => {
    const series = await t.call(contract.measureSeries, { ...scope(), period: '2025', by: 'quarter' });
    expect(series.rows.map(({ key, denominator }) => [key, denominator])).toEqual([
      ['2025-Q1', 0],
      ['2025-Q2', 0],
      ['2025-Q3', 0],
      ['2025-Q4', 2],
    ]);
    const units = await t.call(contract.measureSeries, { ...scope(), by: 'unit', includeNumDen: false });
    const own = units.rows.find((row) => row.key === desk.unitId);
    expect(own).toMatchObject({ rounded: '100.0', name: { vi: 'Xã A Mẫu' } });
    expect(own).not.toHaveProperty('numerator');
  });

  test('is downloaded as CSV, XLSX, JSON and SDMX-JSON', async () => {
    const file = async (more: object) =>
      (await t.call(contract.exportMeasure, { ...scope(), ...more }, desk.desk)) as FileReply;
    const csv = await textOf(await file({ format: 'csv', what: 'records', part: 'numerator' }));
    expect(csv.trim().split('\r\n')).toHaveLength(3);
    expect(csv).toContain('Xã A Mẫu');
    expect((await textOf(await file({ format: 'xlsx' }))).startsWith('PK')).toBe(true);
    expect(JSON.parse(await textOf(await file({ format: 'json' }))).rows[0]).toMatchObject({
      numerator: 2,
      denominator: 2,
    });
    for (const by of ['month', 'quarter', 'unit']) {
      const reply = await file({ format: 'sdmx', by, period: '2025' });
      expect(reply.type).toBe('application/vnd.sdmx.data+json; version=2.0.0');
      const { data } = JSON.parse(await textOf(reply));
      const [structure] = data.structures;
      const width = structure.measures.observation.length + structure.attributes.observation.length;
      const values = structure.dimensions.observation[0].values;
      expect(Object.keys(data.dataSets[0].observations)).toHaveLength(values.length);
      for (const one of Object.values<unknown[]>(data.dataSets[0].observations))
        expect(one).toHaveLength(width);
      const keys = [...structure.dimensions.dataSet, ...structure.dimensions.observation].map(
        (d) => d.keyPosition,
      );
      expect(keys.toSorted((a: number, b: number) => a - b)).toEqual([0, 1, 2, 3]);
      expect(data.dataSets[0].attributes).toHaveLength(structure.attributes.dataSet.length);
    }
  });
});

describe('procedures of a figure', () => {
  const own = '2.000635';

  test('stand by their name with the code: in records, log, files and where it is narrowed to one', async () => {
    const records = await t.call(contract.listMeasureRecords, scope(), publicActor);
    const procedure = records.items[0]!.procedure!;
    expect(procedure.name.vi).not.toBe(procedure.code);
    expect(procedure.name.en).toBe('Sample confirmation');
    const log = await t.call(contract.measureLog, { ...scope(), before: '2025-11-16' }, publicActor);
    expect(log.moves[0]!.procedure).toEqual(procedure);
    const narrowed = await t.call(
      contract.getMeasure,
      { ...scope(), procedure: procedure.code },
      publicActor,
    );
    expect(narrowed).toMatchObject({ procedure, figure: { denominator: 2 } });
    const file = await t.call(contract.exportMeasure, { ...scope(), what: 'records' }, publicActor);
    expect(await textOf(file)).toContain('Mã thủ tục');
    expect(await textOf(file)).toContain(procedure.name.vi);
    const other = await t.call(contract.getMeasure, { ...scope(), procedure: own }, publicActor);
    expect(other.figure).toMatchObject({ denominator: 0 });
  });

  test.each([
    ['xac nhan mau', 'procedure', 'Xác nhận tình trạng mẫu'],
    ['sample', 'procedure', 'Xác nhận tình trạng mẫu'],
    ['ho tich', 'field', 'Hộ tịch'],
    ['nothing of the kind', 'procedure', undefined],
  ] as const)('are found by “%s” without diacritics (%s)', async (q, what, name) => {
    const found = await t.call(searchProcedures, { q, what }, publicActor);
    expect(found.items[0]?.nameVi).toBe(name);
  });

  test.each([
    ['procedure-text=xac+nhan+mau', /procedure=\d/],
    ['field-text=ho+tich', /field=H%E1%BB%99\+t%E1%BB%8Bch/],
  ])('are chosen on the page without a script: %s', async (query, address) => {
    const http = await createServer(t.app);
    const path = `/measures/${code}?unitId=province-46&period=2025-11`;
    const reply = await http.inject({ url: `${path}&${query}` });
    expect(reply.statusCode).toBe(303);
    expect(String(reply.headers['location'])).toMatch(address);
    const page = await http.inject({ url: String(reply.headers['location']) });
    expect(page.body).toContain(
      query.startsWith('field') ? 'value="Hộ tịch"' : 'value="Xác nhận tình trạng mẫu"',
    );
    await http.close();
  });
});

test.each([
  [{ numerator: 0, denominator: 0 }, /^Không bản ghi nào/],
  [{ numerator: 3, denominator: 0 }, /^Tử số đếm được 3 nhưng mẫu số bằng 0/],
  [{ numerator: 0, denominator: 5 }, undefined],
  [{ numerator: null, denominator: null }, undefined],
])('of %j is said whether nothing is counted at all or the numerator alone is', (counts, said) => {
  const words = emptyWords('vi', { ...counts, rounded: null, status: 'noRecords' });
  if (said) expect(words).toMatch(said);
  else expect(words).toBeUndefined();
});
