import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { writeConfiguration } from './configuration.js';

const root = new URL('../../..', import.meta.url).pathname;
interface RunFile {
  readonly url: string;
  readonly postgres: { port: number; database: string; admin: { user: string; password: string } };
}
export interface Answer {
  readonly data: never;
  readonly errors?: { message: string; extensions: { code: string } }[];
}

/** A whole house of its own: data folder, port, database, Temporal, worker and API, through the real start. */
export class House {
  private readonly cookies = new Map<string, Promise<string>>();
  private constructor(
    private readonly run: RunFile,
    /** Its data folder. */
    readonly data: string,
    private readonly start: ChildProcess | undefined,
  ) {}

  get url(): string {
    return this.run.url;
  }

  get databaseUrl(): string {
    const { port, database } = this.run.postgres;
    return `postgres://127.0.0.1:${port}/${database}`;
  }

  /** Starts without the demo, or visits the house whose `run.json` HOUSE_RUN_JSON names. */
  static async open(): Promise<House> {
    const visited = process.env['HOUSE_RUN_JSON'];
    if (visited) return new House(JSON.parse(readFileSync(visited, 'utf8')) as RunFile, dirname(visited), undefined);
    const data = mkdtempSync(join(tmpdir(), 'thuisreis-house-'));
    chmodSync(data, 0o711);
    writeConfiguration(join(data, 'config'));
    const own = ['--data', data, '--port', String(await freePort()), '--no-demo', '--front', String(process.pid)];
    const start = spawn(process.execPath, [join(root, 'apps/start/dist/main.js'), ...own], {
      cwd: root,
      env: { ...process.env, THUISREIS_CONFIG: join(data, 'config') },
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    for (let waited = 0; waited < 280; waited += 1) {
      await new Promise((wake) => setTimeout(wake, 1_000));
      if (start.exitCode !== null) throw new Error(`npm start ended with ${start.exitCode}`);
      const run = readRun(join(data, 'run.json'));
      if (run) return new House(run, data, start);
    }
    throw new Error('The house did not become ready');
  }

  /** Ends it as Ctrl-C does, and waits; a visited house goes on. */
  async close(): Promise<void> {
    if (!this.start) return;
    const ended = new Promise((resolve) => this.start?.once('exit', resolve));
    this.start.kill('SIGINT');
    await ended;
  }

  /** Sends one request as somebody, or as nobody. */
  async post(login: string | undefined, body: string, headers: Record<string, string> = {}): Promise<Response> {
    const cookie = login === undefined ? {} : { cookie: await this.cookie(login) };
    return fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-thuisreis': '1', ...cookie, ...headers },
      body,
    });
  }

  /** The raw text of an answer, so that answers can be compared byte for byte. */
  async text(login: string, query: string, variables: object = {}): Promise<string> {
    return (await this.post(login, JSON.stringify({ query, variables }))).text();
  }

  async ask<Data>(login: string, query: string, variables: object = {}): Promise<Data> {
    const { data, errors } = JSON.parse(await this.text(login, query, variables)) as Answer;
    if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
    return data;
  }

  /** The cookie of one session a person, opened at its first use. */
  cookie(login: string): Promise<string> {
    const known = this.cookies.get(login) ?? this.signIn(login);
    this.cookies.set(login, known);
    return known;
  }

  /** A session of its own. */
  async signIn(login: string): Promise<string> {
    const answer = await fetch(`${this.url}/sign-in?as=${login}`, { redirect: 'manual' });
    return answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
  }

  /** Looks into the database, or turns its clock, with the rights of its owner's superuser. */
  async sql<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    const { port, database, admin } = this.run.postgres;
    const client = new pg.Client({ host: '127.0.0.1', port, database, ...admin });
    await client.connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  }
}

function readRun(file: string): RunFile | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunFile;
  } catch {
    return undefined;
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
