// `npm start`: installs, builds, then lets a guardian run the house in a process group of its own. The guardian reads
// from a pipe that only this process holds: however this one ends, even by kill -9, the guardian notices and cleans up.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, install, root } from './install.mjs';

const since = Math.round(Date.now() - process.uptime() * 1000);
await install();
await build();
const main = join(root, 'apps/start/dist/main.js');
const ours = ['--front', String(process.pid), '--since', String(since)];
const options = { detached: true, stdio: ['pipe', 'inherit', 'inherit'] };
const guardian = spawn(process.execPath, [main, ...process.argv.slice(2), ...ours], options);
let asked = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => ((asked = true), guardian.stdin.end()));
guardian.stdin.on('error', () => undefined);
guardian.on('exit', (code) => {
  if (code !== null) process.exit(code);
  // A guardian that was killed could not end its children: they share its process group.
  endGroup('SIGINT');
  setTimeout(() => (endGroup('SIGKILL'), process.exit(asked ? 0 : 1)), asked ? 0 : 9000);
});

function endGroup(signal) {
  try {
    process.kill(-guardian.pid, signal);
  } catch {
    // nobody is left
  }
}
