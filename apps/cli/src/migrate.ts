import { migrate } from '@thuisreis/read-model';
import { findRunFile } from './server/run-file.js';
import { passwordOf, type Settings } from './settings.js';
import { Stop } from './stop.js';

/** Applies missing migrations as the owner role and prints their names. */
export async function migrateDatabase(settings: Settings): Promise<number> {
  const url = new URL(settings.databaseUrl ?? runningDatabase(settings));
  url.username = 'thuisreis_owner';
  url.password = passwordOf(settings, 'owner');
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
