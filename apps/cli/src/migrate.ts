import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '@thuisreis/read-model';
import { isObject } from './server/ask.js';
import { findRunFile } from './server/run-file.js';
import type { Settings } from './settings.js';
import { Stop } from './stop.js';

/** Applies missing migrations as the owner role and prints their names. */
export async function migrateDatabase(settings: Settings): Promise<number> {
  const url = new URL(settings.databaseUrl ?? runningDatabase(settings));
  url.username = 'thuisreis_owner';
  url.password = ownerPassword(settings);
  const applied = await migrate(url.href);
  for (const name of applied) console.log(`applied  ${name}`);
  console.log(applied.length === 0 ? 'nothing to apply' : `${applied.length} applied`);
  return 0;
}

function runningDatabase(settings: Settings): string {
  const run = findRunFile(settings);
  if (run === undefined) throw new Stop('No database: set DATABASE_URL or start Thuisreis with `npm start`.', 2);
  return `postgres://127.0.0.1:${run.postgres.port}/${run.postgres.database}`;
}

function ownerPassword(settings: Settings): string {
  const file = settings.secretsFile ?? join(settings.dataFolder, 'secrets.json');
  try {
    const secrets: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const roles = isObject(secrets) && isObject(secrets['roles']) ? secrets['roles'] : {};
    if (typeof roles['owner'] === 'string') return roles['owner'];
  } catch {
    // said below, whatever went wrong
  }
  throw new Stop(`No owner password in ${file}. Set THUISREIS_SECRETS or THUISREIS_DATA.`, 2);
}
