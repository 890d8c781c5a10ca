import { parentPort } from 'node:worker_threads';

import type { PrintedReport } from './print.ts';

/** What the thread is asked: one report in one form. */
export interface RenderAsk {
  id: number;
  form: 'pdf' | 'docx';
  report: PrintedReport;
  createdAt: number;
}
export type RenderAnswer = { id: number; bytes: Uint8Array } | { id: number; fault: string };

async function render(ask: RenderAsk): Promise<Uint8Array> {
  if (ask.form === 'pdf') return (await import('./pdf.ts')).makePdf(ask.report, ask.createdAt);
  return (await import('./docx.ts')).makeDocx(ask.report);
}

parentPort?.on('message', (ask: RenderAsk) => {
  const answer = (message: RenderAnswer): void => parentPort?.postMessage(message);
  render(ask).then(
    (bytes) => answer({ id: ask.id, bytes }),
    (error: Error) => answer({ id: ask.id, fault: error.stack ?? error.message }),
  );
});
