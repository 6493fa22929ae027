import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

const environment = z.object({
  THUISREIS_DATA: z.string().default('.thuisreis'),
  THUISREIS_CONFIG: z.string().default('config'),
  THUISREIS_SECRETS: z.string().optional(),
  THUISREIS_WORKER_PORT: z.coerce.number().int().min(0).max(65535).default(0),
  DATABASE_URL: z.string().default('postgres://127.0.0.1:5432/thuisreis'),
  TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().default('thuisreis'),
});
const secrets = z.looseObject({
  roles: z.looseObject({ worker: z.string(), replica: z.string() }),
  rootKey: z.string(),
});

/** Everything the worker is told from outside. `rootKey` is 32 bytes. */
export interface Settings {
  readonly healthPort: number;
  readonly configFolder: string;
  readonly databaseUrl: string;
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly passwords: { readonly worker: string; readonly replica: string };
  readonly rootKey: Uint8Array;
}

/** Reads the environment and the secrets file it names; a wrong value names itself. */
export function readSettings(from: Record<string, string | undefined> = process.env): Settings {
  const told = environment.parse(from);
  const file = told.THUISREIS_SECRETS ?? resolve(told.THUISREIS_DATA, 'secrets.json');
  const { roles, rootKey } = secrets.parse(JSON.parse(readFileSync(file, 'utf8')));
  return {
    healthPort: told.THUISREIS_WORKER_PORT,
    configFolder: resolve(told.THUISREIS_CONFIG),
    databaseUrl: told.DATABASE_URL,
    temporal: { address: told.TEMPORAL_ADDRESS, namespace: told.TEMPORAL_NAMESPACE },
    passwords: { worker: roles.worker, replica: roles.replica },
    rootKey: keyOf(rootKey),
  };
}

function keyOf(text: string): Uint8Array {
  const key = new Uint8Array(Buffer.from(text, 'base64'));
  if (key.length !== 32) throw new Error('rootKey must be 32 bytes in base64');
  return key;
}
