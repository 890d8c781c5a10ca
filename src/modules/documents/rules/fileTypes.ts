import { readZipDirectory, type ZipEntry } from './zipDirectory.ts';

/** The kinds of file that are accepted; each has one media type and the endings its name may have. */
export const fileTypes = {
  pdf: { type: 'application/pdf', endings: ['pdf'] },
  png: { type: 'image/png', endings: ['png'] },
  jpeg: { type: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
  },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  odt: { type: 'application/vnd.oasis.opendocument.text', endings: ['odt'] },
  p7s: { type: 'application/pkcs7-signature', endings: ['p7s'] },
  csv: { type: 'text/csv; charset=utf-8', endings: ['csv'] },
  txt: { type: 'text/plain; charset=utf-8', endings: ['txt'] },
} as const;

export type FileType = keyof typeof fileTypes;
/** What the bytes are; `text` may be CSV or TXT, the name decides; the rest is refused, each for its own reason. */
export type Sniffed =
  | FileType
  | 'text'
  | 'executable'
  | 'oldOffice'
  | 'encryptedOffice'
  | 'brokenZip'
  | 'otherZip'
  | 'macros'
  | 'unknown';

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean => head.every((b, i) => bytes[i] === b);
const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** `MZ` alone may begin a text; a program has zero bytes right after it. */
const isDosProgram = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0x4d, 0x5a) && bytes.subarray(2, 128).includes(0);
const executableHeads = [
  [0x7f, 0x45, 0x4c, 0x46],
  [0xca, 0xfe, 0xba, 0xbe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xce, 0xfa, 0xed, 0xfe],
  [0x23, 0x21],
];

function sniffZip(bytes: Uint8Array): Sniffed {
  const entries = readZipDirectory(bytes);
  if (typeof entries === 'string') return 'brokenZip';
  const has = (name: string): boolean => entries.some((e: ZipEntry) => e.name === name);
  if (entries.some((e) => /(^|\/)(vbaProject\.bin|Basic\/|Scripts\/)/i.test(e.name))) return 'macros';
  if (has('[Content_Types].xml') && has('word/document.xml')) return 'docx';
  if (has('[Content_Types].xml') && has('xl/workbook.xml')) return 'xlsx';
  if (
    has('content.xml') &&
    latin(bytes.subarray(30, 30 + 60)).startsWith('mimetypeapplication/vnd.oasis.opendocument.text')
  )
    return 'odt';
  return 'otherZip';
}

/** Old Office files and encrypted new ones share one container; the latter name their package in UTF-16. */
const sniffCompound = (bytes: Uint8Array): Sniffed =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  )
    ? 'encryptedOffice'
    : 'oldOffice';

/** A detached signature: ContentInfo of signedData (RFC 5652), as DER or PEM. */
function isSignature(bytes: Uint8Array): boolean {
  const head = latin(bytes.subarray(0, 64));
  return (
    /^-----BEGIN (PKCS7|CMS)-----/.test(head) ||
    (bytes[0] === 0x30 && head.slice(0, 24).includes('\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02'))
  );
}

/** Text has no control characters but tabs and line ends; UTF-16 is known by its mark. Old 8-bit encodings count as text. */
function isText(bytes: Uint8Array): boolean {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return true;
  for (const b of bytes) if (b < 0x20 && b !== 9 && b !== 10 && b !== 13 && b !== 12) return false;
  return true;
}

/** What a file is by its bytes, whatever its name says. */
export function sniff(bytes: Uint8Array): Sniffed {
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (startsWith(bytes, 0x50, 0x4b)) return sniffZip(bytes);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return sniffCompound(bytes);
  if (isDosProgram(bytes) || executableHeads.some((head) => startsWith(bytes, ...head))) return 'executable';
  if (latin(bytes.subarray(0, 1024)).includes('%PDF-')) return 'pdf';
  if (isSignature(bytes)) return 'p7s';
  return isText(bytes) ? 'text' : 'unknown';
}
