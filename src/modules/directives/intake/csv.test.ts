import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readCsv } from './csv.ts';
import { isSyllable, vietnameseShare } from './syllable.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const rows = (bytes: Uint8Array) => readCsv(bytes).records.map((record) => record.cells);

describe('reading separated text', () => {
  test('quotes, doubled quotes, line breaks inside quotes and line numbers', () => {
    const csv = readCsv(utf8('a,b\r\n"x, ""y""","1\n2"\r\n\r\nc,d\r\n'));
    expect(csv).toMatchObject({ encoding: 'UTF-8', delimiter: ',', faults: [] });
    expect(csv.records).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x, "y"', '1\n2'] },
      { line: 5, cells: ['c', 'd'] },
    ]);
  });

  test.each([
    ['a;b\n1;2', ';'],
    ['a\tb\n1\t2', '\t'],
    ['sep=;\na;b\n1;2', ';'],
    ['Phụ lục II, Nghị quyết\na;b;c\n1;2;3', ';'],
    ['a|b\n1|2', '|'],
  ])('%j is separated by %j', (text, delimiter) => expect(readCsv(utf8(text)).delimiter).toBe(delimiter));

  test('trailing separators make empty cells, also at the end of the file', () => {
    expect(rows(utf8('a,b\n1,'))).toEqual([
      ['a', 'b'],
      ['1', ''],
    ]);
    expect(rows(utf8('a,b\n1,\n'))).toEqual([
      ['a', 'b'],
      ['1', ''],
    ]);
    expect(rows(utf8('a,b\n,""'))).toEqual([['a', 'b']]);
  });

  test('Windows-1258 and TCVN3 are told apart', () => {
    // "Bộ Công an, Bộ Y tế" in both.
    const windows = Uint8Array.from([
      0x42, 0xf4, 0xf2, 0x20, 0x43, 0xf4, 0x6e, 0x67, 0x20, 0x61, 0x6e, 0x2c, 0x42, 0xf4, 0xf2, 0x20, 0x59,
      0x20, 0x74, 0xea, 0xec,
    ]);
    const tcvn = Uint8Array.from([
      0x42, 0xe9, 0x20, 0x43, 0xab, 0x6e, 0x67, 0x20, 0x61, 0x6e, 0x2c, 0x42, 0xe9, 0x20, 0x59, 0x20, 0x74,
      0xd5,
    ]);
    expect(readCsv(windows)).toMatchObject({
      encoding: 'Windows-1258',
      records: [{ cells: ['Bộ Công an', 'Bộ Y tế'] }],
    });
    expect(readCsv(tcvn)).toMatchObject({
      encoding: 'TCVN3',
      records: [{ cells: ['Bộ Công an', 'Bộ Y tế'] }],
    });
  });

  test('syllables', () => {
    expect(
      ['nghiệp', 'quốc', 'khuyến', 'đường', 'ủy', 'giải', 'Huế', 'hoạch'].filter((word) => !isSyllable(word)),
    ).toEqual([]);
    expect(['µc', 'Cụgn', 'déjà', 'Bụũ', 'straße'].filter(isSyllable)).toEqual([]);
    expect(vietnameseShare('plain ascii')).toBe(0);
  });

  const cell = fc.string({
    unit: fc.constantFrom('a', 'ế', ' ', ',', '"', '\n', ';', '1', 'Đ'),
    maxLength: 8,
  });
  test('whatever is written with quotes is read back', () => {
    const table = fc.array(
      fc.tuple(cell, cell, cell).map((row) => ['x', ...row]),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t'), (written, delimiter) => {
        const text = [['h', 'h', 'h', 'h'], ...written]
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(delimiter))
          .join('\r\n');
        const csv = readCsv(utf8(`sep=${delimiter}\r\n${text}`));
        expect(csv.faults.filter((one) => one.code !== 'mixedLineEnds')).toEqual([]);
        expect(csv.records.slice(1).map((record) => record.cells)).toEqual(written);
      }),
    );
  });

  test('no bytes make it throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const csv = readCsv(bytes);
        expect(Array.isArray(csv.records)).toBe(true);
        for (const one of csv.faults) expect(one.vi && one.en && one.line > 0).toBeTruthy();
      }),
    );
  });
});
