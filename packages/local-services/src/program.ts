import { spawn, type SpawnOptions } from 'node:child_process';
import { createInterface } from 'node:readline';

export type Log = (line: string) => void;

/** Milliseconds in which the same thing is news only once: a program whose database is away repeats itself a lot. */
const NEWS = 10_000;
const MOST_KEYS = 500;

/** Passes a line on unless the same (or one with the same key) was passed on a moment ago. */
export function withoutRepeats(log: Log): (line: string, key?: string) => void {
  const said = new Map<string, number>();
  return (line, key = line) => {
    const now = Date.now();
    if (now - (said.get(key) ?? 0) < NEWS) return;
    if (said.size >= MOST_KEYS) said.clear();
    said.set(key, now);
    log(line);
  };
}

/** A program that runs beside us. */
export interface Program {
  readonly pid: number;
  /** Settles with how it ended (`code 1`, `SIGKILL`), whoever ended it. */
  readonly ended: Promise<string>;
  /** Asks it to end by its signal and insists after its grace; from then on its log is silent. */
  stop(): Promise<void>;
}
export interface ProgramOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
  readonly log: Log;
  /** How it is asked to end: SIGTERM unless said otherwise. */
  readonly signal?: NodeJS.Signals;
  /** Milliseconds between asking and SIGKILL. */
  readonly grace: number;
}

/** Starts a program, each line it says on our log. */
export function startProgram(command: string, args: readonly string[], options: ProgramOptions): Program {
  const { env, uid, gid, grace } = options;
  const user: SpawnOptions = uid === undefined || gid === undefined ? {} : { uid, gid };
  const child = spawn(command, args, { env, ...user, stdio: ['ignore', 'pipe', 'pipe'] });
  let muted = false;
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream! }).on('line', (line) => {
      if (!muted && line.trim() !== '') options.log(line);
    });
  const ended = new Promise<string>((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (code, signal) => done(signal ?? `code ${code}`));
  });
  const stop = async (): Promise<void> => {
    muted = true;
    child.kill(options.signal ?? 'SIGTERM');
    const insist = setTimeout(() => child.kill('SIGKILL'), grace);
    await ended;
    clearTimeout(insist);
  };
  return { pid: child.pid ?? 0, ended, stop };
}
