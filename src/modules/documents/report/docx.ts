import {
  AlignmentType,
  Document,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import QRCode from 'qrcode';

import { bitmapOf } from './bitmap.ts';
import { centred, FONT, halves, mm, para, shortRule, tableOf } from './docxParts.ts';
import type { ReportChart } from './model.ts';
import type { PrintedReport } from './print.ts';

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

/** A chart as a bitmap of twice the points, for printers; whole on a page, with its words. */
function chartOf(chart: ReportChart, width: number, landscape: boolean): Paragraph[] {
  const room = { width: width / 20, height: landscape ? 390 : 560 };
  const points = Math.min(room.width, (room.height * chart.width) / chart.height);
  const across = Math.round((points * 96) / 72);
  const pixels = { width: across, height: Math.round((across * chart.height) / chart.width) };
  const look = { ...centred, keepNext: true, spacing: { before: 120 } };
  return [
    ...(chart.title ? [para(chart.title, { size: 22, bold: true }, look)] : []),
    new Paragraph({
      ...centred,
      children: [
        new ImageRun({
          type: 'png',
          data: bitmapOf(chart.svg, pixels.width * 2),
          transformation: pixels,
          altText: { name: chart.title || chart.alt, title: chart.title, description: chart.alt },
        }),
      ],
    }),
  ];
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
    ...s.charts.flatMap((chart) => chartOf(chart, width, r.landscape)),
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

const black = '000000';
const documentLook = (lang: PrintedReport['lang']) => ({
  default: {
    document: {
      run: { font: FONT, size: 26, language: { value: lang === 'vi' ? 'vi-VN' : 'en-GB' }, color: black },
    },
  },
});

/** A4 with the margins of Decree 30/2020/NĐ-CP; no page number on the first page. */
const pageLook = (landscape: boolean) => ({
  titlePage: true,
  page: {
    size: {
      width: mm(210),
      height: mm(297),
      orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: landscape
      ? { top: mm(20), bottom: mm(17), left: mm(20), right: mm(15) }
      : { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15) },
  },
});

const draftLook = { ...centred, spacing: { before: 200 } };
const titleLook = { ...centred, heading: HeadingLevel.HEADING_1, spacing: { before: 280 } };
const labelOf = (r: PrintedReport): Paragraph[] =>
  r.formLabel ? [para(r.formLabel, { size: 22, italics: true }, { alignment: AlignmentType.RIGHT })] : [];
const titleOf = (r: PrintedReport, width: number): Paragraph[] => [
  ...(r.watermark ? [para(r.watermark, { size: 28, bold: true, italics: true }, draftLook)] : []),
  para(r.title, { size: 28, bold: true, caps: true }, titleLook),
  ...(r.subtitle ? [para(r.subtitle, { size: 27, bold: true }, centred), shortRule(width, mm(38))] : []),
  ...(r.asOf
    ? [para(`(${r.asOf})`, { size: 24, italics: true }, { ...centred, spacing: { after: 120 } })]
    : []),
];

/** A printed report as an Office document with the layout of the PDF, to be worked on; the watermark becomes a line above the title. */
export async function makeDocx(r: PrintedReport): Promise<Uint8Array> {
  const width = r.landscape ? mm(297 - 35) : mm(210 - 45);
  const proof = await proofOf(r);
  const document = new Document({
    title: r.title,
    creator: r.left.agency,
    styles: documentLook(r.lang),
    sections: [
      {
        properties: pageLook(r.landscape),
        headers: { default: pageNumber(), first: new Header({ children: [new Paragraph({})] }) },
        children: [
          ...labelOf(r),
          headingOf(r, width),
          ...titleOf(r, width),
          ...bodyOf(r, width),
          ...endOf(r, width),
          ...proof,
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
