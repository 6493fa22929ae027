import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { say } from './log.js';

/** One process of the house that is started again when it dies. */
export class Part {
  private child: ChildProcess | undefined;
  private wanted = false;
  private again: NodeJS.Timeout | undefined;

  constructor(
    readonly name: string,
    private readonly script: string,
    private readonly environment: NodeJS.ProcessEnv,
    private readonly started: () => void,
  ) {}

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  start(): void {
    this.wanted = true;
    const child = spawn(process.execPath, ['--enable-source-maps', this.script], {
      env: this.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => say(`${this.name.padEnd(9)} ${line}`));
    }
    child.once('exit', (code, signal) => this.died(child, signal ?? `code ${code}`));
    this.started();
  }

  private died(child: ChildProcess, how: string): void {
    if (!this.wanted || this.child !== child) return;
    say(`${this.name} ended (${how}); starting it again`);
    this.again = setTimeout(() => this.start(), 1000);
  }

  /** Asks it to end, and insists after six seconds. */
  async stop(): Promise<void> {
    this.wanted = false;
    clearTimeout(this.again);
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    const insist = setTimeout(() => child.kill('SIGKILL'), 6000);
    await ended;
    clearTimeout(insist);
  }
}
