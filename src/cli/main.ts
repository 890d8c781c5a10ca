import { parseArgs } from 'node:util';

import { readConfig } from '../config.ts';
import { type Command, type CommandResult, WrongUse } from '../kit/module.ts';
import { Problem } from '../kit/problems.ts';
import { explainStart, StartError } from '../kit/start-error.ts';
import { modules } from '../modules.ts';
import { openProgram } from '../program.ts';
import { type CommandApart, reformExam } from './exam/command.ts';
import { verifyCommand } from './verify.ts';

const commands: readonly (Command | CommandApart)[] = [
  verifyCommand,
  reformExam,
  ...modules.flatMap((m) => m.commands ?? []),
];

const print = (text: string): void => void process.stdout.write(`${text}\n`);

function help(): void {
  print('npx lienthong COMMAND [--json]\n');
  for (const c of commands)
    print(`  ${c.usage.padEnd(52)} ${c.summary.en}\n  ${''.padEnd(52)} ${c.summary.vi}`);
}

interface Asked {
  command: Command | CommandApart;
  args: string[];
  options: Record<string, string>;
  json: boolean;
}

/** Options are `--name value` or `--name=value`; a name alone means true. */
function read(argv: readonly string[]): Asked | undefined {
  const { values, positionals } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    options: { json: { type: 'boolean' }, ...optionTypes(argv) },
  });
  const command = commands
    .filter((c) => `${positionals.join(' ')} `.startsWith(`${c.words} `))
    .sort((a, b) => b.words.length - a.words.length)[0];
  if (!command) return undefined;
  const options = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
  return {
    command,
    args: positionals.slice(command.words.split(' ').length),
    options,
    json: values['json'] === true,
  };
}

/** `--email x` takes the next word unless that is an option itself. */
function optionTypes(argv: readonly string[]): Record<string, { type: 'string' | 'boolean' }> {
  const named = argv.flatMap((word, i) =>
    word.startsWith('--') && !word.includes('=') && word !== '--json'
      ? [[word.slice(2), argv[i + 1]] as const]
      : [],
  );
  return Object.fromEntries(
    named.map(([name, next]) => [
      name,
      { type: next !== undefined && !next.startsWith('--') ? 'string' : 'boolean' },
    ]),
  );
}

async function resultOf({ command, args, options }: Asked): Promise<CommandResult> {
  if ('runApart' in command) return command.runApart(options);
  const apart = await command.apart?.(args, options);
  if (apart) return apart;
  await using program = await openProgram(readConfig(), { poolSize: { write: 4, read: 4 } });
  // Awaited here: the program closes when this function is left.
  return await command.run(program.app, args, options);
}

async function run(asked: Asked): Promise<number> {
  const result = await resultOf(asked);
  print(asked.json ? JSON.stringify(result.value, null, 2) : result.lines.join('\n'));
  return result.exit ?? 0;
}

function fail(error: unknown, json: boolean): number {
  const text =
    error instanceof Problem
      ? [
          error.kind.title.vi,
          error.detail?.vi ?? error.kind.remedy.vi,
          ...error.fields.map((f) => `  ${f.path}: ${f.message.vi} / ${f.message.en}`),
        ].join('\n')
      : error instanceof WrongUse || error instanceof StartError
        ? error.message
        : explainStart(error);
  if (json)
    print(
      JSON.stringify(
        { error: text, ...(error instanceof Problem ? { code: error.kind.code, fields: error.fields } : {}) },
        null,
        2,
      ),
    );
  else process.stderr.write(`${text}\n`);
  return error instanceof WrongUse ? 2 : 1;
}

async function main(): Promise<number> {
  const argv = process.argv.slice(2);
  const asked = read(argv);
  if (!asked) {
    help();
    return argv.length === 0 || argv[0] === 'help' || argv.includes('--help') ? 0 : 2;
  }
  return run(asked).catch((error: unknown) => fail(error, asked.json));
}

process.exitCode = await main();
