import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from './program.js';

/** Holds a lock file with our pid while `work` runs; others wait, and take over at once from a holder that died. */
export async function alone<T>(file: string, log: Log, work: () => Promise<T>): Promise<T> {
  for (let waited = 0; !take(file); waited += 1) {
    if (waited % 8 === 0) log(`Process ${holder(file) ?? '?'} is building Temporal; waiting for it`);
    await pause(1000);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** The file is made with its content in one act by the first; a dead holder's file is removed and asked for again. */
function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch {
    const pid = holder(file);
    if (pid !== undefined && !lives(pid)) removeLockOf(pid, file);
    return false;
  }
}

/** Moved away before it is removed: when another one took over first, it was the lock of a living one and goes back. */
function removeLockOf(pid: number, file: string): void {
  const away = `${file}.${process.pid}`;
  try {
    renameSync(file, away);
    if (holder(away) !== pid) linkSync(away, file);
    rmSync(away, { force: true });
  } catch {
    // somebody else was quicker
  }
}

/** Undefined when the file is gone or its holder has not written yet. */
function holder(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
