import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lives } from './leftovers.js';

const PROGRAM = 'apps/start/dist/main.js';

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer().once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });
}

/**
 * Writes our name on a port. Another start that is still preparing has not opened its port yet, so asking the system
 * is not enough: the file can be made by one process only, and counts as long as that process lives.
 */
function claim(port: number): boolean {
  const file = join(tmpdir(), `thuisreis-port-${port}`);
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
    process.on('exit', () => rmSync(file, { force: true }));
    return true;
  } catch {
    return takeOver(file, port);
  }
}

function takeOver(file: string, port: number): boolean {
  try {
    if (lives({ pid: Number(readFileSync(file, 'utf8')), program: PROGRAM })) return false;
    rmSync(file, { force: true });
    return claim(port);
  } catch {
    return false;
  }
}

/** The wanted port, or the next one that nobody uses or prepares to use. */
export async function portFrom(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 200; port += 1) {
    if ((await isFree(port)) && claim(port)) return port;
  }
  throw new Error(`no free port from ${wanted} on`);
}
