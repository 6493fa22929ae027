/** The built worker process on real services: an import becomes households, cases and tasks. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { freePorts, startServices, prepareRoles, type Services } from '@thuisreis/local-services';
import { systemActor } from '@thuisreis/policy';
import { migrate, openDatabase, type Database } from '@thuisreis/read-model';
import { dataConverter, keyRing, keysInDatabase } from '../../../workflows/src/codec.js';
import { IMPORT_WORKFLOW, importWorkflowId, TASK_QUEUE } from '../../../workflows/src/messages.js';
import { small } from '../../replay/walks.js';

const CORPORATION = 'waterkant';
const ID = '00000000-0000-4000-8000-00000000000';
const CSV = `straat;huisnummer;postcode;plaats;eenheidnr;contractnr;ingangsdatum;rol;achternaam;taal
Kade;1;1099 NA;Waterdam;E1;C1;01-02-2010;huurder;Jansen;nl
Kade;2;1099 NA;Waterdam;E2;C2;01-02-2010;huurder;Demir;tr
`;
let folder: string;
let services: Services;
let database: Database;
let worker: ChildProcess;
let port = 0;
const actor = systemActor(CORPORATION);
const write = (sql: string, values: readonly unknown[]) =>
  database.as(actor, (tx) => tx.query(sql, values), { write: true });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'thuisreis-worker-'));
  services = await startServices({ dataDir: folder, log: () => undefined });
  await prepareRoles(services);
  const at = `127.0.0.1:${services.postgres.port}/thuisreis`;
  await migrate(`postgres://thuisreis_owner:${services.secrets.roles.owner}@${at}`);
  database = openDatabase({ url: `postgres://${at}`, role: 'api', password: services.secrets.roles.api });
  [port = 0] = await freePorts(1);
  worker = spawn(process.execPath, [resolve('apps/worker/dist/main.js')], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: `postgres://${at}`,
      TEMPORAL_ADDRESS: services.temporal.address,
      TEMPORAL_NAMESPACE: services.temporal.namespace,
      THUISREIS_WORKER_PORT: String(port),
      THUISREIS_SECRETS: services.secretsFile,
      THUISREIS_CONFIG: resolve('config'),
    },
  });
}, 300_000);
afterAll(async () => {
  if (worker && worker.exitCode === null) worker.kill('SIGKILL');
  await database?.close();
  await services?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

async function plant(): Promise<void> {
  await write('INSERT INTO corporation (corporation, title) VALUES ($1, $1)', [CORPORATION]);
  await write(`INSERT INTO member (corporation, id, login, name, profile) VALUES ($1, $2, 'a', 'a', 'caseManager')`, [
    CORPORATION,
    `${ID}1`,
  ]);
  const body = JSON.stringify(small);
  await write(
    `INSERT INTO template_version (corporation, name, version, hash, kind, body) VALUES ($1, $2, $3, $4, $5, $6)`,
    [...[CORPORATION, small.name, small.version, small.hash, small.kind, body]],
  );
  await write(`INSERT INTO project (corporation, id, slug, name, template) VALUES ($1, $2, 'kade', 'Kade', $3)`, [
    CORPORATION,
    `${ID}2`,
    small.name,
  ]);
  await write(`INSERT INTO import (corporation, id, project, member, file) VALUES ($1, $2, $3, $4, $5)`, [
    ...[CORPORATION, `${ID}3`, `${ID}2`, `${ID}1`, Buffer.from(CSV)],
  ]);
}

async function client(): Promise<Client> {
  const connection = await Connection.connect({ address: services.temporal.address });
  const rootKey = new Uint8Array(Buffer.from(services.secrets.rootKey, 'base64'));
  const store = keysInDatabase((_, sql, values) => write(sql, values));
  const converter = dataConverter({ keys: keyRing(rootKey, store), templates: async () => small });
  return new Client({ connection, namespace: services.temporal.namespace, dataConverter: converter });
}

describe('the worker process', () => {
  it('imports households and starts their journeys', async () => {
    await plant();
    const temporal = await client();
    const args = [{ importId: `${ID}3`, corporation: CORPORATION }];
    const started = await temporal.workflow.execute(IMPORT_WORKFLOW, {
      workflowId: importWorkflowId(`${ID}3`),
      taskQueue: TASK_QUEUE,
      args,
    });
    await temporal.connection.close();
    expect(started).toBe(2);
    const [row] = await write(
      `SELECT (SELECT count(*)::int FROM household) AS households, (SELECT count(*)::int FROM "case") AS cases,
        (SELECT count(*)::int FROM worklist) AS tasks, (SELECT count(*)::int FROM command WHERE status = 'done') AS done`,
      [],
    );
    expect(row).toEqual({ households: 2, cases: 2, tasks: 2, done: 2 });
  }, 90_000);

  it('says on the loopback that it polls, and what it has counted', async () => {
    const health = await fetch(`http://127.0.0.1:${port}/health`);
    expect([health.status, await health.json()]).toEqual([200, { worker: 'RUNNING' }]);
    const metrics = await fetch(`http://127.0.0.1:${port}/metrics`);
    expect(metrics.headers.get('content-type')).toMatch(/^text\/plain/u);
    expect(await metrics.text()).toMatch(/^thuisreis_worker_parked_cases 0$/mu);
    expect((await fetch(`http://127.0.0.1:${port}/else`)).status).toBe(404);
  }, 15_000);

  it('ends with code 0 within fifteen seconds of SIGTERM', async () => {
    const code = new Promise<number | null>((done) => worker.once('exit', done));
    worker.kill('SIGTERM');
    expect(await code).toBe(0);
  }, 15_000);
});
