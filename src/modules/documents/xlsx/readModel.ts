/** A workbook as an importer sees it: text as printed, with the place of each row. */
export interface ReadWorkbook {
  sheets: ReadSheet[];
}

export interface ReadSheet {
  name: string;
  hidden: boolean;
  rows: ReadRow[];
  /** Cells whose value comes from a formula, by reference (`C12`); the value read is the one stored with it. */
  formulas: { ref: string; formula: string }[];
  /** Merged areas (`A3:A7`); the text stands in the first cell. */
  merges: string[];
}

export interface ReadRow {
  /** Row number in the file, from 1. */
  number: number;
  /** Text cells as they are, with leading zeros; days `YYYY-MM-DD`; numbers with a decimal comma and no other separators. */
  cells: string[];
}

export interface ReadLimits {
  unpackedBytes: number;
  sheets: number;
  rows: number;
  columns: number;
}
export const readLimits: ReadLimits = {
  unpackedBytes: 200 * 1024 * 1024,
  sheets: 50,
  rows: 200_000,
  columns: 300,
};

export type WorkbookFault =
  | 'notXlsx'
  | 'encrypted'
  | 'macros'
  | 'unpacksTooLarge'
  | 'tooManySheets'
  | 'tooManyRows'
  | 'tooManyColumns'
  | 'tooSlow'
  | 'tooMuchMemory'
  | 'broken';

/** `B12` for column 1, row 12. */
export function cellRef(column: number, row: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name + row;
}
