import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

export interface RunFile {
  readonly url: string;
  readonly pids: { readonly start: number; readonly postgres: number; readonly temporal: number } & {
    readonly api: number;
    readonly worker: number;
  };
  readonly postgres: {
    readonly port: number;
    readonly database: string;
    readonly admin: { user: string; password: string };
  };
  readonly temporal: { readonly address: string; readonly namespace: string };
}
export type Part = 'worker' | 'api' | 'temporal' | 'postgres';

export interface HouseOptions {
  /** A configuration folder of its own; the repository's when absent. */
  readonly config?: string;
  /** Whether the demo is loaded at the start; it is unless this is false. */
  readonly demo?: boolean;
}

/** A whole house of its own: own data folder, own ports, started as a newcomer would and stopped by Ctrl-C. */
export class House {
  private constructor(
    private readonly process: ChildProcess,
    readonly dataFolder: string,
  ) {}

  /** Starts and waits for the ready line; the first build of Temporal may take minutes. */
  static async start(options: HouseOptions = {}): Promise<House> {
    const dataFolder = mkdtempSync(join(tmpdir(), 'thuisreis-'));
    const args = [
      '--data',
      dataFolder,
      '--port',
      String(portOfOurOwn()),
      ...(options.demo === false ? ['--no-demo'] : []),
    ];
    const config = options.config === undefined ? {} : { THUISREIS_CONFIG: options.config };
    const child = spawn('node', [resolve('apps/start/start.mjs'), ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, THUISREIS_DATA: dataFolder, ...config },
    });
    await new Promise<void>((ready, fail) => {
      const lines: string[] = [];
      createInterface({ input: child.stdout }).on('line', (line) => {
        lines.push(line);
        if (line.startsWith('Thuisreis is ready:')) ready();
      });
      child.once('exit', (code) => fail(new Error(`npm start ended with ${code}:\n${lines.slice(-20).join('\n')}`)));
    });
    return new House(child, dataFolder);
  }

  /** As it stands now: pids change when a part is restarted. */
  run(): RunFile {
    return JSON.parse(readFileSync(join(this.dataFolder, 'run.json'), 'utf8'));
  }

  /** Waits until a part that was killed before runs again: a kill that hits nobody proves nothing. */
  async runs(part: Part, timeoutMs = 30_000): Promise<void> {
    for (const until = Date.now() + timeoutMs; Date.now() < until; await pause(100)) {
      try {
        if (process.kill(this.run().pids[part], 0)) return;
      } catch {
        // not yet
      }
    }
    throw new Error(`${part} did not run again within ${timeoutMs} ms`);
  }

  /** What `npx thuisreis doctor --reconcile` says last: `N cases, 0 differ` when every row is as its workflow. */
  reconcile(): string {
    const args = [resolve('apps/cli/thuisreis.mjs'), 'doctor', '--reconcile'];
    const env = { ...process.env, THUISREIS_DATA: this.dataFolder };
    const { stdout } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
    return stdout.trim().split('\n').at(-1) ?? '';
  }

  /** The hard way out, as a crash or the out-of-memory killer would do it. */
  kill(part: Part): void {
    process.kill(this.run().pids[part], 'SIGKILL');
  }

  /** Waits until every part answers again. */
  async ready(timeoutMs = 60_000): Promise<void> {
    const until = Date.now() + timeoutMs;
    while (Date.now() < until) {
      const response = await fetch(new URL('/health/ready', this.run().url)).catch(() => undefined);
      if (response?.status === 200) return;
      await pause(200);
    }
    throw new Error(`the house was not ready again within ${timeoutMs} ms`);
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null) return;
    const ended = new Promise((done) => this.process.once('exit', done));
    this.process.kill('SIGINT');
    await ended;
  }
}

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const portOfOurOwn = (): number => 20_000 + (process.pid % 20_000);
