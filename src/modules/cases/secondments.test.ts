import { expect, test } from 'vitest';

import { testApp } from '../../kit/testing.ts';
import { endSecondment, stateSecondment } from '../mandates/contract.ts';
import { samplePaper } from '../mandates/samples.ts';
import { samplePublished } from '../procedures/samples.ts';
import { assignCase, getCase, getWorkload } from './contract.ts';
import { sampleDesks, sampleReceived } from './samples.ts';

test('who is seconded is given cases of the other unit while it lasts, and stands beside the advice to lend staff', async () => {
  await using t = await testApp({ now: '2025-11-17T08:00:00+07:00' });
  const [a, b, c] = await sampleDesks(t.app, ['Xã A Mẫu', 'Xã B Mẫu', 'Xã C Mẫu']);
  await samplePublished(t.app);
  const { id } = await sampleReceived(t.app, a);
  const personId = b.specialist.personId!;
  const assign = () => t.call(assignCase, { id, personId }, a.head);
  await expect(assign()).rejects.toThrow(/noMandate/);
  const seconded = await t.call(stateSecondment, {
    personId,
    fromUnitId: b.unitId,
    toUnitId: a.unitId,
    roles: ['appraise'],
    from: '2025-11-17',
    to: '2026-11-17',
    paper: samplePaper,
  });
  await assign();
  expect(await t.call(getCase, { id }, a.desk)).toMatchObject({ personId });
  const shown = async (unitId: string, actor = a.head) =>
    (await t.call(getWorkload, { unitId }, actor)).secondments.map((one) => one.id);
  expect(await shown(a.unitId)).toEqual([seconded.id]);
  expect(await shown(b.unitId, b.head)).toEqual([seconded.id]);
  expect(await shown(c.unitId, c.head)).toEqual([]);
  await t.call(endSecondment, { id: seconded.id, on: '2025-11-18', paper: samplePaper });
  t.clock.set('2025-11-18T08:00:00+07:00');
  expect(await shown(a.unitId)).toEqual([]);
  await expect(assign()).rejects.toThrow(/noMandate/);
});
