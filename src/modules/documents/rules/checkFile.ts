import type { Text } from '../../../kit/i18n.ts';
import { type FileType, fileTypes, type Sniffed, sniff } from './fileTypes.ts';
import { bombOf, readZipDirectory } from './zipDirectory.ts';

export const MOST_BYTES = 20 * 1024 * 1024;
const MOST_PIXELS = 100_000_000;

export type FileFault =
  | 'empty'
  | 'tooLarge'
  | 'noEnding'
  | 'wrongEnding'
  | 'executable'
  | 'oldOffice'
  | 'encrypted'
  | 'macros'
  | 'bomb'
  | 'tooManyPixels'
  | 'broken'
  | 'unknown'
  | 'testVirus';

/** Why a file was refused, in the words the sender sees. */
export const faultText: Record<FileFault, Text> = {
  empty: { vi: 'Tệp rỗng.', en: 'The file is empty.' },
  tooLarge: { vi: 'Tệp lớn hơn 20 MB.', en: 'The file is larger than 20 MB.' },
  noEnding: {
    vi: 'Tên tệp không có phần mở rộng, hoặc phần mở rộng không được nhận.',
    en: 'The name has no ending, or one that is not accepted.',
  },
  wrongEnding: {
    vi: 'Nội dung tệp không đúng với phần mở rộng của tên.',
    en: 'The content of the file does not fit the ending of its name.',
  },
  executable: { vi: 'Không nhận chương trình hoặc tập lệnh.', en: 'Programs and scripts are not accepted.' },
  oldOffice: {
    vi: 'Tệp Office kiểu cũ (DOC, XLS, PPT): hãy lưu lại dạng DOCX hoặc XLSX.',
    en: 'An old Office file (DOC, XLS, PPT): save it as DOCX or XLSX.',
  },
  encrypted: {
    vi: 'Tệp có mật khẩu: hãy bỏ mật khẩu rồi gửi lại.',
    en: 'The file has a password: remove it and send again.',
  },
  macros: {
    vi: 'Tệp có macro: hãy lưu lại không có macro.',
    en: 'The file holds macros: save it without them.',
  },
  bomb: { vi: 'Tệp nén phình ra quá lớn khi mở.', en: 'The file unpacks to far too much.' },
  tooManyPixels: {
    vi: 'Ảnh lớn hơn 100 triệu điểm ảnh.',
    en: 'The picture has more than 100 million pixels.',
  },
  broken: { vi: 'Tệp bị hỏng hoặc chưa đầy đủ.', en: 'The file is damaged or incomplete.' },
  unknown: { vi: 'Không nhận ra loại tệp này.', en: 'The kind of file is not known.' },
  testVirus: { vi: 'Tệp chứa mẫu thử mã độc EICAR.', en: 'The file holds the EICAR test virus.' },
};

/** The test virus of eicar.org, put together here so that no scanner takes this source for it. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join('');

const buffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The trailer of an encrypted PDF names its encryption dictionary; it is never inside a compressed stream (ISO 32000-1, 7.5.5). */
function checkPdf(bytes: Uint8Array): FileFault | undefined {
  const text = buffer(bytes).toString('latin1');
  if (/\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(text)) return 'encrypted';
  return /%%EOF|startxref/.test(text.slice(-4096)) ? undefined : 'broken';
}

function checkPng(bytes: Uint8Array): FileFault | undefined {
  if (bytes.length < 33) return 'broken';
  const at = buffer(bytes);
  return at.readUInt32BE(16) * at.readUInt32BE(20) > MOST_PIXELS ? 'tooManyPixels' : undefined;
}

function checkZip(bytes: Uint8Array): FileFault | undefined {
  const entries = readZipDirectory(bytes);
  if (typeof entries === 'string') return 'broken';
  if (bombOf(entries)) return 'bomb';
  return entries.some((e) => e.encrypted) ? 'encrypted' : undefined;
}

const refusedKinds: Partial<Record<Sniffed, FileFault>> = {
  executable: 'executable',
  oldOffice: 'oldOffice',
  encryptedOffice: 'encrypted',
  brokenZip: 'broken',
  otherZip: 'wrongEnding',
  macros: 'macros',
  unknown: 'unknown',
};

function checkContent(found: Sniffed, bytes: Uint8Array): FileFault | undefined {
  if (found === 'pdf') return checkPdf(bytes);
  if (found === 'png') return checkPng(bytes);
  return found === 'docx' || found === 'xlsx' || found === 'odt' ? checkZip(bytes) : undefined;
}

const endingOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
const kindOfEnding = (ending: string): FileType | undefined =>
  (Object.keys(fileTypes) as FileType[]).find((kind) =>
    (fileTypes[kind].endings as readonly string[]).includes(ending),
  );

/** Decides whether a file is taken: its kind by content, which the ending of its name must say too. */
export function checkFile(name: string, bytes: Uint8Array): { kind: FileType } | { fault: FileFault } {
  if (bytes.length === 0) return { fault: 'empty' };
  if (bytes.length > MOST_BYTES) return { fault: 'tooLarge' };
  if (buffer(bytes).includes(EICAR)) return { fault: 'testVirus' };
  const found = sniff(bytes);
  const refused = refusedKinds[found];
  if (refused) return { fault: refused };
  const kind = kindOfEnding(endingOf(name));
  if (!kind) return { fault: 'noEnding' };
  const fits = found === 'text' ? kind === 'csv' || kind === 'txt' : kind === found;
  if (!fits) return { fault: 'wrongEnding' };
  const fault = checkContent(found, bytes);
  return fault ? { fault } : { kind };
}

/** A name as it may be shown and offered for download: no folders, no control or direction characters, at most 150 characters. */
export function cleanName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff<>:"|?*]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const ending = /\.[a-z0-9]{1,8}$/i.exec(plain)?.[0] ?? '';
  return (
    (plain
      .slice(0, plain.length - ending.length)
      .slice(0, 150 - ending.length)
      .replace(/[. ]+$/, '') || 'tep') + ending
  );
}
