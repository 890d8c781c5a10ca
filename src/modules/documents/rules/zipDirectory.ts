/** One entry as the archive's directory declares it. */
export interface ZipEntry {
  name: string;
  packed: number;
  size: number;
  encrypted: boolean;
}

export type ZipFault = 'notZip' | 'zip64' | 'tooManyEntries';

const MOST_ENTRIES = 20_000;
const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** The end record lies in the last 64 kB, before a comment of its declared length. */
function findEnd(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === END) return at;
  return undefined;
}

/** The directory of a ZIP archive, read without unpacking anything; APPNOTE 6.3.10, section 4.3. */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] | ZipFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length < 22 ? undefined : findEnd(view);
  if (end === undefined) return 'notZip';
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) return 'zip64';
  if (count > MOST_ENTRIES) return 'tooManyEntries';
  const entries: ZipEntry[] = [];
  const names = new TextDecoder();
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return 'notZip';
    const length = view.getUint16(at + 28, true);
    entries.push({
      name: names.decode(bytes.subarray(at + 46, at + 46 + length)),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

const MOST_UNPACKED = 300 * 1024 * 1024;
const MOST_RATIO = 200;
const RATIO_COUNTS_FROM = 20 * 1024 * 1024;

/** Whether an archive unpacks to more than any honest document does; `null` when it does not. */
export function bombOf(entries: readonly ZipEntry[]): { unpacked: number } | null {
  const unpacked = entries.reduce((sum, e) => sum + e.size, 0);
  const packed = entries.reduce((sum, e) => sum + e.packed, 0);
  const dense = unpacked > RATIO_COUNTS_FROM && unpacked / Math.max(1, packed) > MOST_RATIO;
  return unpacked > MOST_UNPACKED || dense ? { unpacked } : null;
}
