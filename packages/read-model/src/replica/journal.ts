import type { Event, Instant } from '@thuisreis/engine';
import { systemActor } from '@thuisreis/policy';
import type { Database } from '../database.js';
import { unseal, unwrap } from './sealed.js';

/** One step of a case; `event` is absent for the birth, and `erased` once the household's key is gone. */
export interface JournalLine {
  readonly revision: number;
  readonly now: Instant;
  readonly event: Event | { readonly begun: unknown } | 'erased';
}
interface Row {
  readonly revision: number;
  readonly now: Date;
  readonly event: Buffer;
  readonly id: string;
  readonly subject: string;
  readonly wrapped: Buffer | null;
}
const LINES = `SELECT j.revision, j.now, j.event, k.id, k.subject, k.wrapped FROM journal j
  JOIN data_key k ON k.corporation = j.corporation AND k.id = j.key
  WHERE j.corporation = $1 AND j."case" = $2 ORDER BY j.revision`;

/** The journal of a case in order, opened; for support and for proofs, never for a screen. `database`: role `replica`. */
export async function readJournal(
  database: Database,
  rootKey: Uint8Array,
  corporation: string,
  id: string,
): Promise<JournalLine[]> {
  const rows = await database.as(systemActor(corporation), (tx) => tx.query<Row>(LINES, [corporation, id]));
  return rows.map((row) => {
    const { key } = unwrap(rootKey, `${corporation}/${row.subject}`, row);
    const event = key && row.event.length > 0 ? unseal(key, `${corporation}/${id}`, row.event).toString() : '"erased"';
    return { revision: row.revision, now: row.now.toISOString(), event: JSON.parse(event) as JournalLine['event'] };
  });
}
