import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { temporalBinaries } from './binaries.js';
import { asAdmin, ensureOwner, startPostgres, type Log, type Postgres } from './postgres.js';
import { NAMESPACE, ready, startTemporal, type Temporal } from './temporal.js';

export { cached, cacheFolder, keep, temporalBinaries, TEMPORAL_VERSION, type Binaries } from './binaries.js';
export { freePorts } from './ports.js';
export { asAdmin, startPostgres, type Log, type Postgres } from './postgres.js';
export { NAMESPACE, startTemporal, type Temporal } from './temporal.js';

export const DATABASE = 'thuisreis';
export const OWNER = 'thuisreis_owner';

/** Random per installation, kept in one file that only its owner may read. */
export interface Secrets {
  readonly postgres: string;
  readonly temporal: string;
  readonly roles: { readonly [role in 'owner' | 'api' | 'worker' | 'replica' | 'report']: string };
  /** 32 bytes, base64: wraps the keys of households. */
  readonly rootKey: string;
  readonly cookie: string;
}

const secret = () => randomBytes(24).toString('base64url');

/** Reads the installation's secrets, made on first use. */
export function secretsOf(dataDir: string): { file: string; secrets: Secrets } {
  const file = join(dataDir, 'secrets.json');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    const roles = { owner: secret(), api: secret(), worker: secret(), replica: secret(), report: secret() };
    const rootKey = randomBytes(32).toString('base64');
    const made: Secrets = { postgres: secret(), temporal: secret(), roles, rootKey, cookie: secret() };
    writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600 });
  }
  return { file, secrets: JSON.parse(readFileSync(file, 'utf8')) as Secrets };
}

/**
 * The data folder that the database's user can reach: the one asked for, unless we are root and a parent is closed to
 * others; then a folder of the same name under the system's state directory.
 */
export function reachableFolder(wanted: string): string {
  const folder = resolve(wanted);
  if (process.getuid?.() !== 0) return folder;
  for (let parent = dirname(folder); parent !== dirname(parent); parent = dirname(parent)) {
    if (existsSync(parent) && (statSync(parent).mode & 0o001) === 0) {
      const name = folder.replace(/[^A-Za-z0-9.-]+/g, '_').replace(/^_/, '');
      return join('/var/lib/thuisreis', name);
    }
  }
  return folder;
}

export interface Services {
  readonly postgres: Postgres;
  readonly temporal: Temporal;
  readonly secrets: Secrets;
  readonly secretsFile: string;
  /** Ends both in reverse order, PostgreSQL last and cleanly. */
  stop(): Promise<void>;
}
export interface ServicesOptions {
  readonly dataDir: string;
  readonly log: Log;
  readonly temporalCacheDir?: string;
  /** A server that runs already; nothing is built or started then. */
  readonly temporalAddress?: string;
}

/** Starts PostgreSQL with the database `thuisreis` and Temporal on it; both keep their data between runs. */
export async function startServices({
  dataDir,
  log,
  temporalCacheDir,
  temporalAddress,
}: ServicesOptions): Promise<Services> {
  mkdirSync(dataDir, { recursive: true });
  // The database's own user has to pass through, but may list nothing.
  chmodSync(dataDir, 0o711);
  const { file, secrets } = secretsOf(dataDir);
  const binaries = temporalAddress ? undefined : await temporalBinaries(log, temporalCacheDir);
  const postgres = await startPostgres(join(dataDir, 'postgres'), secrets.postgres, (line) => log(`postgres  ${line}`));
  try {
    await ensureOwner(postgres, OWNER, secrets.roles.owner, [DATABASE]);
    const options = {
      password: secrets.temporal,
      folder: join(dataDir, 'temporal'),
      log: (line: string) => log(`temporal  ${line}`),
    };
    const temporal = binaries ? await startTemporal(binaries, postgres, options) : await outside(temporalAddress!, log);
    const stop = async () => {
      await temporal.stop();
      await postgres.stop();
    };
    return { postgres, temporal, secrets, secretsFile: file, stop };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** A Temporal server that somebody else runs: it is checked and prepared, never stopped. */
async function outside(address: string, log: Log): Promise<Temporal> {
  await ready(address, log);
  const never = new Promise<void>(() => undefined);
  return {
    address,
    namespace: NAMESPACE,
    source: 'TEMPORAL_ADDRESS',
    pid: 0,
    ended: never,
    stop: async () => undefined,
  };
}

/** Creates the run-time roles with the installation's passwords; only they may connect to the database. */
export async function prepareRoles({ postgres, secrets }: Services): Promise<void> {
  const roles = Object.entries(secrets.roles).map(([name, password]) => ({ name: `thuisreis_${name}`, password }));
  for (const { name, password } of roles) await ensureOwner(postgres, name, password, []);
  await asAdmin(postgres, 'postgres', async (client) => {
    await client.query(`revoke all on database ${DATABASE} from public`);
    await client.query(`grant connect on database ${DATABASE} to ${roles.map(({ name }) => name).join(', ')}`);
  });
}
