import pg from 'pg';
import { DataSource } from 'typeorm';
import { DATABASE_ROLES, emitGrants, emitPolicies, type DatabaseRole } from '@thuisreis/policy';
import { Foundation1732500000000 } from './migrations/1732500000000-foundation.js';
import { Relations1732600000000 } from './migrations/1732600000000-relations.js';
import { CommandAnswer1732800000000 } from './migrations/1732800000000-command-answer.js';
import { LeaseHistory1732900000000 } from './migrations/1732900000000-lease-history.js';
import { EraseHousehold1733000000000 } from './migrations/1733000000000-erase-household.js';

/** All migrations, oldest first. */
const MIGRATIONS = [
  Foundation1732500000000,
  Relations1732600000000,
  CommandAnswer1732800000000,
  LeaseHistory1732900000000,
  EraseHousehold1733000000000,
] as const;

/** Names of the migrations that this version needs, oldest first. */
export const migrationNames: readonly string[] = MIGRATIONS.map(({ name }) => name);

/** Creates the five roles and the database `thuisreis` when they are missing, and sets the roles' passwords. */
export async function prepareDatabase(
  adminUrl: string,
  passwords: { readonly [role in DatabaseRole]: string },
  database = 'thuisreis',
): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    for (const role of DATABASE_ROLES) await ensureRole(admin, `thuisreis_${role}`, passwords[role]);
    const found = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    const name = pg.escapeIdentifier(database);
    if (found.rowCount === 0) await admin.query(`CREATE DATABASE ${name} OWNER thuisreis_owner`);
    await admin.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    await admin.query(`GRANT CONNECT ON DATABASE ${name} TO ${DATABASE_ROLES.map((r) => `thuisreis_${r}`).join(', ')}`);
  } finally {
    await admin.end();
  }
}

async function ensureRole(admin: pg.Client, role: string, password: string): Promise<void> {
  const found = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const verb = found.rowCount === 0 ? 'CREATE' : 'ALTER';
  await admin.query(
    `${verb} ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD ${pg.escapeLiteral(password)}`,
  );
}

/** Applies missing migrations as the owner, then states policies and grants anew: the generator sees neither. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: [...MIGRATIONS],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
  });
  await source.initialize();
  try {
    const done = await source.runMigrations();
    await source.transaction(async (tx) => {
      const seen = 'GRANT SELECT ON migration TO thuisreis_api'; // it refuses to run on another schema than its own
      for (const statement of [...emitPolicies(), ...emitGrants(), seen]) await tx.query(statement);
    });
    return done.map((one) => one.name);
  } finally {
    await source.destroy();
  }
}

/** Names of migrations that the database at `ownerUrl` lacks; all of them when it was never migrated. */
export async function pendingMigrations(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const known = await client.query<{ there: boolean }>(`SELECT to_regclass('migration') IS NOT NULL AS there`);
    const sql = 'SELECT name FROM migration';
    const rows = known.rows[0]?.there ? (await client.query<{ name: string }>(sql)).rows : [];
    const done = new Set(rows.map(({ name }) => name));
    return MIGRATIONS.map(({ name }) => name).filter((name) => !done.has(name));
  } finally {
    await client.end();
  }
}
