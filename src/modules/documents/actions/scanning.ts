import { systemActor } from '../../../kit/actor.ts';
import type { App } from '../../../kit/app.ts';
import { type Context, openContext } from '../../../kit/context.ts';
import { newId } from '../../../kit/ids.ts';
import { addJob } from '../../../kit/jobs.ts';
import { checkFile } from '../rules/checkFile.ts';
import type { FileState } from '../rules/file.ts';
import { scan } from '../scanner.ts';
import { listFiles, lockFile, setState } from '../store/files.ts';
import { fileEvent, SCAN_JOB } from './files.ts';

interface Finding {
  state: FileState;
  engine: string;
  finding?: string;
}

async function asSystem<T>(app: App, work: (ctx: Context) => Promise<T>): Promise<T> {
  return app.db.write(async (tx) => {
    const now = app.clock.now();
    const ctx = openContext(app, tx, { actor: systemActor, now, requestId: newId(now) });
    const made = await work(ctx);
    await ctx.flush();
    return made;
  });
}

/** Own checks first: they may have become stricter since the upload. */
async function examine(address: string, name: string, bytes: Uint8Array): Promise<Finding> {
  const checked = checkFile(name, bytes);
  if ('fault' in checked)
    return {
      state: checked.fault === 'testVirus' ? 'infected' : 'rejected',
      engine: 'lienthong',
      finding: checked.fault,
    };
  return { ...(await scan(address, bytes)), engine: 'clamd' };
}

/**
 * Has one file scanned and remembers what was found. Without a scanner it stays `notScanned`. Throws when the scanner
 * does not answer, so that the queue tries again; the file waits meanwhile.
 */
export async function scanFile(app: App, { id }: { id: string }): Promise<void> {
  const address = app.config.clamdUrl;
  const file = await app.db.write((tx) => lockFile(tx, id));
  if (!address || !file) return;
  const found = await examine(address, file.name, await app.files.get(file.hash));
  await asSystem(app, async (ctx) => {
    const now = await lockFile(ctx.tx, id);
    if (!now || now.state === found.state) return;
    await setState(ctx.tx, id, found.state);
    ctx.emit(fileEvent(id, now.unitId, { kind: 'file.scanned', payload: { ...found } }));
  });
}

/** Puts files into the scan queue: all, or those no scanner has seen. The number queued. */
export async function queueScans(app: App, which: 'all' | 'notScanned'): Promise<number> {
  if (!app.config.clamdUrl) return 0;
  let queued = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const page = await app.db.write(async (tx) => {
      const files = await listFiles(tx, after, which === 'notScanned');
      for (const file of files) await addJob(tx, SCAN_JOB, { id: file.id }, { key: `scan:${file.id}` });
      return files;
    });
    queued += page.length;
    const last = page.at(-1);
    if (!last) return queued;
    after = last.id;
  }
}
