import { systemActor } from '@thuisreis/policy';
import type { Database } from '@thuisreis/read-model';
import type { Standing } from '../health/health.routes.js';
import type { Settings } from '../settings.js';
import type { Courier } from '../temporal/courier.js';

/** Starts queued behind an import under way are that import's progress, not a lag of the replica. */
const oldestPending = `
  SELECT coalesce(max(extract(epoch FROM now() - c.created_at) * 1000), 0)::float8 AS age FROM command c
  WHERE c.status = 'pending' AND c.event IS NOT NULL AND NOT EXISTS (
    SELECT FROM import i WHERE i.corporation = c.corporation AND i.id::text = c.content_hash AND i.finished_at IS NULL)`;

/** Looks at every part the API needs; each look is short and none throws. */
export async function lookAround(parts: {
  database: Database;
  courier: Courier;
  settings: Settings;
  corporations: readonly string[];
}): Promise<Standing> {
  const [lag, temporal, worker] = await Promise.all([
    lagOf(parts.database, parts.corporations),
    parts.courier.isServing(),
    workerLives(parts.settings.workerPort),
  ]);
  const postgres = lag !== undefined;
  const status = postgres && temporal && worker ? 'ready' : 'notReady';
  return { status, postgres, temporal, worker, projectionLagMs: Math.round(lag ?? 0) };
}

async function lagOf(database: Database, corporations: readonly string[]): Promise<number | undefined> {
  try {
    let oldest = 0;
    for (const corporation of corporations) {
      const [row] = await database.as(systemActor(corporation), (tx) => tx.query<{ age: number }>(oldestPending));
      oldest = Math.max(oldest, row?.age ?? 0);
    }
    return oldest;
  } catch {
    return undefined;
  }
}

async function workerLives(port: number | undefined): Promise<boolean> {
  if (port === undefined) return false;
  try {
    return (await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}
