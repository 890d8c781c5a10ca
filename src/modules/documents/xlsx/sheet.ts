import type { Cell } from '../report/model.ts';
import { cleanText, runsOf } from '../report/print.ts';
import { STYLE, type Styles } from './styles.ts';

/** One sheet of a workbook. `rows` may be a generator: they are pulled while the bytes leave. */
export interface SheetModel {
  name: string;
  columns: readonly { title: string; /** In characters, 16 unless given. */ width?: number }[];
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
  /** Keeps the head in sight and gives it filters; on unless false. */
  freezeHead?: boolean;
  /** Lines above the head, the first as title. */
  title?: readonly string[];
  /** Lines below the last row, after one empty row. */
  notes?: readonly string[];
}

/** What one sheet leaves behind for its relations file. */
export interface SheetLinks {
  targets: string[];
}

const ROWS_PER_PIECE = 500;
/** Excel cuts a longer text off; so do we, visibly. */
const MOST_CHARACTERS = 32_767;
const MOST_LINKS = 60_000;
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Almost all texts need nothing: one look saves three passes, which counts at a million cells. */
const NEEDS_CARE = /[\u0000-\u001f&<>"\u007f\ud800-\udfff\ufffe\uffff]|\p{Mn}/u;
export const xmlText = (text: string): string =>
  NEEDS_CARE.test(text) ? cleanText(text).replace(/[&<>"]/g, (c) => escapes[c]!) : text;

const letters: string[] = [];
/** `A` for 0, `AB` for 27. */
export function columnName(index: number): string {
  return (letters[index] ??=
    (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26)));
}

const inline = (ref: string, style: number, text: string): string => {
  const short = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
  return `<c r="${ref}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(short)}</t></is></c>`;
};

const FORMULA_LIKE = /^[=+\-@']/;
const DAY_MS = 86_400_000;
/** Excel counts days from 30 December 1899; times are those of Hà Nội (UTC+7, no summer time). */
const serialOfDay = (day: string): number =>
  (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / DAY_MS;
const serialOfInstant = (instant: Date): number =>
  Math.round(((instant.getTime() + 7 * 3_600_000 - Date.UTC(1899, 11, 30)) / DAY_MS) * 86_400) / 86_400;

interface Pen {
  styles: Styles;
  links: { ref: string; target: string }[];
}

function numeric(ref: string, style: number, value: number): string {
  return Number.isFinite(value)
    ? `<c r="${ref}" s="${style}"><v>${value}</v></c>`
    : inline(ref, STYLE.text, String(value));
}

function textCell(pen: Pen, ref: string, cell: Parameters<typeof runsOf>[0]): string {
  if (typeof cell === 'string')
    return cell === '' ? '' : inline(ref, FORMULA_LIKE.test(cell) ? STYLE.guarded : STYLE.text, cell);
  const runs = runsOf(cell);
  const text = runs.map((r) => (r.break ? '\n' : '') + r.text).join('');
  if (text === '') return '';
  const target = runs.find((r) => r.href)?.href;
  if (target && pen.links.length < MOST_LINKS) {
    pen.links.push({ ref, target });
    return inline(ref, STYLE.link, text);
  }
  return inline(ref, FORMULA_LIKE.test(text) ? STYLE.guarded : STYLE.text, text);
}

function cellXml(pen: Pen, ref: string, cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return numeric(ref, pen.styles.number(undefined, undefined), cell);
  if (typeof cell === 'object') {
    if ('number' in cell) return numeric(ref, pen.styles.number(cell.decimals, cell.suffix), cell.number);
    if ('day' in cell) return numeric(ref, STYLE.day, serialOfDay(cell.day));
    if ('instant' in cell) return numeric(ref, STYLE.instant, serialOfInstant(cell.instant));
  }
  return textCell(pen, ref, cell);
}

const lineRow = (row: number, style: number, text: string): string =>
  `<row r="${row}">${inline(`A${row}`, style, text)}</row>`;

function opening(sheet: SheetModel, headRow: number): string {
  const below = `A${headRow + 1}`;
  const pane =
    sheet.freezeHead === false
      ? ''
      : `<pane ySplit="${headRow}" topLeftCell="${below}" activePane="bottomLeft" state="frozen"/>`;
  const cols = sheet.columns
    .map((c, i) => `<col min="${i + 1}" max="${i + 1}" width="${c.width ?? 16}" customWidth="1"/>`)
    .join('');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="16"/><cols>${cols}</cols><sheetData>`;
}

function closing(sheet: SheetModel, headRow: number, lastRow: number, links: Pen['links']): string {
  const last = columnName(sheet.columns.length - 1);
  const filter =
    sheet.freezeHead === false ? '' : `<autoFilter ref="A${headRow}:${last}${Math.max(lastRow, headRow)}"/>`;
  const hyperlinks =
    links.length > 0
      ? `<hyperlinks>${links.map((l, i) => `<hyperlink ref="${l.ref}" r:id="rId${i + 1}"/>`).join('')}</hyperlinks>`
      : '';
  return `</sheetData>${filter}${hyperlinks}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
}

/** The XML of a sheet in pieces; the targets of its links are in `links` when the last piece is out. */
export async function* sheetXml(
  sheet: SheetModel,
  styles: Styles,
  links: SheetLinks,
): AsyncGenerator<string> {
  const pen: Pen = { styles, links: [] };
  const head = sheet.title?.length ? sheet.title.length + 2 : 1;
  let piece =
    opening(sheet, head) +
    (sheet.title ?? []).map((t, i) => lineRow(i + 1, i === 0 ? STYLE.title : STYLE.note, t)).join('');
  piece += `<row r="${head}">${sheet.columns.map((c, i) => inline(columnName(i) + head, STYLE.head, c.title)).join('')}</row>`;
  let row = head;
  for await (const cells of sheet.rows) {
    row += 1;
    piece += `<row r="${row}">`;
    for (let i = 0; i < cells.length; i++) piece += cellXml(pen, columnName(i) + row, cells[i]!);
    piece += '</row>';
    if (row % ROWS_PER_PIECE === 0) {
      yield piece;
      piece = '';
    }
  }
  piece += (sheet.notes ?? []).map((note, i) => lineRow(row + 2 + i, STYLE.note, note)).join('');
  links.targets = pen.links.map((l) => l.target);
  yield piece + closing(sheet, head, row, pen.links);
}
