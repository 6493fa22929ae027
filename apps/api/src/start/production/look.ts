import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { systemActor } from '@thuisreis/policy';
import { migrationNames, openDatabase, type Database } from '@thuisreis/read-model';
import { readSecrets, type Secrets, type Told } from '../../settings.js';
import { databaseGaps, type DatabaseFacts } from './database-gaps.js';
import { settingsGaps, type Gap } from './settings-gaps.js';

const DEMO_FILES = ['demo-users.json', 'demo-loaded.json'];
const roles = `
  SELECT r.rolname AS name, r.rolsuper AS superuser, r.rolbypassrls AS bypasses,
         (SELECT count(*)::int FROM pg_class c WHERE c.relowner = r.oid AND c.relkind IN ('r', 'p')) AS owns
  FROM pg_roles r WHERE r.rolname IN ('thuisreis_api', 'thuisreis_worker', 'thuisreis_replica', 'thuisreis_report')`;
const unguarded = `
  SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'corporation'
  WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
    AND NOT (c.relrowsecurity AND c.relforcerowsecurity) ORDER BY 1`;
const settings = `
  SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS synchronous_commit,
         (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now`;
const migrations = `SELECT name FROM migration`;
const demoMembers = `SELECT count(*)::int AS n FROM member WHERE login LIKE '%.example'`;

/** Everything that keeps this house from starting in production; it changes nothing. */
export async function lookForGaps(told: Told): Promise<Gap[]> {
  const secrets = readSecrets(told);
  const ofSettings = settingsGaps(
    told,
    secrets,
    DEMO_FILES.filter((name) => existsSync(join(told.THUISREIS_DATA, name))),
  );
  if (!secrets || told.DATABASE_URL === undefined) return ofSettings;
  return [...ofSettings, ...(await lookIntoDatabase(told.DATABASE_URL, secrets, corporationsOf(told)))];
}

function corporationsOf({ THUISREIS_CONFIG }: Told): string[] {
  const folder = join(THUISREIS_CONFIG, 'corporations');
  return existsSync(folder) ? readdirSync(folder) : [];
}

async function lookIntoDatabase(url: string, secrets: Secrets, corporations: readonly string[]): Promise<Gap[]> {
  const database = openDatabase({ url, role: 'api', password: secrets.roles.api, poolSize: 1 });
  try {
    return databaseGaps(await factsOf(database, corporations), migrationNames);
  } catch (error) {
    const { code = 'unknown' } = error as { code?: string };
    return [{ code: 'databaseSilent', repair: `The database does not answer the role thuisreis_api (${code})` }];
  } finally {
    await database.close();
  }
}

async function factsOf(database: Database, corporations: readonly string[]): Promise<DatabaseFacts> {
  const facts = await database.prove({}, async (tx) => {
    const [row] = await tx.query<DatabaseFacts['settings'] & { now: number }>(settings);
    const names = (rows: { name: string }[]): string[] => rows.map(({ name }) => name);
    return {
      roles: await tx.query<DatabaseFacts['roles'][number]>(roles),
      unguarded: names(await tx.query<{ name: string }>(unguarded)),
      settings: row ?? { fsync: '', synchronous_commit: '' },
      migrations: names(await tx.query<{ name: string }>(migrations)),
      now: row?.now ?? 0,
      ourNow: Date.now(),
    };
  });
  let people = 0;
  for (const slug of corporations) {
    const [row] = await database.as(systemActor(slug), (tx) => tx.query<{ n: number }>(demoMembers));
    people += row?.n ?? 0;
  }
  return { ...facts, demoMembers: people };
}
