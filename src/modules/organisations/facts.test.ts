import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';

import { demoFacts } from './facts/demo.ts';
import { faultsOf } from './rules/check.ts';
import { resolveCode } from './rules/codes.ts';
import { findByName } from './rules/names.ts';
import { buildSnapshot, childrenOn, pathOn, unitAsOf, unitsOn } from './rules/snapshot.ts';
import { gapsOn, heldBy, holdersOf } from './rules/succession.ts';

const snapshot = buildSnapshot(demoFacts);

function holder(unitId: string, day: string, subject?: string): unknown {
  const holding = holdersOf(snapshot, unitId, day, subject);
  return 'holder' in holding ? holding.holder : holding.candidates;
}

function count(day: string, ...kinds: string[]): number {
  return unitsOn(snapshot, day).filter((unit) => kinds.includes(unit.kind)).length;
}

describe('the demo facts', () => {
  it('contradict nothing and leave no duty without a holder', () => {
    expect(faultsOf(demoFacts)).toEqual([]);
    expect(gapsOn(snapshot, '2026-12-31')).toEqual([]);
  });

  it('hold 18 ministries before March 2025 and 14 after, 63 provinces before July and 34 after', () => {
    expect([count('2025-02-28', 'ministry'), count('2025-03-01', 'ministry')]).toEqual([18, 14]);
    expect([count('2025-02-28', 'ministerialAgency'), count('2025-03-01', 'ministerialAgency')]).toEqual([
      4, 3,
    ]);
    expect([count('2025-02-28', 'governmentAgency'), count('2025-03-01', 'governmentAgency')]).toEqual([
      8, 5,
    ]);
    expect([
      count('2025-06-30', 'province', 'centralCity'),
      count('2025-07-01', 'province', 'centralCity'),
    ]).toEqual([63, 34]);
  });

  it('let the Ministry of Science and Technology hold what Information and Communications was given', () => {
    expect(holder('mic', '2025-02-28')).toBe('mic');
    expect(holder('mic', '2025-03-01')).toBe('most');
    expect(holder('mic', '2025-03-01', 'press')).toBe('mocst');
    expect([...heldBy(snapshot, 'most', '2025-11-16')].sort()).toEqual(['mic', 'most']);
    expect(heldBy(snapshot, 'mic', '2025-11-16').size).toBe(0);
    expect(heldBy(snapshot, 'mof', '2025-11-16')).toEqual(
      new Set(['mof', 'mpi', 'social-security', 'capital-committee']),
    );
  });

  it('name Huế a province in 2024 and a city since 2025, with 40 communes since July', () => {
    expect(unitAsOf(snapshot, 'province-46', '2024-12-31')?.nameVi).toBe('Tỉnh Thừa Thiên Huế');
    expect(unitAsOf(snapshot, 'province-46', '2025-01-01')?.nameVi).toBe('Thành phố Huế');
    const communes = childrenOn(snapshot, 'province-46', '2025-11-16').filter(
      (unit) => unit.level === 'commune',
    );
    expect(communes).toHaveLength(40);
    expect(pathOn(snapshot, 'commune-19753', '2025-11-16').map((unit) => unit.unitId)).toEqual([
      'centre',
      'province-46',
      'commune-19753',
    ]);
  });

  it('answer for a re-used code with the unit of the day, or of the day the code was written', () => {
    const quangTri = 'province-44';
    expect(resolveCode(snapshot, 'gso', '44', '2025-11-16')).toMatchObject({ unitId: quangTri });
    expect(resolveCode(snapshot, 'gso', '44', '2025-06-30')).toMatchObject({
      unitId: 'province-44-before-2025-07',
    });
    expect(resolveCode(snapshot, 'gso', '45', '2025-11-16')).toMatchObject({ unitId: quangTri });
    expect(resolveCode(snapshot, 'gso', '52', '2025-11-16', '2025-01-01')).toMatchObject({
      unitId: 'province-52',
    });
    expect(resolveCode(snapshot, 'gso', '99', '2025-11-16')).toEqual({ found: 'nothing' });
  });

  it('find a unit by abbreviation, other spelling, bare name and without diacritics', () => {
    const day = '2025-11-16';
    expect(findByName(snapshot, 'Bộ KH&CN', day)).toMatchObject({ unitId: 'most', match: 'alias' });
    expect(findByName(snapshot, 'BỘ KHOA HỌC VÀ CÔNG NGHỆ', day)).toMatchObject({
      unitId: 'most',
      match: 'exact',
    });
    expect(findByName(snapshot, 'Thuận Hoá', day)).toMatchObject({ unitId: 'commune-19789' });
    expect(findByName(snapshot, 'hue', day)).toMatchObject({ unitId: 'province-46', match: 'unaccented' });
    expect(findByName(snapshot, 'Quảng Trị', '2025-01-09')).toMatchObject({
      unitId: 'province-45-before-2025-07',
    });
    expect(findByName(snapshot, 'Bộ Không có', day)).toEqual({ found: 'nothing' });
  });
});

const folder = path.resolve('../shared/data/administrative-units');
const read = (name: string) =>
  parse<Record<string, string>>(readFileSync(path.join(folder, name), 'utf8'), { columns: true });

describe.skipIf(!existsSync(folder))('the demo facts beside the published lists', () => {
  it('agree on the 34 provinces and the 40 communes of Huế', () => {
    for (const row of [
      ...read('provinces.csv'),
      ...read('communes.csv').filter((commune) => commune['province_code'] === '46'),
    ]) {
      const answer = resolveCode(snapshot, 'gso', row['code']!, '2025-07-01');
      const unit = answer.found === 'unit' ? unitAsOf(snapshot, answer.unitId, '2025-07-01') : undefined;
      expect([row['code'], unit?.nameVi]).toEqual([row['code'], row['full_name']]);
    }
  });

  it('agree on which former province went into which', () => {
    for (const row of read('mapping.csv')) {
      const before = resolveCode(snapshot, 'gso', row['old_province_code']!, '2025-06-30');
      expect(before).toMatchObject({ found: 'unit' });
      if (before.found !== 'unit') continue;
      expect(unitAsOf(snapshot, before.unitId, '2025-06-30')?.nameVi).toBe(row['old_province']);
      expect(holder(before.unitId, '2025-07-01')).toBe(`province-${row['new_province_code']}`);
    }
  });
});
