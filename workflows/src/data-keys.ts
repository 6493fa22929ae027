/** Keys in the table `data_key`: one a household, wrapped by the root key, destroyed by emptying the row. */
import type { KeyStore } from './keys.js';

/** Runs one statement in one corporation, as the house itself; the caller owns the door to the database. */
export type Ask = (corporation: string, sql: string, values: readonly unknown[]) => Promise<readonly object[]>;
interface KeyRow {
  readonly wrapped: Uint8Array | null;
}
/** A case that is only being started is known by its command, which its starter writes first. */
const SUBJECT = `SELECT coalesce(household, id)::text AS subject FROM "case" WHERE corporation = $1 AND id = $2
  UNION ALL SELECT coalesce(event->>'household', id::text) FROM command
  WHERE corporation = $1 AND id = $2 AND name = 'startCase' AND event IS NOT NULL LIMIT 1`;
const FIND = 'SELECT wrapped FROM data_key WHERE corporation = $1 AND subject = $2';
const CREATE = 'INSERT INTO data_key (corporation, subject, wrapped) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING';

/** Ids are `<corporation>/<subject>`; a row without a key is an erased one. */
export function keysInDatabase(ask: Ask): KeyStore {
  const keyOf: KeyStore['keyOf'] = async (caseName) => {
    const [corporation = '', id] = caseName.split('/');
    const [row] = (await ask(corporation, SUBJECT, [corporation, id])) as readonly { readonly subject: string }[];
    return row && `${corporation}/${row.subject}`;
  };
  const read: KeyStore['read'] = async (id) => {
    const [corporation = '', subject] = id.split('/');
    const [row] = (await ask(corporation, FIND, [corporation, subject])) as readonly KeyRow[];
    return row && (row.wrapped ? new Uint8Array(row.wrapped) : 'erased');
  };
  const create: KeyStore['create'] = async (id, wrapped) => {
    const [corporation = '', subject] = id.split('/');
    await ask(corporation, CREATE, [corporation, subject, wrapped]);
    return (await read(id)) ?? 'erased';
  };
  return { keyOf, read, create };
}
