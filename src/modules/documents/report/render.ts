import { Worker } from 'node:worker_threads';

import { Problem } from '../../../kit/problems.ts';
import { reportTooLong, renderTimedOut } from '../contract/problems.ts';
import type { DocumentModel } from './model.ts';
import { printReport } from './print.ts';
import type { RenderAnswer, RenderAsk } from './worker.ts';

/** More rows than anyone reads on paper; XLSX has no such limit. */
const MOST_ROWS = 10_000;
const TIME_LIMIT_MS = 60_000;

interface Waiting {
  done: (bytes: Uint8Array) => void;
  failed: (error: Error) => void;
  timer: NodeJS.Timeout;
}

let thread: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, Waiting>();

function stop(reason: Error): void {
  const ended = thread;
  thread = undefined;
  void ended?.terminate();
  for (const [id, w] of waiting) {
    clearTimeout(w.timer);
    waiting.delete(id);
    w.failed(reason);
  }
}

function settle(answer: RenderAnswer): void {
  const w = waiting.get(answer.id);
  if (!w) return;
  waiting.delete(answer.id);
  clearTimeout(w.timer);
  if (waiting.size === 0) thread?.unref();
  if ('bytes' in answer) w.done(answer.bytes);
  else w.failed(new Error(answer.fault));
}

/** One thread for all reports, so that a long one does not stop the server; idle, it does not keep the process alive. */
function openThread(): Worker {
  if (thread) return thread;
  const made = new Worker(new URL('./worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 768 },
  });
  made.on('message', settle);
  made.on('error', (error) => made === thread && stop(error));
  made.on('exit', () => made === thread && stop(new Error('the render thread ended')));
  return (thread = made);
}

function render(form: RenderAsk['form'], model: DocumentModel): Promise<Uint8Array> {
  const rows = model.sections.reduce((sum, s) => sum + (s.table?.rows.length ?? 0), 0);
  if (rows > MOST_ROWS)
    throw new Problem(reportTooLong, {
      detail: { vi: `${rows} dòng, tối đa ${MOST_ROWS}.`, en: `${rows} rows, at most ${MOST_ROWS}.` },
    });
  const ask: RenderAsk = { id: ++lastId, form, report: printReport(model), createdAt: model.asOf.getTime() };
  return new Promise((done, failed) => {
    const timer = setTimeout(() => stop(new Problem(renderTimedOut)), TIME_LIMIT_MS);
    waiting.set(ask.id, { done, failed, timer });
    const worker = openThread();
    worker.ref();
    worker.postMessage(ask);
  });
}

/**
 * A report as PDF/A-2a (tagged, fonts embedded, A4; landscape from six columns on). The same model gives the same bytes.
 * Throws `documents.reportTooLong` above 10,000 rows, `documents.renderTimedOut` after a minute.
 */
export const renderPdf = async (model: DocumentModel): Promise<Uint8Array> => render('pdf', model);

/** A report as DOCX for further work, with the layout of the PDF. Throws like `renderPdf`. */
export const renderDocx = async (model: DocumentModel): Promise<Uint8Array> => render('docx', model);
