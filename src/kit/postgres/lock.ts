import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import { StartError } from '../start-error.ts';

/** Names a process for good: its id alone is given out again after a restart. */
export function processName(pid: number): string {
  return `${pid}:${startOf(pid)}`;
}

/** Whether the process of that name still runs. */
export function isAlive(name: string): boolean {
  const pid = Number(name.split(':')[0]);
  return pidLives(pid) && processName(pid) === name;
}

export function pidLives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Start time in clock ticks (field 22 of /proc/PID/stat, counted behind the command in brackets); '' where unknown. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

const PATIENCE_MS = 120_000;

/** Runs `work` while no other living process runs anything under the same lock file. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  for (let waited = 0; !take(file); waited += 50) {
    if (waited > PATIENCE_MS) throw stillHeld(file);
    await sleep(50);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, processName(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    dropIfStale(file);
    return false;
  }
}

/** Removes the lock of a dead process. Moved aside first, so that of two who see it dead only one removes it. */
function dropIfStale(file: string): void {
  const holder = read(file);
  if (!holder || isAlive(holder)) return;
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (read(aside) !== holder) renameSync(aside, file); // it was a new one: give it back
    else rmSync(aside, { force: true });
  } catch {
    // another process was faster
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function stillHeld(file: string): StartError {
  const holder = read(file) ?? '?';
  return new StartError({
    vi: `Tiến trình ${holder} đang giữ ${file}. Hãy đợi hoặc dừng tiến trình đó rồi thử lại.`,
    en: `Process ${holder} holds ${file}. Wait for it or stop it, then try again.`,
  });
}
