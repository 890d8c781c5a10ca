import type { Cell } from './report/model.ts';
import { printInstant, runsOfCell } from './report/print.ts';

const FORMULA_LIKE = /^[=+\-@\t\r]/;

/**
 * A text that a spreadsheet would take for a formula gets a leading apostrophe, which spreadsheets do not show;
 * a text that already has one before such a character gets another, so that `unguardCsv` gives back what was written.
 */
export const guardCsv = (text: string): string =>
  FORMULA_LIKE.test(text.replace(/^'+/, '')) ? `'${text}` : text;
/** Takes off what `guardCsv` put on. */
export const unguardCsv = (text: string): string => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text);

const isoInstant = (instant: Date): string => {
  const [day, time] = printInstant(instant);
  return `${day.split('/').reverse().join('-')}T${time}+07:00`;
};

function plain(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') {
    if ('number' in cell) return String(cell.number);
    if ('day' in cell) return cell.day;
    if ('instant' in cell) return isoInstant(cell.instant);
  }
  return guardCsv(
    runsOfCell(cell, 'vi')
      .map((r) => (r.break ? '\n' : '') + r.text)
      .join(''),
  );
}

/**
 * A table as CSV (RFC 4180, CRLF): for programs, so days are `YYYY-MM-DD` and numbers have a point. Texts that look like
 * formulas are guarded. With `bom`, the default, Excel reads the diacritics.
 */
export function renderCsv(
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
  options: { bom?: boolean; delimiter?: ',' | ';' } = {},
): string {
  const { bom = true, delimiter = ',' } = options;
  const quote = (text: string): string =>
    /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  const line = (texts: string[]): string => texts.map(quote).join(delimiter);
  const lines = [line(columns.map(guardCsv))];
  for (const row of rows) lines.push(line(row.map(plain)));
  return `${bom ? '\ufeff' : ''}${lines.join('\r\n')}\r\n`;
}
