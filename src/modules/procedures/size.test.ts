import { afterAll, beforeAll, expect, test } from 'vitest';

import { testApp, type TestApp } from '../../kit/testing.ts';
import type { StepRole } from '../mandates/contract.ts';
import { sampleAssignment, sampleCompetence, sampleStaff } from '../mandates/samples.ts';
import { sampleOfficeHolder, sampleUnit } from '../organisations/samples.ts';
import { proveAll } from './coverage.ts';
import { sampleContent } from './samples.ts';
import { lockProcedure, saveProcedure } from './store/procedure.ts';

/** The size of Huế: 2,307 procedures of five steps in 40 communes. */
const [procedures, communes] = [2307, 40];
let t: TestApp;
const people: string[] = [];

beforeAll(async () => {
  t = await testApp({ now: '2025-11-17T08:00:00+07:00' });
  await sampleUnit(t.app, { id: 'centre', nameVi: 'Trung ương', level: 'centre', kind: 'centre' });
  await sampleUnit(t.app, {
    id: 'hue',
    nameVi: 'Huế',
    level: 'province',
    kind: 'centralCity',
    parentId: 'centre',
  });
  await sampleCompetence(t.app);
  const staff = new Map<string, { personId: string; roles: StepRole[] }[]>();
  for (let i = 0; i < communes; i += 1) {
    const id = `c${i}`;
    await sampleUnit(t.app, { id, nameVi: `Xã ${i}`, level: 'commune', kind: 'commune', parentId: 'hue' });
    const holder = {
      unitId: id,
      fullName: `Chủ tịch ${i}`,
      rank: 'head' as const,
      titleVi: 'Chủ tịch',
      titleEn: 'Chair',
    };
    const { personId } = await sampleOfficeHolder(t.app, holder);
    people.push(personId);
    staff.set(id, [{ personId, roles: ['receive', 'appraise', 'sign', 'issue', 'return'] }]);
  }
  await sampleStaff(t.app, staff);
  const at = new Date('2025-07-01T00:00:00+07:00');
  await t.app.db.write(async (tx) => {
    for (let i = 0; i < procedures; i += 1) {
      const code = `9.${String(i).padStart(6, '0')}`;
      const empty = await lockProcedure(tx, code, at);
      const id = `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`;
      const content = sampleContent({ fieldVi: `Lĩnh vực ${i % 34}` });
      const version = { id, code, number: 1, state: 'published' as const, validFrom: '2025-07-01', content };
      await saveProcedure(tx, empty, { ...empty, versions: [version] }, at);
    }
  });
}, 120_000);
afterAll(() => t[Symbol.asyncDispose]());

const prove = async () => {
  const from = performance.now();
  const proof = await t.app.db.read((tx) => proveAll(tx, '2025-11-17'));
  return { ...proof, ms: performance.now() - from };
};

test('all steps of 2,307 procedures in 40 communes are proved in 5 seconds, one change again in 200 milliseconds', async () => {
  const first = await prove();
  expect(first).toMatchObject({ checked: procedures * communes * 5, gaps: [] });
  expect(first.ms).toBeLessThan(5000);
  await sampleAssignment(t.app, { personId: people[0]!, unitId: 'c1', roles: ['sign'] });
  const again = await prove();
  expect(again.gaps).toEqual([]);
  expect(again.ms).toBeLessThan(200);
});
