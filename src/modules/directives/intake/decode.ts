/** From bytes to text: tells the encoding of a Vietnamese text file, or refuses it clearly. */
import { fault, type Fault } from './faults.ts';
import { vietnameseShare } from './syllable.ts';

export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'Windows-1258' | 'TCVN3';

export interface Decoded {
  /** Absent when the bytes are refused; without byte order mark, not yet normalised. */
  text?: string;
  encoding?: Encoding;
  faults: Fault[];
}

const MB = 1024 * 1024;
const MAX_MB = 20;

/** TCVN 5712:1993 VN3, bytes A1–FF. */
const TCVN3 =
  'ĂÂÊÔƠƯĐăâêôơưđ\u1eb0\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ';

const first = { line: 1 };

/**
 * Decodes a text file. UTF-8 with or without BOM, UTF-16 with or without BOM; Windows-1258 and TCVN3 (ABC fonts) are
 * guessed by how many accented words are Vietnamese syllables, with a warning. Files of other kinds are named.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { faults: [fault('emptyFile', first)] };
  if (bytes.length > MAX_MB * MB) {
    return { faults: [fault('fileTooLarge', first, { size: Math.ceil(bytes.length / MB), limit: MAX_MB })] };
  }
  const foreign = otherKind(bytes);
  if (foreign) return { faults: [fault(foreign, first)] };
  return marked(bytes) ?? utf16WithoutMark(bytes) ?? utf8(bytes) ?? legacy(bytes);
}

const begins = (bytes: Uint8Array, ...start: number[]) => start.every((byte, i) => bytes[i] === byte);

function otherKind(bytes: Uint8Array) {
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'xlsxFile';
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'xlsFile';
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdfFile';
  if (begins(bytes, 0xff, 0xfe, 0, 0) || begins(bytes, 0, 0, 0xfe, 0xff)) return 'utf32File';
  const head = String.fromCharCode(...bytes.slice(0, 300))
    .replace(/^(ï»¿|\s)+/, '')
    .toLowerCase();
  if (/^<(!doctype html|html|head|body|table)/.test(head)) return 'htmlFile';
  if (head.startsWith('<?xml')) return 'xmlFile';
  return /^[[{]\s*["[{]/.test(head) ? 'jsonFile' : undefined;
}

function marked(bytes: Uint8Array): Decoded | undefined {
  if (begins(bytes, 0xff, 0xfe)) return utf16(bytes, 'UTF-16LE');
  if (begins(bytes, 0xfe, 0xff)) return utf16(bytes, 'UTF-16BE');
  return undefined;
}

function utf16(bytes: Uint8Array, encoding: 'UTF-16LE' | 'UTF-16BE'): Decoded {
  const text = new TextDecoder(encoding.toLowerCase()).decode(bytes);
  return checked({ text, encoding, faults: [fault('encodingUtf16', first)] });
}

/** ASCII letters in UTF-16 have a zero byte on one side only. */
function utf16WithoutMark(bytes: Uint8Array): Decoded | undefined {
  const head = bytes.slice(0, 2000);
  const zeros = [0, 1].map(
    (side) => head.filter((byte, i) => byte === 0 && i % 2 === side).length / (head.length / 2),
  );
  if (zeros[1]! > 0.3 && zeros[0]! < 0.02) return utf16(bytes, 'UTF-16LE');
  if (zeros[0]! > 0.3 && zeros[1]! < 0.02) return utf16(bytes, 'UTF-16BE');
  return undefined;
}

function utf8(bytes: Uint8Array): Decoded | undefined {
  try {
    return checked({
      text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
      encoding: 'UTF-8',
      faults: [],
    });
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    const broken = text.split('\ufffd').length - 1;
    const sound = [...text].filter((letter) => letter > '\u007f' && letter !== '\ufffd').length;
    return sound > 5 * broken
      ? { faults: [fault('brokenUtf8', { line: lineOf(text, '\ufffd') })] }
      : undefined;
  }
}

function legacy(bytes: Uint8Array): Decoded {
  const candidates = (['Windows-1258', 'TCVN3'] as const).map((encoding) => {
    const text = encoding === 'TCVN3' ? tcvn3(bytes) : new TextDecoder('windows-1258').decode(bytes);
    return { encoding, text: text.normalize('NFC') };
  });
  const scored = candidates
    .map((one) => ({ ...one, share: vietnameseShare(one.text) }))
    .toSorted((a, b) => b.share - a.share);
  const [best, next] = scored;
  if (!best || best.share < 0.8 || best.share - (next?.share ?? 0) < 0.1)
    return { faults: [fault('encodingUnknown', first)] };
  const { encoding, text } = best;
  return checked({ text, encoding, faults: [fault('encodingGuessed', first, { encoding })] });
}

const tcvn3 = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => (byte > 0xa0 ? TCVN3[byte - 0xa1] : String.fromCharCode(byte))).join('');

/** What no honest text holds, whatever its encoding. */
function checked(decoded: Decoded & { text: string }): Decoded {
  const text = decoded.text.replace(/^\ufeff/, '');
  const faults = [...decoded.faults];
  if (text.trim() === '') return { faults: [fault('emptyFile', first)] };
  if (text.includes('\0')) faults.push(fault('nulCharacter', { line: lineOf(text, '\0') }));
  if (text.includes('\ufffd')) faults.push(fault('replacementCharacter', { line: lineOf(text, '\ufffd') }));
  const garbled = /\S*(?:Ã[\u0080-\u00bf]|á[»º]|Æ[°¡]|Ä[‘\u0091ƒ])\S*/.exec(text);
  if (garbled) faults.push(fault('mojibake', { line: lineOf(text, garbled[0]) }, { value: garbled[0] }));
  return { ...decoded, text, faults };
}

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split(/\r\n|\r|\n/).length;
}
