import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePorts } from '@thuisreis/local-services';
import pg from 'pg';

export interface Said {
  readonly code: number;
  readonly lines: readonly string[];
  readonly text: string;
}
interface RunFile {
  readonly url: string;
  readonly pids: { readonly [part: string]: number };
  readonly postgres: { readonly port: number; readonly admin: { readonly user: string; readonly password: string } };
}

/** A whole house without the demo, and the command line that a person uses beside it. */
export class CommandLine {
  readonly data = mkdtempSync(join(tmpdir(), 'thuisreis-cli-'));
  private start: ChildProcess | undefined;

  async open(): Promise<void> {
    chmodSync(this.data, 0o711);
    const [port = 0] = await freePorts(1);
    const args = ['--data', this.data, '--port', String(port), '--no-demo', '--front', String(process.pid)];
    this.start = spawn(process.execPath, [resolve('apps/start/dist/main.js'), ...args], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    await until(() => {
      if (this.start?.exitCode != null) throw new Error(`the start ended with ${this.start.exitCode}`);
      return existsSync(join(this.data, 'run.json'));
    }, 120_000);
  }

  get run(): RunFile {
    return JSON.parse(readFileSync(join(this.data, 'run.json'), 'utf8')) as RunFile;
  }

  /** Runs `thuisreis …` and answers what it printed; what is no word is more environment. */
  say(...told: readonly (string | Record<string, string>)[]): Promise<Said> {
    const words = told.filter((one) => typeof one === 'string');
    const env = Object.assign(
      { ...process.env, THUISREIS_DATA: this.data },
      ...told.filter((one) => typeof one !== 'string'),
    );
    return new Promise((done) => {
      const child = execFile(
        process.execPath,
        [resolve('apps/cli/thuisreis.mjs'), ...words],
        { env },
        (error, stdout) => {
          const code = error === null ? 0 : Number(error.code ?? 1);
          done({ code, text: stdout, lines: stdout.trim().split('\n') });
        },
      );
      child.stdin?.end();
    });
  }

  /** Reads or changes rows past every door, as the database's administrator. */
  async rows<R extends object>(sql: string, values: unknown[] = []): Promise<R[]> {
    const { port, admin } = this.run.postgres;
    const client = new pg.Client({ host: '127.0.0.1', port, database: 'thuisreis', ...admin });
    await client.connect();
    try {
      return (await client.query(sql, values)).rows as R[];
    } finally {
      await client.end();
    }
  }

  async graphql(login: string, query: string, variables: object): Promise<unknown> {
    const session = (await this.say('sign-in', '--as', login)).text.trim();
    const headers = { 'content-type': 'application/json', 'x-thuisreis': '1', cookie: session };
    const body = JSON.stringify({ query, variables });
    return (await fetch(`${this.run.url}/graphql`, { method: 'POST', headers, body })).json();
  }

  async close(): Promise<void> {
    const ended = new Promise((done) => this.start?.once('exit', done));
    this.start?.kill('SIGINT');
    await ended;
    rmSync(this.data, { recursive: true, force: true });
  }
}

/** Looks every 50 ms until `true`. */
export async function until(holds: () => boolean | Promise<boolean>, within: number): Promise<void> {
  for (const end = Date.now() + within; Date.now() < end;) {
    if (await holds()) return;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error(`did not come true within ${within} ms`);
}
