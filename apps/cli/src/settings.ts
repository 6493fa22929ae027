import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { reachableFolder } from '@thuisreis/local-services';
import { fileURLToPath } from 'node:url';
import { isObject } from './server/ask.js';
import { Stop } from './stop.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What the command line is told from outside; paths are absolute. */
export interface Settings {
  readonly root: string;
  readonly dataFolder: string;
  readonly configFolder: string;
  /** Without a password; that one stands in the secrets file. */
  readonly databaseUrl?: string;
  readonly secretsFile?: string;
  readonly temporalAddress?: string;
  readonly go?: string;
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
    ...(from['TEMPORAL_ADDRESS'] === undefined ? {} : { temporalAddress: from['TEMPORAL_ADDRESS'] }),
    ...(from['THUISREIS_GO'] === undefined ? {} : { go: from['THUISREIS_GO'] }),
  };
}

/** The password of a database role, from the installation's secrets. */
export function passwordOf(settings: Settings, role: 'owner' | 'report'): string {
  const file = settings.secretsFile ?? join(settings.dataFolder, 'secrets.json');
  try {
    const secrets: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const password = isObject(secrets) && isObject(secrets['roles']) ? secrets['roles'][role] : undefined;
    if (typeof password === 'string') return password;
  } catch {
    // said below, whatever went wrong
  }
  throw new Stop(`No ${role} password in ${file}. Set THUISREIS_SECRETS or THUISREIS_DATA.`, 2);
}
