import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePorts } from './ports.js';
import { databaseUser, postgresPrograms, type DatabaseUser, type PostgresPrograms } from './postgres-programs.js';
import { startProgram, type Log, type Program } from './program.js';
import { readSettings } from './settings.js';

export interface Postgres extends Program {
  readonly port: number;
  readonly admin: { readonly user: string; readonly password: string };
}

const configuration = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '120',
  shared_buffers: '128MB',
  synchronous_commit: 'on',
  log_min_messages: 'error',
  timezone: 'UTC',
};
const flags = Object.entries(configuration).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
/** Milliseconds; the processes of a killed server still hold its memory for a moment. */
const PATIENCE = 30_000;
const GRACE = 30_000;

/**
 * Starts PostgreSQL in `folder`, made on first use (UTF-8, locale C, passwords by SCRAM), on `wanted` or a free
 * loopback port. After a crash it recovers by itself. As root it runs as the system's `postgres` user.
 */
export async function startPostgres(folder: string, password: string, log: Log, wanted?: number): Promise<Postgres> {
  const [free = 0] = wanted === undefined ? await freePorts(1) : [wanted];
  const programs = await postgresPrograms();
  const user = databaseUser();
  await endLeftover(folder);
  if (!existsSync(join(folder, 'PG_VERSION'))) initialise(folder, password, programs, user);
  for (const until = Date.now() + PATIENCE; ;) {
    const started = await launch(programs.postgres, folder, free, user, log);
    if (started.program) return { ...started.program, port: free, admin: { user: 'postgres', password } };
    // Another server on this folder, or what a killed one left in memory: both pass.
    const passing = /pre-existing shared memory|lock file .* already exists|is still in use/.test(started.why);
    if (!passing || Date.now() > until) throw new Error(`PostgreSQL did not start in ${folder}: ${started.why}`);
    await pause(200);
  }
}

type Launched = { readonly program: Program } | { readonly program?: undefined; readonly why: string };

async function launch(postgres: string, folder: string, port: number, user: DatabaseUser, log: Log): Promise<Launched> {
  const said: string[] = [];
  let ready: () => void = () => undefined;
  const isReady = new Promise<true>((done) => (ready = () => done(true)));
  const hear = (line: string): void => {
    if (line.includes('database system is ready to accept connections')) ready();
    if (/WARN|ERROR|FATAL|PANIC/.test(line)) said.push(line);
    if (/WARN|ERROR|PANIC/.test(line)) log(line);
  };
  const env = { ...readSettings().environment, LC_MESSAGES: 'C' };
  const options = { env, ...user, log: hear, signal: 'SIGINT', grace: GRACE } as const;
  const program = startProgram(postgres, ['-D', folder, '-p', String(port), ...flags], options);
  if ((await Promise.race([isReady, program.ended])) === true) return { program };
  return { why: said.join('; ') || `it ended (${await program.ended})` };
}

/** Makes the cluster under another name and renames it: one that was half made is never opened. */
function initialise(folder: string, password: string, { initdb }: PostgresPrograms, user: DatabaseUser): void {
  const [made, secret] = [`${folder}.new`, `${folder}.password`];
  for (const path of [made, folder]) rmSync(path, { recursive: true, force: true });
  mkdirSync(made, { recursive: true, mode: 0o700 });
  writeFileSync(secret, `${password}\n`, { mode: 0o600 });
  if (user.uid !== undefined) for (const path of [made, secret]) chownSync(path, user.uid, user.gid);
  const access = ['--auth=scram-sha-256', '--username=postgres', `--pwfile=${secret}`];
  const args = [`--pgdata=${made}`, ...access, '--encoding=UTF8', '--locale=C'];
  const done = spawnSync(initdb, args, { ...user, encoding: 'utf8' });
  rmSync(secret, { force: true });
  if (done.status !== 0) throw new Error(`PostgreSQL's folder could not be made: ${done.stderr || done.error}`);
  chmodSync(made, 0o700);
  renameSync(made, folder);
}

/** Ends a postmaster that an earlier start left behind, so that its folder can be opened again. */
async function endLeftover(folder: string): Promise<void> {
  const pid = postmasterPid(folder);
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGINT');
    for (let i = 0; i < 100 && alive(pid); i += 1) await pause(100);
    if (alive(pid)) process.kill(pid, 'SIGKILL');
  } catch {
    // it was gone already
  }
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/**
 * The living server of a folder. Its file stays when the server was killed: PostgreSQL finds in it the memory that
 * must be free before it recovers. Only when the pid has become something else is the file in its way.
 */
function postmasterPid(folder: string): number | undefined {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!alive(pid)) return undefined;
  try {
    if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')) return pid;
    rmSync(file, { force: true });
    return undefined;
  } catch {
    return pid;
  }
}
