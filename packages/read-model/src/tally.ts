import { systemActor } from '@thuisreis/policy';
import type { Database } from './database.js';

/** What one case reports: whether a tally's condition holds for it, as of its own revision. */
export interface Count {
  readonly corporation: string;
  readonly project: string;
  readonly tally: string;
  readonly case: string;
  readonly holds: boolean;
  readonly revision: number;
}

const LOCK = `INSERT INTO tally (corporation, project, tally) VALUES ($1, $2, $3)
  ON CONFLICT (corporation, project, tally) DO UPDATE SET number = tally.number RETURNING frozen`;
const REPORT = `INSERT INTO tally_member AS m (corporation, project, tally, "case", holds, revision) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (corporation, project, tally, "case") DO UPDATE SET holds = excluded.holds, revision = excluded.revision
  WHERE m.revision < excluded.revision`;
const RECOUNT = `UPDATE tally t SET count = c.count, number = number + 1
  FROM (SELECT count(*)::int AS count FROM tally_member WHERE corporation = $1 AND project = $2 AND tally = $3 AND holds) c
  WHERE t.corporation = $1 AND t.project = $2 AND t.tally = $3 AND t.count <> c.count RETURNING t.count, t.number`;
const READ = `SELECT count, number FROM tally WHERE corporation = $1 AND project = $2 AND tally = $3`;
const FREEZE = `UPDATE tally SET frozen = coalesce(frozen, now()) WHERE corporation = $1 AND project = $2 AND tally = $3`;

/**
 * Counts a case once, however often it reports; older reports and frozen tallies change nothing. The answer is what the
 * project must hear, also when nothing changed: its number tells a resent count from news.
 */
export function countTally(database: Database, count: Count): Promise<{ count: number; number: number }> {
  const key = [count.corporation, count.project, count.tally];
  return database.as(
    systemActor(count.corporation),
    async (tx) => {
      const [tally] = await tx.query<{ frozen: Date | null }>(LOCK, key);
      if (!tally?.frozen) {
        await tx.query(REPORT, [...key, count.case, count.holds, count.revision]);
        await tx.query(RECOUNT, key);
      }
      const [row] = await tx.query<{ count: number; number: number }>(READ, key);
      return row ?? { count: 0, number: 0 };
    },
    { write: true },
  );
}

/** Stops a tally where it stands: later reports no longer count. */
export async function freezeTally(
  database: Database,
  corporation: string,
  project: string,
  tally: string,
): Promise<void> {
  const key = [corporation, project, tally];
  const work = async (tx: { query(sql: string, values: readonly unknown[]): Promise<unknown> }): Promise<void> => {
    await tx.query(LOCK, key);
    await tx.query(FREEZE, key);
  };
  await database.as(systemActor(corporation), work, { write: true });
}
