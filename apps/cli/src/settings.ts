import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { reachableFolder } from '@thuisreis/local-services';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What the command line is told from outside; paths are absolute. */
export interface Settings {
  readonly root: string;
  readonly dataFolder: string;
  readonly configFolder: string;
  /** Without a password; that one stands in the secrets file. */
  readonly databaseUrl?: string;
  readonly secretsFile?: string;
}

/** A relative data or config folder counts from where the person stands; the defaults are those of the checkout. */
export function readSettings(from: Record<string, string | undefined> = process.env): Settings {
  const told = from['THUISREIS_CONFIG'];
  const here = resolve('config');
  return {
    root,
    dataFolder: reachableFolder(from['THUISREIS_DATA'] ?? resolve(root, '.thuisreis')),
    configFolder: told !== undefined ? resolve(told) : existsSync(here) ? here : resolve(root, 'config'),
    ...(from['DATABASE_URL'] === undefined ? {} : { databaseUrl: from['DATABASE_URL'] }),
    ...(from['THUISREIS_SECRETS'] === undefined ? {} : { secretsFile: from['THUISREIS_SECRETS'] }),
  };
}
