#!/usr/bin/env node
// Works in a fresh clone after `npm install` alone: builds what is missing, its output on standard error.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const main = new URL('dist/main.js', import.meta.url);
if (!existsSync(main)) {
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' };
  const args = ['nx', 'run', '@thuisreis/cli:build', '--outputStyle=static'];
  const built = spawnSync('npx', args, { cwd: root, env, stdio: ['ignore', 2, 2] });
  if (built.status !== 0 || !existsSync(main)) {
    console.error('thuisreis could not be built: run `npm run build` in the checkout and look at its output.');
    process.exit(2);
  }
}
await import(main.href);
