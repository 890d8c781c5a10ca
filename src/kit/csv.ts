import { parse } from 'csv-parse/sync';

import type { Text } from './i18n.ts';

export interface CsvRow {
  /** Line of the file, the header being line 1. */
  line: number;
  /** Cells by column name, trimmed, in NFC; a column the file does not have is missing. */
  cells: Record<string, string>;
}

export interface CsvTable {
  columns: string[];
  rows: CsvRow[];
  /** What could not be read; `column` is null where it concerns the whole line. */
  faults: { line: number; column: string | null; message: Text }[];
}

const fault = (line: number, vi: string, en: string, column: string | null = null) => ({
  line,
  column,
  message: { vi, en },
});

/** UTF-8 with or without a mark, UTF-16 with one; undefined for older encodings, which lose Vietnamese letters. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(marked, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/\r|\n|$/));
  const counts = [',', ';', '\t'].map((sign) => header.split(sign).length);
  return [',', ';', '\t'][counts.indexOf(Math.max(...counts))]!;
}

type Line = { record: string[]; info: { lines: number } };

function linesOf(text: string, faults: CsvTable['faults']): Line[] {
  const delimiter = delimiterOf(text);
  const options = {
    bom: true,
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    trim: true,
  };
  try {
    return parse(text, options as object) as unknown as Line[];
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 1;
    const { message } = error as Error;
    faults.push(
      fault(line, 'Dấu ngoặc kép không khớp từ dòng này.', `Quotation marks do not match: ${message}`),
    );
    return [];
  }
}

/**
 * Reads a CSV file as people send it: UTF-8 or UTF-16, comma, semicolon or tab, any line ends. Never throws: what
 * cannot be read is in `faults` with its line. Lines with too few or too many cells are faults and not rows.
 */
export function readCsv(bytes: Uint8Array): CsvTable {
  const text = decodeText(bytes);
  if (text === undefined) {
    const encoding = fault(
      1,
      'Tệp không phải UTF-8; lưu lại bằng mã UTF-8.',
      'The file is not UTF-8; save it as UTF-8.',
    );
    return { columns: [], rows: [], faults: [encoding] };
  }
  const faults: CsvTable['faults'] = [];
  const [header, ...body] = linesOf(text, faults);
  const columns = (header?.record ?? []).map((name) => name.normalize('NFC'));
  const rows: CsvRow[] = [];
  let before = header?.info.lines ?? 1;
  for (const { record, info } of body) {
    // a cell with line breaks ends lines below the one on which its record began
    const line = record.some((cell) => cell.includes('\n')) ? before + 1 : info.lines;
    before = info.lines;
    const [has, needs] = [record.length, columns.length];
    if (has !== needs)
      faults.push(
        fault(line, `Dòng có ${has} ô, cần ${needs}.`, `The line has ${has} cells, ${needs} are needed.`),
      );
    else
      rows.push({
        line,
        cells: Object.fromEntries(columns.map((name, i) => [name, record[i]!.normalize('NFC')])),
      });
  }
  return { columns, rows, faults };
}
