import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import QRCode from 'qrcode';

import { fontFiles } from './fonts.ts';
import type { PrintedReport } from './print.ts';

const template = readFileSync(join(import.meta.dirname, 'report.typ'), 'utf8');

let compiler: NodeCompiler | undefined;
const openCompiler = (): NodeCompiler =>
  (compiler ??= NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontBlobs: fontFiles.map((file) => readFileSync(file)) }],
  }));

/** A QR code as one SVG path: dark modules as unit squares. */
function qrSvg(url: string): string {
  const { size, data } = QRCode.create(url, { errorCorrectionLevel: 'M' }).modules;
  const dark = [...data].flatMap((on, i) => (on ? [`M${i % size} ${Math.floor(i / size)}h1v1h-1z`] : []));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 ${size + 2} ${size + 2}"><path d="${dark.join('')}"/></svg>`;
}

/**
 * A printed report as PDF/A-2a, or PDF/A-3a where it carries a file: tagged, fonts embedded, text that can be copied with its diacritics.
 * The same report gives the same bytes. Blocks its thread while it works.
 */
export function makePdf(report: PrintedReport, createdAt: number): Uint8Array {
  const typst = openCompiler();
  const qr = report.proof.verify ? qrSvg(report.proof.verify.url) : '';
  const made = typst.compile({ mainFileContent: template, inputs: { report: JSON.stringify(report), qr } });
  const document = made.result;
  if (!document) {
    const faults = made.takeDiagnostics();
    throw new Error(
      `the report template failed: ${JSON.stringify(faults?.shortDiagnostics ?? 'no diagnostics')}`,
    );
  }
  const pdf = typst.pdf(document, {
    pdfStandard: report.carried ? 'a-3a' : 'a-2a',
    creationTimestamp: Math.floor(createdAt / 1000),
  });
  typst.evictCache(0);
  return pdf;
}
