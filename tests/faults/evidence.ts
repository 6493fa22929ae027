import pg from 'pg';
import type { RunFile } from './house.js';
import { commandId } from '../../apps/api/src/case/command-id.js';
import type { Acknowledged, CaseLine, Evidence, JournalLine } from './verdict.js';

/** Reads, as the database's administrator, what the house holds about the cases that clients were told about. */
export async function gather(run: RunFile, acknowledged: readonly Acknowledged[]): Promise<Evidence> {
  const { port, database, admin } = run.postgres;
  const client = new pg.Client({ host: '127.0.0.1', port, database, user: admin.user, password: admin.password });
  await client.connect();
  try {
    const ids = [...new Set(acknowledged.map((one) => one.caseId))];
    const journal = await client.query<Omit<JournalLine, 'key'>>(JOURNAL, [ids]);
    const cases = await client.query<CaseLine>(CASES, [ids]);
    const keys = new Map(acknowledged.map((one) => [commandId('waterkant', one.key), one.key]));
    const lines = journal.rows.map((line) => ({ ...line, key: keys.get(line.updateId ?? '') ?? null }));
    return { acknowledged, journal: lines, cases: cases.rows, sent: [] };
  } finally {
    await client.end();
  }
}

/** What a step completed stands first in its log; the event itself is encrypted with the household's key. */
const JOURNAL = `
  SELECT j."case" AS "caseId", j.revision, to_char(j.now AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS now,
         j.update_id AS "updateId",
         CASE WHEN j.update_id IS NOT NULL THEN jsonb_path_query_first(j.log, '$[*] ? (@.code == "complete").item') #>> '{}' END AS item
    FROM journal j WHERE j."case" = ANY($1) AND j.revision > 0`;
const CASES = `SELECT id AS "caseId", revision, hash, parked IS NOT NULL AS parked FROM "case" WHERE id = ANY($1)`;
