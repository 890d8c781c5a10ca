import type { FileReply } from '../../../../kit/contract.ts';
import { formatDay } from '../../../../kit/day.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { renderCsv, renderPdf, renderXlsx } from '../../../documents/index.ts';
import type { Asked, Sheet } from './book-sheets.ts';
import { unitName } from './parts/names.ts';

export const formats = ['csv', 'xlsx', 'pdf'] as const;
export type Format = (typeof formats)[number];

const types: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

async function bodyOf(
  p: PageContext,
  asked: Asked,
  sheet: Sheet,
  format: Format,
): Promise<FileReply['body']> {
  const rows = sheet.total ? [...sheet.rows, sheet.total] : sheet.rows;
  const titles = sheet.columns.map(({ title }) => title);
  const period = `${formatDay(asked.from)} – ${formatDay(asked.to)}`;
  const agency = await unitName(p, asked.unitId);
  if (format === 'csv') return renderCsv(titles, rows);
  if (format === 'xlsx') {
    const columns = sheet.columns.map(({ title, isNumber }) => ({ title, width: isNumber ? 12 : 28 }));
    const title = [sheet.title, agency, period];
    return renderXlsx([{ name: asked.form, title, columns, rows, notes: sheet.notes }]);
  }
  const columns = sheet.columns.map(({ title, isNumber, width }) => ({
    title,
    ...(width && { width }),
    align: isNumber ? ('right' as const) : ('left' as const),
  }));
  const pdf = await renderPdf({
    lang: p.lang,
    heading: { agency, place: agency, date: p.today },
    title: sheet.title,
    subtitle: period,
    asOf: p.now,
    sections: [{ table: { columns, rows }, notes: sheet.notes }],
  });
  return Buffer.from(pdf);
}

/** The report as a file. */
export async function fileOf(
  p: PageContext,
  asked: Asked,
  sheet: Sheet,
  format: Format,
): Promise<{ file: FileReply }> {
  const name = `ho-so-${asked.form}-${asked.from}-${asked.to}.${format}`;
  const body = await bodyOf(p, asked, sheet, format);
  return { file: { body, type: types[format], name, inline: format === 'pdf' } };
}
