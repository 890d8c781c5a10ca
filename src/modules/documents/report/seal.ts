/** How a PDF is sealed as a whole: the signature stands in its keywords, over the file with zeros in that place. */
import { hashOfBytes } from '../../../kit/files.ts';

const MARK = 'lienthong-seal:';
/** An Ed25519 signature as hexadecimal digits. */
const DIGITS = 128;

/** Keeps the place of a signature while the file is written. */
export const SEAL_ROOM = `${MARK}${'0'.repeat(DIGITS)}`;

/** What is signed of a file. */
export const fileText = (bytes: Uint8Array): string => `lienthong-file|${hashOfBytes(bytes)}`;

const places = (bytes: Buffer): number[] => {
  const found: number[] = [];
  for (let at = bytes.indexOf(MARK, 0, 'latin1'); at >= 0; at = bytes.indexOf(MARK, at + 1, 'latin1'))
    if (/^[0-9a-f]{128}$/.test(bytes.toString('latin1', at + MARK.length, at + MARK.length + DIGITS)))
      found.push(at + MARK.length);
  return found;
};

/** Writes a signature, 128 hexadecimal digits, wherever room was kept for it. */
export function sealed(bytes: Uint8Array, sign: (text: string) => string): Uint8Array {
  const made = Buffer.from(bytes);
  const signature = sign(fileText(bytes));
  for (const at of places(made)) made.write(signature, at, 'latin1');
  return made;
}

/** What was signed of a sealed file, and the signature; undefined where it bears no seal. */
export function sealOf(bytes: Uint8Array): { text: string; signature: string } | undefined {
  const plain = Buffer.from(bytes);
  const at = places(plain);
  const first = at[0];
  if (first === undefined) return undefined;
  const signature = plain.toString('latin1', first, first + DIGITS);
  for (const one of at) plain.write('0'.repeat(DIGITS), one, 'latin1');
  return { text: fileText(plain), signature };
}
