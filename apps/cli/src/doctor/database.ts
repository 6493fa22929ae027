import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { systemActor } from '@thuisreis/policy';
import { openDatabase, pendingMigrations } from '@thuisreis/read-model';
import type { RunFile } from '../server/run-file.js';
import { passwordOf, type Settings } from '../settings.js';
import type { Check } from './checks.js';

const PARKED = `SELECT count(*)::int AS parked FROM "case" WHERE corporation = $1 AND parked IS NOT NULL`;

/** What only the database can say: whether it is of this version, and whether cases wait for a person. */
export async function databaseChecks(settings: Settings, run: RunFile): Promise<Check[]> {
  const url = `postgres://127.0.0.1:${run.postgres.port}/${run.postgres.database}`;
  try {
    return [await migrations(settings, url), await parked(settings, url)];
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'the database does not answer';
    return [{ name: 'database', status: 'fail', detail }];
  }
}

async function migrations(settings: Settings, url: string): Promise<Check> {
  const owner = new URL(url);
  owner.username = 'thuisreis_owner';
  owner.password = passwordOf(settings, 'owner');
  const pending = await pendingMigrations(owner.href);
  const name = 'migrations';
  return pending.length === 0
    ? { name, status: 'ok', detail: 'none pending' }
    : { name, status: 'warn', detail: `${pending.join(', ')}: run npx thuisreis migrate` };
}

/** A parked case is one whose row and workflow disagree: nothing is lost, but nothing goes on either. */
async function parked(settings: Settings, url: string): Promise<Check> {
  const database = openDatabase({ url, role: 'report', password: passwordOf(settings, 'report'), poolSize: 1 });
  let count = 0;
  try {
    for (const corporation of readdirSync(join(settings.configFolder, 'corporations'))) {
      const work = { sql: PARKED, values: [corporation] };
      const [row] = await database.as(systemActor(corporation), (tx) =>
        tx.query<{ parked: number }>(work.sql, work.values),
      );
      count += row?.parked ?? 0;
    }
  } finally {
    await database.close();
  }
  const name = 'parked cases';
  return count === 0
    ? { name, status: 'ok', detail: '0' }
    : { name, status: 'fail', detail: `${count}: row and workflow differ, see npx thuisreis doctor --reconcile` };
}
