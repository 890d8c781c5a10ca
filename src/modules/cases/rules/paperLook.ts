/** What can be seen of a photographed or scanned paper without reading it; findings are told, nothing is refused. */
export type Look = 'rotated' | 'small';

/** Below this the text of an A4 page cannot be read: about 60 dots per inch on its shorter side. */
const FEWEST_PIXELS = 500;

interface Picture {
  width: number;
  height: number;
  turned: boolean;
}

/** EXIF orientation (tag 0x0112 of the first directory, TIFF 6.0); 1 where nothing is said. */
function orientationOf(exif: Buffer): number {
  const little = exif.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (little ? exif.readUInt16LE(at) : exif.readUInt16BE(at));
  const long = (at: number): number => (little ? exif.readUInt32LE(at) : exif.readUInt32BE(at));
  const first = long(4);
  for (let n = 0; n < short(first); n += 1) {
    const entry = first + 2 + n * 12;
    if (short(entry) === 0x0112) return short(entry + 8);
  }
  return 1;
}

const isSize = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function readJpeg(bytes: Buffer): Picture {
  const found: Picture = { width: 0, height: 0, turned: false };
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1]!;
    const length = bytes.readUInt16BE(at + 2);
    if (marker === 0xe1 && bytes.toString('latin1', at + 4, at + 8) === 'Exif')
      found.turned = orientationOf(bytes.subarray(at + 10, at + 2 + length)) > 2;
    if (isSize(marker)) {
      found.height = bytes.readUInt16BE(at + 5);
      found.width = bytes.readUInt16BE(at + 7);
      return found;
    }
    at += 2 + length;
  }
  return found;
}

function readPicture(bytes: Buffer): Picture | undefined {
  if (bytes.readUInt16BE(0) === 0xffd8) return readJpeg(bytes);
  if (bytes.toString('latin1', 1, 4) === 'PNG')
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), turned: false };
  return undefined;
}

const isTurnedPdf = (bytes: Buffer): boolean =>
  bytes.toString('latin1', 0, 5) === '%PDF-' && /\/Rotate\s+(90|180|270)\b/.test(bytes.toString('latin1'));

/** What the sender should look at once more. A file that cannot be read this way has no findings. */
export function lookAt(content: Uint8Array): Look[] {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.length < 24) return [];
  try {
    const picture = readPicture(bytes);
    const small = picture && picture.width > 0 && Math.min(picture.width, picture.height) < FEWEST_PIXELS;
    return [
      ...(picture?.turned || isTurnedPdf(bytes) ? (['rotated'] as const) : []),
      ...(small ? (['small'] as const) : []),
    ];
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}
