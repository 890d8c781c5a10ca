import { join } from 'node:path';

import { openMailSink } from '../standins/mail-sink.ts';
import { openNationalPortal } from '../standins/national-portal.ts';
import { type Config, readConfig } from './config.ts';
import { demoAccountsOf, loadDemoOnce } from './demo/load.ts';
import { demoPortal, demoPortalOptions } from './demo/portal.ts';
import { startJobs, startSchedules } from './kit/jobs.ts';
import { followEvents } from './kit/outbox.ts';
import { assertPortFree } from './kit/port.ts';
import { explainStart, StartError } from './kit/start-error.ts';
import { openProgram } from './program.ts';
import { createServer } from './server.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Opens everything in its order; what was opened is closed in the other order, also when the rest does not open. */
async function run(config: Config, stopping: AbortController): Promise<void> {
  await using opened = new AsyncDisposableStack();
  await assertPortFree(config.port, config.host);
  // Without a mail server the letters go to a small one of our own, which keeps them as files.
  if (!config.smtpUrl) config.smtpUrl = opened.use(await openMailSink(join(config.dataDir, 'mail'))).url;
  if (config.demo && !config.portal)
    config.portal = demoPortal(opened.use(await openNationalPortal(demoPortalOptions(config.dataDir))));
  const program = opened.use(await openProgram(config, { say }));
  const { app } = program;
  if (config.demo) await loadDemoOnce(app, program.clock, say, stopping.signal);
  const http = await createServer(app);
  const runner = await startJobs(app);
  opened.defer(() => runner.stop());
  const following = followEvents(app, stopping.signal);
  opened.defer(() => following);
  opened.defer(() => stopping.abort());
  startSchedules(app, stopping.signal);
  opened.defer(() => http.close());
  await http.listen({ port: config.port, host: config.host });
  say(`\nLienthong: ${config.url}\n`);
  const accounts = await demoAccountsOf(app);
  if (accounts) say(`${accounts}\n`);
  if (!stopping.signal.aborted)
    await new Promise((done) => stopping.signal.addEventListener('abort', done, { once: true }));
}

async function start(): Promise<void> {
  const stopping = new AbortController();
  const stop = (): void => {
    say('Đang dừng / stopping …');
    stopping.abort();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  await run(readConfig(), stopping).catch((error: unknown) => {
    if (!stopping.signal.aborted) throw error;
  });
}

start().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof StartError ? error.message : explainStart(error)}\n`);
    process.exit(1);
  },
);
