import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { Problem } from '../../kit/problems.ts';
import { testApp, type TestApp } from '../../kit/testing.ts';
import { stateDemoOrganisations } from '../organisations/samples.ts';
import { applyImport, exportTasks, listDirectives, listTasks, previewImport } from './contract.ts';

const real = resolve('../shared/data/directive-tasks.csv');
let t: TestApp;
beforeAll(async () => {
  t = await testApp();
  await stateDemoOrganisations(t.app);
});
afterAll(() => t[Symbol.asyncDispose]());

const fileOf = (text: string | Buffer, filename = 'nhiem-vu.csv') => ({
  content: Buffer.from(text).toString('base64'),
  filename,
});
const header =
  'ref,source_document,issued_on,parent_ref,title_vi,title_en,kind,lead_agency_vi,coordinating_agencies_vi,deadline,product_vi,target_value,target_unit,source_url,notes';

test('A file with one faulty row imports nothing and names line and remedy', async () => {
  const text = `${header}\nX-1,9/NQ-CP,2025-05-01,,Việc một,,task,Bộ Nội vụ,,2025-12-31,Đề án,,,,\nX-2,9/NQ-CP,2025-05-01,,,,task,Bộ Nội vụ,,2025-13-31,,,,,\n`;
  const refused = await t.call(applyImport, fileOf(text)).catch((e: Problem) => e);
  expect(refused).toBeInstanceOf(Problem);
  expect((refused as Problem).fields[0]!.message.vi).toMatch(/^Dòng 3/);
  expect((await t.call(listDirectives, { q: '9/NQ-CP' })).items).toEqual([]);
});

describe.skipIf(!existsSync(real))('the 279 real rows', () => {
  test(
    'are previewed, imported, and importing them again changes nothing',
    { timeout: 120_000 },
    async () => {
      const file = fileOf(readFileSync(real), 'directive-tasks.csv');
      const preview = await t.call(previewImport, file);
      expect(preview.faults.filter((f) => f.severity === 'error')).toEqual([]);
      expect(preview.counts).toMatchObject({ create: 279, change: 0, skip: 0, errors: 0 });
      const made = await t.call(applyImport, file);
      expect(made.directives.find((d) => d.number === '139/KH-UBND')?.owner).toBe('province-01');
      const again = await t.call(applyImport, file);
      expect(again.counts).toMatchObject({ create: 0, change: 0, skip: 279, assignments: 0 });
      const found = await t.call(listTasks, { q: 'luat khoa hoc' });
      expect(found.items.map((i) => i.ref)).toContain('NQ03-NV-014');
    },
  );

  test('are exported in the layout that the import reads', async () => {
    const csv = (await t.call(exportTasks, {})) as { body: string };
    const again = await t.call(previewImport, fileOf(csv.body));
    expect(again.faults.filter((f) => f.severity === 'error')).toEqual([]);
    expect(again.counts).toMatchObject({ create: 0, errors: 0 });
  });
});
