import { afterAll, beforeAll, expect, test } from 'vitest';

import { instantOf } from '../../kit/day.ts';
import { testApp, type TestApp } from '../../kit/testing.ts';
import { getUnit } from '../organisations/contract.ts';
import { stateDemoOrganisations } from '../organisations/samples.ts';
import { computeFigure, exportFigureRecords, listFigureRecords, listLate } from './contract.ts';
import { sampleSet } from './samples.ts';

let t: TestApp;
let directiveId: string;
const code = 'completionOfAll';
beforeAll(async () => {
  t = await testApp({ now: '2025-01-10T09:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  ({ directiveId } = await sampleSet(t.app));
  t.clock.set(instantOf('2025-11-17', '09:00'));
});
afterAll(() => t[Symbol.asyncDispose]());

/** The units of the records, as they are named there. */
async function unitsOfRecords() {
  const asked = { code, directiveId, count: 'assignments', part: 'denominator' } as const;
  const { items } = await t.call(listFigureRecords, asked);
  return items.flatMap(({ unit }) => unit ?? []);
}

test('Records of task figures name their units in both languages', async () => {
  const units = await unitsOfRecords();
  expect(units.length).toBeGreaterThan(3);
  for (const { id, name, nameEn } of units) {
    const unit = await t.call(getUnit, { id });
    expect([name, nameEn]).toEqual([unit.nameVi, unit.nameEn]);
  }
  expect(units.some(({ name, nameEn }) => name !== nameEn)).toBe(true);
});

test('A file in English names them in English, one in Vietnamese in Vietnamese', async () => {
  const [unit] = (await unitsOfRecords()).filter(({ name, nameEn }) => name !== nameEn);
  const asked = { code, directiveId, count: 'assignments', part: 'denominator' } as const;
  for (const [language, has, not] of [
    ['en', unit!.nameEn, unit!.name],
    ['vi', unit!.name, unit!.nameEn],
  ] as const) {
    const { body } = (await t.call(exportFigureRecords, { ...asked, language })) as { body: string };
    expect(body).toContain(has);
    expect(body).not.toContain(not);
  }
});

test('So does the sentence that says what a figure is over, and the late list', async () => {
  const [unit] = (await unitsOfRecords()).filter(({ name, nameEn }) => name !== nameEn);
  const { scope } = await t.call(computeFigure, { code, directiveId, unitId: unit!.id });
  expect(scope.vi).toContain(unit!.name);
  expect(scope.en).toContain(unit!.nameEn);
  const { groups, items } = await t.call(listLate, { directiveId });
  expect(groups.length).toBeGreaterThan(0);
  for (const group of groups) {
    const { nameVi, nameEn } = await t.call(getUnit, { id: group.id });
    expect([group.name, group.nameEn]).toEqual([nameVi, nameEn]);
    const named = items.flatMap(({ agencies }) => agencies).find(({ id }) => id === group.id);
    expect(named?.nameEn).toBe(nameEn);
  }
});
