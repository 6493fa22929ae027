import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { z } from 'zod';

const environment = z.object({
  THUISREIS_MODE: z.enum(['demo', 'production']).default('demo'),
  THUISREIS_PORT: z.coerce.number().int().min(1).max(65535).default(4000),
  THUISREIS_BIND: z.string().default('127.0.0.1'),
  THUISREIS_DATA: z.string().default('.thuisreis'),
  THUISREIS_CONFIG: z.string().default('config'),
  THUISREIS_SECRETS: z.string().optional(),
  THUISREIS_WEB: z.string().optional(),
  THUISREIS_WORKER_PORT: z.coerce.number().int().optional(),
  THUISREIS_PUBLIC_URL: z.string().optional(),
  THUISREIS_PROXIES: z.string().optional(),
  THUISREIS_OIDC_ISSUER: z.string().optional(),
  THUISREIS_OIDC_CLIENT: z.string().optional(),
  THUISREIS_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error']).default('info'),
  THUISREIS_TEMPORAL_TLS: z.string().optional(),
  DATABASE_URL: z.string().optional(),
  TEMPORAL_ADDRESS: z.string().optional(),
  TEMPORAL_NAMESPACE: z.string().default('thuisreis'),
});
export type Told = z.infer<typeof environment>;

const secretsFile = z.looseObject({
  roles: z.looseObject({ owner: z.string(), api: z.string(), replica: z.string() }),
  rootKey: z.string(),
  cookie: z.string().min(32),
  /** Of the identity provider, in production. */
  oidcClient: z.string().optional(),
});
export type Secrets = z.infer<typeof secretsFile>;

/** What the environment says; a wrong value names itself. */
export const tell = (from: Record<string, string | undefined> = process.env): Told => environment.parse(from);

/** The file of the secrets: one that is mounted, or that of the installation's own data folder. */
export const secretsPath = ({ THUISREIS_SECRETS, THUISREIS_DATA }: Told): string =>
  THUISREIS_SECRETS ?? resolve(THUISREIS_DATA, 'secrets.json');

/** True for a path at or below the data folder, which the installation fills by itself. */
export function isInDataFolder({ THUISREIS_DATA }: Told, path: string): boolean {
  const way = relative(resolve(THUISREIS_DATA), resolve(path));
  return !way.startsWith('..') && !isAbsolute(way);
}

/** The secrets as they stand in their file, or undefined when it is not there or holds something else. */
export function readSecrets(told: Told): Secrets | undefined {
  try {
    return secretsFile.parse(JSON.parse(readFileSync(secretsPath(told), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Everything the process is told from outside, read once and frozen. Paths are absolute. */
export class Settings {
  private constructor(
    private readonly told: Told,
    readonly secrets: Secrets,
  ) {
    Object.freeze(this);
  }

  get mode(): Told['THUISREIS_MODE'] {
    return this.told.THUISREIS_MODE;
  }
  get port(): number {
    return this.told.THUISREIS_PORT;
  }
  /** The demo listens to its own machine only. */
  get bind(): string {
    return this.mode === 'demo' ? '127.0.0.1' : this.told.THUISREIS_BIND;
  }
  get dataFolder(): string {
    return resolve(this.told.THUISREIS_DATA);
  }
  get configFolder(): string {
    return resolve(this.told.THUISREIS_CONFIG);
  }
  get webFolder(): string {
    return resolve(this.told.THUISREIS_WEB ?? new URL('../../web/dist', import.meta.url).pathname);
  }
  get databaseUrl(): string {
    return this.told.DATABASE_URL ?? 'postgres://127.0.0.1:5432/thuisreis';
  }
  get workerPort(): number | undefined {
    return this.told.THUISREIS_WORKER_PORT;
  }
  get logLevel(): Told['THUISREIS_LOG_LEVEL'] {
    return this.told.THUISREIS_LOG_LEVEL;
  }
  /** Addresses of the proxies whose word about the caller counts; none in the demo. */
  get proxies(): readonly string[] {
    return (this.told.THUISREIS_PROXIES ?? '').split(',').flatMap((one) => one.trim() || []);
  }

  get temporal(): { readonly address: string; readonly namespace: string; readonly tls: TemporalTls | undefined } {
    const { TEMPORAL_ADDRESS = '127.0.0.1:7233', TEMPORAL_NAMESPACE, THUISREIS_TEMPORAL_TLS: folder } = this.told;
    return { address: TEMPORAL_ADDRESS, namespace: TEMPORAL_NAMESPACE, tls: folder ? readTls(folder) : undefined };
  }

  /** The address people reach us at, without a slash at its end. */
  get url(): string {
    const outside = this.mode === 'production' ? this.told.THUISREIS_PUBLIC_URL : undefined;
    return outside?.replace(/\/$/, '') ?? `http://127.0.0.1:${this.port}`;
  }

  /** The identity provider that vouches for people; undefined in the demo, which has one of its own. */
  get issuer(): { readonly url: string; readonly client: string; readonly secret: string | undefined } | undefined {
    const { THUISREIS_OIDC_ISSUER: url, THUISREIS_OIDC_CLIENT: client } = this.told;
    if (this.mode === 'demo' || !url || !client) return undefined;
    return { url, client, secret: this.secrets.oidcClient };
  }

  /** Reads the environment and the secrets file it names; a wrong value names itself. */
  static read(from: Record<string, string | undefined> = process.env): Settings {
    const told = tell(from);
    const path = secretsPath(told);
    if (!existsSync(path)) throw new Error(`No secrets at ${path}`);
    return new Settings(told, secretsFile.parse(JSON.parse(readFileSync(path, 'utf8'))));
  }
}

/** Certificates in PEM: whom we trust, and who we are. */
export interface TemporalTls {
  readonly serverRootCACertificate: Uint8Array;
  readonly clientCertPair: { readonly crt: Uint8Array; readonly key: Uint8Array };
}
const readTls = (folder: string): TemporalTls => {
  const pem = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)));
  return {
    serverRootCACertificate: pem('ca.pem'),
    clientCertPair: { crt: pem('client.pem'), key: pem('client.key') },
  };
};
