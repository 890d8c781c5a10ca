import { createHash } from 'node:crypto';

import type { App } from '../../kit/app.ts';
import type { Command } from '../../kit/module.ts';
import { queueScans } from './actions/scanning.ts';
import { listFiles } from './store/files.ts';

/** What is wrong with the stored bytes of one file; `undefined` when they are what was uploaded. */
async function faultOf(app: App, hash: string): Promise<'missing' | 'changed' | undefined> {
  if (!(await app.files.has(hash))) return 'missing';
  const found = createHash('sha256')
    .update(await app.files.get(hash))
    .digest('hex');
  return found === hash ? undefined : 'changed';
}

async function checkBytes(app: App): Promise<{ checked: number; faults: { id: string; fault: string }[] }> {
  const faults: { id: string; fault: string }[] = [];
  let checked = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const page = await app.db.read((tx) => listFiles(tx, after, false));
    for (const file of page) {
      const fault = await faultOf(app, file.hash);
      if (fault) faults.push({ id: file.id, fault });
    }
    checked += page.length;
    const last = page.at(-1);
    if (!last) return { checked, faults };
    after = last.id;
  }
}

export const commands: readonly Command[] = [
  {
    words: 'files check',
    usage: 'files check',
    summary: {
      vi: 'Đối chiếu nội dung mọi tệp với mã băm',
      en: 'Compare the bytes of every file with its hash',
    },
    run: async (app) => {
      const value = await checkBytes(app);
      const lines = value.faults.map((f) => `${f.id}: ${f.fault}`);
      return {
        value,
        lines: [
          ...lines,
          `Đã kiểm tra ${value.checked} tệp, lỗi ${lines.length} / ${value.checked} files checked, ${lines.length} wrong`,
        ],
        exit: lines.length > 0 ? 1 : 0,
      };
    },
  },
  {
    words: 'files rescan',
    usage: 'files rescan',
    summary: { vi: 'Đưa mọi tệp vào hàng đợi quét mã độc', en: 'Queue every file for a malware scan' },
    run: async (app) => {
      if (!app.config.clamdUrl)
        return {
          value: { error: 'documents.noScanner' },
          lines: ['Chưa đặt CLAMD_URL / CLAMD_URL is not set'],
          exit: 1,
        };
      const queued = await queueScans(app, 'all');
      return { value: { queued }, lines: [`Đã đưa ${queued} tệp vào hàng đợi / ${queued} files queued`] };
    },
  },
];
