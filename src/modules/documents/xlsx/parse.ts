import { formatValue } from 'hucre';
import { readXlsx as parseWorkbook } from 'hucre/xlsx';

import {
  cellRef,
  type ReadLimits,
  type ReadSheet,
  type ReadWorkbook,
  type WorkbookFault,
} from './readModel.ts';

type Workbook = Awaited<ReturnType<typeof parseWorkbook>>;
type Sheet = Workbook['sheets'][number];
type Value = Sheet['rows'][number][number];

const plainDigits = new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 15 });

/** A percent sign in quotes is only a word beside the number. Fifteen digits are what a spreadsheet keeps; beyond them binary fractions show. */
function printNumber(value: number, format: string | undefined): string {
  if (format && /^0+$/.test(format) && Number.isInteger(value)) return formatValue(value, format);
  const percent = format?.replace(/"[^"]*"|\\./g, '').includes('%') ?? false;
  const digits = Number((percent ? value * 100 : value).toPrecision(15));
  const plain =
    Math.abs(digits) >= 1e21 || (digits !== 0 && Math.abs(digits) < 1e-6)
      ? digits.toString()
      : plainDigits.format(digits);
  return plain.replace('.', ',') + (percent ? '%' : '');
}

/** A workbook's clock has no zone; the library reads it as UTC. A day without a time is a day. */
function printDate(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const iso = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16);
}

function print(value: Value, format: string | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return printDate(value);
  if (typeof value === 'number') return printNumber(value, format);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value.normalize('NFC').replace(/\r\n?/g, '\n');
}

function sheetFault(sheet: Sheet, limits: ReadLimits): WorkbookFault | undefined {
  if (sheet.rows.length > limits.rows) return 'tooManyRows';
  return sheet.rows.some(
    (row) => row.length > limits.columns && row.slice(limits.columns).some((v) => v !== null),
  )
    ? 'tooManyColumns'
    : undefined;
}

/** One look at each cell's details: lists made of a million of them would cost more memory than the workbook. */
function formulasOf(sheet: Sheet): ReadSheet['formulas'] {
  const found: ReadSheet['formulas'] = [];
  for (const [at, cell] of sheet.cells ?? []) {
    if (!cell.formula) continue;
    const [row = 0, column = 0] = at.split(',').map(Number);
    found.push({ ref: cellRef(column, row + 1), formula: cell.formula });
  }
  return found;
}

function readSheet(sheet: Sheet): ReadSheet {
  const rows: ReadSheet['rows'] = [];
  sheet.rows.forEach((values, r) => {
    const cells = values.map((value, c) =>
      print(value, typeof value === 'number' ? sheet.cells?.get(`${r},${c}`)?.style?.numFmt : undefined),
    );
    while (cells.at(-1) === '') cells.pop();
    if (cells.length > 0) rows.push({ number: r + 1, cells });
  });
  const merges = (sheet.merges ?? []).map(
    (m) => `${cellRef(m.startCol, m.startRow + 1)}:${cellRef(m.endCol, m.endRow + 1)}`,
  );
  return {
    name: sheet.name,
    hidden: Boolean(sheet.hidden ?? sheet.veryHidden),
    rows,
    formulas: formulasOf(sheet),
    merges,
  };
}

/** Parses a workbook whose directory has been checked already; runs in a thread of its own. */
export async function parseXlsx(
  bytes: Uint8Array,
  limits: ReadLimits,
): Promise<ReadWorkbook | WorkbookFault> {
  let book: Workbook;
  try {
    book = await parseWorkbook(bytes, { readStyles: true, maxRows: limits.rows + 1 });
  } catch (error) {
    return (error as Error).name === 'EncryptedFileError' ? 'encrypted' : 'broken';
  }
  if (book.sheets.length > limits.sheets) return 'tooManySheets';
  const fault = book.sheets.map((s) => sheetFault(s, limits)).find((f) => f !== undefined);
  return fault ?? { sheets: book.sheets.map(readSheet) };
}
