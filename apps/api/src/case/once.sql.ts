import type { Refused } from './once.js';

export interface DeskCommand {
  readonly content_hash: string;
  readonly refusals: Refused[] | null;
  readonly answer: unknown;
}
/** Until the transaction ends, nobody else acts under this key. */
export const waitForTwin = `SELECT pg_advisory_xact_lock(hashtextextended($1::text, 0))`;

export const commandBefore = `SELECT content_hash, refusals, answer FROM command WHERE id = $1`;

export const writeSettled = `
  INSERT INTO command (corporation, id, "case", member, name, content_hash, status, refusals, answer, settled_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, now())`;

export const writeAudit = `
  INSERT INTO audit (corporation, member, household, "case", action, command) VALUES ($1, $2, $3, $4, $5, $6)`;
