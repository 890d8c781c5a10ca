import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

import { hashOfBytes } from '../../../kit/files.ts';
import type { Text } from '../../../kit/i18n.ts';
import { manifest, packageCase, type PackageCase, VERSION } from './format.ts';

const MANIFEST = 'manifest.json';
const CASE = 'case.json';
const MOST_UNPACKED = 300 * 1024 * 1024;
const MOST_PARTS = 600;

/** Writes case, files and, over all of them, a manifest with the SHA-256 of each part. */
export function packCase(content: PackageCase, files: ReadonlyMap<string, Uint8Array>, at: Date): Uint8Array {
  const parts = new Map<string, Uint8Array>([
    [CASE, strToU8(`${JSON.stringify(content, null, 2)}\n`)],
    ...files,
  ]);
  const listed = {
    format: 'lienthong-package',
    version: VERSION,
    parts: [...parts].map(([path, bytes]) => ({ path, size: bytes.length, sha256: hashOfBytes(bytes) })),
  };
  const entries: Zippable = { [MANIFEST]: strToU8(`${JSON.stringify(listed, null, 2)}\n`) };
  // Scans and PDFs are packed already.
  for (const [path, bytes] of parts) entries[path] = path === CASE ? bytes : [bytes, { level: 0 }];
  return zipSync(entries, { mtime: at });
}

export interface Unpacked {
  content: PackageCase;
  /** Bytes of files by their SHA-256. */
  files: ReadonlyMap<string, Uint8Array>;
  /** SHA-256 of the manifest: names the package as a whole. */
  digest: string;
}

type Entries = ReadonlyMap<string, Uint8Array>;

const fault = (vi: string, en: string): { fault: Text } => ({ fault: { vi, en } });
const notOne = () => fault('Đây không phải gói hồ sơ.', 'This is not a package of a case.');

/** Entries of the archive; nothing where it cannot be read or unpacks to more than any honest package. */
function entriesOf(bytes: Uint8Array): Entries | undefined {
  let [size, count] = [0, 0];
  try {
    const unpacked = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize;
        count += 1;
        if (size > MOST_UNPACKED || count > MOST_PARTS) throw new Error('too large');
        return true;
      },
    });
    return new Map(Object.entries(unpacked));
  } catch {
    return undefined;
  }
}

const jsonOf = (bytes: Uint8Array | undefined): unknown => {
  try {
    return bytes && JSON.parse(strFromU8(bytes));
  } catch {
    return undefined;
  }
};

/** What does not agree with the manifest: a part that is damaged, missing, or not listed. */
function damageOf(entries: Entries, listed: { path: string; sha256: string }[]) {
  for (const { path, sha256: wanted } of listed) {
    const bytes = entries.get(path);
    if (!bytes) return fault(`Gói thiếu phần “${path}”.`, `The part “${path}” is missing.`);
    if (hashOfBytes(bytes) !== wanted)
      return fault(
        `Phần “${path}” không khớp mã băm SHA-256 trong bản kê.`,
        `The part “${path}” does not have the SHA-256 that the manifest states.`,
      );
  }
  const known = new Set([MANIFEST, ...listed.map(({ path }) => path)]);
  const stray = [...entries.keys()].find((path) => !known.has(path));
  return stray === undefined
    ? undefined
    : fault(`Phần “${stray}” không có trong bản kê.`, `The part “${stray}” is not in the manifest.`);
}

/** Files of the case by their digest; each is what the case says it is. */
function filesOf(content: PackageCase, entries: Entries) {
  const files = new Map<string, Uint8Array>();
  for (const { path, name, sha256: wanted } of content.files) {
    if (!path) continue;
    const bytes = entries.get(path);
    if (!bytes || hashOfBytes(bytes) !== wanted)
      return fault(
        `Tệp “${name}” không phải tệp mà hồ sơ nêu.`,
        `The file “${name}” is not the one the case names.`,
      );
    files.set(wanted, bytes);
  }
  return { files };
}

/** Opens a package and checks every part of it against the manifest; nothing of a damaged one is read any further. */
export function unpackCase(bytes: Uint8Array): Unpacked | { fault: Text } {
  const entries = entriesOf(bytes);
  const listed = manifest.safeParse(jsonOf(entries?.get(MANIFEST)));
  if (!entries || !listed.success) return notOne();
  const damage = damageOf(entries, listed.data.parts);
  if (damage) return damage;
  const content = packageCase.safeParse(jsonOf(entries.get(CASE)));
  if (!content.success) {
    const at = content.error.issues[0]?.path.join('.') ?? '';
    return fault(
      `Tệp case.json không đúng khuôn dạng (${at}).`,
      `case.json does not have the shape it should (${at}).`,
    );
  }
  const found = filesOf(content.data, entries);
  if ('fault' in found) return found;
  return { content: content.data, files: found.files, digest: hashOfBytes(entries.get(MANIFEST)!) };
}
