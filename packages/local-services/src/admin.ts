import pg from 'pg';
import type { Postgres } from './postgres.js';

/** Where the cluster answers and who its administrator is. */
export type Cluster = Pick<Postgres, 'port' | 'admin'>;

/** Runs statements as the administrator of the cluster. */
export async function asAdmin<T>(
  { port, admin }: Cluster,
  database: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: admin.user, password: admin.password, database });
  client.on('error', () => undefined); // told by the statement under way
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Creates a login role with this password and databases it owns, unless they exist. */
export function ensureOwner(cluster: Cluster, role: string, password: string, databases: string[]): Promise<void> {
  return asAdmin(cluster, 'postgres', async (client) => {
    const known = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    const verb = known.rowCount ? 'alter' : 'create';
    await client.query(
      `${verb} role ${client.escapeIdentifier(role)} login password ${client.escapeLiteral(password)}`,
    );
    for (const name of databases) {
      const there = await client.query('select 1 from pg_database where datname = $1', [name]);
      if (there.rowCount) continue;
      await client.query(`create database ${client.escapeIdentifier(name)} owner ${client.escapeIdentifier(role)}`);
    }
  });
}
