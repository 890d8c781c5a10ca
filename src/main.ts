import { join } from 'node:path';

import { openMailSink } from '../standins/mail-sink.ts';
import { readConfig } from './config.ts';
import { demoAccountsOf, loadDemoOnce } from './demo/load.ts';
import { startJobs, startSchedules } from './kit/jobs.ts';
import { followEvents } from './kit/outbox.ts';
import { explainStart, StartError } from './kit/start-error.ts';
import { openProgram } from './program.ts';
import { createServer } from './server.ts';

async function start(): Promise<void> {
  const config = readConfig();
  // Without a mail server the letters go to a small one of our own, which keeps them as files.
  const sink = config.smtpUrl ? undefined : await openMailSink(join(config.dataDir, 'mail'));
  if (sink) config.smtpUrl = sink.url;
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const program = await openProgram(config, { say });
  const { app } = program;
  const stopping = new AbortController();
  try {
    if (config.demo) await loadDemoOnce(app, program.clock, say);
    const http = await createServer(app);
    const runner = await startJobs(app);
    const following = followEvents(app, stopping.signal);
    startSchedules(app, stopping.signal);
    await http.listen({ port: config.port, host: config.host });
    say(`\nLienthong: ${config.url}\n`);
    const accounts = await demoAccountsOf(app);
    if (accounts) say(`${accounts}\n`);
    await new Promise<void>((done) => (process.once('SIGINT', done), process.once('SIGTERM', done)));
    say('Đang dừng / stopping …');
    stopping.abort();
    await http.close();
    await Promise.all([runner.stop(), following]);
  } finally {
    stopping.abort();
    await program[Symbol.asyncDispose]();
    await sink?.[Symbol.asyncDispose]();
  }
}

start().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof StartError ? error.message : explainStart(error)}\n`);
    process.exit(1);
  },
);
