import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, type Postgres } from '@thuisreis/local-services';
import { systemActor } from '@thuisreis/policy';
import { Database, migrate, openDatabase, prepareDatabase } from '@thuisreis/read-model';

const password = 'only-for-this-test';
const roles = { owner: password, api: password, worker: password, replica: password, report: password };

/** A cluster of its own with an empty, migrated database; `stop` leaves nothing behind. */
export interface Cluster {
  readonly postgres: Postgres;
  readonly adminUrl: string;
  readonly ownerUrl: string;
  open(role: 'api' | 'worker' | 'replica' | 'report', poolSize?: number): Database;
  stop(): Promise<void>;
}

export async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'thuisreis-database-'));
  chmodSync(folder, 0o755);
  const postgres = await startPostgres(join(folder, 'data'), password, () => undefined);
  const at = (user: string, database: string): string =>
    `postgres://${user}:${password}@127.0.0.1:${postgres.port}/${database}`;
  await prepareDatabase(at('postgres', 'postgres'), roles);
  await migrate(at('thuisreis_owner', 'thuisreis'));
  const opened: Database[] = [];
  return {
    postgres,
    adminUrl: at('postgres', 'thuisreis'),
    ownerUrl: at('thuisreis_owner', 'thuisreis'),
    open: (role, poolSize = 2) => {
      const database = openDatabase({
        url: `postgres://127.0.0.1:${postgres.port}/thuisreis`,
        role,
        password,
        poolSize,
      });
      opened.push(database);
      return database;
    },
    stop: async () => {
      for (const database of opened) await database.close();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A corporation with one project, so that rows of others can hang below it. */
export async function found(api: Database, corporation: string): Promise<{ project: string; member: string }> {
  return api.as(
    systemActor(corporation),
    async (tx) => {
      await tx.query('INSERT INTO corporation (corporation, title) VALUES ($1, $1)', [corporation]);
      const [member] = await tx.query<{ id: string }>(
        `INSERT INTO member (corporation, login, name, profile) VALUES ($1, $2, 'Sanne', 'caseManager') RETURNING id`,
        [corporation, `sanne@${corporation}.example`],
      );
      const [project] = await tx.query<{ id: string }>(
        `INSERT INTO project (corporation, slug, name, template) VALUES ($1, 'nachtegaal', 'De Nachtegaal', 'base/project') RETURNING id`,
        [corporation],
      );
      return { project: project!.id, member: member!.id };
    },
    { write: true },
  );
}
