/** Temporal, PostgreSQL and a worker in this process: everything is real but the desk. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { hashState, type Event, type State } from '@thuisreis/engine';
import { asAdmin, prepareRoles, startServices, type Services } from '@thuisreis/local-services';
import { systemActor } from '@thuisreis/policy';
import { migrate, openDatabase, Replica, type Database } from '@thuisreis/read-model';
import { activitiesOf, sweeperParts } from '../../../apps/worker/src/assemble.js';
import { bundleWorkflows } from '../../../apps/worker/src/bundle.js';
import type { Starter } from '../../../apps/worker/src/import/start-journeys.js';
import { startStored } from '../../../apps/worker/src/import/start-journeys.js';
import type { StoredStart } from '../../../apps/worker/src/journeys.js';
import { sweep, type SweeperParts } from '../../../apps/worker/src/sweeper.js';
import { TemporalPost } from '../../../apps/worker/src/temporal-post.js';
import { createWorker } from '../../../apps/worker/src/temporal-worker.js';
import { dataConverter, keyRing, keysInDatabase } from '../../../workflows/src/codec.js';
import { caseWorkflowId } from '../../../workflows/src/messages.js';
import { small, startOf } from '../../replay/walks.js';
import { ENTRY } from './workflow-house.js';

export const CORPORATION = 'c1';
const MEMBER = '00000000-0000-4000-8000-000000000001';

export class RealHouse {
  private constructor(
    readonly services: Services,
    readonly worker: Database,
    readonly starter: Starter,
    readonly parts: SweeperParts,
    readonly followed: Database,
    private readonly client: Client,
    private readonly ends: () => Promise<void>,
  ) {}

  static async open(): Promise<RealHouse> {
    const folder = mkdtempSync(join(tmpdir(), 'thuisreis-durable-'));
    const services = await startServices({ dataDir: folder, log: () => undefined });
    await prepareRoles(services);
    const { roles } = services.secrets;
    const at = `127.0.0.1:${services.postgres.port}/thuisreis`;
    await migrate(`postgres://thuisreis_owner:${roles.owner}@${at}`);
    const door = (role: 'worker' | 'replica' | 'api'): Database =>
      openDatabase({ url: `postgres://${at}`, role, password: roles[role], poolSize: 4 });
    const [worker, followed, api] = [door('worker'), door('replica'), door('api')];
    await plant(api);
    const rootKey = new Uint8Array(Buffer.from(services.secrets.rootKey, 'base64'));
    const store = keysInDatabase((corporation, sql, values) =>
      worker.as(systemActor(corporation), (tx) => tx.query(sql, values), { write: true }),
    );
    const converter = dataConverter({ keys: keyRing(rootKey, store), templates: async () => small });
    const { address, namespace } = services.temporal;
    const [native, connection] = [await NativeConnection.connect({ address }), await Connection.connect({ address })];
    const client = new Client({ connection, namespace, dataConverter: converter });
    const starter = { database: worker, replica: new Replica(followed, rootKey), post: new TemporalPost(client) };
    const hosting = await createWorker({
      ...{ connection: native, namespace, dataConverter: converter, activities: activitiesOf(starter) },
      workflowBundle: { code: await bundleWorkflows(ENTRY) },
    });
    const running = hosting.run();
    const parts = sweeperParts(async () => [CORPORATION], followed, starter);
    return new RealHouse(services, worker, starter, parts, followed, client, async () => {
      hosting.shutdown();
      await running;
      await Promise.all([connection.close(), native.close(), worker.close(), followed.close(), api.close()]);
      await services.stop();
      rmSync(folder, { recursive: true, force: true });
    });
  }

  sweep = (tidy = false): Promise<void> => sweep(this.parts, tidy);
  close = (): Promise<void> => this.ends();
  handle = (id: string): WorkflowHandle => this.client.workflow.getHandle(caseWorkflowId(CORPORATION, id));

  /** A start as its desk or import stores it, `age` seconds ago; nobody has started the case yet. */
  async storeStart(id: string, age = 0): Promise<StoredStart> {
    const start = { ...startOf(id, new Date().toISOString()), corporation: CORPORATION };
    const event: StoredStart = { start, kind: small.kind, project: null, household: null };
    await this.storeCommand({ id, of: id, name: 'startCase', event, age });
    return event;
  }

  /** A case that runs, with its row. */
  async begin(): Promise<string> {
    const id = randomUUID();
    await startStored(this.starter, { id, member: MEMBER, event: await this.storeStart(id) });
    return id;
  }

  /** A pending command of a desk that did not live to send it. */
  storeCommand(command: { id: string; of: string; name: string; event: object; age: number }): Promise<object[]> {
    const { id, of, name, event, age } = command;
    const sql = `INSERT INTO command (corporation, id, "case", member, name, content_hash, event, created_at)
      VALUES ($1, $2, $3, $4, $5, 'h', $6, now() - make_interval(secs => $7))`;
    const values = [CORPORATION, id, of, MEMBER, name, JSON.stringify(event), age];
    return this.worker.as(systemActor(CORPORATION), (tx) => tx.query(sql, values), { write: true });
  }

  /** Sends one event as a desk does, and lets the row follow. */
  async send(id: string, event: Event, updateId = randomUUID()): Promise<string> {
    const actor = { member: MEMBER, corporation: CORPORATION };
    const verdict = await this.parts.submit(CORPORATION, id, { updateId, actor, event });
    if (verdict.said !== 'yes') return verdict.said;
    return this.parts.apply(CORPORATION, id, { ...verdict.accepted, updateId, actor, event });
  }

  /** Past every door, as the database's administrator. */
  rows<R extends object>(sql: string, ...values: unknown[]): Promise<R[]> {
    return asAdmin(
      this.services.postgres,
      'thuisreis',
      async (client) => (await client.query(sql, values)).rows as R[],
    );
  }

  async row(
    id: string,
  ): Promise<{ revision: number; status: string; parked: Date | null; state: State; sound: boolean }> {
    const [row] = await this.rows<{
      revision: number;
      status: string;
      parked: Date | null;
      state: State;
      hash: string;
    }>('SELECT revision, status, parked, state, hash FROM "case" WHERE id = $1', id);
    if (!row) throw new Error('no such case');
    return { ...row, sound: hashState(row.state) === row.hash };
  }

  async command(id: string): Promise<object | undefined> {
    return (await this.rows('SELECT status, revision, refusals FROM command WHERE id = $1', id))[0];
  }
}

async function plant(api: Database): Promise<void> {
  const write = (sql: string, values: unknown[]) =>
    api.as(systemActor(CORPORATION), (tx) => tx.query(sql, [CORPORATION, ...values]), { write: true });
  await write('INSERT INTO corporation (corporation, title) VALUES ($1, $1)', []);
  await write(
    `INSERT INTO template_version (corporation, name, version, hash, kind, body) VALUES ($1, $2, $3, $4, $5, $6)`,
    [small.name, small.version, small.hash, small.kind, JSON.stringify(small)],
  );
}
