import { expect, test } from 'vitest';

import { testApp } from '../../kit/testing.ts';
import * as contract from './contract.ts';
import { replays } from './replay.ts';
import { stateDemoOrganisations } from './samples.ts';

test('Positions end with their unit, on its day and under its paper, and the replay agrees', async () => {
  await using t = await testApp();
  await stateDemoOrganisations(t.app);
  const ids = ['ending-unit', 'heir-unit'];
  for (const id of ids)
    await t.call(contract.createUnit, {
      id,
      level: 'other',
      kind: 'other',
      nameVi: `Cơ quan ${id}`,
      nameEn: `Body ${id}`,
      parentId: 'centre',
      validFrom: '2025-01-01',
    });
  const position = { unitId: 'ending-unit', titleVi: 'Trưởng', titleEn: 'Head', rank: 'head' } as const;
  const { id: positionId } = await t.call(contract.createPosition, {
    ...position,
    validFrom: '2025-01-01',
  });
  const { id: late } = await t.call(contract.createPosition, { ...position, validFrom: '2025-09-01' });
  const { id: personId } = await t.call(contract.createPerson, {
    fullName: 'Người Hết Nhiệm',
    email: null,
    phone: null,
  });
  await t.call(contract.appoint, { positionId, personId, validFrom: '2025-02-01', paper: 'QĐ 1' });
  const merger = { on: '2025-08-01', from: ['ending-unit'], to: 'heir-unit', legalBasis: 'NĐ 9/2025' };
  await t.call(contract.mergeUnits, merger);

  const before = await t.call(contract.listPositions, { unitId: 'ending-unit', asOf: '2025-07-31' });
  expect(before.items).toMatchObject([{ personId, positionId }]);
  const after = await t.call(contract.listPositions, { unitId: 'ending-unit', asOf: '2025-08-01' });
  expect(after.items).toEqual([]);
  const person = await t.call(contract.getPerson, { id: personId });
  expect(person.appointments).toMatchObject([{ validTo: '2025-08-01', endPaper: 'NĐ 9/2025' }]);
  const asOf = '2025-09-01';
  const strange = await t.call(contract.listPositions, { unitId: 'ending-unit', asOf });
  expect(strange.items.map((item) => item.positionId)).toEqual([late]);
  const staff = replays.find((replay) => replay.name === 'organisations.people')!;
  expect((await t.app.db.read((tx) => staff.verify(tx))).differences).toEqual([]);
});
