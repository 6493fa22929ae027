import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { buildBinaries } from './build.js';
import { alone } from './lock.js';
import type { Log } from './program.js';
import { readSettings } from './settings.js';

export const TEMPORAL_VERSION = 'v1.31.2';

export interface Binaries {
  readonly server: string;
  readonly sql: string;
  /** Which step of the search won, for people. */
  readonly source: string;
}

/** The user's cache folder for this version, system and architecture. */
export function cacheFolder(base = readSettings().cacheHome): string {
  return join(base, 'thuisreis', `temporal-${TEMPORAL_VERSION}-${platform()}-${arch()}`);
}

const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Cached binaries count only when they are what was built: recorded checksums and their own word must agree. */
export function cached(folder: string): Binaries | undefined {
  const files = { server: join(folder, 'server'), sql: join(folder, 'sql') };
  try {
    const recorded = JSON.parse(readFileSync(join(folder, 'sha256.json'), 'utf8')) as Record<string, string>;
    if (recorded['server'] !== sha256(files.server) || recorded['sql'] !== sha256(files.sql)) return undefined;
    if (!isPinned(files.server) || !isPinned(files.sql)) return undefined;
    return { ...files, source: `cache ${folder}` };
  } catch {
    return undefined;
  }
}

/** Asks a program for its version; one that cannot run here is not ours. */
function isPinned(file: string): boolean {
  const said = execFileSync(file, ['--version'], { encoding: 'utf8', timeout: 10_000 });
  return said.trim().endsWith(` ${TEMPORAL_VERSION.slice(1)}`);
}

/** Puts two built files into the cache under a temporary name and renames it: never half a cache. */
export function keep(built: string, folder: string): void {
  const sums = { server: sha256(join(built, 'server')), sql: sha256(join(built, 'sql')) };
  writeFileSync(join(built, 'sha256.json'), JSON.stringify(sums));
  rmSync(folder, { recursive: true, force: true });
  renameSync(built, folder);
}

/** Finds the pinned Temporal server and its schema tool in the cache, or builds both (three minutes on two cores). */
export async function temporalBinaries(log: Log, folder = cacheFolder()): Promise<Binaries> {
  const found = cached(folder);
  if (found) return said(log, found);
  if (existsSync(folder))
    log(`${folder} does not hold Temporal ${TEMPORAL_VERSION} as it was built; building it again`);
  mkdirSync(dirname(folder), { recursive: true });
  return alone(`${folder}.lock`, log, async () => {
    const meanwhile = cached(folder);
    if (meanwhile) return said(log, meanwhile);
    // We hold the lock: what other builders left (gigabytes of Go's caches) belongs to nobody.
    const work = `${folder}.build`;
    rmSync(work, { recursive: true, force: true });
    try {
      const { bin, source } = await buildBinaries(TEMPORAL_VERSION, work, log);
      keep(bin, folder);
      const built = cached(folder);
      if (!built) throw new Error(`Temporal was built but ${folder} cannot be run`);
      return said(log, { ...built, source });
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  });
}

function said(log: Log, binaries: Binaries): Binaries {
  log(`Temporal ${TEMPORAL_VERSION}: ${binaries.source}`);
  return binaries;
}
