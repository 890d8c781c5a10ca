import { describe, expect, it } from 'vitest';

import { readCsv } from './csv.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const cells = (text: string | Uint8Array) =>
  readCsv(typeof text === 'string' ? utf8(text) : text).rows.map((row) => row.cells);

describe('a CSV file', () => {
  it.each([
    ['commas', 'a,b\n1,Huế\n'],
    ['semicolons', 'a;b\r\n1;Huế\r\n'],
    ['tabs', 'a\tb\n1\tHuế'],
    ['a byte order mark', '\ufeffa,b\n1,Huế\n'],
    ['decomposed letters and spaces around', 'a , b\n 1,Hu\u0065\u0302\u0301 \n'],
  ])('is read with %s', (_what, text) => {
    expect(cells(text)).toEqual([{ a: '1', b: 'Huế' }]);
  });

  it('is read in UTF-16 with its mark', () => {
    const bytes = new Uint8Array(Buffer.from('\ufeffa,b\n1,Huế\n', 'utf16le'));
    expect(cells(bytes)).toEqual([{ a: '1', b: 'Huế' }]);
  });

  it('is refused in an older encoding, which loses Vietnamese letters', () => {
    const { faults, rows } = readCsv(new Uint8Array([0x48, 0x75, 0xea, 0x0a]));
    expect(rows).toEqual([]);
    expect(faults).toMatchObject([{ line: 1 }]);
  });

  it('names the line of a row with too many cells and reads the others', () => {
    const { faults, rows } = readCsv(utf8('a,b\n1,2\n3,4,5\n6,7\n'));
    expect(faults).toMatchObject([{ line: 3, column: null }]);
    expect(rows.map((row) => [row.line, row.cells['a']])).toEqual([
      [2, '1'],
      [4, '6'],
    ]);
  });

  it('counts a record with line breaks by its first line', () => {
    expect(readCsv(utf8('a,b\n"x\ny",2\n3,4\n')).rows.map((row) => row.line)).toEqual([2, 4]);
  });

  it('says where quotation marks do not match, and never throws', () => {
    expect(readCsv(utf8('a,b\n"x,2\n')).faults).toHaveLength(1);
    expect(readCsv(new Uint8Array())).toMatchObject({ columns: [], rows: [] });
  });
});
