import { cpus, totalmem } from 'node:os';

import type { Measure } from './measure.ts';

const columns = (rows: readonly string[][]): number[] =>
  rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));

/** The measures as a table for people: the numbers to the right, the conditions last. */
export function tableOf(measures: readonly Measure[]): string {
  const rows = [
    ['measure', 'value', 'unit', 'ratio', 'conditions'],
    ...measures.map((m) => [
      m.name,
      String(m.value),
      m.unit,
      m.ratio === undefined ? '' : String(m.ratio),
      m.conditions,
    ]),
  ];
  const widths = columns(rows);
  return rows
    .map((row) =>
      row
        .map((cell, i) =>
          i === 1 || i === 3 ? cell.padStart(widths[i]!) : i === 4 ? cell : cell.padEnd(widths[i]!),
        )
        .join('  '),
    )
    .join('\n');
}

/** What the machine is, for the conditions of all measures. */
export const machine = (): string =>
  `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
