import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { asAdmin } from '@thuisreis/local-services';
import { classesOf, systemActor, TABLES, type Actor } from '@thuisreis/policy';
import type { Database } from '@thuisreis/read-model';
import { catalog } from './catalog.js';
import { found, startCluster, type Cluster } from './cluster.js';

jest.setTimeout(120_000);
let cluster: Cluster;
let api: Database;

beforeAll(async () => {
  cluster = await startCluster();
  api = cluster.open('api');
  for (const corporation of ['waterkant', 'heuvelrug']) await found(api, corporation);
});
afterAll(() => cluster?.stop());

const foreignRows = async (requests: number): Promise<number> => {
  const ask = async (index: number): Promise<number> => {
    const corporation = index % 2 ? 'waterkant' : 'heuvelrug';
    const rows = await api.as(systemActor(corporation), (tx) =>
      tx.query<{ corporation: string }>('SELECT corporation FROM project'),
    );
    return rows.filter((row) => row.corporation !== corporation).length + (rows.length === 0 ? 1 : 0);
  };
  const counts = await Promise.all(Array.from({ length: requests }, (_, index) => ask(index)));
  return counts.reduce((sum, one) => sum + one, 0);
};

describe('row security', () => {
  it('guards every table that has a corporation, and the list of the policy package names them all', async () => {
    const { line, tables } = await catalog(cluster.postgres);
    const n = tables.length;
    console.log(line);
    expect(line).toBe(`${n} tables with corporation: ${n} enabled, ${n} forced, ${n} policies`);
    expect(tables.map((one) => one.table)).toEqual(TABLES.map((one) => one.name).sort());
  });
  it('gives the running roles no table, no superuser right and no way round', async () => {
    const rows = await asAdmin(cluster.postgres, 'thuisreis', async (client) => {
      const result = await client.query(`SELECT rolname, rolsuper, rolbypassrls,
        (SELECT count(*)::int FROM pg_class c WHERE c.relowner = r.oid) AS owned FROM pg_roles r
        WHERE rolname LIKE 'thuisreis_%' AND rolname <> 'thuisreis_owner'`);
      return result.rows as { rolsuper: boolean; rolbypassrls: boolean; owned: number }[];
    });
    expect(rows).toHaveLength(4);
    for (const row of rows) expect(row).toMatchObject({ rolsuper: false, rolbypassrls: false, owned: 0 });
  });
  it('shows no foreign row in 10,000 interleaved requests on two connections', async () => {
    expect(await foreignRows(10_000)).toBe(0);
  });
  it('shows nothing without a corporation, and refuses a row for another one', async () => {
    expect(await api.prove({}, (tx) => tx.query('SELECT 1 FROM project'))).toEqual([]);
    const foreign = api.as(
      systemActor('waterkant'),
      (tx) => tx.query(`INSERT INTO team (corporation, name) VALUES ('heuvelrug', 'x')`),
      { write: true },
    );
    await expect(foreign).rejects.toThrow(/row-level security/);
  });
  it('lets only the replica write cases, tasks, journal and worklist', async () => {
    for (const table of ['"case"', 'task', 'journal', 'worklist']) {
      const tried = api.as(systemActor('waterkant'), (tx) => tx.query(`DELETE FROM ${table}`), { write: true });
      await expect(tried).rejects.toThrow(/permission denied/);
    }
  });
  it('keeps partners from households and projects', async () => {
    const noor: Actor = { ...systemActor('waterkant'), profile: 'partnerMember', classes: [] };
    for (const table of ['project', 'household', 'person', 'worklist', 'answer'])
      expect(await api.as(noor, (tx) => tx.query(`SELECT 1 FROM ${table}`))).toEqual([]);
  });
  it('shows addresses to staff who hold D1 and to no administrator', async () => {
    const worker = cluster.open('worker');
    await worker.as(
      systemActor('waterkant'),
      (tx) =>
        tx.query(`INSERT INTO dwelling (corporation, project, number, street, house_number)
          SELECT corporation, id, '1', 'Nachtegaalstraat', '1' FROM project`),
      { write: true },
    );
    const seen = (profile: Actor['profile']): Promise<object[]> =>
      api.as({ ...systemActor('waterkant'), profile, classes: classesOf(profile) }, (tx) =>
        tx.query('SELECT 1 FROM dwelling'),
      );
    expect(await seen('caseManager')).toHaveLength(1);
    expect(await seen('administrator')).toEqual([]);
    expect(await seen('partnerMember')).toEqual([]);
  });
  it('lets a partner write down a command of its own', async () => {
    const noor: Actor = { ...systemActor('waterkant'), profile: 'partnerMember', classes: [] };
    const sql = `INSERT INTO command (corporation, id, name, member, content_hash)
      VALUES ('waterkant', gen_random_uuid(), 'answerReferral', $1, 'h') RETURNING id`;
    expect(await api.as(noor, (tx) => tx.query(sql, [noor.member]), { write: true })).toHaveLength(1);
  });
  it('notices a policy that was opened', async () => {
    const open = 'ALTER POLICY corporation ON project USING (true)';
    const [{ using }] = (await asAdmin(cluster.postgres, 'thuisreis', async (client) => {
      const result = await client.query(
        `SELECT pg_get_expr(polqual, polrelid) AS using FROM pg_policy WHERE polname = 'corporation' AND polrelid = 'project'::regclass`,
      );
      await client.query(open);
      return result.rows;
    })) as [{ using: string }];
    const { line, tables } = await catalog(cluster.postgres);
    const seen = await foreignRows(10);
    await asAdmin(cluster.postgres, 'thuisreis', (client) =>
      client.query(`ALTER POLICY corporation ON project USING (${using})`),
    );
    expect(line).toContain(`${tables.length - 1} policies`);
    expect(seen).toBeGreaterThan(0);
  });
});
