import { describe, expect, test } from 'vitest';

import { bytes, cellCases, csv, fileCases, read } from './faultCases.ts';
import { refuses } from './faults.ts';
import { faultTexts, warnings, type FaultCode } from './faultTexts.ts';

describe('faults of a file', () => {
  test.each(fileCases)('%s', (_, input, codes, rows) => {
    const result = read(input);
    expect(result.found.map((found) => found.code)).toEqual(codes);
    expect(result.rows.length).toBe(rows);
  });
});

describe('faults of cells and rows', () => {
  test.each(cellCases)('%s', (_, input, codes, rows) => {
    const result = read(input);
    expect(result.found.map((found) => found.code)).toEqual(codes);
    expect(result.rows.length).toBe(rows);
    for (const found of result.found) expect(found.line).toBeGreaterThan(0);
  });

  test('every kind of fault is in one of the tables, but for the one that needs the notes', () => {
    const covered = new Set([...fileCases, ...cellCases].flatMap(([, , codes]) => codes));
    const missing = (Object.keys(faultTexts.vi) as FaultCode[]).filter((code) => !covered.has(code));
    expect(missing).toEqual(['deadlineDiffersFromPrinted']);
    expect(covered.size).toBeGreaterThan(70);
  });

  test('line, column, both texts and what it means for the import', () => {
    const { found } = read(
      bytes(
        csv([
          {},
          { ref: 'NQ99-02', title_vi: 'Hai\ndòng' },
          { ref: 'NQ99-03', lead_agency_vi: 'Bộ Phép thuật' },
        ]),
      ),
    );
    expect(found).toEqual([
      {
        line: 5,
        column: 7,
        code: 'leadUnknown',
        severity: 'error',
        vi: 'Không có cơ quan chủ trì “Bộ Phép thuật” trong danh mục tại ngày ban hành.',
        en: 'The lead agency “Bộ Phép thuật” is not in the register on the day of issue.',
      },
    ]);
    expect(refuses(found)).toBe(true);
  });

  test('both languages fill the same parameters', () => {
    const names = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
    for (const code of Object.keys(faultTexts.vi) as FaultCode[])
      expect(names(faultTexts.en[code])).toEqual(names(faultTexts.vi[code]));
    for (const code of warnings) expect(faultTexts.vi[code]).toBeTruthy();
  });
});
