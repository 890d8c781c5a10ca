import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Actor } from '../../kit/actor.ts';
import { testApp } from '../../kit/testing.ts';
import type { TestApp } from '../../kit/testing.ts';
import * as contract from './contract.ts';
import { demoFacts } from './index.ts';
import { sampleOfficeHolder, stateDemoOrganisations } from './samples.ts';

/** Whoever administers Huế only: its units and nothing above or beside. */
const hueUnits = new Set(['province-46', 'hue-health', 'hue-finance']);
const hue: Actor = {
  kind: 'account',
  id: 'hue',
  name: 'Huế',
  lang: undefined,
  grants: [
    {
      role: 'administrator',
      unitId: 'province-46',
      permissions: new Set(['organisation.edit', 'organisation.import']),
      clearance: 'internal',
      units: hueUnits,
    },
  ],
};
const legalBasis = 'Nghị quyết thử nghiệm';
const refused = { kind: { code: 'kit.notAllowed' } };

let t: TestApp;
let ofMinistry: string;
let ofHue: string;
beforeAll(async () => {
  t = await testApp();
  await stateDemoOrganisations(t.app);
  const position = { titleVi: 'Giám đốc', titleEn: 'Director', rank: 'head' } as const;
  ofMinistry = (await sampleOfficeHolder(t.app, { ...position, unitId: 'most', fullName: 'Người của Bộ' }))
    .personId;
  ofHue = (await sampleOfficeHolder(t.app, { ...position, unitId: 'hue-health', fullName: 'Người của Sở' }))
    .personId;
});
afterAll(async () => t[Symbol.asyncDispose]());

describe('whoever administers one province', () => {
  it('changes its units and no others', async () => {
    const names = { nameVi: 'Sở Y tế mới', nameEn: 'Health', on: '2025-11-01', legalBasis };
    await t.call(contract.renameUnit, { id: 'hue-health', ...names }, hue);
    await expect(t.call(contract.renameUnit, { id: 'most', ...names }, hue)).rejects.toMatchObject(refused);
    const away = { on: '2025-11-01', from: 'hue-finance', to: 'most', subjects: ['x'], legalBasis };
    await expect(t.call(contract.transferCompetence, away, hue)).rejects.toMatchObject(refused);
    const unit = { level: 'other', kind: 'other', nameVi: 'Gốc', nameEn: 'Root', parentId: null } as const;
    await expect(
      t.call(contract.createUnit, { ...unit, validFrom: '2025-11-01' }, hue),
    ).rejects.toMatchObject(refused);
  });

  it('sees and changes its own people only; the others do not exist for it', async () => {
    const { items } = await t.call(contract.listPeople, {}, hue);
    expect(items.map((person) => person.id)).toEqual([ofHue]);
    const missing = { kind: { status: 404 } };
    await expect(t.call(contract.getPerson, { id: ofMinistry }, hue)).rejects.toMatchObject(missing);
    const change = { id: ofMinistry, fullName: 'Người khác' };
    await expect(t.call(contract.changePerson, change, hue)).rejects.toMatchObject(missing);
    await t.call(contract.changePerson, { id: ofHue, fullName: 'Người của Sở Y tế' }, hue);
  });

  it('does not import for the whole country', async () => {
    await expect(t.call(contract.startImport, { files: {} }, hue)).rejects.toMatchObject(refused);
    await expect(t.call(contract.stateFacts, demoFacts, hue)).rejects.toMatchObject(refused);
  });
});
