import { expect, test } from 'vitest';

import { testApp } from '../../../kit/testing.ts';
import { stateDemoOrganisations } from '../../organisations/samples.ts';
import { applyImport, getVersion, listFindings, listProcedures, previewImport } from '../contract.ts';

const head =
  'code,name_vi,name_en,field_vi,level,authority_vi,sla_value,sla_unit,fee_vnd,service_level,documents_vi,result_vi,source_url,notes\n';
const row = (code: string, name: string, authority: string, decision: string) =>
  `${code},${name},,Hộ tịch,commune,${authority},1,working_day,0,full,Tờ khai,Giấy xác nhận,,published by ${decision}\n`;

test('what the checks find is a list for each ministry, in a file before its import and in the catalogue after', async () => {
  await using t = await testApp({ now: '2025-11-17T08:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  const csv =
    head +
    row('1.700001', 'Một', '', '163/QĐ-BTP') +
    row('1.700002', 'Hai', 'Ủy ban nhân dân cấp xã', '163/QĐ-BTP') +
    row('1.700003', 'Ba', '', '22/QĐ-BCA-C06') +
    row('1.700004', 'Bốn', '', '5/QĐ-UBND');
  const file = { content: Buffer.from(csv).toString('base64'), filename: 'thu-tuc.csv' };
  const short = (counts: Awaited<ReturnType<typeof read>>['ministries']) =>
    counts.map((one) => [
      one.ministry?.vi,
      one.procedures,
      one.checks.find((c) => c.check === 'agencyMissing')?.procedures,
    ]);
  const read = (asked: object = {}) => t.call(listFindings, asked);
  const before = await t.call(previewImport, file);
  expect(short(before.byMinistry)).toEqual(
    expect.arrayContaining([
      ['Bộ Tư pháp', 2, 1],
      ['Bộ Công an', 1, 1],
      [undefined, 1, 1],
    ]),
  );
  await t.call(applyImport, file);
  const all = await read();
  expect(short(all.ministries)).toEqual(short(before.byMinistry));
  const justice = all.ministries.find((one) => one.ministry?.vi === 'Bộ Tư pháp')!.ministry!.id;
  const asked = await read({ ministryId: justice, check: 'agencyMissing' });
  expect(asked).toMatchObject({
    total: 1,
    items: [{ code: '1.700001', severity: 'block', state: 'draft', ministry: { en: 'Ministry of Justice' } }],
  });
  expect((await read({ ministryId: 'none', check: 'agencyMissing' })).items.map((one) => one.code)).toEqual([
    '1.700004',
  ]);
  expect((await read({ limit: 1 })).items).toHaveLength(1);
  // The list says of a procedure what its own page says.
  const { items } = await t.call(listProcedures, { state: 'draft' });
  for (const { code, versionId } of items) {
    const { checks } = await t.call(getVersion, { id: versionId });
    const own = all.items.filter((one) => one.code === code);
    expect(own.map(({ check, path }) => [check, path])).toEqual(
      checks.map(({ check, path }) => [check, path]),
    );
  }
});
