import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Proportional set size of a process in MB: its own pages, and its share of those that it shares. Linux only. */
function pssOf(pid: number): number {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? Number.NaN) / 1024;
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}

/** Memory in MB of a process with all its children but one; undefined where the system does not tell. */
export function memoryOf(pid: number, without?: number): number | undefined {
  try {
    const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
    const children = pids.filter((one) => one !== without && parentOf(one) === pid);
    return pssOf(pid) + children.reduce((sum, child) => sum + (memoryOf(child) ?? 0), 0);
  } catch {
    return undefined;
  }
}

/** The process of the bundled PostgreSQL of a data folder; undefined when it does not run. */
export function postmasterOf(dataDir: string): number | undefined {
  try {
    return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
}
