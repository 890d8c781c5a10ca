import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { folderStore } from './files.ts';

test('The same bytes stored many times at once are one whole file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lienthong-files-'));
  try {
    const store = folderStore(folder);
    const bytes = Buffer.alloc(200_000, 7);
    const hashes = await Promise.all(Array.from({ length: 20 }, () => store.put(bytes)));
    expect(new Set(hashes).size).toBe(1);
    expect((await store.get(hashes[0]!)).equals(bytes)).toBe(true);
    expect(() => store.get('../secret')).toThrow('not a file hash');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
