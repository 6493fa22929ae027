import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Transaction } from '../database.js';

/** AES-256-GCM; `bound` is authenticated with the text. Output: nonce (12), tag (16), cipher text. */
export function seal(key: Uint8Array, bound: string, text: Uint8Array): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound));
  const body = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** The reverse of `seal`; throws when key, bound data or a single bit differ. */
export function unseal(key: Uint8Array, bound: string, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAAD(Buffer.from(bound));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}

interface KeyRow {
  readonly id: string;
  readonly wrapped: Buffer | null;
}
/** The key of a household, or of a case without one, by the id of its row; `key` is undefined when it was destroyed: what is erased stays erased. */
export interface DataKey {
  readonly id: string;
  readonly key: Uint8Array | undefined;
}
const CREATE = `INSERT INTO data_key (corporation, subject, wrapped) VALUES ($1, $2, $3)
  ON CONFLICT (corporation, subject) DO NOTHING`;
const READ = `SELECT id, wrapped FROM data_key WHERE corporation = $1 AND subject = $2`;

/** Opens a key as its row keeps it; `name` is `<corporation>/<subject>`, as in the codec. */
export const unwrap = (rootKey: Uint8Array, name: string, row: KeyRow): DataKey => ({
  id: row.id,
  key: row.wrapped === null ? undefined : unseal(rootKey, name, row.wrapped),
});

/** The key of a subject (a case's household, or the case itself when it has none), made when there is none. */
export async function dataKey(
  tx: Transaction,
  rootKey: Uint8Array,
  corporation: string,
  subject: string,
): Promise<DataKey> {
  const name = `${corporation}/${subject}`;
  let [row] = await tx.query<KeyRow>(READ, [corporation, subject]);
  if (!row) {
    await tx.query(CREATE, [corporation, subject, seal(rootKey, name, randomBytes(32))]);
    [row] = await tx.query<KeyRow>(READ, [corporation, subject]);
  }
  if (!row) throw new Error('No key for this subject');
  return unwrap(rootKey, name, row);
}
