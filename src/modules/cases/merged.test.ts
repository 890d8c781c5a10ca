import { afterAll, beforeAll, expect, test } from 'vitest';

import { type TestApp, testApp } from '../../kit/testing.ts';
import { sampleCompetence } from '../mandates/samples.ts';
import { stateFacts } from '../organisations/contract/imports.ts';
import { stateDemoOrganisations } from '../organisations/samples.ts';
import { samplePublished } from '../procedures/samples.ts';
import { acceptCase } from './contract.ts';
import { sampleDesk, sampleReceived, sampleSubmitted } from './samples.ts';

let t: TestApp;

const version = (unitId: string, nameVi: string, validFrom: string) => ({
  unitId,
  validFrom,
  nameVi,
  nameEn: nameVi,
  shortName: null,
  aliases: [],
  kind: 'commune' as const,
  parentId: 'province-46',
  code: '99001',
  codeSystem: 'sample',
});

beforeAll(async () => {
  t = await testApp({ now: '2025-11-17T08:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  await sampleCompetence(t.app);
  await samplePublished(t.app);
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

test('a case handed in before its commune was merged is accepted by the successor, under a code of its own', async () => {
  const former = 'xa-cu-mau';
  await t.call(stateFacts, {
    units: [{ id: former, level: 'commune' }],
    versions: [version(former, 'Xã Cũ Mẫu', '2025-07-01')],
    successions: [],
  });
  await sampleDesk(t.app, former);
  const made = await sampleSubmitted(t.app, { placeUnitId: former });
  // Codes are used again: the successor bears the code of the unit that ended.
  const successor = 'xa-moi-mau';
  await t.call(stateFacts, {
    units: [{ id: successor, level: 'commune' }],
    versions: [version(successor, 'Xã Mới Mẫu', '2025-11-18')],
    successions: [
      {
        id: 'merger',
        on: '2025-11-18',
        kind: 'merge',
        from: former,
        to: [successor],
        legalBasis: 'Nghị quyết',
      },
    ],
  });
  t.clock.set('2025-11-18T08:00:00+07:00');
  const desk = await sampleDesk(t.app, successor, { from: '2025-11-18' });
  const accepted = await t.call(acceptCase, { id: made.id }, desk.desk);
  expect(accepted).toMatchObject({ handling: 'received', atUnitId: successor });
  const own = await sampleReceived(t.app, desk);
  expect(own.code).not.toBe(accepted.code);
});
