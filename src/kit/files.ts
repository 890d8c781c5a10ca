import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { newSecret } from './ids.ts';

/** Where bytes lie, by their SHA-256: the same file is kept once, and a changed one is noticed. */
export interface FileStore {
  /** Stores bytes durably before it returns; the hash in hex. */
  put(bytes: Uint8Array): Promise<string>;
  get(hash: string): Promise<Buffer>;
  stream(hash: string): NodeJS.ReadableStream;
  has(hash: string): Promise<boolean>;
  /** Takes the bytes away; nothing happens where there are none. */
  drop(hash: string): Promise<void>;
}

/** By what bytes are found: their SHA-256, hex. */
export const hashOfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A folder as a file store: written beside and renamed, so that a crash leaves no half file. */
export function folderStore(root: string): FileStore {
  const place = (hash: string): string => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not a file hash');
    return join(root, hash.slice(0, 2), hash);
  };
  const has = (hash: string): Promise<boolean> =>
    stat(place(hash)).then(
      () => true,
      () => false,
    );
  return {
    has,
    get: (hash) => readFile(place(hash)),
    stream: (hash) => createReadStream(place(hash)),
    drop: (hash) => rm(place(hash), { force: true }),
    put: async (bytes) => {
      const hash = hashOfBytes(bytes);
      if (await has(hash)) return hash;
      await mkdir(join(root, hash.slice(0, 2)), { recursive: true });
      // A name of its own: two requests may store the same bytes at the same moment.
      const beside = `${place(hash)}.${newSecret(9)}.part`;
      await writeFile(beside, bytes, { flush: true });
      await rename(beside, place(hash));
      return hash;
    },
  };
}
