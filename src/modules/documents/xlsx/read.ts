import { Worker } from 'node:worker_threads';

import type { Text } from '../../../kit/i18n.ts';
import { Problem } from '../../../kit/problems.ts';
import { badWorkbook } from '../contract/problems.ts';
import { sniff } from '../rules/fileTypes.ts';
import { readZipDirectory } from '../rules/zipDirectory.ts';
import { type ReadLimits, readLimits, type ReadWorkbook, type WorkbookFault } from './readModel.ts';

const MEMORY_MB = 1024;
const TIME_LIMIT_MS = 60_000;

const faultText: Record<WorkbookFault, Text> = {
  notXlsx: { vi: 'Tệp không phải XLSX.', en: 'The file is not XLSX.' },
  encrypted: { vi: 'Bảng tính có mật khẩu.', en: 'The workbook has a password.' },
  macros: { vi: 'Bảng tính có macro.', en: 'The workbook holds macros.' },
  unpacksTooLarge: {
    vi: 'Bảng tính quá lớn sau khi giải nén.',
    en: 'The workbook is too large when unpacked.',
  },
  tooManySheets: { vi: 'Bảng tính có quá nhiều trang.', en: 'The workbook has too many sheets.' },
  tooManyRows: { vi: 'Một trang có quá nhiều dòng.', en: 'A sheet has too many rows.' },
  tooManyColumns: { vi: 'Một trang có quá nhiều cột.', en: 'A sheet has too many columns.' },
  tooSlow: { vi: 'Đọc bảng tính quá lâu.', en: 'Reading the workbook took too long.' },
  tooMuchMemory: { vi: 'Bảng tính cần quá nhiều bộ nhớ.', en: 'The workbook needs too much memory.' },
  broken: { vi: 'Bảng tính bị hỏng.', en: 'The workbook is damaged.' },
};

/** What is wrong before anything is unpacked. */
function precheck(bytes: Uint8Array, limits: ReadLimits): WorkbookFault | undefined {
  const found = sniff(bytes);
  if (found === 'encryptedOffice') return 'encrypted';
  if (found === 'macros') return 'macros';
  if (found !== 'xlsx') return found === 'brokenZip' ? 'broken' : 'notXlsx';
  const entries = readZipDirectory(bytes);
  if (typeof entries === 'string') return 'broken';
  return entries.reduce((sum, e) => sum + e.size, 0) > limits.unpackedBytes ? 'unpacksTooLarge' : undefined;
}

function inThread(bytes: Uint8Array, limits: ReadLimits): Promise<ReadWorkbook | WorkbookFault> {
  return new Promise((done) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { bytes, limits },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const timer = setTimeout(() => finish('tooSlow'), TIME_LIMIT_MS);
    const finish = (result: ReadWorkbook | WorkbookFault): void => {
      clearTimeout(timer);
      done(result);
      void worker.terminate();
    };
    worker.on('message', finish);
    worker.on('error', (error) =>
      finish(
        (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'tooMuchMemory' : 'broken',
      ),
    );
    worker.on('exit', () => finish('broken'));
  });
}

/** Reads a workbook in a thread with limits on memory, time and size; a fault comes back as a word. */
export async function tryReadXlsx(
  bytes: Uint8Array,
  limits: ReadLimits = readLimits,
): Promise<ReadWorkbook | { fault: WorkbookFault; text: Text }> {
  const read = precheck(bytes, limits) ?? (await inThread(bytes, limits));
  return typeof read === 'string' ? { fault: read, text: faultText[read] } : read;
}

/** The same; throws `documents.badWorkbook` with the fault as detail. */
export async function readXlsx(bytes: Uint8Array, limits: ReadLimits = readLimits): Promise<ReadWorkbook> {
  const read = await tryReadXlsx(bytes, limits);
  if ('fault' in read) throw new Problem(badWorkbook, { detail: read.text });
  return read;
}
