/** Reads comma, semicolon or tab separated text, tolerant where nothing is lost, explicit where something is. */
import { decode, type Encoding } from './decode.ts';
import { fault, type Fault } from './faults.ts';

/** A row of cells with the line of the file (from 1) on which it begins. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

export type Delimiter = ',' | ';' | '\t' | '|';

export interface Csv {
  encoding?: Encoding;
  delimiter?: Delimiter;
  /** Without rows that are blank throughout. */
  records: CsvRecord[];
  faults: Fault[];
}

/**
 * Reads the bytes of a CSV file (RFC 4180, plus semicolon, tab and bar, plus Excel's "sep=;" line).
 * Nothing is thrown: what is wrong stands in `faults`; `records` is empty when the bytes are refused.
 */
export function readCsv(bytes: Uint8Array): Csv {
  const { text, encoding, faults } = decode(bytes);
  if (text === undefined) return { records: [], faults };
  const separator = /^sep=([,;\t|])(?:\r\n|\r|\n|$)/i.exec(text);
  const body = separator ? text.slice(separator[0].length) : text;
  const delimiter = (separator?.[1] as Delimiter | undefined) ?? detectDelimiter(body);
  const parsed = parse(body, delimiter, separator ? 2 : 1);
  const records = parsed.records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return { ...(encoding && { encoding }), delimiter, records, faults: [...faults, ...parsed.faults] };
}

/** The separator that occurs most often within one of the first ten lines, quotes left out. */
function detectDelimiter(text: string): Delimiter {
  const lines = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\r|\n/, 10);
  const most = (delimiter: string) => Math.max(...lines.map((line) => line.split(delimiter).length));
  const candidates: Delimiter[] = [',', ';', '\t', '|'];
  return candidates.reduce((best, one) => (most(one) > most(best) ? one : best));
}

interface Parser {
  records: CsvRecord[];
  faults: Fault[];
  ends: Set<string>;
  line: number;
  /** The row being read: its first line, its cells. */
  start: number;
  cells: string[];
}

function parse(
  text: string,
  delimiter: Delimiter,
  firstLine: number,
): { records: CsvRecord[]; faults: Fault[] } {
  const state: Parser = {
    records: [],
    faults: [],
    ends: new Set(),
    line: firstLine,
    start: firstLine,
    cells: [],
  };
  let at = 0;
  while (at < text.length) {
    at = text[at] === '"' ? quoted(text, at, delimiter, state) : plain(text, at, delimiter, state);
    const end = text.startsWith('\r\n', at) ? '\r\n' : (text[at] ?? '');
    if (end === delimiter) {
      at += 1;
      // A separator at the very end of the file still opens one more, empty cell.
      if (at === text.length) state.cells.push('');
      continue;
    }
    if (end !== '') state.ends.add(end);
    at += end.length;
    closeRow(state);
  }
  if (state.cells.length > 0) closeRow(state);
  if (state.ends.size > 1) state.faults.push(fault('mixedLineEnds', { line: firstLine }));
  else if (state.ends.has('\r')) state.faults.push(fault('oldMacLineEnds', { line: firstLine }));
  return state;
}

function closeRow(state: Parser): void {
  state.records.push({ line: state.start, cells: state.cells });
  state.cells = [];
  state.line += 1;
  state.start = state.line;
}

/** Reads an unquoted cell from `at`; returns the position of what ends it. */
function plain(text: string, at: number, delimiter: Delimiter, state: Parser): number {
  let end = at;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
  const cell = text.slice(at, end);
  const column = state.cells.length + 1;
  // ="046" is how spreadsheets protect codes: the quotes belong to the wrapper.
  if (cell.includes('"') && !/^\s*="[^"]*"\s*$/.test(cell))
    state.faults.push(fault('quoteInsideField', { line: state.start, column }));
  state.cells.push(cell);
  return end;
}

/** Reads a quoted cell that opens at `at`; returns the position of what ends it. */
function quoted(text: string, at: number, delimiter: Delimiter, state: Parser): number {
  const column = state.cells.length + 1;
  const opened = state.line;
  let end = at + 1;
  while (end < text.length && !(text[end] === '"' && text[end + 1] !== '"')) end += text[end] === '"' ? 2 : 1;
  const cell = text.slice(at + 1, end).replaceAll('""', '"');
  state.line += cell.split(/\r\n|\r|\n/).length - 1;
  if (end >= text.length) {
    state.faults.push(fault('unclosedQuote', { line: opened, column }));
    state.cells.push(cell);
    return text.length;
  }
  let after = end + 1;
  while (after < text.length && text[after] !== delimiter && text[after] !== '\n' && text[after] !== '\r')
    after += 1;
  const rest = text.slice(end + 1, after);
  if (rest.trim() !== '') state.faults.push(fault('textAfterQuote', { line: state.start, column }));
  state.cells.push(cell + rest.trimEnd());
  return after;
}
