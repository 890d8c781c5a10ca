import { expect, test } from 'vitest';

import { testApp } from '../../kit/testing.ts';
import { sampleOfficeHolder, sampleUnit, stateDemoOrganisations } from '../organisations/samples.ts';
import { loadMandates } from './index.ts';

test('A book is read once for as long as neither mandates nor appointments change', async () => {
  await using t = await testApp();
  await stateDemoOrganisations(t.app);
  const first = await t.app.db.read(loadMandates);
  expect(await t.app.db.read(loadMandates)).toBe(first);
  const unitId = await sampleUnit(t.app, { level: 'commune', kind: 'commune' });
  const holder = {
    unitId,
    fullName: 'Trần Thị Mai',
    titleVi: 'Chủ tịch',
    titleEn: 'Chair',
    rank: 'head' as const,
  };
  const { personId } = await sampleOfficeHolder(t.app, holder);
  const second = await t.app.db.read(loadMandates);
  expect(second.serviceOf.get(personId)).toEqual([{ personId, unitId, from: '2025-07-01' }]);
});
