import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { say } from './log.js';
import type { Settings } from './settings.js';

/** EX_CONFIG of sysexits: the configuration keeps it from starting. */
const UNFIT = 78;

/**
 * Production is not started from here: this command keeps a database and a Temporal of its own. What the API finds
 * missing is named first, so that one look at the list is enough.
 */
export function endInProduction({ mode, root, environment, dataDir, configFolder }: Settings): void {
  if (mode !== 'production') return;
  const env = {
    ...environment,
    THUISREIS_MODE: mode,
    THUISREIS_DATA: dataDir,
    THUISREIS_CONFIG: configFolder,
  };
  spawnSync(process.execPath, [join(root, 'apps/api/dist/fit.js')], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  say('In production start apps/api/dist/main.js and apps/worker/dist/main.js, with services of their own');
  process.exit(UNFIT);
}
