import { afterAll, beforeAll, expect, test } from 'vitest';

import { publicActor } from '../../../kit/actor.ts';
import { type TestApp, testApp } from '../../../kit/testing.ts';
import type { Component } from '../../procedures/contract.ts';
import { samplePublished } from '../../procedures/samples.ts';
import * as c from '../contract.ts';
import { type SampleDesk, sampleReceived, sampleDesks } from '../samples.ts';
import { copiesAtReception } from './rules.ts';

const paper = (key: string, over: Partial<Component> = {}): Component => ({
  key,
  name: { vi: `Giấy ${key}`, en: `Paper ${key}` },
  kind: 'paper',
  originals: 0,
  copies: 1,
  required: true,
  ...over,
});
const database = { database: 'Cơ sở dữ liệu hộ tịch điện tử', legalPlace: 'Nghị quyết 66.7/2025/NQ-CP' };

test('what a case is asked for, what is handed in all the same, and what stands in its place are counted apart', () => {
  const items = [
    { component: paper('a', { certified: true, copies: 2 }) },
    { component: paper('b') },
    { component: paper('c') },
    { component: paper('d'), replacedBy: database },
    { component: paper('form', { kind: 'form' }) },
  ];
  const received = [
    { component: 'a', form: 'certified', count: 2, fileIds: [] },
    { component: 'b', form: 'original', count: 3, fileIds: [] },
    { component: 'c', form: 'scan', count: 1, fileIds: [] },
    { component: 'form', form: 'original', count: 1, fileIds: [] },
    { component: 'd', form: 'database', count: 0, fileIds: [] },
  ] as const;
  expect(copiesAtReception(items, received)).toEqual({
    demanded: 2,
    handed: 2,
    byOriginal: 1,
    byScan: 1,
    byData: 1,
  });
});

let t: TestApp;
let a: SampleDesk;
let b: SampleDesk;

beforeAll(async () => {
  t = await testApp({ now: '2025-11-17T08:00:00+07:00' });
  [a, b] = await sampleDesks(t.app, ['Xã A Mẫu', 'Xã B Mẫu']);
  const components = [paper('proof'), paper('married', { replacedBy: database })];
  await samplePublished(t.app, { content: { components } });
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

test('the figure of certified copies is published per agency, both counts, and grows with what a supplement brings', async () => {
  const from = '2025-11-01';
  const one = { component: 'proof', form: 'scan' as const };
  await sampleReceived(t.app, a, { components: [one] });
  await sampleReceived(t.app, a, { components: [{ component: 'proof', form: 'certified', count: 2 }] });
  const { id } = await sampleReceived(t.app, b, {});
  const points = [{ component: 'proof', reason: 'missing' as const, text: 'Nộp giấy' }];
  await t.call(c.askSupplement, { id, points }, b.specialist);
  await t.call(c.answerSupplement, { id, components: [{ component: 'proof', form: 'original' }] }, b.desk);
  await t.settle();
  const counted = await t.call(c.countCertifiedCopies, { from, to: '2025-11-17' }, publicActor);
  expect(counted.items.map(({ name, ...rest }) => ({ ...rest, name: { vi: name.vi } }))).toEqual([
    {
      unitId: a.unitId,
      name: { vi: 'Xã A Mẫu' },
      cases: 2,
      demanded: 0,
      handed: 2,
      byOriginal: 0,
      byScan: 1,
      byData: 2,
    },
    {
      unitId: b.unitId,
      name: { vi: 'Xã B Mẫu' },
      cases: 1,
      demanded: 0,
      handed: 0,
      byOriginal: 1,
      byScan: 0,
      byData: 1,
    },
  ]);
  expect(counted.total).toEqual({ cases: 3, demanded: 0, handed: 2, byOriginal: 1, byScan: 1, byData: 3 });
  const before = await t.call(c.countCertifiedCopies, { from, to: '2025-11-16' }, publicActor);
  expect(before.items).toEqual([]);
});

test('a paper that a database replaces is asked for only where the datum is missing or wrong, and a task to correct it follows', async () => {
  const { id, code } = await sampleReceived(t.app, a);
  const point = { component: 'married', reason: 'missing' as const, text: 'Dữ liệu kết hôn ghi sai năm' };
  await expect(t.call(c.askSupplement, { id, points: [point] }, a.specialist)).rejects.toThrow(
    /invalidInput/,
  );
  await t.call(c.askSupplement, { id, points: [{ ...point, dataFault: true }] }, a.specialist);
  await t.settle();
  const { items } = await t.call(c.listDataFaults, { unitId: a.unitId }, a.desk);
  expect(items).toMatchObject([
    {
      caseId: id,
      caseCode: code,
      database: database.database,
      told: point.text,
      component: { en: 'Paper married' },
    },
  ]);
  await expect(t.call(c.listDataFaults, { unitId: a.unitId }, b.desk)).rejects.toThrow(/notAllowed/);
  const done = { id: items[0]!.id, note: 'Đã sửa năm kết hôn trong cơ sở dữ liệu hộ tịch' };
  await t.call(c.correctDataFault, done, a.specialist);
  await expect(t.call(c.correctDataFault, done, a.specialist)).rejects.toThrow(/alreadyCorrected/);
  expect((await t.call(c.listDataFaults, { unitId: a.unitId }, a.desk)).items).toEqual([]);
  const all = await t.call(c.listDataFaults, { unitId: a.unitId, state: 'all' }, a.desk);
  expect(all.items).toMatchObject([{ note: done.note, correctedAt: '2025-11-17T01:00:00.000Z' }]);
});
