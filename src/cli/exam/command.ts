import { readConfig } from '../../config.ts';
import { type Command, type CommandResult, WrongUse } from '../../kit/module.ts';
import { readLists } from './country.ts';
import { holdExam, type Result } from './exam.ts';
import type { Proof } from './proof.ts';

const usage = 'exam reform --units DIR [--cases N] [--tasks M]';
const most = 1_000_000;

function numberOf(text: string | undefined, usual: number, name: string): number {
  const number = text === undefined ? usual : Number(text);
  if (Number.isInteger(number) && number >= 0 && number <= most) return number;
  throw new WrongUse(`--${name}: 0–${most}\n${usage}`);
}

const countsOf = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, n]) => `${name} ${n}`)
    .join(', ');

function linesOf({ ok, vi, en, counts, names, refused }: Proof): string[] {
  return [
    `${ok ? '✓' : '✗'} ${vi} / ${en}: ${countsOf(counts)}`,
    ...names.map((name) => `    ✗ ${name}`),
    ...refused.map((name) => `    ? ${name}`),
  ];
}

const reportOf = (result: Result): string[] => [
  `${countsOf(result.asked)}; ${countsOf(result.units)}`,
  ...result.proofs.flatMap(linesOf),
  `${countsOf(result.seconds)} (s); ${result.peakMegabytes} MB`,
  result.ok ? 'Đạt / all proved' : 'Chưa đạt / not all proved',
];

/** A command that opens an installation of its own instead of the one that the configuration names. */
export type CommandApart = Omit<Command, 'run'> & {
  runApart: (options: Record<string, string>) => Promise<CommandResult>;
};

/** The exam of succession: a former country with running cases, the real mapping of 1 July 2025, and what must hold after it. */
export const reformExam: CommandApart = {
  words: 'exam reform',
  usage,
  summary: {
    vi: 'Kiểm tra kế thừa trên bản riêng: nước cũ, N hồ sơ, sắp xếp ngày 01/07/2025; không đụng dữ liệu thật',
    en: 'Exam of succession on an installation of its own: the former country, N cases, the reform of 1 July 2025',
  },
  runApart: async ({ units, cases, tasks }) => {
    if (units === undefined) throw new WrongUse(usage);
    const asked = {
      files: readLists(units),
      cases: numberOf(cases, 10_000, 'cases'),
      tasks: numberOf(tasks, 1000, 'tasks'),
    };
    const stopping = new AbortController();
    process.once('SIGINT', () => stopping.abort()).once('SIGTERM', () => stopping.abort());
    const say = (line: string): void => void process.stderr.write(`${line}\n`);
    const result = await holdExam(readConfig(), asked, { say, stopping: stopping.signal });
    return { value: result, lines: reportOf(result), exit: result.ok ? 0 : 1 };
  },
};
