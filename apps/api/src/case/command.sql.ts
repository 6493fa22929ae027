import type { Event } from '@thuisreis/engine';

export interface CommandRow {
  readonly id: string;
  readonly content_hash: string;
  readonly event: Event;
  readonly status: 'pending' | 'done' | 'refused';
  readonly revision: number | null;
  readonly refusals: { code: string; path?: string; params?: unknown }[] | null;
  /** True for the request that wrote the row. */
  readonly fresh: boolean;
}

/** The command with its answers, in one statement; under a key that was used it writes nothing. */
export const writeCommand = `
  WITH written AS (
    INSERT INTO command (corporation, id, "case", member, name, content_hash, event, status, refusals, settled_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, CASE WHEN $8::jsonb IS NULL THEN 'pending' ELSE 'refused' END, $8,
            CASE WHEN $8::jsonb IS NULL THEN NULL ELSE now() END)
    ON CONFLICT DO NOTHING RETURNING id),
  answered AS (
    INSERT INTO answer (corporation, id, "case", command, path, class, value, status)
    SELECT $1, a.id, $3, written.id, a.path, a.class, a.value, 'pending'
    FROM written, jsonb_to_recordset($9::jsonb) AS a(id uuid, path text, class text, value jsonb)
    WHERE $8::jsonb IS NULL)
  SELECT id FROM written`;

export const findCommand = `
  SELECT id, content_hash, event, status, revision, refusals FROM command WHERE id = $1`;
