import { describe, expect, it } from 'vitest';

import { demoFacts } from './facts/demo.ts';
import { planImport } from './import/plan.ts';
import { evolve } from './rules/evolve.ts';
import type { OrganisationFacts } from './rules/model.ts';
import { buildSnapshot, existsOn, unitAsOf } from './rules/snapshot.ts';
import { holdersOf } from './rules/succession.ts';

type Texts = Partial<Record<'provinces' | 'communes' | 'mapping' | 'changes', string>>;

const empty: OrganisationFacts = { units: [], versions: [], successions: [] };
const options = { formerFrom: '2025-01-01', legalBasis: 'Nghị quyết' };

function plan(texts: Texts, facts = empty) {
  const files = Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, new TextEncoder().encode(text)]),
  );
  return planImport(files, { facts, snapshot: buildSnapshot(facts) }, options);
}

const faultsOf = (texts: Texts, facts?: OrganisationFacts) =>
  plan(texts, facts).faults.map((fault) => [fault.file, fault.line, fault.column]);

const provinces = 'code,full_name,full_name_en,type,valid_from\n01,Tỉnh Một,One,tinh,2025-07-01\n';
const communes =
  'code,full_name,full_name_en,type,province_code,valid_from\n00001,Xã An,An,xa,01,2025-07-01\n00002,Xã Bình,Binh,xa,01,2025-07-01\n';
const mappingHead =
  'old_province_code,old_province,old_district_code,old_district,old_commune_code,old_commune,new_province_code,new_commune_code,new_commune\n';
const mapping =
  `${mappingHead}01,Tỉnh Một,001,Huyện Đông,00001,Xã An,01,00001,Xã An\n` +
  '01,Tỉnh Một,001,Huyện Đông,00002,Xã Ba,01,00002,Xã Bình\n' +
  '01,Tỉnh Một,001,Huyện Đông,00003,Xã Cả,01,00001,Xã An\n' +
  '01,Tỉnh Một,001,Huyện Đông,00004,Xã Dài,01,00001,Xã An\n' +
  '01,Tỉnh Một,001,Huyện Đông,00004,Xã Dài,01,00002,Xã Bình\n';

describe('an import into an empty installation', () => {
  const made = plan({ provinces, communes, mapping });
  const snapshot = buildSnapshot(made.facts);

  it('has no faults, founds a root, and ends the former units on the day of the new ones', () => {
    expect(made.faults).toEqual([]);
    expect(unitAsOf(snapshot, 'province-01', '2025-07-01')?.parentId).toBe('centre');
    expect(existsOn(snapshot, 'district-001-before-2025-07', '2025-06-30')).toBe(true);
    expect(existsOn(snapshot, 'district-001-before-2025-07', '2025-07-01')).toBe(false);
  });

  it('states one heir as a merger and several as a split without a rule', () => {
    expect(holdersOf(snapshot, 'commune-00003-before-2025-07', '2025-07-01')).toMatchObject({
      holder: 'commune-00001',
    });
    const split = holdersOf(snapshot, 'commune-00004-before-2025-07', '2025-07-01');
    expect(split).toMatchObject({ needsRule: true, candidates: ['commune-00001', 'commune-00002'] });
    expect(made.splitsWithoutRule).toBe(2);
  });

  it('changes nothing the second time', () => {
    const again = plan({ provinces, communes, mapping }, evolve(empty, made));
    expect([again.faults, again.facts]).toEqual([[], empty]);
  });
});

it('a former commune that goes whole into one of the same code and name stays the same unit', () => {
  const rows = `${mappingHead}01,Tỉnh Một,001,Huyện Đông,00001,Xã An,01,00001,Xã An\n01,Tỉnh Một,001,Huyện Đông,00002,Xã Ba,01,00002,Xã Bình\n`;
  const snapshot = buildSnapshot(plan({ provinces, communes, mapping: rows }).facts);
  expect(unitAsOf(snapshot, 'commune-00001', '2025-06-30')?.parentId).toBe('district-001-before-2025-07');
  expect(unitAsOf(snapshot, 'commune-00001', '2025-07-01')?.parentId).toBe('province-01');
});

describe('a fault is told by file, line and column, and nothing is planned beside it', () => {
  it.each<[string, Texts, unknown[]]>([
    ['a code without its zeros', { provinces: provinces.replace('01,', '1,') }, ['provinces', 2, 'code']],
    ['a code twice', { provinces, communes: communes.replace('00002', '00001') }, ['communes', 3, 'code']],
    ['an unknown kind', { provinces: provinces.replace(',tinh,', ',tính,') }, ['provinces', 2, 'type']],
    [
      'a day that is none',
      { provinces: provinces.replace('2025-07-01', '31/06/2025') },
      ['provinces', 2, 'valid_from'],
    ],
    ['an empty name', { provinces: provinces.replace('Tỉnh Một', '') }, ['provinces', 2, 'full_name']],
    ['a formula', { provinces: provinces.replace('Tỉnh Một', '=A1') }, ['provinces', 2, 'full_name']],
    [
      'a missing column',
      { provinces: provinces.replace('full_name_en', 'english') },
      ['provinces', 1, 'full_name_en'],
    ],
    ['a province that is not there', { communes }, ['communes', 2, 'province_code']],
    [
      'a commune that is not there',
      { provinces, communes, mapping: mapping.replace('01,00002,Xã Bình', '01,00009,Xã Bình') },
      ['mapping', 3, 'new_commune_code'],
    ],
    [
      'another name than the list says',
      { provinces, communes, mapping: mapping.replace('00002,Xã Bình', '00002,Xã Khác') },
      ['mapping', 3, 'new_commune'],
    ],
    [
      'one code with two names',
      { provinces, communes, mapping: mapping.replace('00004,Xã Dài', '00004,Xã Ngắn') },
      ['mapping', 6, 'old_commune'],
    ],
    [
      'a code borne by another',
      { provinces: provinces.replace('01,Tỉnh Một', '46,Tỉnh Một') },
      ['provinces', 2, 'code'],
    ],
  ])('%s', (what, texts, expected) => {
    expect(faultsOf(texts, what.includes('borne') ? demoFacts : empty)).toContainEqual(expected);
  });

  it('a change of a unit that is not there, or had another name', () => {
    const head = 'level,code,effective_date,legal_basis,old_full_name,new_full_name,new_type\n';
    const changes = `${head}province,99,2025-08-01,x,Tỉnh A,Tỉnh B,tinh\nprovince,01,2025-08-01,x,Tỉnh Hai,Tỉnh B,tinh\n`;
    expect(faultsOf({ provinces, changes })).toEqual([
      ['changes', 2, 'code'],
      ['changes', 3, 'old_full_name'],
    ]);
  });
});
