// `npm start`: installs, builds, then lets a guardian run the house in a process group of its own. The guardian reads
// from a pipe that only this process holds: however this one ends, even by kill -9, the guardian notices and cleans up.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, install, root } from './install.mjs';

await install();
await build();
const main = join(root, 'apps/start/dist/main.js');
const args = [main, ...process.argv.slice(2), '--front', String(process.pid)];
const guardian = spawn(process.execPath, args, { detached: true, stdio: ['pipe', 'inherit', 'inherit'] });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => guardian.stdin.end());
guardian.stdin.on('error', () => undefined);
guardian.on('exit', (code) => process.exit(code ?? 1));
