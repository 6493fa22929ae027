/** Starts the journeys of an import, a chunk at a time; those started before are skipped by their id. */
import { heartbeat } from '@temporalio/activity';
import { systemActor } from '@thuisreis/policy';
import type { Database, Replica } from '@thuisreis/read-model';
import type { ChunkRequest, ImportStart } from '@thuisreis/workflows';
import type { StoredStart } from '../journeys.js';
import type { TemporalPost } from '../temporal-post.js';

export interface Starter {
  readonly database: Database;
  readonly replica: Replica;
  readonly post: TemporalPost;
}
const CHUNK = `SELECT id, member, event FROM command WHERE corporation = $1 AND content_hash = $2 AND name = 'startCase'
  ORDER BY id OFFSET $3 LIMIT $4`;
/** Starts under way at the same time: more would only wait for the same database. */
const AT_ONCE = 4;
interface StartCommand {
  readonly id: string;
  readonly member: string;
  /** Null once the start is settled. */
  readonly event: StoredStart | null;
}

/** One journey from its stored start; the row follows as soon as Temporal has it, without an activity. */
export async function startStored({ replica, post }: Starter, command: StartCommand): Promise<void> {
  // Settled: a chunk that was half done when its worker died is asked for again as a whole.
  if (!command.event) return;
  const { start, project, household, team } = command.event;
  await post.start(start);
  const place = { ...(project ? { project } : {}), ...(household ? { household } : {}), team: team ?? null };
  await replica.start({ ...start, ...place, updateId: command.id, actor: { member: command.member } });
}

/** Answers how many journeys of the import are started up to and including this chunk. */
export async function startJourneys(
  starter: Starter,
  { importId, corporation, from, size }: ChunkRequest,
): Promise<number> {
  const actor = systemActor(corporation);
  const chunk = await starter.database.as(actor, (tx) =>
    tx.query<StartCommand>(CHUNK, [corporation, importId, from, size]),
  );
  const left = [...chunk];
  const work = async (): Promise<void> => {
    for (let command = left.shift(); command !== undefined; command = left.shift()) {
      await startStored(starter, command);
      heartbeat(command.id);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await told(starter.database, corporation, importId, from + chunk.length);
  return from + chunk.length;
}

function told(database: Database, corporation: string, importId: string, done: number): Promise<object[]> {
  const sql = 'UPDATE import SET done = greatest(done, $3) WHERE corporation = $1 AND id = $2';
  return database.as(systemActor(corporation), (tx) => tx.query(sql, [corporation, importId, done]), { write: true });
}

/** The import is over, its progress bar is full, and the file with everyone's data is no longer needed. */
export async function finishImport(database: Database, { importId, corporation }: ImportStart): Promise<void> {
  const sql = `UPDATE import SET state = 'done', file = '', finished_at = now() WHERE corporation = $1 AND id = $2`;
  await database.as(systemActor(corporation), (tx) => tx.query(sql, [corporation, importId]), { write: true });
}
