import { expect, test } from 'vitest';

import type { ImportFile } from '../contract/imports.ts';
import { buildSnapshot } from '../rules/snapshot.ts';
import { holdersOf } from '../rules/succession.ts';
import { formerCountry } from './former-country.ts';
import { planImport } from './plan.ts';

const options = { formerFrom: '2025-01-01', legalBasis: 'Nghị quyết mẫu' };
const bytes = (lines: string[]): Uint8Array => Buffer.from(lines.join('\n'));

/** Xã Đông was split between a new Xã Đông of the same code and Xã Tây; Xã Bắc stayed as it was. */
const files: Partial<Record<ImportFile, Uint8Array>> = {
  provinces: bytes([
    'code,full_name,full_name_en,type,valid_from',
    '46,Thành phố Huế,Hue City,thanh_pho_truc_thuoc_trung_uong,2025-07-01',
  ]),
  communes: bytes([
    'code,full_name,full_name_en,type,province_code,valid_from',
    '00001,Xã Đông,Dong Commune,xa,46,2025-07-01',
    '00002,Xã Tây,Tay Commune,xa,46,2025-07-01',
    '00003,Xã Bắc,Bac Commune,xa,46,2025-07-01',
  ]),
  mapping: bytes([
    'old_province_code,old_province,old_district_code,old_district,old_commune_code,old_commune,new_province_code,new_commune_code,new_commune',
    '46,Thành phố Huế,001,Huyện Mẫu,00001,Xã Đông,46,00001,Xã Đông',
    '46,Thành phố Huế,001,Huyện Mẫu,00001,Xã Đông,46,00002,Xã Tây',
    '46,Thành phố Huế,001,Huyện Mẫu,00002,Xã Tây,46,00002,Xã Tây',
    '46,Thành phố Huế,001,Huyện Mẫu,00003,Xã Bắc,46,00003,Xã Bắc',
  ]),
};

const nothing = { units: [], versions: [], successions: [] };
const after = (facts: typeof nothing) => {
  const plan = planImport(files, { facts, snapshot: buildSnapshot(facts) }, options);
  return { plan, units: plan.facts.units.map((unit) => unit.id), steps: plan.facts.successions };
};

test('an office that was in use before the day of change learns the same successions as one that begins empty', () => {
  const former = formerCountry(files, options);
  expect(former.faults).toEqual([]);
  const facts = former.facts as typeof nothing;
  const [empty, inUse] = [after(nothing), after(facts)];
  expect(inUse.plan.faults).toEqual([]);
  expect(inUse.steps).toEqual(empty.steps);
  expect([...former.facts.units.map((unit) => unit.id), ...inUse.units].sort()).toEqual(empty.units.sort());
});

test('a unit that was split does not live on in the part that keeps its code and name', () => {
  const { facts } = formerCountry(files, options);
  const { plan } = after(facts as typeof nothing);
  const snapshot = buildSnapshot({
    units: [...facts.units, ...plan.facts.units],
    versions: [...facts.versions, ...plan.facts.versions],
    successions: plan.facts.successions,
  });
  expect(holdersOf(snapshot, 'commune-00001-before-2025-07', '2025-07-01')).toMatchObject({
    needsRule: true,
    candidates: ['commune-00001', 'commune-00002'],
  });
  expect(holdersOf(snapshot, 'commune-00003', '2025-07-01')).toMatchObject({ holder: 'commune-00003' });
});
