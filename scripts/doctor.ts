import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';

import { type Config, readConfig } from '../src/config.ts';
import { canReach, mayEnter, postgresAccount } from '../src/kit/postgres/account.ts';
import { findBinaries } from '../src/kit/postgres/binaries.ts';
import { readPostmaster } from '../src/kit/postgres/cluster.ts';
import { pidLives } from '../src/kit/postgres/lock.ts';
import { chromiumPath } from './browser.ts';

type Finding = { what: string; is: string; bad?: boolean };

/** Looks at what the program needs from the machine and says what is missing. Changes nothing. */
async function examine(): Promise<Finding[]> {
  const findings: Finding[] = [
    {
      what: 'Node',
      is: `${process.version}, ${process.execPath}`,
      bad: Number(process.versions.node.split('.')[0]) < 24,
    },
    {
      what: 'Platform',
      is: `${process.platform}-${process.arch}, ${process.getuid?.() === 0 ? 'root' : `uid ${process.getuid?.()}`}`,
    },
  ];
  const config = attempt(findings, 'Settings', () => readConfig());
  if (config) {
    findings.push(dataFolder(config.dataDir), ...(config.databaseUrl ? [] : postgres(config)));
    findings.push({ what: 'Port', ...(await port(config)) });
  }
  const chromium = await chromiumPath().catch((error: Error) => error);
  findings.push({
    what: 'Chromium',
    is: chromium instanceof Error ? `only for tests: ${chromium.message}` : chromium,
  });
  return findings;
}

function attempt<T>(findings: Finding[], what: string, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    findings.push({ what, is: (error as Error).message, bad: true });
    return undefined;
  }
}

function dataFolder(folder: string): Finding {
  const what = 'Data folder';
  let existing = resolve(folder);
  while (!existsSync(existing)) existing = dirname(existing);
  try {
    if (!statSync(existing).isDirectory()) return { what, is: `${existing} is not a folder`, bad: true };
    accessSync(existing, constants.W_OK);
  } catch {
    return { what, is: `${existing} is not writable: set LIENTHONG_DATA to another folder`, bad: true };
  }
  const { bavail, bsize } = statfsSync(existing);
  const free = Math.floor((bavail * bsize) / 1e9);
  return { what, is: `${folder}, ${free} GB free${free < 1 ? ': too little' : ''}`, bad: free < 1 };
}

function postgres({ dataDir }: Config): Finding[] {
  const findings: Finding[] = [];
  const account = postgresAccount();
  const binaries = attempt(findings, 'PostgreSQL', () => findBinaries(18, account, join(dataDir)));
  const running = readPostmaster(join(dataDir, 'postgres'));
  const state =
    running && pidLives(running.pid)
      ? `running, process ${running.pid}, port ${running.port}`
      : 'not running';
  if (binaries) findings.push({ what: 'PostgreSQL', is: `${binaries.major}, ${state}` });
  if (account) {
    const reachable =
      existsSync(dataDir) && canReach(join(dataDir, 'x'), account) && mayEnter(dataDir, account);
    const place =
      reachable || !existsSync(dataDir)
        ? 'in the data folder'
        : 'in /var/lib/lienthong, as it cannot enter the data folder';
    findings.push({ what: 'Account', is: `PostgreSQL runs as ${account.name}, ${place}` });
  }
  return findings;
}

function port({ host, port: number }: Config): Promise<Omit<Finding, 'what'>> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', (error: Error) =>
      done({ is: `${host}:${number}: ${error.message}; set PORT to another one`, bad: true }),
    );
    probe.listen(number, host, () => probe.close(() => done({ is: `${host}:${number} is free` })));
  });
}

const findings = await examine();
for (const { what, is, bad } of findings) console.log(`${bad ? '✗' : '✓'} ${what.padEnd(12)} ${is}`);
process.exitCode = findings.some(({ bad }) => bad) ? 1 : 0;
