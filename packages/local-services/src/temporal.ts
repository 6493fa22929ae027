import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from './admin.js';
import type { Binaries } from './binaries.js';
import { NAMESPACE, prepareNamespace, untilServing } from './namespace.js';
import { freePorts } from './ports.js';
import { startProgram, type Log, type Program } from './program.js';
import { readSettings } from './settings.js';
import { temporalLog } from './temporal-log.js';
import { forgetMembers, prepareStores, ROLE } from './temporal-stores.js';

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
/** Milliseconds. Every acknowledged step is in the database: nothing is lost when a slow end is cut short. */
const GRACE = 2_500;

export interface Temporal extends Program {
  readonly address: string;
  readonly namespace: string;
  readonly source: string;
}
export interface TemporalOptions {
  readonly password: string;
  readonly folder: string;
  readonly log: Log;
  /** Nine, as many as there are `portNames`; free ones are taken when absent. */
  readonly ports?: readonly number[];
}

/** Where a server on these ports answers. */
export const addressOf = (ports: readonly number[]): string => `127.0.0.1:${ports[0]}`;
export const temporalPorts = (): Promise<number[]> => freePorts(portNames.length);

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

function environment(cluster: Cluster, options: TemporalOptions, ports: readonly number[]): NodeJS.ProcessEnv {
  return {
    ...readSettings().environment,
    ...Object.fromEntries(portNames.map((name, i) => [name, String(ports[i])])),
    DB: 'postgres12_pgx',
    POSTGRES_SEEDS: '127.0.0.1',
    DB_PORT: String(cluster.port),
    POSTGRES_USER: ROLE,
    POSTGRES_PWD: options.password,
    BIND_ON_IP: '127.0.0.1',
    TEMPORAL_BROADCAST_ADDRESS: '127.0.0.1',
    NUM_HISTORY_SHARDS: '4',
    LOG_LEVEL: 'warn',
    GOMEMLIMIT: '384MiB',
    DYNAMIC_CONFIG_FILE_PATH: dynamicConfig(options.folder),
  };
}

/** Starts the real Temporal server on the embedded PostgreSQL, with databases and a role of its own. */
export async function startTemporal(binaries: Binaries, cluster: Cluster, options: TemporalOptions): Promise<Temporal> {
  await prepareStores(binaries, cluster, options.password, options.folder);
  const temporal = await serveTemporal(binaries, cluster, {
    ...options,
    ports: options.ports ?? (await temporalPorts()),
  });
  const failed = temporal.ended.then((how) => Promise.reject(new Error(`the Temporal server ended (${how})`)));
  await Promise.race([untilServing(temporal.address, options.log), failed]);
  failed.catch(() => undefined);
  await prepareNamespace(temporal.address);
  return temporal;
}

/** Starts the server alone and does not wait for it: enough when it was killed, all else is prepared then. */
export async function serveTemporal(
  binaries: Binaries,
  cluster: Cluster,
  options: TemporalOptions & { readonly ports: readonly number[] },
): Promise<Temporal> {
  await forgetMembers(cluster);
  const env = environment(cluster, options, options.ports);
  const log = temporalLog(options.log);
  const program = startProgram(binaries.server, ['--allow-no-auth', 'start'], { env, log, grace: GRACE });
  return { ...program, address: addressOf(options.ports), namespace: NAMESPACE, source: binaries.source };
}
