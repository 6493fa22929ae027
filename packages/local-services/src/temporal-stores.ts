import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asAdmin, ensureOwner, type Cluster } from './admin.js';
import { TEMPORAL_VERSION, type Binaries } from './binaries.js';
import { readSettings } from './settings.js';

export const ROLE = 'temporal';
const stores = [
  { database: 'temporal', schema: 'postgresql/v12/temporal' },
  { database: 'temporal_visibility', schema: 'postgresql/v12/visibility' },
];

/** Makes Temporal's role and databases and brings both schemas up to date. */
export async function prepareStores(
  binaries: Binaries,
  cluster: Cluster,
  password: string,
  folder: string,
): Promise<void> {
  await ensureOwner(
    cluster,
    ROLE,
    password,
    stores.map(({ database }) => database),
  );
  // At every start the server tries to insert its own namespace and expects to be refused: that is no news.
  await asAdmin(cluster, 'postgres', (client) => client.query(`alter role ${ROLE} set log_min_messages = 'fatal'`));
  await Promise.all(stores.map((store) => prepareStore(binaries, cluster, password, folder, store)));
}

/** A killed server stands there as a member for a while, and the next one would wait for it; there is only ever one. */
export async function forgetMembers(cluster: Cluster): Promise<void> {
  await asAdmin(cluster, 'temporal', (client) => client.query('delete from cluster_membership'));
}

/** `setup-schema` only on a new database, because it resets the version; nothing at all when both are as we left them. */
async function prepareStore(
  binaries: Binaries,
  cluster: Cluster,
  password: string,
  folder: string,
  { database, schema }: (typeof stores)[number],
): Promise<void> {
  const mark = join(folder, `${database}.schema.json`);
  const before = await schemaVersion(cluster, database);
  if (before !== undefined && read(mark) === stateOf(before)) return;
  const endpoint = ['--endpoint', '127.0.0.1', '--port', String(cluster.port), '--user', ROLE];
  const connect = ['--plugin', 'postgres12_pgx', ...endpoint, '--database', database];
  if (before === undefined) await sql(binaries, password, [...connect, 'setup-schema', '-v', '0.0']);
  await sql(binaries, password, [...connect, 'update-schema', '--schema-name', schema]);
  mkdirSync(folder, { recursive: true });
  writeFileSync(mark, stateOf((await schemaVersion(cluster, database)) ?? ''));
}

const stateOf = (schema: string): string => JSON.stringify({ server: TEMPORAL_VERSION, schema });

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Undefined when the database is new. */
function schemaVersion(cluster: Cluster, database: string): Promise<string | undefined> {
  return asAdmin(cluster, database, async (client) => {
    const there = await client.query(`select to_regclass('schema_version') is not null as there`);
    if (!there.rows[0].there) return undefined;
    const found = await client.query<{ version: string }>(
      'select curr_version as version from schema_version where version_partition = 0 and db_name = $1',
      [database],
    );
    return found.rows[0]?.version;
  });
}

function sql({ sql: command }: Binaries, password: string, args: readonly string[]): Promise<void> {
  const env = { ...readSettings().environment, SQL_PASSWORD: password };
  return new Promise((done, fail) => {
    execFile(command, args, { env }, (error, out, faults) => {
      if (error) fail(new Error(`Temporal's schema could not be applied: ${faults || out || error.message}`));
      else done();
    });
  });
}
