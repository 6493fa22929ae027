// The first step of `npm start` and `npm test`: without dependencies, so that it runs in a fresh clone.
import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
const marks = join(root, 'node_modules', '.thuisreis');

/**
 * Runs a command in the checkout, with a line every ten seconds. Its output is on ours, or, when `calm`, only told when
 * it failed.
 */
export function run(command, args, { env = process.env, label = [command, ...args].join(' '), calm = false } = {}) {
  const started = Date.now();
  const out = calm ? 'pipe' : 'inherit';
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', out, out] });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk));
    const beat = setInterval(() => console.log(`… ${label} (${Math.round((Date.now() - started) / 1000)} s)`), 9000);
    child.on('error', fail);
    child.on('close', (code) => {
      clearInterval(beat);
      if (code !== 0) process.stdout.write(Buffer.concat(said));
      done(code ?? 1);
    });
  });
}

/** Runs `work` unless the mark called `name` says that it was done for exactly this fingerprint. */
async function once(name, fingerprint, work) {
  const file = join(marks, name);
  if (existsSync(file) && readFileSync(file, 'utf8') === fingerprint) return false;
  await work();
  mkdirSync(marks, { recursive: true });
  writeFileSync(file, fingerprint);
  return true;
}

/** Installs exactly the locked packages when they are missing or the lock has changed since. */
export function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  return once('installed', lock, async () => {
    console.log('Installing the locked packages');
    const code = await run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
      label: 'npm install',
    });
    if (code !== 0) throw new Error('npm install failed: see the lines above');
  });
}

const sources = ['packages', 'workflows', 'apps'];
const skipped = new Set(['node_modules', 'dist', '.thuisreis']);
function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skipped.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (!/\.test\.tsx?$/.test(entry.name)) yield path;
  }
}

/** Names, sizes and times of all sources: cheap enough to ask at every start. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const folder of sources) {
    for (const path of filesBelow(join(root, folder))) {
      const { size, mtimeMs } = statSync(path);
      hash.update(`${path}\0${size}\0${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

/** Builds what changed; gives whether anything did. */
export function build() {
  return once('built', fingerprint(), async () => {
    console.log('Building what changed');
    const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' };
    const args = ['nx', 'run-many', '-t', 'build', '--outputStyle=static'];
    const code = await run('npx', args, { env, label: 'build', calm: true });
    if (code !== 0) throw new Error('the build failed: see the lines above');
  });
}
