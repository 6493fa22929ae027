import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { asAdmin } from '@thuisreis/local-services';
import { systemActor } from '@thuisreis/policy';
import { startCluster, type Cluster } from './cluster.js';

jest.setTimeout(120_000);
let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster();
});
afterAll(() => cluster?.stop());

it('a connection that breaks between two statements fails its own transaction and nothing else', async () => {
  const api = cluster.open('api');
  const broken = api.as(systemActor('waterkant'), async (tx) => {
    const [row] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await asAdmin(cluster.postgres, 'thuisreis', (client) =>
      client.query('SELECT pg_terminate_backend($1)', [row?.pid]),
    );
    await pause(200);
    return tx.query('SELECT 1');
  });
  await expect(broken).rejects.toThrow();
  expect(await api.as(systemActor('waterkant'), (tx) => tx.query('SELECT 1 AS one'))).toEqual([{ one: 1 }]);
});
