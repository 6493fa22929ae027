import { join } from 'node:path';
import { Kept, startProgram, type Program } from '@thuisreis/local-services';
import { say } from './log.js';
import { readable } from './readable.js';

export interface PartOptions {
  /** The app whose compiled `main.js` it runs. */
  readonly name: 'api' | 'worker';
  readonly root: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Milliseconds between asking it to end and insisting: longer than the worker's own ten seconds. */
  readonly grace: number;
  /** Told whenever it has another pid. */
  readonly changed: () => void;
}

export const scriptOf = (name: string): string => `apps/${name}/dist/main.js`;

/** One of our own processes, kept alive. */
export function keepPart({ name, root, environment, grace, changed }: PartOptions): Promise<Kept<Program>> {
  const log = (line: string): void => say(`${name.padEnd(9)} ${readable(line)}`);
  const args = ['--enable-source-maps', join(root, scriptOf(name))];
  const launch = (): Program => startProgram(process.execPath, args, { env: environment, log, grace });
  return Kept.start({ name, launch, log: say, changed });
}
