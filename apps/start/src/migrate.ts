import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { say } from './log.js';

/** Applies migrations as `npx thuisreis migrate` does: this process itself holds no key to the tables. */
export function migrate(root: string, env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'apps/cli/dist/main.js'), 'migrate'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => say(`migrate   ${line}`));
  }
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => (code === 0 ? done() : fail(new Error(`migrate ended with ${code}`))));
  });
}
