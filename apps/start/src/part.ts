import { join } from 'node:path';
import { Kept, startProgram, withoutRepeats, type Program } from '@thuisreis/local-services';
import { say } from './log.js';
import { readable } from './readable.js';

export interface PartOptions {
  readonly name: 'api' | 'worker';
  readonly root: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Milliseconds between asking it to end and insisting: longer than the worker's own ten seconds. */
  readonly grace: number;
  /** Told whenever it has another pid. */
  readonly changed: () => void;
}

/** The API is built into one file, which is read faster. */
export const scriptOf = (name: string): string => `apps/${name}/dist/${name === 'api' ? 'api.mjs' : 'main.js'}`;

/** One of our own processes, kept alive. */
export function keepPart({ name, root, environment, grace, changed }: PartOptions): Promise<Kept<Program>> {
  const told = withoutRepeats((line) => say(`${name.padEnd(9)} ${line}`));
  const log = (line: string): void => told(readable(line));
  const script = join(root, scriptOf(name));
  const launch = (): Program => startProgram(process.execPath, [script], { env: environment, log, grace });
  return Kept.start({ name, launch, log: say, changed });
}
