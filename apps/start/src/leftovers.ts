import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { say } from './log.js';
import { forget, readWhole } from './run-file.js';

export const PARTS = 'parts.json';
/** A process that this installation started: its pid counts only while it still runs the same program. */
export interface Started {
  readonly pid: number;
  readonly program: string;
}

/** Whether the process lives and is what we started, and not a stranger with a pid used again. */
export function lives({ pid, program }: Started): boolean {
  if (pid <= 1) return false;
  try {
    process.kill(pid, 0);
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(program);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function startedBefore(folder: string): { front: Started | undefined; others: Started[] } {
  const read = readWhole(folder, PARTS) as { front?: Started; others?: Started[] } | undefined;
  return { front: read?.front, others: read?.others ?? [] };
}

/** Refuses when the same data folder is in use; otherwise waits for what an earlier start left, and then ends it. */
export async function clearLeftovers(folder: string): Promise<void> {
  const { front, others } = startedBefore(folder);
  if (front && lives(front)) throw new Error(`Thuisreis already runs with this data (process ${front.pid})`);
  for (let waited = 0; waited < 100 && others.some(lives); waited += 1) {
    if (waited % 40 === 10) say('Waiting for the processes of an earlier start to end');
    await pause(200);
  }
  for (const one of others.filter(lives)) process.kill(one.pid, 'SIGKILL');
  forget(folder, PARTS);
  forget(folder, 'run.json');
}

/** Removes everything that a start made in the data folder, and nothing else that may lie there. */
export function resetData(folder: string): void {
  const made = [
    'postgres',
    'temporal',
    'secrets.json',
    'run.json',
    PARTS,
    'demo-users.json',
    'demo-loaded.json',
    'migrated.json',
  ];
  for (const name of made) rmSync(join(folder, name), { recursive: true, force: true });
}
