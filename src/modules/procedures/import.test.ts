import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Problem } from '../../kit/problems.ts';
import { testApp, type TestApp } from '../../kit/testing.ts';
import {
  applyImport,
  applySubstitutions,
  checkParity,
  getProcedure,
  listProcedures,
  previewImport,
  previewSubstitutions,
} from './contract.ts';
import { checklist, loadEffective } from './index.ts';
import { readRecords } from './intake/record.ts';
import { replays } from './replay.ts';
import { samplePublished } from './samples.ts';

const real = (name: string) => resolve('../shared/data', name);
let t: TestApp;
beforeAll(async () => {
  t = await testApp({ now: '2025-11-17T08:00:00+07:00' });
});
afterAll(() => t[Symbol.asyncDispose]());

const fileOf = (text: string | Buffer, filename = 'thu-tuc.csv') => ({
  content: Buffer.from(text).toString('base64'),
  filename,
});
const head =
  'code,name_vi,name_en,field_vi,level,authority_vi,sla_value,sla_unit,fee_vnd,service_level,documents_vi,result_vi,source_url,notes\n';

test('a code that a spreadsheet took for a number is refused by its line, with what was meant; nothing is imported', async () => {
  const text = `${head}1.100001,Một,,Hộ tịch,commune,UBND cấp xã,1,working_day,0,,Đơn,Giấy,,\n"2,002308",Hai,,Hộ tịch,commune,UBND cấp xã,1,working_day,0,,Đơn,Giấy,,\n1.00252,Ba,,Hộ tịch,quận,UBND cấp xã,1,,,,,,,\n`;
  const refused = (await t.call(applyImport, fileOf(text)).catch((e: Problem) => e)) as Problem;
  expect(refused.kind.code).toBe('procedures.importRefused');
  expect(refused.fields.map((one) => one.path)).toEqual(['line.3.code', 'line.4.code', 'line.4.level']);
  expect(refused.fields[0]!.message.vi).toContain('có lẽ là 2.002308');
  expect(refused.fields[1]!.message.vi).toContain('1.002520');
  expect((await t.call(listProcedures, { state: 'all' })).items).toEqual([]);
});

test('the national record is read with its channels, papers and results; a number for a code is refused', async () => {
  const record = {
    MATTHC: '1.001193',
    TENTTHC: 'Đăng ký khai sinh',
    LINHVUCTHUCHIEN: [{ MALINHVUC: 'HT', TENLINHVUC: 'Hộ tịch' }],
    COQUANTHUCHIEN: [{ TENDONVI: 'Ủy ban nhân dân cấp xã' }],
    CACHTHUCTHUCHIEN: [
      {
        KENH: '1',
        THOIGIAN: [
          {
            THOIGIANGIAIQUYET: '1',
            DONVITINH: '',
            PHILEPHI: [{ SOTIEN: '0', MOTA: 'Do HĐND cấp tỉnh quy định' }],
          },
        ],
      },
      {
        KENH: 'Trực tuyến',
        THOIGIAN: [{ THOIGIANGIAIQUYET: 3, DONVITINH: 'Ngày làm việc', PHILEPHI: [{ SOTIEN: '135' }] }],
      },
    ],
    THANHPHANHOSO: [
      {
        TRUONGHOP: '',
        GIAYTO: [{ TENGIAYTO: 'Giấy chứng sinh', SOBANCHINH: 'Bản chính: 1', SOBANSAO: '0' }],
      },
    ],
    KETQUATHUCHIEN: [{ MAKETQUA: 'KQ.G15.000031', TENKETQUA: 'Giấy khai sinh' }],
    CANCUPHAPLY: [{ SOVANBAN: '60/2014/QH13', TENVANBAN: 'Luật Hộ tịch' }],
  };
  const plan = await t.call(
    previewImport,
    fileOf(JSON.stringify({ data: [record, { ...record, MATTHC: 1.00252 }] }), 'ban-ghi.json'),
  );
  expect(plan).toMatchObject({ format: 'record', ready: false, counts: { create: 1, errors: 1 } });
  expect(plan.faults[0]).toMatchObject({ line: 2, column: 'MATTHC' });
  expect(plan.rows[0]!.checks.map((one) => one.check)).toEqual(
    expect.arrayContaining(['timeWithoutUnit', 'lostDecimal', 'stepsReachable', 'decisionMissing']),
  );
  await t.call(applyImport, fileOf(JSON.stringify(record)));
  const [draft] = (await t.call(listProcedures, { state: 'draft', q: 'khai sinh' })).items;
  expect(draft).toMatchObject({ code: '1.001193', level: 'commune' });
  expect(draft!.blocks).toBeGreaterThan(0);
});

test.each([
  [{ QUYETDINHCONGBO: '163/QĐ-BTP ngày 21/01/2025' }, { number: '163/QĐ-BTP', day: '2025-01-21' }],
  [
    { QUYETDINHCONGBO: 'Quyết định số 5/QĐ-BTP ngày 1 tháng 7 năm 2025' },
    { number: 'Quyết định số 5/QĐ-BTP', day: '2025-07-01' },
  ],
  [
    { SOQUYETDINH: '7/QĐ-BTP', NGAYQUYETDINH: '2025-06-30T00:00:00' },
    { number: '7/QĐ-BTP', day: '2025-06-30' },
  ],
  [{ QUYETDINHCONGBO: '163/QĐ-BTP ngày 31/02/2025' }, undefined],
  [{ SOQUYETDINH: '163/QĐ-BTP' }, undefined],
])('the day of the announcing decision is read where the record has one: %j', (fields, announcement) => {
  const record = { MATTHC: '1.100009', TENTTHC: 'Thử', LINHVUCTHUCHIEN: 'Hộ tịch', ...fields };
  expect(readRecords(JSON.stringify(record)).procedures[0]?.announcement).toEqual(announcement);
});

describe.skipIf(!existsSync(real('procedures.csv')))('the 88 real procedures', () => {
  test(
    'become drafts with what blocks each by name; importing them again changes nothing',
    { timeout: 60_000 },
    async () => {
      const file = fileOf(readFileSync(real('procedures.csv')));
      const plan = await t.call(applyImport, file);
      expect(plan.faults).toEqual([]);
      expect(plan.rows).toHaveLength(88);
      const found = Object.fromEntries(plan.findings.map(({ check, records }) => [check, records]));
      expect(found['noTime']).toBeGreaterThan(4);
      expect(found['stepsReachable']).toBe(88);
      expect(found).not.toHaveProperty('levelFitsAgency');
      const again = await t.call(previewImport, file);
      expect(again.counts).toMatchObject({ create: 0, change: 0, skip: 88 });
    },
  );
});

describe.skipIf(!existsSync(real('data-substitution.csv')))('the 787 papers replaced by databases', () => {
  test('hold on their days and are not asked for (R09)', { timeout: 60_000 }, async () => {
    const file = fileOf(readFileSync(real('data-substitution.csv')));
    const preview = await t.call(previewSubstitutions, file);
    expect(preview.rows + preview.faults.length).toBe(787);
    expect(preview.faults.every((one) => one.severity === 'warning')).toBe(true);
    const made = await t.call(applySubstitutions, file);
    expect(made.procedures).toBeGreaterThan(750);
    expect(await t.call(applySubstitutions, file)).toMatchObject({ create: 0 });

    const paper = {
      key: 'licence',
      name: { vi: 'Giấy chứng nhận đăng ký doanh nghiệp (bản chụp)' },
      kind: 'paper' as const,
      originals: 1,
      copies: 0,
      required: true,
    };
    await samplePublished(t.app, { code: '2.002093', content: { components: [paper] } });
    const asked = async (day: string) => {
      const version = await t.app.db.read((tx) => loadEffective(tx, { code: '2.002093', day }));
      return checklist(version!, {}, day).map((item) => item.replacedBy?.database);
    };
    expect(await asked('2025-12-31')).toEqual([undefined]);
    expect(await asked('2026-01-01')).toEqual(['Cơ sở dữ liệu quốc gia về đăng ký doanh nghiệp']);
    expect(await asked('2027-02-28')).toEqual(['Cơ sở dữ liệu quốc gia về đăng ký doanh nghiệp']);
    expect(await asked('2027-03-01')).toEqual([undefined]);
    const shown = await t.call(getProcedure, { code: '2.002093', asOf: '2026-01-01' });
    expect(shown.checklist[0]!.replacedBy?.legalPlace).toContain('113/2017/NĐ-CP');
  });

  test('follow from their events', async () => {
    for (const replay of replays)
      expect((await t.app.db.read((tx) => replay.verify(tx))).differences).toEqual([]);
  });
});

test("parity with a decree's list names what is missing, extra and out of date", async () => {
  await samplePublished(t.app, { code: '1.300001', content: { name: { vi: 'Có trong danh mục' } } });
  await samplePublished(t.app, { code: '1.300002', content: { name: { vi: 'Tên cũ' } } });
  await samplePublished(t.app, { code: '1.300003', content: { name: { vi: 'Thừa' } } });
  const list =
    'code,name_vi,decision\n1.300001,có trong Danh mục,163/QĐ-BTP\n1.300002,Tên mới,163/QĐ-BTP\n1.300009,Thiếu,\nsai,Sai mã,\n';
  const parity = await t.call(checkParity, fileOf(list));
  expect(parity).toMatchObject({ listed: 3, equal: 1 });
  expect(parity.missing.map((one) => one.code)).toEqual(['1.300009']);
  expect(parity.outOfDate).toMatchObject([{ code: '1.300002', en: 'Its name in force is “Tên cũ”.' }]);
  expect(parity.extra.map((one) => one.code)).toContain('1.300003');
  expect(parity.faults).toMatchObject([{ line: 5, column: 'code' }]);
  const unread = await t.call(checkParity, fileOf('ma,ten\n1.300001,Có trong danh mục\n'));
  expect(unread).toMatchObject({ listed: 0, missing: [], extra: [], outOfDate: [] });
  expect(unread.faults).toMatchObject([{ line: 1, column: 'code' }]);
});
