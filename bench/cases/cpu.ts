import { readdirSync, readFileSync } from 'node:fs';

const TICK_MS = 10;

interface Stat {
  parent: number;
  /** Clock ticks in user and system mode of the process itself, and of its children that have ended. */
  own: number;
  ended: number;
}

function statOf(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return { parent: fields[1]!, own: fields[11]! + fields[12]!, ended: fields[13]! + fields[14]! };
  } catch {
    return undefined;
  }
}

/** Processor time in milliseconds that a process has used, all threads. Linux only. */
export const processCpu = (pid: number): number => (statOf(pid)?.own ?? Number.NaN) * TICK_MS;

/** The same of a process with its children, those that have ended too: a database server with all its sessions. */
export function familyCpu(pid: number): number {
  const root = statOf(pid);
  const children = readdirSync('/proc')
    .map(Number)
    .filter(Number.isInteger)
    .map(statOf)
    .filter((stat) => stat?.parent === pid);
  return ((root?.own ?? 0) + (root?.ended ?? 0) + children.reduce((sum, c) => sum + c!.own, 0)) * TICK_MS;
}
