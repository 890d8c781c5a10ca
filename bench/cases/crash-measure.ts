import type { Measure } from '../measure.ts';
import { crashCases } from './crash.ts';

const KILLS = 50;

/** Fifty kills under load. Throws when a step was lost, doubled or reordered, or when `verify` finds a difference. */
export async function measureCrashes(say: (line: string) => void): Promise<Measure[]> {
  const { faults, verify, ...report } = await crashCases({ kills: KILLS, offices: 6, say });
  if (faults.length > 0) throw new Error(`steps are lost, doubled or reordered:\n${faults.join('\n')}`);
  if (verify.exit !== 0) throw new Error(`verify found differences:\n${verify.text}`);
  const conditions = `${report.kills} kills -9 of the program, every second one with its database, under load of six clients; ${report.cases} cases; verify finds no difference`;
  const steps = (name: string, value: number): Measure => ({
    name: `crash.${name}`,
    value,
    unit: 'steps',
    conditions,
  });
  return [
    steps('acknowledged', report.acknowledged),
    steps('wrong', faults.length),
    steps('doneUnanswered', report.doneUnanswered),
  ];
}
