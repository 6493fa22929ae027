import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { asAdmin } from '@thuisreis/local-services';
import { classesOf, systemActor, type Actor } from '@thuisreis/policy';
import { countTally, freezeTally, type Database } from '@thuisreis/read-model';
import { worklistPage } from '../../../apps/api/src/case/worklist.sql.js';
import { found, startCluster, type Cluster } from './cluster.js';

jest.setTimeout(120_000);
let cluster: Cluster;
let api: Database;
let project: string;
const corporation = 'waterkant';

/** Rows enough for the planner to choose as it would in a year: 8,000 open tasks of 2,000 cases. */
const FILL = `
  INSERT INTO template_version (corporation, name, version, hash, kind, body) VALUES ('waterkant', 't', '1.0.0', 'h', 'household', '{}');
  INSERT INTO "case" (corporation, id, kind, template_name, template_version, template_hash, revision, state, hash, status, started_at)
    SELECT 'waterkant', gen_random_uuid(), 'household', 't', '1.0.0', 'h', 0, '{}', 'h', 'active', now() FROM generate_series(1, 2000);
  INSERT INTO worklist (corporation, "case", item, title, role, urgency, started_at)
    SELECT corporation, id, 'talk#' || n, '{}', 'caseManager', (random() * 100)::int, now() FROM "case", generate_series(1, 4) n;
  ANALYZE;`;

beforeAll(async () => {
  cluster = await startCluster();
  api = cluster.open('api');
  project = (await found(api, corporation)).project;
  await asAdmin(cluster.postgres, 'thuisreis', (client) => client.query(FILL));
});
afterAll(() => cluster?.stop());

describe('the worklist', () => {
  const sanne: Actor = {
    ...systemActor(corporation),
    profile: 'caseManager',
    classes: classesOf('caseManager'),
    member: randomUUID(),
  };
  const page = [sanne.member, ['caseManager'], null, 51, 0];

  it('is read along its index, in one statement', async () => {
    const plan = await api.as(sanne, async (tx) => {
      const rows = await tx.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${worklistPage}`, page);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan).toContain('worklist_open');
    expect(plan).not.toContain('Seq Scan on worklist');
  });
  it('answers its first page with rows in order', async () => {
    const rows = await api.as(sanne, (tx) => tx.query<{ urgency: number }>(worklistPage, page));
    expect(rows).toHaveLength(51);
    expect(rows.map((row) => row.urgency)).toEqual(rows.map((row) => row.urgency).sort((a, b) => b - a));
  });
  it('is empty for a partner', async () => {
    const noor: Actor = { ...sanne, profile: 'partnerMember', classes: [], partner: randomUUID() };
    expect(await api.as(noor, (tx) => tx.query(worklistPage, page))).toEqual([]);
  });
});

describe('a tally', () => {
  it('counts a case once, ignores what is older, and stops when frozen', async () => {
    const worker = cluster.open('worker');
    const count = { corporation, project, tally: 'agreed', case: randomUUID(), holds: true, revision: 3 };
    expect(await countTally(worker, count)).toEqual({ count: 1, number: 1 });
    expect(await countTally(worker, count)).toEqual({ count: 1, number: 1 });
    expect(await countTally(worker, { ...count, holds: false, revision: 2 })).toEqual({ count: 1, number: 1 });
    expect(await countTally(worker, { ...count, holds: false, revision: 4 })).toEqual({ count: 0, number: 2 });
    await freezeTally(worker, corporation, project, 'agreed');
    expect(await countTally(worker, { ...count, revision: 5 })).toEqual({ count: 0, number: 2 });
  });
});
