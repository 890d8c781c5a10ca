import { expect, test } from 'vitest';

import { publicActor } from '../../../kit/actor.ts';
import { testApp } from '../../../kit/testing.ts';
import { acceptCase, submitCase } from '../../cases/contract.ts';
import { sampleDesks, sampleReceived, sampleSubmitted } from '../../cases/samples.ts';
import { actorOf, sampleAccount } from '../../identity/samples.ts';
import { samplePublished } from '../../procedures/samples.ts';
import { getPublicFigure, listMeasureRecords, listPublicFigures } from '../contract.ts';

test('online is published both ways: help under the citizen’s account counts, an officer’s account only in the other', async () => {
  await using t = await testApp({ now: '2025-11-17T08:00:00+07:00' });
  const [a] = await sampleDesks(t.app, ['Xã A Mẫu']);
  await samplePublished(t.app);
  const email = 'cong-dan@example.vn';
  await sampleAccount(t.app, { email, name: 'Công dân', roles: [] });
  const citizen = await actorOf(t.app, email);
  const place = { placeUnitId: a.unitId };
  const applicant = (fullName: string) => ({ applicant: { kind: 'citizen' as const, fullName } });
  // Alone, helped at the desk under his own account, filed by an officer under hers, and on paper.
  const alone = await sampleSubmitted(t.app, place, { actor: citizen });
  const helped = await sampleSubmitted(t.app, { ...place, helpUnitId: a.unitId }, { actor: citizen });
  const filed = await t.call(
    submitCase,
    { procedureCode: '1.000001', ...place, ...applicant('Bà Cụ') },
    a.specialist,
  );
  await sampleReceived(t.app, a);
  for (const { id } of [alone, helped, filed]) await t.call(acceptCase, { id }, a.desk);
  await t.settle();
  for (const schedule of t.app.modules.flatMap((m) => m.schedules ?? []))
    if (schedule.name.startsWith('indicators')) await schedule.run(t.app);

  const counts = async (code: string) => {
    const { figure, units } = await t.call(getPublicFigure, { code, unitId: 'province-46' }, publicActor);
    return [figure.numerator, figure.denominator, units.length > 0];
  };
  expect(await counts('local.online.account')).toEqual([2, 4, true]);
  expect(await counts('local.online.officers')).toEqual([3, 4, true]);
  const { items } = await t.call(listPublicFigures, { q: 'truc tuyen' }, publicActor);
  expect(items.map((one) => one.code)).toEqual(
    expect.arrayContaining(['local.online.account', 'local.online.officers']),
  );
  const records = await t.call(listMeasureRecords, {
    code: 'local.online.officers',
    unitId: a.unitId,
    part: 'numerator',
  });
  expect(records.items).toHaveLength(3);
});
