import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { describe, expect, inject, test } from 'vitest';

import { readConfig } from '../../config.ts';
import { readCsv } from '../../kit/csv.ts';
import { WrongUse } from '../../kit/module.ts';
import { casePlans, ways } from './case-plans.ts';
import { reformExam } from './command.ts';
import type { Files } from './country.ts';
import { holdExam } from './exam.ts';

const folder = resolve('../shared/data/administrative-units');
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** The rows of a list that speak of one province. */
function ofProvince(name: string, column: string, code: string): Uint8Array {
  const { columns, rows } = readCsv(readFileSync(join(folder, `${name}.csv`)));
  const lines = rows
    .filter(({ cells }) => cells[column] === code)
    .map(({ cells }) => columns.map((c) => quoted(cells[c] ?? '')).join(','));
  return Buffer.from([columns.join(','), ...lines].join('\n'));
}

const quangNinh = (): Files => ({
  provinces: ofProvince('provinces', 'code', '22'),
  communes: ofProvince('communes', 'province_code', '22'),
  mapping: ofProvince('mapping', 'new_province_code', '22'),
});

describe.skipIf(!existsSync(folder))('the reform of one province with split communes', () => {
  test('loses no case, no person, no link and no date, and names what nobody has decided', async () => {
    const config = readConfig({ DATABASE_URL: inject('postgresUrl'), LIENTHONG_LOG: 'silent' });
    const files = quangNinh();
    const stopping = new AbortController().signal;
    const result = await holdExam(config, { files, cases: 200, tasks: 40 }, { say: () => {}, stopping });
    expect(result.proofs.filter((proof) => !proof.ok)).toEqual([]);
    expect(result.units).toMatchObject({ formerProvinces: 1, formerCommunes: 171, formerDistricts: 13 });
    const counts = Object.fromEntries(result.proofs.map((proof) => [proof.key, proof.counts]));
    expect(counts['totals']).toMatchObject({ cases: 200, tasks: 40, states: ways.length });
    expect(counts['splits']).toMatchObject({ splitCommunes: 12, districts: 13 });
    expect(counts['competence']!['refusedByName']).toBeGreaterThan(0);
    expect(counts['access']!['districts']).toBeGreaterThan(5);
    expect(counts['figures']!['withRecords']).toBeGreaterThan(100);
  }, 120_000);
});

test('cases are spread over every commune and every state', () => {
  const communes = ['a', 'b', 'c'];
  const plans = casePlans({ provinces: [], districts: [], islands: [], communes }, 300);
  expect(new Set(plans.map((plan) => plan.way))).toEqual(new Set(ways));
  for (const unitId of communes) expect(plans.filter((plan) => plan.unitId === unitId)).toHaveLength(100);
});

test('without its folder or with a wrong number the exam says how it is used', async () => {
  await expect(reformExam.runApart({})).rejects.toThrow(WrongUse);
  await expect(reformExam.runApart({ units: '/nowhere' })).rejects.toThrow(/provinces\.csv/);
  if (existsSync(folder))
    await expect(reformExam.runApart({ units: folder, cases: '-1' })).rejects.toThrow(WrongUse);
});
