import { homedir } from 'node:os';
import { join } from 'node:path';

/** What finding and running the services is told by the environment. */
export interface Settings {
  /** The user's cache folder (XDG Base Directory). */
  readonly cacheHome: string;
  /** A Go command to build with, tried before the one on the path. */
  readonly go?: string;
  /** Passed on to every program started here. */
  readonly environment: Readonly<NodeJS.ProcessEnv>;
}

export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const go = env['THUISREIS_GO'];
  return {
    cacheHome: env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'),
    ...(go ? { go } : {}),
    environment: env,
  };
}
