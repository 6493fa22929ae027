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

export const writeCommand = `
  INSERT INTO command (corporation, id, "case", member, name, content_hash, event, status, refusals, settled_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, CASE WHEN $8::jsonb IS NULL THEN 'pending' ELSE 'refused' END, $8,
          CASE WHEN $8::jsonb IS NULL THEN NULL ELSE now() END)
  ON CONFLICT DO NOTHING RETURNING id`;

export const findCommand = `
  SELECT id, content_hash, event, status, revision, refusals FROM command WHERE id = $1`;

export const writeAnswers = `
  INSERT INTO answer (corporation, id, "case", command, path, class, value, status)
  SELECT $1, a.id, $2, $3, a.path, a.class, a.value, 'pending'
  FROM jsonb_to_recordset($4::jsonb) AS a(id uuid, path text, class text, value jsonb)`;
