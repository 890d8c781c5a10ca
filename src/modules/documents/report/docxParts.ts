import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';

import type { PrintedRow, PrintedTable, Run } from './print.ts';

/** Lengths in twentieths of a point, as the format counts; text sizes in half points. */
export const mm = (n: number): number => Math.round(n * 56.6929);
export const FONT = 'Times New Roman';
const side = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noBorders = { top: none, bottom: none, left: none, right: none };
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

interface Look {
  size: number;
  bold?: boolean;
  italics?: boolean;
  caps?: boolean;
}

function childrenOf(runs: readonly Run[], look: Look): ParagraphChild[] {
  return runs.map((run) => {
    const bold = run.bold ?? look.bold ?? false;
    const italics = run.italic ?? look.italics ?? false;
    const text = new TextRun({
      text: run.text,
      font: FONT,
      size: look.size,
      bold,
      italics,
      allCaps: look.caps ?? false,
      color: run.href ? '1B4D89' : '000000',
      ...(run.break ? { break: 1 } : {}),
    });
    return run.href ? new ExternalHyperlink({ link: run.href, children: [text] }) : text;
  });
}

export const para = (runs: readonly Run[] | string, look: Look, more: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...more, children: childrenOf(typeof runs === 'string' ? [{ text: runs }] : runs, look) });

export const centred = { alignment: AlignmentType.CENTER };
/** A short rule under centred words: an empty line whose lower border is drawn in from both sides. */
export const shortRule = (width: number, rule: number): Paragraph =>
  new Paragraph({
    spacing: { before: 40, line: 60, lineRule: 'exact', after: 80 },
    indent: { left: Math.max(0, (width - rule) / 2), right: Math.max(0, (width - rule) / 2) },
    border: { bottom: line },
  });

/** Two columns without lines: heading and signature stand in such a table. */
export const halves = (widths: readonly [number, number], left: Paragraph[], right: Paragraph[]): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: [...widths],
    margins: { left: 0, right: 0 },
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [left, right].map(
          (children, i) =>
            new TableCell({ borders: noBorders, width: { size: widths[i]!, type: WidthType.DXA }, children }),
        ),
      }),
    ],
  });

const tight = { spacing: { before: 30, after: 30 } };

/** A row of one cell over all columns. */
const spanning = (columns: number, runs: readonly Run[], look: Look, more: IParagraphOptions): TableRow =>
  new TableRow({
    cantSplit: true,
    children: [new TableCell({ columnSpan: columns, children: [para(runs, look, { ...tight, ...more })] })],
  });

/** The head returns on every page. */
const headRow = (columns: PrintedTable['columns'], widths: readonly number[], size: number): TableRow =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      (c, i) =>
        new TableCell({
          width: { size: widths[i]!, type: WidthType.DXA },
          shading: { type: ShadingType.CLEAR, fill: 'EEEEEE', color: 'auto' },
          verticalAlign: VerticalAlign.CENTER,
          children: [para(c.title, { size, bold: true }, { ...tight, ...centred })],
        }),
    ),
  });

function bodyRow(row: PrintedRow, columns: PrintedTable['columns'], size: number): TableRow {
  if ('group' in row) return spanning(columns.length, row.group, { size, bold: true }, { keepNext: true });
  const children = row.cells.map((runs, i) => {
    const look = { ...tight, alignment: side[columns[i]!.align] };
    return new TableCell({ children: [para(runs, { size }, look)] });
  });
  return new TableRow({ cantSplit: true, children });
}

/** A table with lines, `width` wide in twentieths of a point, its text `size` half points high. */
export function tableOf({ columns, rows, empty }: PrintedTable, width: number, size: number): Table {
  const whole = columns.reduce((sum, c) => sum + c.width, 0);
  const widths = columns.map((c) => Math.round((width * c.width) / whole));
  const body = rows.map((row) => bodyRow(row, columns, size));
  if (body.length === 0)
    body.push(spanning(columns.length, [{ text: empty }], { size, italics: true }, centred));
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    margins: { left: 70, right: 70 },
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: [headRow(columns, widths, size), ...body],
  });
}
