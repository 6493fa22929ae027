import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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
