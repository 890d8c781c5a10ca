import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);

type Step = { name: string; command: string[]; remedy: string };

const STEPS: Step[] = [
  { name: 'types', command: ['tsc', '--noEmit'], remedy: 'see the messages' },
  { name: 'format', command: ['oxfmt', '--check', '.'], remedy: 'npm run fix' },
  {
    name: 'lint',
    command: ['oxlint', '--type-aware', '--deny-warnings'],
    remedy: 'npm run fix, then by hand',
  },
  {
    name: 'walls',
    command: [
      'depcruise',
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      'err-long',
      'src',
      'standins',
      'bench',
    ].filter((word) => !['standins', 'bench'].includes(word) || existsSync(join(root, word))),
    remedy: 'docs/decisions/0003-checks.md says why each wall is there',
  },
  { name: 'clock', command: ['node', 'scripts/clock-wall.ts'], remedy: 'take the time from the context' },
  { name: 'dead code', command: ['knip', '--no-config-hints'], remedy: 'remove it, or stop exporting it' },
  {
    name: 'openapi',
    command: ['node', '--import', 'tsx', 'scripts/openapi.ts', '--check'],
    remedy: 'npm run openapi',
  },
];

/** Runs the steps, two at a time; prints what failing ones say. */
async function main(): Promise<boolean> {
  const only = process.argv.slice(2);
  const waiting = STEPS.filter(({ name }) => only.length === 0 || only.includes(name));
  const failed: string[] = [];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      if (!(await run(step))) failed.push(step.name);
    }
  };
  await Promise.all([worker(), worker()]);
  console.log(failed.length === 0 ? 'check: all is well' : `check: failed: ${failed.join(', ')}`);
  return failed.length === 0;
}

function run({ name, command, remedy }: Step): Promise<boolean> {
  const from = performance.now();
  const [program = '', ...args] = command;
  const child = spawn(join(root, 'node_modules/.bin', program), args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (text: Buffer) => output.push(text));
  child.stderr.on('data', (text: Buffer) => output.push(text));
  return new Promise((done) => {
    child.on('error', (error) => output.push(Buffer.from(String(error))));
    child.on('close', (code) => {
      const seconds = ((performance.now() - from) / 1000).toFixed(1);
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
      if (code !== 0) console.log(`${Buffer.concat(output).toString().trimEnd()}\n→ ${remedy}\n`);
      done(code === 0);
    });
  });
}

process.exitCode = (await main()) ? 0 : 1;
