import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

const environment = z.object({
  THUISREIS_MODE: z.enum(['demo', 'production']).default('demo'),
  THUISREIS_PORT: z.coerce.number().int().min(1).max(65535).default(4000),
  THUISREIS_DATA: z.string().default('.thuisreis'),
  THUISREIS_CONFIG: z.string().default('config'),
  THUISREIS_SECRETS: z.string().optional(),
  THUISREIS_WEB: z.string().optional(),
  THUISREIS_WORKER_PORT: z.coerce.number().int().optional(),
  DATABASE_URL: z.string().default('postgres://127.0.0.1:5432/thuisreis'),
  TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().default('thuisreis'),
});

const secretsFile = z.looseObject({
  roles: z.looseObject({ owner: z.string(), api: z.string(), replica: z.string() }),
  rootKey: z.string(),
  cookie: z.string().min(32),
});

/** Everything the process is told from outside, read once and frozen. Paths are absolute. */
export class Settings {
  private constructor(
    readonly mode: 'demo' | 'production',
    readonly port: number,
    readonly dataFolder: string,
    readonly configFolder: string,
    readonly webFolder: string,
    readonly databaseUrl: string,
    readonly temporal: { readonly address: string; readonly namespace: string },
    readonly workerPort: number | undefined,
    readonly secrets: z.infer<typeof secretsFile>,
  ) {
    Object.freeze(this);
  }

  /** The address people reach us at. */
  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Reads the environment and the secrets file it names; a wrong value names itself. */
  static read(from: Record<string, string | undefined> = process.env): Settings {
    const told = environment.parse(from);
    const data = resolve(told.THUISREIS_DATA);
    const path = told.THUISREIS_SECRETS ?? resolve(data, 'secrets.json');
    if (!existsSync(path)) throw new Error(`No secrets at ${path}`);
    return new Settings(
      told.THUISREIS_MODE,
      told.THUISREIS_PORT,
      data,
      resolve(told.THUISREIS_CONFIG),
      resolve(told.THUISREIS_WEB ?? new URL('../../web/dist', import.meta.url).pathname),
      told.DATABASE_URL,
      { address: told.TEMPORAL_ADDRESS, namespace: told.TEMPORAL_NAMESPACE },
      told.THUISREIS_WORKER_PORT,
      secretsFile.parse(JSON.parse(readFileSync(path, 'utf8'))),
    );
  }
}
