import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Header,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  Packer,
  PageNumber,
  PageOrientation,
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
import QRCode from 'qrcode';

import type { PrintedReport, PrintedTable, Run } from './print.ts';

/** Lengths in twentieths of a point, as the format counts; text sizes in half points. */
const mm = (n: number): number => Math.round(n * 56.6929);
const FONT = 'Times New Roman';
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

const para = (runs: readonly Run[] | string, look: Look, more: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...more, children: childrenOf(typeof runs === 'string' ? [{ text: runs }] : runs, look) });

const centred = { alignment: AlignmentType.CENTER };
/** A short rule under centred words: an empty line whose lower border is drawn in from both sides. */
const shortRule = (width: number, rule: number): Paragraph =>
  new Paragraph({
    spacing: { before: 40, line: 60, lineRule: 'exact', after: 80 },
    indent: { left: Math.max(0, (width - rule) / 2), right: Math.max(0, (width - rule) / 2) },
    border: { bottom: line },
  });

/** Two columns without lines: heading and signature stand in such a table. */
const halves = (widths: readonly [number, number], left: Paragraph[], right: Paragraph[]): Table =>
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

function headingOf(r: PrintedReport, width: number): Table {
  const leftWidth = Math.round(width * (r.landscape ? 0.4 : 0.43));
  const left = [
    ...(r.left.superior ? [para(r.left.superior, { size: 24, caps: true }, centred)] : []),
    para(r.left.agency, { size: 24, bold: true, caps: true }, centred),
    r.party ? para('*', { size: 24 }, centred) : shortRule(leftWidth - 200, mm(26)),
    para(r.left.number, { size: 24 }, centred),
  ];
  const right = [
    para(r.right.first, { size: r.party ? 26 : 24, bold: true }, centred),
    ...(r.right.second ? [para(r.right.second, { size: 26, bold: true }, centred)] : []),
    shortRule(width - leftWidth - 200, mm(r.party ? 62 : 52)),
    para(r.right.dateLine, { size: 26, italics: true }, centred),
  ];
  return halves([leftWidth, width - leftWidth], left, right);
}

function tableOf(table: PrintedTable, width: number, size: number): Table {
  const whole = table.columns.reduce((sum, c) => sum + c.width, 0);
  const widths = table.columns.map((c) => Math.round((width * c.width) / whole));
  const tight = { spacing: { before: 30, after: 30 } };
  const spanning = (runs: Run[], look: Look, more: IParagraphOptions): TableRow =>
    new TableRow({
      cantSplit: true,
      children: [
        new TableCell({ columnSpan: widths.length, children: [para(runs, look, { ...tight, ...more })] }),
      ],
    });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(
      (c, i) =>
        new TableCell({
          width: { size: widths[i]!, type: WidthType.DXA },
          shading: { type: ShadingType.CLEAR, fill: 'EEEEEE', color: 'auto' },
          verticalAlign: VerticalAlign.CENTER,
          children: [para(c.title, { size, bold: true }, { ...tight, ...centred })],
        }),
    ),
  });
  const rows = table.rows.map((row) =>
    'group' in row
      ? spanning(row.group, { size, bold: true }, { keepNext: true })
      : new TableRow({
          cantSplit: true,
          children: row.cells.map(
            (runs, i) =>
              new TableCell({
                children: [para(runs, { size }, { ...tight, alignment: side[table.columns[i]!.align] })],
              }),
          ),
        }),
  );
  if (rows.length === 0) rows.push(spanning([{ text: table.empty }], { size, italics: true }, centred));
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
    rows: [head, ...rows],
  });
}

function bodyOf(r: PrintedReport, width: number): (Paragraph | Table)[] {
  const size = r.landscape ? 21 : 22;
  return r.sections.flatMap((s) => [
    ...(s.heading
      ? [
          para(
            s.heading,
            { size: 26, bold: true },
            { heading: HeadingLevel.HEADING_2, keepNext: true, spacing: { before: 200, after: 120 } },
          ),
        ]
      : []),
    ...s.paragraphs.map((p) =>
      para(
        p,
        { size: 26 },
        {
          alignment: AlignmentType.JUSTIFIED,
          indent: { firstLine: mm(10) },
          spacing: { after: 120, line: 276 },
        },
      ),
    ),
    ...(s.table ? [tableOf(s.table, width, size)] : []),
    ...s.notes.map((n) => para(n, { size: 22, italics: true }, { spacing: { before: 100 } })),
  ]);
}

function endOf(r: PrintedReport, width: number): (Paragraph | Table)[] {
  const left = r.recipients
    ? [
        para(r.recipients.title, { size: 24, bold: true, italics: true }),
        ...r.recipients.lines.map((l) => para(`- ${l}`, { size: 22 })),
      ]
    : [new Paragraph({})];
  const right = r.signature
    ? [
        para(r.signature.title, { size: 26, bold: true, caps: true }, centred),
        para('', { size: 26 }, { spacing: { before: mm(20) } }),
        para(r.signature.name, { size: 26, bold: true }, centred),
      ]
    : [new Paragraph({})];
  const half = Math.round(width / 2);
  return [
    new Paragraph({ spacing: { before: 160 } }),
    ...(r.recipients || r.signature ? [halves([half, width - half], left, right)] : []),
  ];
}

async function proofOf(r: PrintedReport): Promise<Paragraph[]> {
  const { hash, verify } = r.proof;
  const small = { size: 18 };
  const qr = verify && (await QRCode.toBuffer(verify.url, { margin: 1, scale: 4 }));
  return [
    ...(verify && qr
      ? [
          new Paragraph({
            keepNext: true,
            spacing: { before: 200 },
            children: [
              new ImageRun({
                type: 'png',
                data: qr,
                transformation: { width: 84, height: 84 },
                altText: { name: verify.label, title: verify.label, description: verify.alt },
              }),
            ],
          }),
        ]
      : []),
    ...(hash ?? []).map((text) => para(text, small, { keepNext: true })),
    ...(verify ? [para([{ text: `${verify.label} ` }, { text: verify.url, href: verify.url }], small)] : []),
  ];
}

const pageNumber = (): Header =>
  new Header({
    children: [
      new Paragraph({
        ...centred,
        children: [new TextRun({ children: [PageNumber.CURRENT], font: FONT, size: 24 })],
      }),
    ],
  });

/** A printed report as an Office document with the layout of the PDF, to be worked on; the watermark becomes a line above the title. */
export async function makeDocx(r: PrintedReport): Promise<Uint8Array> {
  const width = r.landscape ? mm(297 - 35) : mm(210 - 45);
  const margin = r.landscape
    ? { top: mm(20), bottom: mm(17), left: mm(20), right: mm(15) }
    : { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15) };
  const children = [
    headingOf(r, width),
    ...(r.watermark
      ? [para(r.watermark, { size: 28, bold: true, italics: true }, { ...centred, spacing: { before: 200 } })]
      : []),
    para(
      r.title,
      { size: 28, bold: true, caps: true },
      { ...centred, heading: HeadingLevel.HEADING_1, spacing: { before: 280 } },
    ),
    ...(r.subtitle ? [para(r.subtitle, { size: 27, bold: true }, centred), shortRule(width, mm(38))] : []),
    para(`(${r.asOf})`, { size: 24, italics: true }, { ...centred, spacing: { after: 120 } }),
    ...bodyOf(r, width),
    ...endOf(r, width),
    ...(await proofOf(r)),
  ];
  const document = new Document({
    title: r.title,
    creator: r.left.agency,
    styles: {
      default: {
        document: {
          run: {
            font: FONT,
            size: 26,
            language: { value: r.lang === 'vi' ? 'vi-VN' : 'en-GB' },
            color: '000000',
          },
        },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: {
              width: mm(210),
              height: mm(297),
              orientation: r.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin,
          },
        },
        headers: { default: pageNumber(), first: new Header({ children: [new Paragraph({})] }) },
        children,
      },
    ],
  });
  return Packer.toBuffer(document);
}
