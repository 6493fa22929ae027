import { afterEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

interface RunFile {
  readonly url: string;
  readonly pids: { readonly [part: string]: number };
}
interface Running {
  readonly process: ChildProcess;
  readonly lines: string[];
  readonly run: () => RunFile;
}
const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'thuisreis-start-'));
  folders.push(made);
  return made;
};
const started: ChildProcess[] = [];

/** Types `npm start` in a checkout that is installed and built, and waits for its last line. */
async function start(data: string, ...options: string[]): Promise<Running> {
  const args = ['apps/start/start.mjs', '--data', data, '--no-demo', ...options];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(child);
  const lines: string[] = [];
  await new Promise<void>((ready, fail) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      if (line.startsWith('Thuisreis is ready: ')) ready();
    });
    child.once('exit', (code) => fail(new Error(`ended with ${code}:\n${lines.slice(-20).join('\n')}`)));
  });
  return { process: child, lines, run: () => JSON.parse(readFileSync(join(data, 'run.json'), 'utf8')) as RunFile };
}

/** Ended means ended: a zombie that nobody has read yet counts as gone. */
function alive(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

async function gone(pids: number[], patience: number): Promise<number[]> {
  const until = Date.now() + patience;
  while (pids.some(alive) && Date.now() < until) await pause(100);
  return pids.filter(alive);
}

afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await new Promise((done) => child.once('exit', done));
  }
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 500 });
}, 60_000);

describe('npm start', () => {
  it('tells where the data are and how to reach every part, and Ctrl-C leaves nothing behind', async () => {
    const data = folder();
    const one = await start(data);
    const { url, pids } = one.run();
    expect(one.lines.slice(0, -1)).toContain(`Data: ${data}`);
    expect(one.lines.at(-1)).toBe(`Thuisreis is ready: ${url}`);
    expect(statSync(join(data, 'run.json')).mode & 0o777).toBe(0o600);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    one.process.kill('SIGINT');
    expect(await gone(Object.values(pids), 15_000)).toEqual([]);
    expect(existsSync(join(data, 'run.json'))).toBe(false);
    expect(existsSync(join(data, 'postgres/postmaster.pid'))).toBe(false);
  }, 600_000);

  it('runs twice beside itself, on other ports', async () => {
    const [one, two] = await Promise.all([start(folder()), start(folder())]);
    expect(one.run().url).not.toBe(two.run().url);
    for (const { run } of [one, two]) expect((await fetch(`${run().url}/health/ready`)).status).toBe(200);
  }, 600_000);

  it('starts a part again that dies, and recovers after its own kill -9 without orphans', async () => {
    const data = folder();
    const one = await start(data);
    const before = one.run().pids;
    for (const part of ['worker', 'api']) process.kill(before[part] ?? 0, 'SIGKILL');
    const until = Date.now() + 30_000;
    while (one.run().pids['api'] === before['api'] && Date.now() < until) await pause(100);
    expect(one.run().pids['api']).not.toBe(before['api']);
    const { pids } = one.run();
    process.kill(pids['start'] ?? 0, 'SIGKILL');
    const two = await start(data);
    expect(Object.values(pids).filter(alive)).toEqual([]);
    expect((await fetch(`${two.run().url}/health/ready`)).status).toBe(200);
  }, 600_000);

  it('ends what belongs to it when the process in the middle is killed', async () => {
    const data = folder();
    const one = await start(data);
    const { others } = JSON.parse(readFileSync(join(data, 'parts.json'), 'utf8')) as { others: { pid: number }[] };
    const [guardian = 0, ...parts] = others.map(({ pid }) => pid);
    process.kill(guardian, 'SIGKILL');
    expect(await gone([one.run().pids['start'] ?? 0, ...parts], 15_000)).toEqual([]);
  }, 600_000);
});
