import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CheckedFile, CheckFinding } from '../check/answer.js';

export interface FileQuestion {
  readonly file: string;
  /** What it holds; read from the disk when absent. */
  readonly text?: string;
  /** Folder of the corporation and of the shared configuration, both absolute. */
  readonly corporation: string;
  readonly config: string;
}

/** The question itself cannot be answered: a file, the corporation or the checker is not to be read. */
export class CannotCheck extends Error {}

const MILLISECONDS = 2000;
const MEGABYTES = 128;
const START_MS = 30_000;
/** How many times the limit may pass on the clock while others use the processor. */
const BUSY = 10;

/**
 * Checks files in a child process with limits, because a hostile text can abort the YAML reader's whole process.
 * A file that exceeds them is a finding; the others are checked by the next child.
 */
export class Guard {
  private child: ChildProcess | undefined;
  private last: Promise<unknown> = Promise.resolve();

  /** One question at a time, in their order; throws `CannotCheck` when it cannot be answered. */
  check(question: FileQuestion): Promise<CheckedFile> {
    const next = this.last.then(() => this.one(question));
    this.last = next.catch(() => undefined);
    return next;
  }

  private async one(question: FileQuestion): Promise<CheckedFile> {
    const child = (this.child ??= await startChild());
    const answer = await reply(child, MILLISECONDS, question);
    if (isChecked(answer)) return answer;
    child.kill('SIGKILL');
    this.child = undefined;
    if (typeof answer === 'string') throw new CannotCheck(answer);
    return { file: question.file, template: null, findings: [tooMuch(question.file)] };
  }

  end(): void {
    this.child?.kill('SIGKILL');
  }
}

async function startChild(): Promise<ChildProcess> {
  // Found by the package's name: whoever asks may be bundled into one file elsewhere.
  const besides = import.meta.resolve('@thuisreis/template/guard');
  const child = fork(fileURLToPath(new URL('./child.js', besides)), {
    execArgv: [`--max-old-space-size=${MEGABYTES}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  if ((await reply(child, START_MS)) !== 'ready') throw new CannotCheck('The checker could not be started.');
  return child;
}

/** The child's next message; undefined when it died or used more than `limit` milliseconds. */
function reply(child: ChildProcess, limit: number, question?: FileQuestion): Promise<unknown> {
  return new Promise((done) => {
    const [begun, used] = [Date.now(), cpuOf(child)];
    const end = (answer: unknown): void => {
      clearInterval(timer);
      child.removeAllListeners();
      child.on('error', () => undefined);
      done(answer);
    };
    const timer = setInterval(() => {
      const wall = Date.now() - begun;
      if (wall > limit * BUSY || (cpuOf(child) ?? wall) - (used ?? 0) > limit) end(undefined);
    }, 50);
    child.once('message', end).once('exit', () => end(undefined));
    child.once('error', () => end(undefined));
    if (question) child.send(question);
  });
}

/** Processor time in milliseconds, so that a busy machine makes no text hostile; undefined where there is no /proc. */
function cpuOf({ pid }: ChildProcess): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return undefined;
  }
}

const isChecked = (value: unknown): value is CheckedFile =>
  typeof value === 'object' && value !== null && 'findings' in value && Array.isArray(value.findings);

const tooMuch = (file: string): CheckFinding => ({
  code: 'T-Y05',
  severity: 'error',
  file,
  line: 1,
  column: 1,
  path: '',
  message: {
    nl: 'Het bestand is niet binnen 2 seconden en 128 MB te lezen.',
    en: 'The file cannot be read within 2 seconds and 128 MB.',
  },
  trace: [],
  repair: { nl: 'Maak het bestand kleiner of minder diep.', en: 'Make the file smaller or less deep.', edits: [] },
});
