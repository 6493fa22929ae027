import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('../../..', import.meta.url).pathname;
export type Answer = {
  data: Record<string, never> | null;
  errors?: { message: string; extensions: { code: string } }[];
};

/** A whole house of its own: data folder, port, database, Temporal, worker and API, through the real start. */
export class House {
  private readonly cookies = new Map<string, string>();
  private constructor(
    readonly url: string,
    private readonly start: ChildProcess,
  ) {}

  /** Starts without the demo; resolves when `run.json` says it is ready. */
  static async open(): Promise<House> {
    const data = mkdtempSync(join(tmpdir(), 'thuisreis-house-'));
    const port = await freePort();
    const args = [
      join(root, 'apps/start/dist/main.js'),
      '--data',
      data,
      '--port',
      String(port),
      '--no-demo',
      '--front',
      String(process.pid),
    ];
    const start = spawn(process.execPath, args, { cwd: root, stdio: ['pipe', 'ignore', 'ignore'] });
    for (let waited = 0; waited < 280; waited += 1) {
      await new Promise((wake) => setTimeout(wake, 1_000));
      if (start.exitCode !== null) throw new Error(`npm start ended with ${start.exitCode}`);
      const url = urlOf(join(data, 'run.json'));
      if (url) return new House(url, start);
    }
    throw new Error('The house did not become ready');
  }

  /** Ends it as Ctrl-C does, and waits. */
  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.start.once('exit', resolve));
    this.start.kill('SIGINT');
    await ended;
  }

  /** The raw text of an answer, so that answers can be compared byte for byte. */
  async text(login: string, query: string, variables: object = {}): Promise<string> {
    const headers = { 'content-type': 'application/json', 'x-thuisreis': '1', cookie: await this.cookie(login) };
    const body = JSON.stringify({ query, variables });
    return (await fetch(`${this.url}/graphql`, { method: 'POST', headers, body })).text();
  }

  async ask(login: string, query: string, variables: object = {}): Promise<Answer> {
    return JSON.parse(await this.text(login, query, variables)) as Answer;
  }

  private async cookie(login: string): Promise<string> {
    const known = this.cookies.get(login);
    if (known) return known;
    const answer = await fetch(`${this.url}/sign-in?as=${login}`, { redirect: 'manual' });
    const cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
    this.cookies.set(login, cookie);
    return cookie;
  }
}

function urlOf(file: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { url: string }).url;
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
