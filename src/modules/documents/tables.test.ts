import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { expect, test } from 'vitest';

import { guardCsv, renderCsv, unguardCsv } from './csv.ts';
import { readXlsx, tryReadXlsx } from './xlsx/read.ts';
import { cellRef } from './xlsx/readModel.ts';
import { columnName } from './xlsx/sheet.ts';
import { renderXlsx } from './xlsx/write.ts';
import { zip } from './xlsx/zip.ts';

const columns = ['A', 'B', 'C', 'D', 'E', 'F'].map((title) => ({ title }));
const workbook = (sheet: string, more: Record<string, string> = {}): Promise<Buffer> => {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheet}</sheetData></worksheet>`,
    ...more,
  };
  return buffer(
    Readable.from(zip(Object.entries(parts).map(([name, text]) => ({ name, content: [text] }))), {
      objectMode: false,
    }),
  );
};

test('What is written to a workbook is read back as it was printed', async () => {
  const bytes = await renderXlsx([
    {
      name: 'Nhiệm vụ: 03/NQ-CP',
      title: ['Báo cáo', 'Số liệu tính đến hôm nay'],
      notes: ['Ghi chú'],
      columns,
      rows: [
        [
          'Đặng Thị Hạnh & <b>',
          1234.5,
          { day: '2025-11-16' },
          { number: 81.29, decimals: 2, suffix: ' %' },
          '007',
          null,
        ],
        [
          '=HYPERLINK("x")',
          0.1 + 0.2,
          { instant: new Date('2025-11-17T01:30:00Z') },
          -5,
          { text: 'mở\nlink', href: 'https://x.example/?a=1&b=2' },
          "'+1",
        ],
      ],
    },
    { name: 'Nhiệm vụ: 03/NQ-CP', columns: [{ title: 'Z' }], rows: [] },
  ]);
  const { sheets } = await readXlsx(bytes);
  expect(sheets.map((s) => s.name)).toEqual(['Nhiệm vụ 03 NQ-CP', 'Nhiệm vụ 03 NQ-CP (2)']);
  expect(sheets[0]!.formulas).toEqual([]);
  expect(sheets[0]!.rows).toEqual([
    { number: 1, cells: ['Báo cáo'] },
    { number: 2, cells: ['Số liệu tính đến hôm nay'] },
    { number: 4, cells: ['A', 'B', 'C', 'D', 'E', 'F'] },
    { number: 5, cells: ['Đặng Thị Hạnh & <b>', '1234,5', '2025-11-16', '81,29', '007'] },
    { number: 6, cells: ['=HYPERLINK("x")', '0,3', '2025-11-17T08:30', '-5', 'mở\nlink', "'+1"] },
    { number: 8, cells: ['Ghi chú'] },
  ]);
});

test('The same rows give the same workbook, and rows may come from a generator', async () => {
  const rows = function* () {
    for (let i = 0; i < 2000; i++) yield [i, `dòng ${i}`];
  };
  const make = () => renderXlsx([{ name: 'S', columns: columns.slice(0, 2), rows: rows() }]);
  const [one, two] = [await make(), await make()];
  expect(one.equals(two)).toBe(true);
  expect((await readXlsx(one)).sheets[0]!.rows.at(-1)).toEqual({
    number: 2001,
    cells: ['1999', 'dòng 1999'],
  });
});

test('Formulas, merged areas, number formats and leading zeros of a foreign workbook are told', async () => {
  const bytes = await workbook(
    '<row r="2"><c r="A2" t="inlineStr"><is><t>007</t></is></c><c r="B2"><f>1+1</f><v>2</v></c><c r="D2" t="b"><v>1</v></c><c r="E2"><v>1E-7</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A2:A4"/></mergeCells><sheetData>',
  );
  const sheet = (await readXlsx(bytes)).sheets[0]!;
  expect(sheet.rows[0]).toEqual({ number: 2, cells: ['007', '2', '', 'TRUE', '1e-7'] });
  expect(sheet.formulas).toEqual([{ ref: 'B2', formula: '1+1' }]);
  expect(sheet.merges).toEqual(['A2:A4']);
});

test('A workbook beyond the limits, broken, locked or something else comes back as a fault', async () => {
  const small = await renderXlsx([{ name: 'S', columns, rows: [[1], [2], [3]] }]);
  const limits = { unpackedBytes: 1e6, sheets: 5, rows: 100, columns: 10 };
  const faultOf = async (bytes: Uint8Array, changed: Partial<typeof limits> = {}) => {
    const read = await tryReadXlsx(bytes, { ...limits, ...changed });
    return 'fault' in read ? read.fault : 'read';
  };
  expect(await faultOf(small)).toBe('read');
  expect(await faultOf(small, { rows: 3 })).toBe('tooManyRows');
  expect(await faultOf(small, { columns: 2 })).toBe('tooManyColumns');
  expect(await faultOf(small, { sheets: 0 })).toBe('tooManySheets');
  expect(await faultOf(small, { unpackedBytes: 1000 })).toBe('unpacksTooLarge');
  expect(await faultOf(Buffer.from('a,b\n'))).toBe('notXlsx');
  expect(await faultOf(small.subarray(0, 500))).toBe('broken');
  expect(await faultOf(await workbook('<row r="1"><c r="A1"'))).toMatch(/broken|read/);
  expect(
    await faultOf(
      await workbook(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
      ),
    ),
  ).not.toBe('read');
  await expect(readXlsx(Buffer.from('a'))).rejects.toThrow('documents.badWorkbook');
});

test('CSV quotes by RFC 4180 and never lets a text become a formula', () => {
  const text = renderCsv(
    ['Tên', 'Số'],
    [
      ['a "b", c', 1.5],
      ['=1+1', -2],
      ['-x', { day: '2025-11-16' }],
      ['dòng\nhai', null],
      ["'=x", { instant: new Date('2025-11-17T01:00:00Z') }],
    ],
  );
  expect(text).toBe(
    '\ufeffTên,Số\r\n"a ""b"", c",1.5\r\n\'=1+1,-2\r\n\'-x,2025-11-16\r\n"dòng\nhai",\r\n\'\'=x,2025-11-17T08:00+07:00\r\n',
  );
  for (const original of ['=a', "'=a", "''+1", 'plain', "'quoted", ''])
    expect(unguardCsv(guardCsv(original))).toBe(original);
  expect(renderCsv(['a;b'], [], { bom: false, delimiter: ';' })).toBe('"a;b"\r\n');
});

test('Columns are named as spreadsheets name them', () => {
  expect([0, 25, 26, 51, 52, 701, 702, 16_383].map(columnName)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
    'XFD',
  ]);
  expect([0, 25, 26, 701, 702, 16_383].map((c) => cellRef(c, 7))).toEqual([
    'A7',
    'Z7',
    'AA7',
    'ZZ7',
    'AAA7',
    'XFD7',
  ]);
});
