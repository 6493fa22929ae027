import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { asAdmin, ensureOwner } from './admin.js';
import { temporalBinaries, type Binaries } from './binaries.js';
import { Kept } from './kept.js';
import { checkVersion, NAMESPACE, prepareNamespace } from './namespace.js';
import { startPostgres, type Postgres } from './postgres.js';
import type { Log } from './program.js';
import { secretsOf, type Secrets } from './secrets.js';
import { addressOf, serveTemporal, startTemporal, temporalPorts, type Temporal } from './temporal.js';

export const DATABASE = 'thuisreis';
export const OWNER = 'thuisreis_owner';

/** Both services as they are now: the pids change when one had to be started again, the ports do not. */
export interface Services {
  readonly postgres: Postgres;
  readonly temporal: Temporal;
  readonly secrets: Secrets;
  readonly secretsFile: string;
  /** Ends both in reverse order, PostgreSQL last and cleanly. */
  stop(): Promise<void>;
}
/** What is known as soon as the database is there. */
export interface WithDatabase {
  readonly postgres: Postgres;
  readonly secrets: Secrets;
  readonly secretsFile: string;
  /** Where Temporal answers, or soon will. */
  readonly temporal: { readonly address: string; readonly namespace: string };
}
export interface ServicesOptions {
  readonly dataDir: string;
  readonly log: Log;
  readonly temporalCacheDir?: string;
  /** A server that runs already; nothing is built or started then. */
  readonly temporalAddress?: string;
  /** Told when one died and is there again, with another pid. */
  readonly changed?: () => void;
  /** Done as soon as PostgreSQL has the database `thuisreis`, beside the start of Temporal. */
  readonly withDatabase?: (ready: WithDatabase) => Promise<void>;
}

/** Starts PostgreSQL with the database `thuisreis` and Temporal on it, and starts again what dies; data are kept. */
export async function startServices(options: ServicesOptions): Promise<Services> {
  const { dataDir, log, temporalCacheDir, temporalAddress } = options;
  mkdirSync(dataDir, { recursive: true });
  // The database's own user has to pass through, but may list nothing.
  chmodSync(dataDir, 0o711);
  const { file, secrets } = secretsOf(dataDir);
  const starting = keepPostgres(options, secrets);
  const finding = temporalAddress ? undefined : temporalBinaries(log, temporalCacheDir);
  const [started, looked] = await Promise.allSettled([starting, finding]);
  if (started.status === 'rejected') throw started.reason;
  const postgres = started.value;
  if (looked.status === 'rejected') {
    await postgres.stop();
    throw looked.reason;
  }
  const binaries = looked.value;
  const ports = await temporalPorts();
  const address = temporalAddress ?? addressOf(ports);
  const prepared = async (): Promise<void> => {
    await ensureOwner(postgres.now, OWNER, secrets.roles.owner, [DATABASE]);
    const temporal = { address, namespace: NAMESPACE };
    await options.withDatabase?.({ postgres: postgres.now, secrets, secretsFile: file, temporal });
  };
  const temporal = binaries ? keepTemporal(binaries, postgres.now, ports, options, secrets) : outside(address);
  const [served, done] = await Promise.allSettled([temporal, prepared()]);
  const stop = async (): Promise<void> => {
    if (served.status === 'fulfilled') await served.value.stop();
    await postgres.stop();
  };
  if (served.status === 'fulfilled' && done.status === 'fulfilled') {
    const now = { secrets, secretsFile: file, stop };
    return {
      ...now,
      get postgres() {
        return postgres.now;
      },
      get temporal() {
        return served.value.now;
      },
    };
  }
  await stop();
  throw served.status === 'rejected' ? served.reason : (done as PromiseRejectedResult).reason;
}

async function keepPostgres(options: ServicesOptions, secrets: Secrets): Promise<Kept<Postgres>> {
  const { dataDir, log, changed = () => undefined } = options;
  let port: number | undefined;
  const launch = async (): Promise<Postgres> => {
    const started = await startPostgres(join(dataDir, 'postgres'), secrets.postgres, saying(log, 'postgres'), port);
    port = started.port;
    return started;
  };
  return Kept.start({ name: 'PostgreSQL', launch, log, changed });
}

async function keepTemporal(
  binaries: Binaries,
  postgres: Postgres,
  ports: readonly number[],
  options: ServicesOptions,
  secrets: Secrets,
): Promise<Kept<Temporal>> {
  const { dataDir, log, changed = () => undefined } = options;
  const where = { password: secrets.temporal, folder: join(dataDir, 'temporal'), log: saying(log, 'temporal'), ports };
  let isPrepared = false;
  const launch = async (): Promise<Temporal> => {
    if (isPrepared) return serveTemporal(binaries, postgres, where);
    const started = await startTemporal(binaries, postgres, where);
    isPrepared = true;
    return started;
  };
  return Kept.start({ name: 'Temporal', launch, log, changed });
}

const saying =
  (log: Log, name: string): Log =>
  (line) =>
    log(`${name.padEnd(9)} ${line}`);

/** A Temporal server that somebody else runs: it is checked and prepared, never stopped. */
async function outside(address: string): Promise<{ now: Temporal; stop(): Promise<void> }> {
  await checkVersion(address);
  await prepareNamespace(address);
  const ended = new Promise<string>(() => undefined);
  const stop = async (): Promise<void> => undefined;
  return { now: { address, namespace: NAMESPACE, source: 'TEMPORAL_ADDRESS', pid: 0, ended, stop }, stop };
}

/** Creates the run-time roles with the installation's passwords; only they may connect to the database. */
export async function prepareRoles({ postgres, secrets }: Pick<Services, 'postgres' | 'secrets'>): Promise<void> {
  const roles = Object.entries(secrets.roles).map(([name, password]) => ({ name: `thuisreis_${name}`, password }));
  for (const { name, password } of roles) await ensureOwner(postgres, name, password, []);
  await asAdmin(postgres, 'postgres', async (client) => {
    await client.query(`revoke all on database ${DATABASE} from public`);
    await client.query(`grant connect on database ${DATABASE} to ${roles.map(({ name }) => name).join(', ')}`);
  });
}
