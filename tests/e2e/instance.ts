import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** What `run.json` tells of a started instance, as far as the browser needs it. */
export interface Instance {
  readonly url: string;
  readonly demo: { readonly users: readonly { login: string; name: string; role: string; corporation: string }[] };
  stop(): Promise<void>;
}

const read = (file: string): Omit<Instance, 'stop'> => JSON.parse(readFileSync(file, 'utf8')) as Instance;

/** The instance that `E2E_RUN_JSON` names, or one of our own on a free port and an empty data folder. */
export async function openInstance(): Promise<Instance> {
  const given = process.env['E2E_RUN_JSON'];
  return given ? { ...read(given), stop: () => Promise.resolve() } : startInstance();
}

async function startInstance(): Promise<Instance> {
  const data = mkdtempSync(join(tmpdir(), 'thuisreis-e2e-'));
  const start = ['apps/start/start.mjs', '--data', data, '--port', '4790'];
  const child = spawn(process.execPath, start, { stdio: ['ignore', 'inherit', 'inherit'] });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve(undefined)));
    rmSync(data, { recursive: true, force: true });
  };
  const run = join(data, 'run.json');
  for (let second = 0; second < 300 && child.exitCode === null; second++) {
    if (existsSync(run)) return { ...read(run), stop };
    await pause(1000);
  }
  await stop();
  throw new Error('npm start did not become ready');
}
