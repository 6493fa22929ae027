import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import type { Binaries } from './binaries.js';
import { freePorts } from './ports.js';
import { ensureOwner, type Log, type Postgres } from './postgres.js';

export const NAMESPACE = 'thuisreis';
const ROLE = 'temporal';
/** Thirty days. */
const retention = proto.google.protobuf.Duration.fromObject({ seconds: 30 * 86_400 });
const stores = [
  { database: 'temporal', schema: 'postgresql/v12/temporal' },
  { database: 'temporal_visibility', schema: 'postgresql/v12/visibility' },
];
const portNames = [
  'FRONTEND_GRPC_PORT',
  'FRONTEND_HTTP_PORT',
  'FRONTEND_MEMBERSHIP_PORT',
  'HISTORY_GRPC_PORT',
  'HISTORY_MEMBERSHIP_PORT',
  'MATCHING_GRPC_PORT',
  'MATCHING_MEMBERSHIP_PORT',
  'WORKER_GRPC_PORT',
  'WORKER_MEMBERSHIP_PORT',
];

export interface Temporal {
  readonly address: string;
  readonly namespace: string;
  readonly source: string;
  readonly pid: number;
  /** Settles when the server process ends, however it does. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Brings both schemas of Temporal up to date; `setup-schema` only on a new database, because it resets the version. */
function prepareStores(binaries: Binaries, postgres: Postgres, password: string): void {
  const connect = [
    '--plugin',
    'postgres12_pgx',
    '--endpoint',
    '127.0.0.1',
    '--port',
    String(postgres.port),
    '--user',
    ROLE,
  ];
  const env = { ...process.env, SQL_PASSWORD: password };
  const sql = (...args: string[]) => spawnSync(binaries.sql, [...connect, ...args], { env, encoding: 'utf8' });
  for (const { database, schema } of stores) {
    let done = sql('--database', database, 'update-schema', '--schema-name', schema);
    if (done.status !== 0) {
      sql('--database', database, 'setup-schema', '-v', '0.0');
      done = sql('--database', database, 'update-schema', '--schema-name', schema);
    }
    if (done.status !== 0)
      throw new Error(`Temporal's schema ${schema} could not be applied: ${done.stderr || done.stdout}`);
  }
}

/** The settings that Temporal reads from a file; one partition, because one machine has one queue of each kind. */
function dynamicConfig(folder: string): string {
  const file = join(folder, 'dynamic-config.yaml');
  const lines = [
    'system.enableActivityEagerExecution:',
    '  - value: true',
    'matching.numTaskqueueReadPartitions:',
    '  - value: 1',
    'matching.numTaskqueueWritePartitions:',
    '  - value: 1',
    '',
  ];
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, lines.join('\n'));
  return file;
}

async function environment(postgres: Postgres, password: string, folder: string): Promise<NodeJS.ProcessEnv> {
  const ports = await freePorts(portNames.length);
  return {
    ...process.env,
    ...Object.fromEntries(portNames.map((name, i) => [name, String(ports[i])])),
    DB: 'postgres12_pgx',
    POSTGRES_SEEDS: '127.0.0.1',
    DB_PORT: String(postgres.port),
    POSTGRES_USER: ROLE,
    POSTGRES_PWD: password,
    BIND_ON_IP: '127.0.0.1',
    TEMPORAL_BROADCAST_ADDRESS: '127.0.0.1',
    NUM_HISTORY_SHARDS: '4',
    LOG_LEVEL: 'warn',
    GOMEMLIMIT: '384MiB',
    DYNAMIC_CONFIG_FILE_PATH: dynamicConfig(folder),
  };
}

/** Starts the real Temporal server on the embedded PostgreSQL, with databases and a role of its own. */
export async function startTemporal(
  binaries: Binaries,
  postgres: Postgres,
  { password, folder, log }: { password: string; folder: string; log: Log },
): Promise<Temporal> {
  await ensureOwner(
    postgres,
    ROLE,
    password,
    stores.map(({ database }) => database),
  );
  prepareStores(binaries, postgres, password);
  const env = await environment(postgres, password, folder);
  const child = spawn(binaries.server, ['--allow-no-auth', 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) =>
      chunk
        .toString()
        .split('\n')
        .filter(Boolean)
        .forEach((line) => log(line.slice(0, 240))),
    );
  }
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const address = `127.0.0.1:${env['FRONTEND_GRPC_PORT']}`;
  await Promise.race([
    ready(address, log),
    ended.then(() => Promise.reject(new Error('The Temporal server ended while starting: see the log above'))),
  ]);
  return {
    address,
    namespace: NAMESPACE,
    source: binaries.source,
    pid: child.pid!,
    ended,
    stop: () => stop(child, ended),
  };
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 8000);
  await ended;
  clearTimeout(late);
}

/** Waits until the server answers, and gives it our namespace and its two search attributes; safe at every start. */
export async function ready(address: string, log: Log): Promise<void> {
  const until = Date.now() + 60_000;
  for (let tries = 0; ; tries += 1) {
    try {
      return await prepareNamespace(address);
    } catch (error) {
      if (Date.now() > until) throw error;
      if (tries % 10 === 9) log('Waiting for Temporal to serve');
      await new Promise((done) => setTimeout(done, 500));
    }
  }
}

async function prepareNamespace(address: string): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: 2000 });
  try {
    const { namespaces = [] } = await connection.workflowService.listNamespaces({});
    if (!namespaces.some(({ namespaceInfo }) => namespaceInfo?.name === NAMESPACE)) {
      await connection.workflowService.registerNamespace({
        namespace: NAMESPACE,
        workflowExecutionRetentionPeriod: retention,
      });
    }
    const known = await connection.operatorService.listSearchAttributes({ namespace: NAMESPACE });
    const keyword = proto.temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD;
    const missing = ['CorporationId', 'TemplateName'].filter((name) => !(name in (known.customAttributes ?? {})));
    if (missing.length === 0) return;
    const searchAttributes = Object.fromEntries(missing.map((name) => [name, keyword]));
    await connection.operatorService.addSearchAttributes({ namespace: NAMESPACE, searchAttributes });
  } finally {
    await connection.close();
  }
}
