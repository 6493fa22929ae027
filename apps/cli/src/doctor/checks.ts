import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { isObject } from '../server/ask.js';
import { findRunFile } from '../server/run-file.js';
import type { RunFile } from '../server/run-file.js';
import type { Settings } from '../settings.js';
import { databaseChecks } from './database.js';
import { temporalSources } from './temporal-sources.js';

export interface Check {
  readonly name: string;
  readonly status: 'ok' | 'warn' | 'fail';
  readonly detail: string;
}

/** Looks at everything a running house needs, from the outside; each line stands alone. */
export async function runChecks(settings: Settings): Promise<Check[]> {
  const run = findRunFile(settings);
  return [
    nodeVersion(),
    fact('config', existsSync(settings.configFolder), settings.configFolder, `${settings.configFolder} does not exist`),
    fact(
      'data',
      existsSync(settings.dataFolder),
      settings.dataFolder,
      `${settings.dataFolder} does not exist: run npm start`,
    ),
    temporalSources(settings),
    fact('run.json', run !== undefined, run?.url ?? '', 'Thuisreis is not running: run npm start'),
    ...(run === undefined ? [] : await running(run)),
    ...(run === undefined ? [] : await databaseChecks(settings, run)),
  ];
}

async function running(run: RunFile): Promise<Check[]> {
  const processes = Object.entries(run.pids).map(([part, pid]) =>
    fact(`process ${part}`, alive(pid), `pid ${pid}`, `pid ${pid} is gone; npm start restarts it within 15 s`),
  );
  const database = await listens('127.0.0.1', run.postgres.port);
  const [host = '127.0.0.1', port = '7233'] = run.temporal.address.split(':');
  const temporal = await listens(host, Number(port));
  return [
    ...processes,
    fact(
      'postgres',
      database,
      `port ${run.postgres.port}, ${run.postgres.database}`,
      `port ${run.postgres.port} refuses`,
    ),
    fact(
      'temporal',
      temporal,
      `${run.temporal.address} (${run.temporal.source ?? 'given'})`,
      `${run.temporal.address} refuses`,
    ),
    await ready(run.url),
  ];
}

async function ready(url: string): Promise<Check> {
  try {
    const response = await fetch(new URL('/health/ready', url), { signal: AbortSignal.timeout(5000) });
    const body: unknown = await response.json();
    const parts = isObject(body) ? Object.entries(body).map(([part, state]) => `${part} ${String(state)}`) : [];
    return fact('ready', response.status === 200, parts.join(', '), parts.join(', ') || `status ${response.status}`);
  } catch {
    return { name: 'ready', status: 'fail', detail: `${url} does not answer` };
  }
}

const fact = (name: string, good: boolean, detail: string, wrong: string): Check =>
  good ? { name, status: 'ok', detail } : { name, status: 'fail', detail: wrong };

function nodeVersion(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const good = major > 20 || (major === 20 && minor >= 11);
  return fact('node', good, process.versions.node, `${process.versions.node}: install Node 20.11 or newer`);
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function listens(host: string, port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host, port, timeout: 2000 });
    const end = (answer: boolean) => () => (socket.destroy(), done(answer));
    socket.on('connect', end(true)).on('error', end(false)).on('timeout', end(false));
  });
}
